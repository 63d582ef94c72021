"""Figures that are not all that their cell says: its rest stands on a line beside them."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    aligned,
    cells_of,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    wrong,
)

KEY = CellKey("3", "granted", "research")
VALUES = figures()
PARTS = printed(VALUES)
LABEL = row_of(PARTS, "granted")[0]


def text_with(above: str, below: str, render=aligned) -> str:  # type: ignore[no-untyped-def]
    """A page with words right above and below a figure."""
    lines = report(PARTS, render).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(LABEL))
    start = 100 + 10 * 2  # where its column stands, a wide character counting two
    rest = [" " * start + word for word in (above, below)]
    lines[at : at + 1] = [*rest[:1] * bool(above), lines[at], *rest[1:] * bool(below)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "（更正为18）"),
        ("", "更正为"),
        ("", "万"),
        ("", ".5万"),
        ("", "→4"),
        ("", "或7"),
        ("", "至8"),
        ("", "、8"),
        ("", "余件"),
        ("", "以上"),
        ("", ",000"),
        ("", "%"),
        ("", "月"),
        ("约", ""),
        ("近", "件"),
        ("〔", "〕31号"),
        ("原5现", ""),
        ("36、", ""),
        ("不足", ""),
    ],
)
def test_a_figure_above_or_below_the_rest_of_its_cell_is_in_doubt(above: str, below: str) -> None:
    reading = read(text_with(above, below))
    assert not wrong(reading, VALUES)
    assert cells_of(reading)[KEY]["status"] == "uncertain"
    assert len(reported(reading)) >= len(VALUES) - 2


@pytest.mark.parametrize(("above", "below"), [("", "件"), ("", ""), ("", "（其中2件撤回）")])
def test_a_unit_or_a_note_leaves_the_figure_what_it_is(above: str, below: str) -> None:
    assert KEY in reported(read(text_with(above, below)))


@pytest.mark.parametrize("rest", ["万", "→4", "多件", "年17件"])
def test_a_rest_on_a_line_of_its_own_is_that_of_the_figure_before_it(rest: str) -> None:
    for render, last in ((running, "total"), (one_a_line, "total")):
        lines = report(PARTS, render).split("\n")
        key = CellKey("3", "granted", last)
        at = next(n for n, line in enumerate(lines) if line.split()[-1:] == [VALUES[key]])
        reading = read("\n".join([*lines[: at + 1], rest, *lines[at + 1 :]]))
        assert not wrong(reading, VALUES)
        assert cells_of(reading)[key]["status"] != "reported"


def test_about_so_many() -> None:
    text = report(PARTS, running).replace(
        f"行政处罚 {VALUES[CellKey('2', 'penalties', 'decisions')]}", "行政处罚 约 25 件"
    )
    assert CellKey("2", "penalties", "decisions") not in reported(read(text))


@pytest.mark.parametrize("render", [aligned, running, one_a_line])
def test_pages_without_rests_keep_all_figures(render) -> None:  # type: ignore[no-untyped-def]
    text = report(PARTS, render)
    assert reported(read(text)) == set(VALUES)
    noted = text.replace("六、其他需要报告的事项", "2023 年 1 月 20 日\n\n六、其他需要报告的事项")
    assert reported(read(noted)) == set(VALUES)


def test_pieces_of_labels_are_no_rests() -> None:
    text = report(PARTS, aligned).replace("3.补正后申请内容仍不明确", "3.补正后申请内容仍不明")
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("3.补正后"))
    lines.insert(at + 1, "确")
    at = next(n for n, line in enumerate(lines) if line.startswith("2.没有现成信息"))
    lines.insert(at, "现")
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) >= len(VALUES) - 7


def test_a_row_whose_figures_stand_beside_what_was_taken_for_it_is_not_blank() -> None:
    lines = report(PARTS, aligned).split("\n")
    label = row_of(PARTS, "other_overdue_fee")[0]
    at = next(n for n, line in enumerate(lines) if line.startswith(label))
    own = lines[at][lines[at].index("2", len(label)) :].split() if "2" in lines[at][len(label) :] else []
    first = label[:20] + " " * (100 + 60 - 40) + "18"
    rest = (
        label[20:] + " " * (100 - 2 * len(label[20:])) + "".join(f"{figure:<10}" for figure in own[:6]) + "多"
    )
    lines[at : at + 1] = [first, rest, " " * 160 + "件"]
    reading = read("\n".join(lines))
    found = [c["status"] for k, c in cells_of(reading).items() if k.row_key == "other_overdue_fee"]
    assert "blank" not in found
    assert not wrong(
        reading, {k: v for k, v in VALUES.items() if k != CellKey("3", "other_overdue_fee", "total")}
    )
