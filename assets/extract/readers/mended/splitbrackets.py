"""Labels of a header that a program cut in two where a line of the page ran through them: `| 本年收费金额（单位： | 万元） |`.

A bracket that opens in one cell and closes in the next shows that the two are one label, which stands over both columns. Does not belong
here: labels of rows, and cells with figures.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assets.extract.model import Cell, GridRow, Item

_OPEN = re.compile(r"[（(][^（()）]*+$")
_CLOSED = re.compile(r"[^（()）]*+[）)]")
_LONGEST = 20


def with_brackets_whole(items: list[Item]) -> list[Item]:
    """The items, such a label in the first of its cells and nothing in the second."""
    out = items
    for at, item in enumerate(items):
        if isinstance(item, GridRow) and (cells := _whole(item)):
            out = [*items] if out is items else out
            out[at] = replace(item, cells=cells)
    return out


def _whole(row: GridRow) -> list[Cell] | None:
    """The cells of a row of labels with each label whole; None where none was cut, or the row has figures."""
    written = row.written
    if len(row.words) < len(written):
        return None
    cut = [
        at
        for at, after in pairwise(written)
        if after == at + 1 and _goes_on(row.cells[at].text, row.cells[after].text)
    ]
    if not cut:
        return None
    cells = list(row.cells)
    for at in cut:
        left, right = cells[at], cells[at + 1]
        cells[at] = Cell(left.text + right.text, left.line_start, max(left.line_end, right.line_end))
        cells[at + 1] = Cell("", right.line_start, right.line_end)
    return cells


def _goes_on(text: str, following: str) -> bool:
    if "（" not in text and "(" not in text:
        return False
    return (
        len(following) <= _LONGEST
        and _OPEN.search(text.strip()) is not None
        and _CLOSED.fullmatch(following.strip()) is not None
    )
