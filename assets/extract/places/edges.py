"""In which places of a page of aligned text its figures stand, and which of these are columns.

Figures of a column stand in line by their beginnings, ends or middles, in characters or in display width: by that in which the
figures of all rows fall on the fewest places. Does not belong here: which row is out of line (outofline.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from assets.extract.model import Cell
from assets.extract.places.positions import display_width

# Places nearer to each other than so many halves of a character are one, and those are right in it that are no farther than this.
_APART, _RIGHT_IN = 6, 2
# Such a share of all figures stands right in the places where these are kept to the character.
_EXACT = 0.85
# A figure stands in a place where it is nearer to it than this part of the way to the next one.
_NEAR = 0.4

# A place in halves of a character, so that the middle of a figure has one.
Places = list[int]


def edges(rows: Sequence[Sequence[Cell]]) -> list[Places]:
    """Where the figures of each row stand, by the edge and in the measure in which they are most in line."""
    starts = [[cell.x0 * 2 for cell in row] for row in rows]
    ends = [[cell.x1 * 2 for cell in row] for row in rows]
    wide = [[cell.w0 * 2 for cell in row] for row in rows]
    sizes = [[2 * (len(c.text) if c.text.isascii() else display_width(c.text)) for c in row] for row in rows]
    wide_ends = [[a + n for a, n in zip(*both, strict=True)] for both in zip(wide, sizes, strict=True)]
    found: list[Places] = []
    best = -1
    for lefts, rights in ((starts, ends), (wide, wide_ends)):
        middles = [
            [(a + b) // 2 for a, b in zip(*both, strict=True)] for both in zip(lefts, rights, strict=True)
        ]
        for kind in (lefts, rights, middles):
            n = Counter([place for row in kind for place in row])
            score = sum([m * (2 * m + n[p - 2] + n[p - 1] + n[p + 1] + n[p + 2]) for p, m in [*n.items()]])
            if score > best:
                found, best = kind, score
    return found


def columns_of(rows: Sequence[Places], least: int) -> Places:
    """The places in which at least so many figures stand, from left to right."""
    left = Counter([place for row in rows for place in row])
    found: Places = []
    while left:
        _, place = max(
            [(left[p - 1] + left[p - 2] + left[p + 1] + left[p + 2] + 2 * m, p) for p, m in left.items()]
        )
        near = [p for p in left if abs(p - place) < _APART]
        if sum([left.pop(p) for p in near]) >= least:
            found.append(place)
    return sorted(found)


def is_exact(rows: Sequence[Places], columns: Places) -> bool:
    """Whether nearly all figures stand right in one of the columns."""
    right = {place + by for place in columns for by in range(-_RIGHT_IN, _RIGHT_IN + 1)}
    flat = [place in right for row in rows for place in row]
    return sum(flat) >= _EXACT * len(flat)


def within(row: Places, columns: Places, *, exact: bool) -> list[int | None]:
    """The column that each figure of a row stands in, None where it stands between two."""
    found: list[int | None] = []
    for place in row:
        at = bisect_left(columns, place)
        beside = [n for n in (at - 1, at) if 0 <= n < len(columns)]
        apart = abs(columns[beside[0]] - columns[beside[-1]]) if len(beside) > 1 else columns[1] - columns[0]
        gap, nearest = min([(abs(place - columns[n]), n) for n in beside])
        found.append(nearest if gap <= _RIGHT_IN or (not exact and gap < _NEAR * apart) else None)
    return found
