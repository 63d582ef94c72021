"""A label whose long gloss is wrapped around the figures of its row, in plain text: the gloss names other rows and is none of them."""

from __future__ import annotations

from tests.extract.printed import figures, printed, read, report, reported, running, status_of, wrong

VALUES = figures("2019")
LABEL = "其他对外管理服务事项"
COLUMNS = ("prev_items", "change", "decisions")
OPENS, GOES_ON = "(指行政许可以外的政", ["务服务事项,含行政确", "认、行政处罚、行政强", "制和其他服务事项)"]


def wrapped(opens: str = OPENS, below: list[str] | None = None, above: str = LABEL) -> str:
    lines = report(printed(VALUES, "2019"), running).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(LABEL))
    row = lines[at].removeprefix(LABEL)
    lines[at : at + 1] = [above, opens + row, *(GOES_ON if below is None else below)]
    return "\n".join(lines)


def test_the_figures_beside_a_gloss_are_those_of_the_label_above_it() -> None:
    found = read(wrapped())
    assert wrong(found, VALUES) == {}
    assert reported(found) == set(VALUES)
    assert set(status_of(found, "2", "permits", *COLUMNS)) == {"reported"}


def test_a_gloss_that_does_not_close_or_has_no_label_above_is_left_in_doubt() -> None:
    for text in (wrapped(below=GOES_ON[:2]), wrapped(above="本县的说明")):
        found = read(text)
        assert wrong(found, VALUES) == {}
        assert set(status_of(found, "2", "other_services", *COLUMNS)).isdisjoint({"reported"})


def test_a_label_with_figures_of_its_own_keeps_them() -> None:
    """A gloss below a whole row has no figures to give to it."""
    found = read(wrapped(opens=OPENS, above=f"{LABEL} 7 8 9"))
    told = [c["value"] for c in found.cells if (c["table_no"], c["row_key"]) == ("2", "other_services")]
    assert told == [7, 8, 9]


GLOSSED = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"


def _glossed(gloss: list[str]) -> str:
    """The row's label with a gloss that a page wraps, all of it above the figures."""
    values = figures()
    lines = report(printed(values), running).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("（二）部分公开"))
    lines[at : at + 1] = [GLOSSED + gloss[0], *gloss[1:], " ".join(lines[at].split()[1:])]
    return "\n".join(lines)


def test_the_end_of_a_gloss_that_says_what_a_group_says() -> None:
    found = read(_glossed(["（指部分内容予以公开、部分内容", "不予公开的）"]))
    assert wrong(found, figures()) == {}
    assert reported(found) == set(figures())


def test_the_name_of_a_group_right_above_figures_is_no_end_of_a_gloss() -> None:
    for gloss in (["（指部分内容予以公开）", "不予公开的"], ["", "（三）不予公开"]):
        found = read(_glossed(gloss))
        assert "reported" not in status_of(found, "3", "partially_granted", "natural_person", "total")
