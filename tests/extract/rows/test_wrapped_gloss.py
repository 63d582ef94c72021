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
