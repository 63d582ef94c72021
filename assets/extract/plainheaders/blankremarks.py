"""A column of remarks that a plain header names and no row fills: `自然人 … 其他 总计 备注` over rows of seven figures.

Blanks vanish from plain text, so that a row with the form's count of figures might be one of a remark's, with a blank among the others.
Where (nearly) all of many rows have that count, and none has more, no remark is a figure: all rows would have to lack just one
figure where they have a remark. In a short block all rows must have it, and the name must stand behind those of all columns: what is
written behind the figures is then a word or a stroke, never digits. Does not belong here: remarks in words (remarks.py), other columns that may be blank (extralabels.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from assets.extract.headers.corners import REMARKS
from assets.extract.labels import squash
from assets.extract.model import Cell

_LEAST_FULL, _LEAST_SHARE = 8, 0.8
_WORD = re.compile(r"\S+")
# A narrow cell prints its name one letter above the other.
_UPRIGHT = tuple(sorted(name for name in REMARKS if len(name) == 2))


def without_blank_remarks(
    lines: Sequence[str], rows: Sequence[Sequence[Cell]], width: int
) -> tuple[str, ...]:
    """The lines of a header without the name of such a column; as they are where rows do not prove it blank."""
    counts = [len(row) for row in rows]
    full = counts.count(width)
    are_many = full >= max(_LEAST_FULL, _LEAST_SHARE * len(counts))
    if not full or max(counts) > width or not (are_many or full == len(counts)):
        return tuple(lines)
    words = [(at, squash(word[0])) for at, line in enumerate(lines) for word in _WORD.finditer(line)]
    if not are_many and not (words and words[-1][1] in REMARKS and _are_digits(rows)):
        return tuple(lines)
    gone = {(at, text) for at, text in words if text in REMARKS}
    single = [(at, text) for at, text in words if len(text) == 1]
    for (at, first), (below, second) in pairwise(p for p in single if p[1] in "".join(_UPRIGHT)):
        if at < below and first + second in _UPRIGHT:
            gone |= {(at, first), (below, second)}
    if not gone:
        return tuple(lines)
    return tuple([_leave_out(line, {text for n, text in gone if n == at}) for at, line in enumerate(lines)])


def _are_digits(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether all figures have digits: a stroke may be what is written for a remark."""
    return all(any(sign.isdigit() for sign in cell.text) for row in rows for cell in row)


def _leave_out(line: str, names: Set[str]) -> str:
    """A line with spaces where words of these names stood."""
    return _WORD.sub(lambda word: " " * len(word[0]) if squash(word[0]) in names else word[0], line)
