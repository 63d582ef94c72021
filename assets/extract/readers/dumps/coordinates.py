"""Cells that a program listed one a line, each behind its place in the sheet: `A5: 规章`, `B5 = 3`.

Every cell has its true row and column; places that are not listed are blank. Does not belong here: figures behind names (keyed.py).
"""

from __future__ import annotations

import re

from assets.extract.model import Cell, GridRow

_CELL = re.compile(r"\s*+(?:[-*•]\s++)?\$?([A-Z]{1,2})\$?([1-9][0-9]{0,3})\s*+(?:[:：=\t]|->)\s*+(.*)")
_LEAST = 3
_MOST_COLUMNS = 64


def starts(lines: list[str], index: int) -> bool:
    """Three such lines in a row."""
    return _CELL.match(lines[index]) is not None and end(lines, index) - index >= _LEAST


def end(lines: list[str], index: int) -> int:
    """The block is the run of such lines, as far as they go down and to the right."""
    at = (0, 0)
    while index < len(lines) and (found := _CELL.match(lines[index])):
        place = int(found[2]), _column(found[1])
        if place <= at or place[1] >= _MOST_COLUMNS:
            break
        at = place
        index += 1
    return index


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    rows: dict[int, dict[int, Cell]] = {}
    for number, line in enumerate(lines, first_line):
        if (found := _CELL.match(line)) is not None:
            rows.setdefault(int(found[2]), {})[_column(found[1])] = Cell(found[3].strip(), number, number)
    width = 1 + max((column for row in rows.values() for column in row), default=0)
    made: list[GridRow] = []
    for row in rows.values():
        at = next(iter(row.values())).line_start
        cells = [row.get(column, Cell("", at, at)) for column in range(width)]
        made.append(GridRow(cells, "coordinates", block, spans=True))
    return made


def _column(letters: str) -> int:
    """A is 0, AA is 26."""
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return column - 1
