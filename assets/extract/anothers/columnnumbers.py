"""The numbers of a table's columns read in the place of a row's figures: 1 2 3 4 5 6 7 under the header, 栏次 1 … 15.

Where the row itself is blank or lost, that line is all that stands under the header. So many figures each of which is one more
than the one to its left number the columns; none of them is a figure, and what the row itself has is not known.
Belongs here: that doubt. Does not belong here: such a line above a row of figures (onerow.py, rowtable.py), and numbers of rows
(rownumbers.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assets.extract.cells import CellReading, TableReading
from schemas.form import Form

# So many figures that count up are no chance. No report's tables have more columns.
_LEAST, _MOST_COLUMNS = 5, 40


def doubt_column_numbers(tables: Iterable[TableReading], form: Form) -> None:
    """Put the rows in doubt whose figures number the columns."""
    for reading in tables:
        for row, keys in form.table(reading.table_no).keys if reading.cells else ():
            cells = [reading.cells.get(key) for key in keys]
            if len(keys) < _LEAST or not _counts_up(cells):
                continue
            line = next((cell.line_start for cell in cells if cell and cell.line_start), None)
            reading.note("table-unreadable", line=line, detail=f"{row.zh} 1 2 3 …")
            for key in keys:
                if key in reading.cells:
                    reading.doubt(key, "table-unreadable", line)


def _counts_up(cells: Sequence[CellReading | None]) -> bool:
    """Whether there are so many figures, and each is as far from the first as its column is from the first's."""
    values = [(at, cell.value) for at, cell in enumerate(cells) if cell is not None and cell.value is not None]
    firsts = {value - at for at, value in values}
    if len(values) < _LEAST or len(firsts) > 1:
        return False
    return 1 <= min(firsts) <= _MOST_COLUMNS - len(cells)
