"""Blanks of rows of bars in a table whose bars do not part all cells: two figures stand in one of them.

    | （七）总计 |     | 16 | 3<br>6 | 0 | 6 | 4 | 35 |

There are as many figures as columns, and the blank is no cell of the table. Where several rows are so, the places of the others say nothing either.
Belongs here: rows with blanks. Does not belong here: bars that part nothing at all (readers/bars/unbar.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.numbers import looks_like_figure
from schemas.form import CellKey, Form, Table

_BAR = re.compile(r"[|｜]")
_SHARED = re.compile(r"[|｜][^|｜]*[0-9](?:\s|<br\s*/?>)+[-−]?[0-9]")
_PARTS = re.compile(r"\s+|<br\s*/?>")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
# So many rows with such a cell show that the bars of the table do not part its columns.
_LEAST_ROWS = 2
_LONGEST_LINE = 2_000


def doubt_beside_shared(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put rows with blanks in doubt where bars do not part the cells."""
    for reading in tables:
        if reading.layout == "pipes" and reading.cells:
            _doubt(reading, lines, form.table(reading.table_no))


def _doubt(reading: TableReading, lines: list[str], table: Table) -> None:
    held = sorted(
        {n for c in reading.cells.values() for n in (c.line_start, c.line_end) if n} | reading.lines
    )
    width = len(table.columns)
    shared = {n for n in range(held[0], held[-1] + 1) if _is_shared(lines[n - 1], width)} if held else set()
    if not shared:
        return
    rows: dict[str, list[CellKey]] = defaultdict(list)
    for key in reading.cells:
        rows[key.row_key].append(key)
    for row in table.rows:
        keys = rows[row.key]
        blank = [key for key in keys if reading.cells[key].status == "blank"]
        of_row = {n for key in keys if (n := reading.cells[key].line_start)}
        if not blank or not (len(shared) >= _LEAST_ROWS or of_row & shared):
            continue
        line = min(of_row, default=min(shared))
        for key in keys:
            reading.doubt(key, "row-split", line)
        reading.note("row-split", line=line, row_key=row.key, row=row, found=len(keys) - len(blank))


def _is_shared(line: str, width: int) -> bool:
    """Whether a row of bars holds as many figures as columns, several of them in a cell: they are not one with spaces in it."""
    if len(line) > _LONGEST_LINE or not _SHARED.search(line):
        return False
    found, together = 0, False
    for cell in _BAR.split(line):
        parts = _PARTS.split(cell.strip())
        if all(map(looks_like_figure, parts)) and not _THOUSANDS.fullmatch(cell.strip()):
            found += len(parts)
            together |= len(parts) > 1
    return together and found == width
