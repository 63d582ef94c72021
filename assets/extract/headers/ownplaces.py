"""Columns that a header names whole, each in its own place, while it does not tell others: those alone are known.

A clerk prints one label twice (本年新制作数量 | 本年新制作数量 | 对外公开总数量), a program numbers the columns whose names it did
not see (数据1 … 数据6 | 总计). Belongs here: headers with one text for each column. Does not belong here: labels that are lost
or moved (headerlacks.py), and columns of another table (foreignheader.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.plainheaders.stackedheader import Words
from schemas.form import Column, Table

# What a program calls a column that it knows no name of.
_NUMBERED = re.compile(r"(?:数据|数值|数量|列|字段|栏)(?:[0-9]{1,2}|[一二三四五六七八九])")


def own_places(
    texts: Sequence[str], table: Table, columns: Sequence[Column], words: Words
) -> list[str] | None:
    """The columns from left to right, UNKNOWN for those not told; None where the header leaves more in doubt.

    `texts` are the words of a header in reading order, or the cells of its last row, with the corner.
    """
    behind = [squash(text) for text in texts][-len(columns) - 1 :]
    if len(behind) <= len(columns) or behind[0] not in {squash(table.header), *CORNERS}:
        return None
    labels = behind[1:]
    found = [
        column.key if label in words.columns[column.key] and labels.count(label) == 1 else UNKNOWN
        for label, column in zip(labels, columns, strict=True)
    ]
    rest = [label for label, key in zip(labels, found, strict=True) if key == UNKNOWN]
    numbered = [bool(_NUMBERED.fullmatch(label)) for label in rest]
    # one label twice, and no other lost or moved
    twice = len(rest) == len(set(rest)) + 1 == len([r for r in rest if r in words.by_wording])
    if not 0 < len(rest) < len(columns):
        return None  # what is in doubt though all columns are named is not their names
    if not (twice or (all(numbered) and len(set(rest)) == len(rest))):
        return None
    return found
