"""Rows that were read below the heading of another section, though their own section prints them with other figures.

    二、主动公开政府信息情况                三、收到和处理政府信息公开申请情况
    规章:0,1,0                              规章 0 0 3

What a page prints beside its text comes between the rows of whatever table stands there, and may be read where the table itself
could not be. Which of the two the form asks for is not known. Belongs here: that doubt. Does not belong here: whole prints of a table
(rows/twice/printedtwice.py, secondtable.py, printedbefore.py), rows that stand twice in one table (rows/twice/rowtwice.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.labels import TAG, squash, strip_numbering
from assets.extract.rows.twice.rowtwice import are_among
from assets.extract.sections import headings
from schemas.form import Form, Table

_FIGURE = re.compile(r"(?<![0-9.])[0-9]+(?![0-9.])")
# What parts a label from its figures, its gloss perhaps.
_BEHIND = re.compile(r"(?:\([^()]{0,60}\))?[^0-9\u3400-\u9fff]{0,6}(?=[0-9])")


def doubt_out_of_section(tables: Iterable[TableReading], lines: list[str], form: Form) -> None:
    """Put the rows in doubt that stand outside of their section, where this has their label with other figures."""
    heads = headings(lines, set())
    ends = pairwise([*heads, (len(lines) + 1, 0)])
    spans = {str(no): range(start + 1, end) for (start, no), (end, _) in ends}
    for reading in tables:
        table, span = form.table(reading.table_no), spans.get(reading.table_no)
        if table.one_row or span is None or all(line in span for line in reading.lines):
            continue
        printed = _printed(lines, span, table)
        for row in table.rows:
            keys = [key for key in table.keys_of[row.key] if key in reading.cells]
            known = [key for key in keys if reading.cells[key].value is not None]
            at = {reading.cells[key].line_start for key in known} - {None}
            if not at or any(line in span for line in at) or row.key not in printed:
                continue
            number, figures = printed[row.key]
            if not are_among(figures, [f"{reading.cells[key].value:.0f}" for key in known]):
                reading.note(
                    "row-repeated", line=number, row_key=row.key, row=row, other=min(filter(None, at))
                )
                for key in keys:
                    reading.doubt(key, "row-repeated", number)


def _printed(lines: Sequence[str], span: range, table: Table) -> dict[str, tuple[int, list[str]]]:
    """Of each row whose label opens a line with figures behind it, the first such line and these figures."""
    found: dict[str, tuple[int, list[str]]] = {}
    for number in span:
        line = lines[number - 1]
        text = TAG.sub(" ", line) if "<" in line else line
        whole = strip_numbering(squash(text))
        label = next((w for w in _labels(table) if whole.startswith(w)), None)
        if label is not None and _BEHIND.match(whole, len(label)):
            figures = _FIGURE.findall(text[text.find(label[-1]) :])
            found.setdefault(_labels(table)[label], (number, figures))
    return found


@cache
def _labels(table: Table) -> dict[str, str]:
    """The keys of the rows by their labels without numbers and brackets, the longest first."""
    labels = {
        strip_numbering(squash(w)).partition("(")[0]: row.key for row in table.rows for w in row.wordings
    }
    return dict(sorted(labels.items(), key=lambda each: -len(each[0])))
