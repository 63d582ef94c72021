"""A column of row numbers that a plain header names (行次) and each row gives, over rows with as many figures as the form has columns.

    行次 自然人 法人或其他组织 总计
    一、本年新收政府信息公开申请数量 1 4028 4703 4749 3668 4945 4676

The number takes the place of a figure that is blank, perhaps in every row. Where each row counts on from 1 and most have one figure more than
columns, whatever else they have is theirs. Belongs here: whether the first or last figures are such numbers. Does
not belong here: numbers that no header names (places/numbercolumn.py), other columns (plainheaders/extracolumns.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.model import Cell, Run
from assets.extract.rows.finding.candidates import Candidate

SERIAL = frozenset(("序号", "行次", "编号", "代码", "行号", "项次", "顺序号"))
# So many rows whose first figures grow from one to the next are counted; an applicant's figures go up and down.
_LEAST = 8
# So many rows that each have their number count them, and so large a share of them has all figures besides.
_LEAST_COUNTED, _LEAST_WHOLE = 15, 0.5


def numbers_rows(words: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str | None:
    """The name of a column of numbers among the words of a header, if the first figures of the rows are its numbers."""
    name = _name(words)
    if name is None or len(rows) < _LEAST:
        return None
    first = [next((cell.text.strip() for cell in row if cell.text.strip()), "") for row in rows]
    if not all(text.isdecimal() and len(text) <= len(str(2 * len(rows))) for text in first):
        return None
    return name if all(int(one) < int(other) for one, other in pairwise(first)) else None


def drop_counted(words: Sequence[str], rows: Sequence[Candidate], width: int) -> None:
    """Take the numbers for no figures where a header names their column, and all rows have theirs and most all figures besides."""
    if len(rows) < _LEAST_COUNTED or _name(words) is None:
        return
    if not all(isinstance(row.item, Run) and row.item.cells == row.figures for row in rows):
        return
    if sum(len(row.figures) == width + 1 for row in rows) < _LEAST_WHOLE * len(rows):
        return
    numbers = [str(n) for n in range(1, len(rows) + 1)]
    first, last = ([row.figures[side].text.strip() for row in rows] == numbers for side in (0, -1))
    if first is not last:
        for row in rows:
            row.figures = row.figures[1:] if first else row.figures[:-1]


def _name(words: Sequence[str]) -> str | None:
    """The name of a column of numbers among the words of a header."""
    return next((word for line in words for word in map(squash, line.split()) if word in SERIAL), None)
