"""Amounts under a head whose unit is none that amounts are read in: 采购总金额（千元）, 本年收费金额（单位：美元）.

An amount stands with its unit as printed, and 千元 is not 元: the figure would be a thousand times too small. Belongs here: that doubt,
from the head of the amount and the line of its figure. Does not belong here: units that are read (cells.py, schemas/units.py), and a
unit within the cell (numbers.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assets.extract.cells import TableReading
from assets.extract.headers.headerplace import own_header_start
from assets.extract.labels import squash_lines
from schemas.form import Form
from schemas.units import OTHER_UNITS
from schemas.whose import any_of

# Behind 数 a unit says how much about it is (数千元), behind a digit it is an amount's, and 不足千元按千元计 tells how 万元 are rounded.
_OTHER = re.compile(rf"(?<![数几足满按0-9]){any_of(OTHER_UNITS)}")
_SENTENCE = re.compile(r"[^。；]*[。；]")


def doubt_other_units(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put amounts in doubt whose head says such a unit."""
    for reading in tables:
        if not reading.cells:
            continue
        table = form.table(reading.table_no)
        above = 0
        for block in table.blocks:
            keys = [key for row in block.rows for key in table.keys_of[row.key] if key in reading.cells]
            at = [line for key in keys if (line := reading.cells[key].line_start)]
            money = {column.key for column in block.columns if column.money}
            doubted = [key for key in keys if key.col_key in money and not reading.is_open(key)]
            if at and doubted:
                start = own_header_start(lines, min(at), above)
                over = _SENTENCE.sub("", squash_lines(lines[start : min(at)]))
                if (unit := _OTHER.search(over)) is not None:
                    row = block.rows[0]
                    reading.note("header-unclear", line=min(at), row_key=row.key, row=row, detail=unit[0])
                    for key in doubted:
                        reading.doubt(key, "header-unclear", min(at))
            above = max([above, *at])
