"""Rows set to columns by spaces that have all figures but the last: a cell may have vanished from inside.

A row that lost a cell is printed as the others are, its figures from the first column on: all stand in columns, those behind
the lost cell one too far left, and the total seems blank. Nobody leaves the total blank beside figures that are printed, unless it is the
habit of the table. Where several rows have a blank amid their figures, blanks are kept in their places, and the row of one
and the same figure all along is the same row however it moved. Sums are never looked at. Does not belong here: rows of cells (padded.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.cells import CellReading, TableReading
from assets.extract.model import Run
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# A row with the columns in which it is blank.
Gaps = tuple[Link, list[CellReading], list[int]]

# So many times rarer than the other columns is the last one blank where it is not by habit.
_TIMES = 4
# Of fewer rows none has a habit, and a table of which more rows have such blanks leaves them on purpose.
_LEAST_ROWS = 3
_MOST_SHARE = 0.25


def doubt_last_totals(links: Sequence[Link], reading: TableReading, table: Table) -> None:
    """Put in doubt the rows of runs that are full but for their last figure, where only a few rows are."""
    rows: list[Gaps] = []
    for link in links:
        cells = [reading.cells[key] for key in table.keys_of[table.rows[link.row].key]]
        if isinstance(link.candidate.item, Run) and any(cell.status == "reported" for cell in cells):
            rows.append((link, cells, [at for at, cell in enumerate(cells) if cell.status == "blank"]))
    last = len(table.columns) - 1
    short = [gaps for gaps in (rare_last(rows) if rows else ()) if gaps[2]]
    if any(blank != [last] for _, _, blank in short):
        return
    found = [
        link for link, cells, _ in short if len({cell.value for cell in cells if cell.status != "blank"}) > 1
    ]
    if len(rows) < _LEAST_ROWS or len(found) > max(1, _MOST_SHARE * len(rows)):
        return
    for link in found:
        row, line = table.rows[link.row], link.candidate.line
        width = len(table.columns)
        reading.note("row-short", line=line, row_key=row.key, row=row, found=width - 1, expected=width)
        for key in table.keys_of[row.key]:
            reading.doubt(key, "row-short", line)


def rare_last(rows: Sequence[Gaps]) -> list[Gaps]:
    """Those of a blank last cell alone, where noughts are left blank in all columns, and the last is rarely among them.

    `rows` have the columns that are blank. The last is the total, and where the others are blank in row upon row it is not
    for a nought beside figures that it is.
    """
    last = len(rows[0][1]) - 1
    at_end = [(link, cells, [last]) for link, cells, at in rows if at and at[-1] == last]
    inner = sum(len(set(at) - {last}) for _, _, at in rows)
    is_rare = bool(at_end) and len(at_end) * _TIMES * last <= inner
    return at_end if is_rare else list(rows)
