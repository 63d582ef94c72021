"""The numbers of a table's columns read in the place of a row's figures: 1 2 3 4 5 6 7 under the header, 栏次 1 … 15.

Where the row itself is blank or lost, that line is all that stands under the header. So many figures each of which is one more
than the one to its left number the columns, be it of all tables on end (11 … 25) or from a number that the table has (101 … 115);
none of them is a figure, and what the row itself has is not known.
Belongs here: that doubt. Does not belong here: such a line above a row of figures (onerow.py, rowtable.py), and numbers of rows
(rownumbers.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from assets.extract.cells import TableReading
from schemas.form import Form

# So many figures that count up are no chance; so many more are none wherever they begin: 11 … 25, 101 … 115.
_LEAST, _LEAST_ANYWHERE = 5, 7
# All tables have fewer columns together.
_MOST_COLUMNS = 100


def doubt_column_numbers(tables: Iterable[TableReading], form: Form) -> None:
    """Put the cells right under a header in doubt whose figures number the columns, from 1 or on from the table above."""
    before = 0
    tables = list(tables)
    for reading in tables:
        table = form.table(reading.table_no)
        under = table.keys if table.one_row else table.keys[:1]
        keys = [key for _, own in under for key in own]
        width = len(table.columns)
        figures = [
            (at, cell.value)
            for at, key in enumerate(keys)
            if (cell := reading.cells.get(key)) and cell.value is not None
        ]
        numbers = {value - at for at, value in figures}
        again = {value - at % width for at, value in figures}  # each block its own
        is_counted = len(figures) >= _LEAST and (numbers in ({1}, {1 + before}) or again == {1})
        is_counted = is_counted or (
            len(figures) >= _LEAST_ANYWHERE and _may_begin(numbers) and not _count_up(tables, form)
        )
        if is_counted:
            line = next((at for key in keys if (at := reading.cells[key].line_start)), None)
            reading.note("table-unreadable", line=line, detail="1 2 3 …")
            for key in keys:
                if key in reading.cells:
                    reading.doubt(key, "table-unreadable", line)
        before = width


def _may_begin(numbers: Collection[float]) -> bool:
    """Whether figures count up, from a number that a column may have: not past those of all tables, or behind a table's own."""
    start = next(iter(numbers))
    return len(numbers) == 1 and (0 < start < _MOST_COLUMNS or start % _MOST_COLUMNS == 1)


def _count_up(tables: Iterable[TableReading], form: Form) -> bool:
    """Whether figures of a row that is not right under a header count up as well: then no row numbers columns by doing so."""
    for reading in tables:
        table = form.table(reading.table_no)
        for _, keys in () if table.one_row else table.keys[1:]:
            cells = [reading.cells[key].value for key in keys if key in reading.cells]
            values = [value for value in cells if value is not None]
            if len(values) >= _LEAST and all(b == a + 1 for a, b in pairwise(values)):
                return True
    return False
