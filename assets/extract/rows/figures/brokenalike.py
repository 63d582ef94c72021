"""Rows of plain text that a page's columns break in two or three lines, each row at the same places.

A program that sees a wide gap between two columns of figures gives what stands left of it on a line and what stands right of it on the
next, row after row; wide figures close the gap, so that some rows stay whole. Belongs here: at which places the rows of a table are
broken so, and whether one is. Does not belong here: rows whose lines are of equal length (runfigures.py), and rows broken wherever
a line was full (rows/cut).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from itertools import accumulate, pairwise

from assets.extract.model import Item, Run

# So many figures make a row that is broken so, and so many stand before its first break and behind its last: one figure that stands
# above or below the others may be that of any column, as one in other letters is.
_LEAST_WIDTH, _LEAST_END = 6, 2
# So many rows show a break, and no more breaks than so many are alike; of all rows on several lines no more than one in so many
# may stand against these.
_LEAST_ROWS, _MOST_BREAKS, _MOST_OTHERS = 5, 2, 8


def breaks_alike(items: Iterable[Item], widths: Set[int]) -> frozenset[tuple[int, int]]:
    """(figures of a row, figures before a break) of the breaks that the rows of a table share; empty where they do not."""
    broken = [at for item in items if isinstance(item, Run) and (at := _breaks(item)) and at[-1][0] in widths]
    counts = Counter(place for places in broken for place in places)
    shared = frozenset(place for place, rows in counts.items() if rows >= _LEAST_ROWS)
    others = sum(not shared.issuperset(places) for places in broken)
    is_alike = len(shared) <= _MOST_BREAKS and len(broken) > others * _MOST_OTHERS
    return shared if is_alike else frozenset()


def is_broken_alike(run: Run, shared: Set[tuple[int, int]]) -> bool:
    """Whether a row is broken only where the rows of its table are."""
    places = _breaks(run)
    return bool(shared and places) and shared >= {*places}


def _breaks(run: Run) -> list[tuple[int, int]]:
    """Where a row is broken on lines that follow each other and go on from left to right; nothing where it is not."""
    size, counts = len(run.cells), [len(line) for line in run.lines]
    if size < _LEAST_WIDTH or not 1 < len(counts) <= 3 or any(run.gaps):
        return []
    if min(counts[0], counts[-1]) < _LEAST_END or len(set(counts)) == 1:
        return []
    if run.layout == "aligned" and any(b[0].x0 <= a[-1].x0 for a, b in pairwise(run.lines)):
        return []
    return [(size, at) for at in accumulate(counts[:-1])]
