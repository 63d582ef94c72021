"""Rows below which a line opens with blank cells: a second half, or nothing but blank cells."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
WIDTH = 15


def padded(rows: Rows) -> list[str]:
    """Rows filled up to the widest of the spreadsheet, and one of blank cells below each table."""
    return ["\t".join([*row, *[""] * (WIDTH - len(row))]) for row in [*rows, [""]]]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_row_of_blank_cells_is_no_second_half(ends: str) -> None:
    reading = read(report(printed(VALUES), padded).replace("\n", ends))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_figures_behind_blank_cells_may_be_its_second_half(ends: str) -> None:
    text = report(printed(VALUES), padded)
    row = next(line for line in text.split("\n") if line.startswith("四、结转"))
    label, *cells = row.split("\t")
    half = ["", "", "", "", *cells[3:7]]
    text = text.replace(row, "\n".join(["\t".join([label, *cells[:3], *[""] * 11]), "\t".join(half)]))
    reading = read(text.replace("\n", ends))
    assert not wrong(reading, VALUES)
    assert not [c for c in reading.cells if c["row_key"] == "carried_forward" and c["status"] == "blank"]
