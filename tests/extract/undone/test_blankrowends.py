"""Rows whose cells stand a line each and that a blank line ends (assets/extract/undone/bars/blankrowends.py)."""

from __future__ import annotations

from assets.extract.undone.bars.blankrowends import with_rows_by_blanks
from schemas.form import CellKey
from tests.extract.printed import Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()


def by_blanks(rows: Rows) -> list[str]:
    lines = []
    for n, row in enumerate(rows):
        cells = [cell for cell in row if cell] if not any(cell.isdigit() for cell in row) else row
        lines += [f"{cells[0]}  ", *(f"| {cell}  " for cell in cells[1:]), "  "]
        lines += ["---|---"] if not n else []
    return lines


def test_such_rows_are_read_with_their_blank_cells() -> None:
    key = CellKey("3", "granted", "research")
    for values in (VALUES, {**VALUES, key: ""}):
        reading = read(report(printed(values), by_blanks))
        assert not wrong(reading, values)
        assert reported(reading) == {k for k in values if values[k]}
    assert status_of(reading, "3", "granted", "research") == ["blank"]


def test_rows_that_a_bar_alone_closes_and_others_stay() -> None:
    closed = [line for n in range(5) for line in (f"行{n}", "| 1", "| 2", "|", "")]
    whole = [line for n in range(5) for line in (f"| 行{n} | 1 | 2 |", "")]
    running_on = [line for n in range(5) for line in (f"行{n}", "| 1", "| 2", "甲")]
    few = ["甲", "| 1", "| 2", "", "乙", "| 1", "| 2", ""]
    for lines in (closed, whole, running_on, few):
        assert with_rows_by_blanks(lines) == lines
