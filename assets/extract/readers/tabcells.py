"""Tab cells: what Apache Tika makes of Word tables.

A blank line starts a row, a tab starts each cell, lines without a tab continue the cell.
"""

from __future__ import annotations

from assets.extract.model import Cell, GridRow
from assets.extract.readers.pages import is_furniture

LAYOUT = "tab_cells"


def _opens_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line[1:].rstrip()


def starts(lines: list[str], index: int) -> bool:
    """A line that is one leading tab and a text, where the lines around it are not TSV."""
    return _opens_cell(lines[index])


def end(lines: list[str], index: int) -> int:
    """A row ends at the first blank line; the block goes on while rows follow."""
    while index < len(lines) and _opens_cell(lines[index]):
        index += 1
        while (
            index < len(lines)
            and lines[index].strip(" \r\f")
            and (_opens_cell(lines[index]) or "\t" not in lines[index].strip())
        ):
            index += 1
        after_blanks = index
        while after_blanks < len(lines) and not lines[after_blanks].strip(" \r\f"):
            after_blanks += 1
        if after_blanks > index + 1 or after_blanks >= len(lines) or not _opens_cell(lines[after_blanks]):
            return index
        index = after_blanks
    return index


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    rows: list[GridRow] = []
    cells: list[Cell] = []
    # a page mark inside a cell ends what the cell says: a running head may follow it
    beyond_page = False
    for number, line in enumerate(lines, first_line):
        if _opens_cell(line):
            beyond_page = False
            cells.append(Cell(line[1:], number, number))
        elif is_furniture(line):
            beyond_page = True
        elif line.strip(" \r\f") and cells and not beyond_page:
            last = cells[-1]
            cells[-1] = Cell(f"{last.text}\n{line}", last.line_start, number)
        elif cells and not line.strip():
            beyond_page = False
            rows.append(GridRow(cells, LAYOUT, block))
            cells = []
    if cells:
        rows.append(GridRow(cells, LAYOUT, block))
    return rows
