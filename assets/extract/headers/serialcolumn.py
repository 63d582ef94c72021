"""A column of row numbers that a plain header names (行次) and each row gives, over rows with as many figures as the form has columns.

    行次 自然人 法人或其他组织 总计
    一、本年新收政府信息公开申请数量 1 4028 4703 4749 3668 4945 4676

The number takes the place of a figure that is blank, perhaps in every row. Belongs here: whether the first figures are such numbers. Does
not belong here: rows that have their number and all their figures (places/numbercolumn.py, plainheaders/extracolumns.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.model import Cell

SERIAL = frozenset(("序号", "行次", "编号", "代码", "行号"))
# So many rows whose first figures grow from one to the next are counted; an applicant's figures go up and down.
_LEAST = 8


def numbers_rows(words: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str | None:
    """The name of a column of numbers among the words of a header, if the first figures of the rows are its numbers."""
    name = next((word for line in words for word in map(squash, line.split()) if word in SERIAL), None)
    if name is None or len(rows) < _LEAST:
        return None
    first = [next((cell.text.strip() for cell in row if cell.text.strip()), "") for row in rows]
    if not all(text.isdecimal() and len(text) <= len(str(2 * len(rows))) for text in first):
        return None
    return name if all(int(one) < int(other) for one, other in pairwise(first)) else None
