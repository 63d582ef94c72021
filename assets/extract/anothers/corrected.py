"""Rows that the text itself corrects: `更正：表三“（一）予以公开”一行自然人数应为3`, or a second row `更正：7.属于行政执法案卷 5 7 2 …`.

The figures of the table are no longer what the agency says, and a sentence is no cell: the row is in doubt. Does not belong here: a row
that stands twice with nothing said (rows/twice/printedtwice.py), revisions in a cell (numbers.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading, uncertain
from assets.extract.labels import squash, strip_numbering
from schemas.form import Form

_CORRECTS = re.compile(
    r"(?:^|[|\t>])[^\w<]*(?:[一二三四五六七0-9]{1,2}[、.])?(?:备?注\W{0,2}|说明\W{0,2}|特此)?(?:数据)?(?:更正|勘误|订正|更改)"
    r"(?=.{0,4}[:：](?P<what>.*)|.*(?:应[为是]|改为|有误))"
)
_SIGN = re.compile("更正|勘误|订正|更改")
# A label in a sentence is of so many letters at least, and a line that is a correction no longer than this.
_LEAST_LETTERS, _LONGEST = 4, 400


def doubt_corrected(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the rows in doubt that a line names which begins as a correction does."""
    if not _SIGN.search("\n".join(lines)):
        return
    for number, line in enumerate(lines, 1):
        found = _CORRECTS.search(line) if _SIGN.search(line) and len(line) <= _LONGEST else None
        if found is None:
            continue
        said, first = squash(line), strip_numbering(squash(found["what"] or ""))
        for reading in tables:
            for row in form.table(reading.table_no).rows:
                labels = (strip_numbering(squash(wording)) for wording in row.wordings)
                if any(first.startswith(x) or (len(x) >= _LEAST_LETTERS and x in said) for x in labels):
                    _doubt(reading, row.key, number, form)


def _doubt(reading: TableReading, row_key: str, number: int, form: Form) -> None:
    keys = [
        key for key, cell in reading.cells.items() if key.row_key == row_key and cell.status != "uncertain"
    ]
    for key in keys:
        cell = reading.cells[key]
        reading.cells[key] = uncertain("row-corrected", cell.line_start or number, cell.line_end or number)
    if keys:
        row = next(row for row in form.table(reading.table_no).rows if row.key == row_key)
        first = min((c.line_start for key in keys if (c := reading.cells[key]).line_start), default=number)
        reading.note("row-corrected", line=first, row_key=row_key, row=row, other=number)
