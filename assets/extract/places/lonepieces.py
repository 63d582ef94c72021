"""Rows of a cell a line that have all their figures and a blank line amid them, where other rows have none.

    一、本年新收政府信息公开申请数量
    95
    12
    <a line of spaces>
    57
    43
    81
    36
    324

The blank line stands for a piece of the page: a cell without a figure, or one whose figure was set elsewhere (`36`, which its cell has behind a
space). Then seven figures and a piece are eight on seven columns, and it is not known whose the figures are from the last one above the
blank line on. Rows must show first that no line lies between figures, but for the places at which several rows have one; where a page
ends, a blank line says nothing. Belongs here: rows that were read, by their lines. Does not belong here: rows that lack figures (emptylines.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assets.extract.cells import CellReading, TableReading
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import CellKey, Form, Row, Table

_LAYOUT = "cell_per_line"
# So many full rows without a blank line amid their figures show how the text sets cells.
_LEAST_FULL = 8
# The groups of columns of a table whose figures stand in one row may be set apart.
_GROUP = 5


def doubt_beside_lone_pieces(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put rows in doubt that have all their figures and a blank line amid them, which no other row has."""
    rows = [
        (reading, keys, row, gaps)
        for reading in tables
        if reading.layout == _LAYOUT
        for keys, row in _rows(form.table(reading.table_no))
        if (gaps := _gaps(reading, keys, lines)) is not None
    ]
    if sum(not any(gaps) for _, _, _, gaps in rows) < _LEAST_FULL:
        return
    places = Counter((len(keys), at) for _, keys, _, gaps in rows for at, gap in enumerate(gaps) if gap)
    for reading, keys, row, gaps in rows:
        at = next((n for n, gap in enumerate(gaps) if gap), 0)
        is_apart = form.table(reading.table_no).one_row and (at + 1) % _GROUP == 0
        if sum(gaps) != 1 or is_apart or places[len(keys), at] > 1:
            continue
        line = reading.cells[keys[0]].line_start
        for key in keys:
            reading.doubt(key, "row-long", line)
        reading.note("row-long", line=line, row_key=row.key, row=row, found=len(keys) + 1, expected=len(keys))


def _rows(table: Table) -> Iterator[tuple[Sequence[CellKey], Row]]:
    """The cells of each printed row, with the row of the form that is its first."""
    if table.one_row:
        yield [key for _, keys in table.keys for key in keys], table.keys[0][0]
        return
    for row, keys in table.keys:
        if len(keys) > 2:
            yield keys, row


def _gaps(reading: TableReading, keys: Sequence[CellKey], lines: Sequence[str]) -> list[int] | None:
    """How many blank lines lie between each figure and the next of a full row; None where anything else does, or a page may end."""
    cells = [reading.cells.get(key) for key in keys]
    at = [_line(cell) for cell in cells]
    if not all(at) or any(a >= b for a, b in pairwise(at)):
        return None
    between = [lines[a : b - 1] for a, b in pairwise(at)]
    whole = lines[at[0] - 1 : at[-1]]
    if any(line.strip() for each in between for line in each) or any(
        "\f" in line or is_furniture(line) for line in whole
    ):
        return None
    return [len(each) for each in between]


def _line(cell: CellReading | None) -> int:
    """The line of a figure that stands on one line; 0 for none."""
    if cell is None or cell.status not in {"reported", "not_applicable"} or cell.line_start != cell.line_end:
        return 0
    return cell.line_start or 0
