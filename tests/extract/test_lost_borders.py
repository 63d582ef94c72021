"""Drawn tables in which borders between some of the rows are missing, and rows of several lines that are one."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    Rows,
    box,
    change,
    figures,
    grid,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.extract.structures import grid as cells_of_text
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)


def without_borders(draw: object, which: int):  # type: ignore[no-untyped-def]
    """A drawing without the borders whose number is `which` modulo 3, but for those about the header."""

    def write(rows: Rows) -> list[str]:
        lines: list[str] = draw(rows)  # type: ignore[operator]
        head = 5
        return [
            line
            for n, line in enumerate(lines)
            if n % 2 or n < head or n == len(lines) - 1 or (n // 2) % 3 != which
        ]

    return write


@in_turn
@pytest.mark.parametrize("draw", [grid, box], ids=["ascii", "light"])
@pytest.mark.parametrize("which", range(3))
def test_rows_between_which_a_border_is_missing(draw: object, which: int) -> None:
    reading = read(report(PARTS, without_borders(draw, which)))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 25 * 7


def test_figures_of_one_row_that_a_narrow_cell_cut() -> None:
    text = "+------+--+--+\n|内容  |甲|乙|\n+------+--+--+\n|行政许|12|34|\n|可    |3 |5 |\n+------+--+--+"
    rows = [cells for cells, _, _ in cells_of_text(text + "\n\n后语")]
    assert rows[1:] == [["行政许\n可", "12\n3", "34\n5"]]


def test_one_figure_below_another_may_be_broken_by_hand() -> None:
    text = "+--------+------+\n|内容    |甲    |\n+--------+------+\n|行政    |12    |\n|许可    |3     |\n+--------+------+"
    text += "\n|行政处罚|7     |\n+--------+------+"
    rows = [cells for cells, _, _ in cells_of_text(text + "\n\n后语")]
    assert rows[1:] == [["行政\n许可", "12\n3"], ["行政处罚", "7"]]


@pytest.mark.parametrize("draw", [grid, box], ids=["ascii", "light"])
def test_a_label_of_two_lines_beside_figures_on_one(draw: object) -> None:
    def write(rows: Rows) -> list[str]:
        lines: list[str] = draw(rows)  # type: ignore[operator]
        at = next((n for n, line in enumerate(lines) if "重复申请" in line), None)
        if at is None:
            return lines
        bar = "|" if "|" in lines[at] else "│"
        first, *rest = lines[at].split(bar)[1:-1]
        cut = first.rstrip()[-2:]
        upper = bar + first.replace(cut, "    ") + bar + bar.join(rest) + bar
        lower = bar + " " + cut + " " * (len(first) - 3) + bar + bar.join(" " * len(c) for c in rest) + bar
        return [*lines[:at], upper, lower, *lines[at + 1 :]]

    reading = read(report(PARTS, write))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) >= 24 * 7


def test_a_row_with_blank_cells_below_one_without_a_border() -> None:
    row = row_of(PARTS, "rejected_repeat")
    blank = [row[0], row[1], "", "", *row[4:]]
    for which in range(3):
        reading = read(report(change(PARTS, "rejected_repeat", blank), without_borders(box, which)))
        known = {k: v for k, v in VALUES.items() if k.row_key != "rejected_repeat"}
        own = {k: v for k, v in VALUES.items() if k.row_key == "rejected_repeat"}
        keys = [*own]
        own = {k: v for n, (k, v) in enumerate(own.items()) if n not in (1, 2)}
        assert not wrong(reading, known | own)
        assert keys
