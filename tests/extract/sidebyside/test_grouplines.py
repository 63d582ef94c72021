"""The row of table 4 with a cell a paragraph: two lines of one cell count as one."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, change, figures, printed, read, report, reported, row_of, wrong
from tests.turns import in_turn

VALUES = figures(first=11)
PARTS = printed(VALUES)


def _paragraphs(rows: Rows) -> list[str]:
    return [line for row in rows for cell in row if cell for line in (cell, "")]


@in_turn
@pytest.mark.parametrize("blank", [0, 6, 14])
@pytest.mark.parametrize("double", [3, 9, 12])
def test_a_cell_of_two_lines_makes_up_for_a_blank_one(double: int, blank: int) -> None:
    row = [*row_of(PARTS, "all", "4")]
    row[double], row[blank] = f"7\n{row[double]}", ""
    reading = read(report(change(PARTS, "all", row), _paragraphs))
    assert not reported(reading, "4")


@pytest.mark.parametrize("double", [0, 3, 14])
def test_a_cell_of_two_lines_in_a_whole_row(double: int) -> None:
    """The others are known."""
    row = [*row_of(PARTS, "all", "4")]
    row[double] = f"7\n{row[double]}"
    reading = read(report(change(PARTS, "all", row), _paragraphs))
    assert len(reported(reading, "4")) == 14
    assert not wrong(reading, VALUES)


def test_a_whole_row_of_paragraphs() -> None:
    assert len(reported(read(report(PARTS, _paragraphs)), "4")) == 15
