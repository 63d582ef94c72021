"""A figure with a full stop glued to it, the only one of its report: `39。` where 399 was printed and a program read the letters off a page.

Who ends figures with full stops does so more than once. Belongs here: that doubt. Does not belong here: what a figure with a full stop
says (numbers.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading
from schemas.form import Form

_STOPPED = re.compile(r"[0-9０-９]。")


def doubt_lone_stop(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the only figure in doubt that ends in a full stop: a small nought or nine may look so."""
    stopped = [
        (table, key)
        for table in tables
        for key, cell in table.cells.items()
        if cell.status == "reported" and _STOPPED.search((cell.raw or "")[-2:])
    ]
    if len(stopped) != 1:
        return
    ((table, key),) = stopped
    line, of = table.cells[key].line_start, form.table(table.table_no)
    row = next(row for row in of.rows if row.key == key.row_key)
    column = next(column for column in of.columns if column.key == key.col_key)
    table.doubt(key, "digits-split", line)
    table.note("digits-split", line=line, row_key=row.key, col_key=column.key, row=row, column=column)
