"""In which places of a page of aligned text its figures stand, and which of these are columns.

Figures of a column stand in line by their beginnings, ends or middles, in characters or in display width: by that in which the
figures of all rows fall on the fewest places. Does not belong here: which row is out of line (outofline.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import Cell
from assets.extract.places.positions import display_width

# Places nearer to each other than so many halves of a character are one, and those are right in it that are no farther than this.
_APART, _RIGHT_IN = 6, 2
# Such a share of all figures stands right in the places where these are kept to the character.
_EXACT = 0.85
# Places around those of figures.
_MARGIN = 6
# A figure stands in a place where it is nearer to it than this part of the way to the next one.
_NEAR = 0.4

# A place in halves of a character, so that the middle of a figure has one.
Places = list[int]


def edges(rows: Sequence[Sequence[Cell]]) -> list[Places]:
    """Where the figures of each row stand, by the edge and in the measure in which they are most in line."""
    words = [not "".join([cell.text for cell in row]).isascii() for row in rows]
    starts = [[cell.x0 * 2 for cell in row] for row in rows]
    ends = [[cell.x1 * 2 for cell in row] for row in rows]
    wide = [[cell.w0 * 2 for cell in row] for row in rows]
    sizes = [
        [2 * display_width(c.text) for c in row]
        if is_wide
        else [b - a for a, b in zip(left, right, strict=True)]
        for row, left, right, is_wide in zip(rows, starts, ends, words, strict=True)
    ]
    wide_ends = [[a + n for a, n in zip(*both, strict=True)] for both in zip(wide, sizes, strict=True)]
    found: list[Places] = []
    best = -1
    for lefts, rights in ((starts, ends), (wide, wide_ends)):
        middles = [
            [(a + b) // 2 for a, b in zip(*both, strict=True)] for both in zip(lefts, rights, strict=True)
        ]
        for kind in (lefts, rights, middles):
            _, often = _counted(kind)
            near = zip(often, often[1:], often[2:], often[3:], often[4:], strict=False)
            score = sum([n * (a + b + 2 * n + c + d) for a, b, n, c, d in near if n])
            if score > best:
                found, best = kind, score
    return found


def _counted(rows: Sequence[Places]) -> tuple[int, list[int]]:
    """How many figures stand in each place, from the one returned on, with some that have none on either side."""
    flat = [place for row in rows for place in row]
    start = min(flat) - _MARGIN
    often = [0] * (max(flat) + 2 * _MARGIN - start)
    for place in flat:
        often[place - start] += 1
    return start, often


def columns_of(rows: Sequence[Places], least: int) -> Places:
    """The places in which at least so many figures stand, from left to right."""
    start, often = _counted(rows)
    found: Places = []
    while True:
        near = zip(often, often[1:], often[2:], often[3:], often[4:], strict=False)
        about = [a + b + 2 * n + c + d if n else 0 for a, b, n, c, d in near]
        most = max(about)
        if not most:
            return sorted(found)
        at = about.index(most) + 2
        first, end = at - _APART + 1, at + _APART
        if sum(often[first:end]) >= least:
            found.append(at + start)
        often[first:end] = [0] * (end - first)


def reaches(columns: Places, *, exact: bool) -> dict[int, int]:
    """The column of each place that is in one: `exact` if figures must stand right in it."""
    found: dict[int, int] = {}
    for n, column in enumerate(columns):
        before = column - columns[n - 1] if n else columns[1] - column
        behind = columns[n + 1] - column if n + 1 < len(columns) else before
        left, right = (_RIGHT_IN if exact else max(_RIGHT_IN, int(_NEAR * gap)) for gap in (before, behind))
        found.update(dict.fromkeys(range(column - left, column + right + 1), n))
    return found


def within(rows: Sequence[Places], columns: Places) -> tuple[list[list[int | None]], bool, float]:
    """The column that each figure of some rows stands in, None where it stands between two.

    With it whether nearly all stand right in one, and the share of those that do to the very place.
    """
    right, very = reaches(columns, exact=True), {*columns}
    flat = [place for row in rows for place in row]
    exact = sum([place in right for place in flat]) >= _EXACT * len(flat)
    reach = right if exact else reaches(columns, exact=False)
    share = sum([place in very for place in flat]) / len(flat)
    return [[reach.get(place) for place in row] for row in rows], exact, share
