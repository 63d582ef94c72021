"""Figures of plain text that no one prints: `03`, `000`. They are the rest of a number that a space or a line break cut in two.

    1.本机关不掌握相关政府信息 54 0 49 0 0 1 03

Where blanks vanish, its two pieces make up for one: the row seems whole. `00` is how some print 0. Belongs here: rows of plain text with such
a figure. Does not belong here: rows with places of their own, where a cell is what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading
from schemas.form import Form

_LAYOUTS = {"running", "cell_per_line"}
_REST = re.compile(r"0(?:0\d|[1-9])\d*")


def doubt_rests_of_numbers(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the rows in doubt of which a figure is such a rest."""
    for reading in tables:
        if reading.layout not in _LAYOUTS:
            continue
        for row, keys in form.table(reading.table_no).keys:
            rest = next(
                (cell for key in keys if (cell := reading.cells.get(key)) and _is_rest(cell.raw)), None
            )
            if rest is None or len(keys) == 1:
                continue
            reading.note("row-split", line=rest.line_start, row_key=row.key, row=row, found=len(keys))
            for key in keys:
                if key in reading.cells:
                    reading.doubt(key, "row-split", rest.line_start)


def _is_rest(raw: str | None) -> bool:
    return bool(raw and _REST.fullmatch(raw.strip()))
