"""Places of words on a page that were read as figures: `290.00 130.50 340.00 155.50 法人或其他组织`, a word a line.

A program that lists the words of a page sets the four edges of each in front of it. Where one of these was read, the table's figures
stand at other places than the reading knows. Belongs here: that doubt. Does not belong here: reading such lists (formats/).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assets.extract.cells import TableReading
from schemas.form import Form

_CODE = "label-unclear"
_PLACED = re.compile(r"\s*(?:[(\[]\s*)?(-?[0-9]+\.[0-9]+)((?:[\s,;]+-?[0-9]+\.[0-9]+){3})[)\]\s,;:]+\S")
_NUMBER = re.compile(r"-?[0-9]+\.[0-9]+")
# So many lines are such a list.
_LEAST = 20
# Points in a line of it.
_POINTS = 4


def doubt_box_places(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the tables in doubt one of whose figures is the place of a word."""
    if "".join(lines).count(".") < _LEAST * _POINTS:
        return
    placed = {number: found for number, line in enumerate(lines, 1) if (found := _PLACED.match(line))}
    if len(placed) < _LEAST:
        return
    for reading in tables:
        edges = (
            (line, cell.raw)
            for cell in reading.cells.values()
            if (line := cell.line_start) in placed
            and cell.raw in {placed[line][1], *_NUMBER.findall(placed[line][2])}
        )
        line, raw = next(edges, (None, None))
        if raw is None:
            continue
        row = form.table(reading.table_no).rows[0]
        reading.note(_CODE, line=line, row_key=row.key, row=row, label=raw)
        for key in reading.cells:
            reading.doubt(key, _CODE, line)
