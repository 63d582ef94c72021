"""The number of a printed row read as the first figure of the table whose rows stand side by side (table 4).

    3  结果维持 结果纠正 其他结果 …
    4       29       813      105 …

A program that numbers the rows it prints numbers the header's, too. Where a blank vanished from the row of figures, its number fills it
up, and all figures are read one place off. Belongs here: that doubt. Does not belong here: rows that have a figure more than the form
(onerow.py), numbers in front of labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assets.extract.cells import TableReading
from schemas.form import Form

_CODE = "row-short"
_NUMBERED = re.compile(r"\s*([0-9]{1,3})[\s.、]+(?=[^\s0-9])")
_FIGURES = re.compile(r"(?<![0-9.,])[0-9][0-9,.]*+")


def doubt_row_number_read(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the table in doubt whose first figure is the next number of the lines above it."""
    for reading in tables:
        table = form.table(reading.table_no)
        if not table.one_row or not reading.cells:
            continue
        row, keys = table.keys[0]
        cell = reading.cells.get(keys[0])
        if cell is None or cell.line_start is None or cell.raw is None or not cell.raw.strip().isdigit():
            continue
        line = cell.line_start
        figures = _FIGURES.findall(lines[line - 1])
        width = len(reading.cells)
        if not figures or figures[0] != cell.raw.strip() or len(figures) > width:
            continue
        above = [text for text in lines[max(0, line - 8) : line - 1] if text.strip()][-2:]
        numbers = [found[1] for text in above if (found := _NUMBERED.match(text))]
        if len(numbers) < len(above) or not numbers or not _go_on([*numbers, figures[0]]):
            continue
        reading.note(_CODE, line=line, row_key=row.key, row=row, found=len(figures) - 1, expected=width)
        for key in reading.cells:
            reading.doubt(key, _CODE, line)


def _go_on(numbers: Sequence[str]) -> bool:
    """Whether each number is the next after the one before it."""
    first = int(numbers[0])
    return [int(number) for number in numbers] == list(range(first, first + len(numbers)))
