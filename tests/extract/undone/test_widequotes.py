"""Aligned rows whose labels hold quotation marks, counted as one column or as two."""

from __future__ import annotations

import unicodedata

import pytest

from schemas.form import CellKey
from tests.extract.printed import Figures, Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

ROW = "denied_three_securities"
BLANK = [("natural_person",), ("other_org",), ("commercial", "research"), ("natural_person", "total")]


def _width(text: str, quotes: int) -> int:
    return sum(quotes if c in "“”" else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _aligned(quotes: int, gap: int, *, right: bool):  # type: ignore[no-untyped-def]
    """Columns no wider than their words, `gap` spaces apart, figures to the left or the right of them."""

    def render(rows: Rows) -> list[str]:
        widths = [
            max(_width(row[n], quotes) for row in rows if n < len(row)) for n in range(max(map(len, rows)))
        ]
        lines = []
        for row in rows:
            line = ""
            for n, cell in enumerate(row):
                room = " " * (widths[n] - _width(cell, quotes))
                line += (room + cell if right and n else cell + room) + " " * gap
            lines.append(line.rstrip())
        return lines

    return render


def _short(values: Figures) -> Figures:
    """Figures of a digit or two, whose columns are narrow."""
    return {key: str(n * 7 % 23) for n, key in enumerate(values)}


VALUES = _short(figures())


@in_turn
@pytest.mark.parametrize("gap", [2, 3])
@pytest.mark.parametrize("right", [False, True])
@pytest.mark.parametrize("quotes", [1, 2])
@pytest.mark.parametrize("blank", BLANK)
def test_a_row_stands_in_line_however_wide_its_quotes(
    blank: tuple[str, ...], quotes: int, right: bool, gap: int
) -> None:
    others = {CellKey("3", row, "research") for row in ("new_received", "public_full", "unable_not_held")}
    empty = {CellKey("3", ROW, column) for column in blank} | others
    values = VALUES | dict.fromkeys(empty, "")
    reading = read(report(printed(values), _aligned(quotes, gap, right=right)))
    assert not wrong(reading, values)
    assert len([key for key in reported(reading) if key.row_key == ROW]) == 7 - len(blank)
