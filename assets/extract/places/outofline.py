"""Rows of aligned text with as many figures as columns, one of which stands where no column is.

    规章             0           2                    12    见说明
                     131         0         7          3
    1.属于国家秘密   3           25        131        0     3       162   0

A row has a figure for each column by its count alone if nothing is too many in it: a note, a figure of a column that the form
does not have, the second half of a cell. Where the other rows of its page show the columns, and it has none in one of them and another where they have none, its count
says nothing. A row that is moved as one, or pushed by its label, is in line. Does not belong here: where columns
are (edges.py), and rows with fewer figures (positions.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assets.extract.model import Cell, Run
from assets.extract.places.edges import Places, columns_of, edges, reaches, within
from assets.extract.places.positions import APART, GROUP, LONGEST_FIGURE
from assets.extract.records import record
from assets.extract.rows.finding.candidates import Candidate

# So many rows of a page, or of a kind, show its columns.
_LEAST_ROWS = 4
# So many figures show a column: more at first, fewer where that leaves too few columns.
_LEAST_FIGURES = (3, 2)
# So many halves of a character may the figures of a row that is moved as one be out of line with each other, and where all others stand right in columns.
_AS_ONE, _RIGHT_AS_ONE = 4, 2
# So many columns more than the form has leave them columns: rows that are each moved by a column are in none.
_MOST_MORE = 4
# A label that ends so many halves of a character before the first column fills its room.
_FULL = 4
# Spaces behind which a figure follows that was pushed along.
_PUSHED = 2
# So many figures of a row may be out of line; where more are, it is not to the scale of the others.
_MOST_OUT = 2

# Spaces between figures as no list of figures has them, and the share of gaps that are so wide where they stand in columns.
_WIDE, _LEAST_WIDE = 4, 0.2
# By so many halves of a character a row is moved whose label has a letter or two of another width.
_LITTLE = (-2, 2, -4, 4)
# A figure behind so few spaces may be of one cell with the one before.
_BESIDE = 1
# So many rows have figures in two columns beside each other.
_LEAST_BESIDE = 2
# So many halves of a character beyond the last column is beyond it.
_PAST = 4
# Such a share of all figures stands in columns to the very place where a program draws them so, and such a one in columns at all.
_DRAWN = 0.97
_SHARE = 0.8
# A column has so many times as many figures as another that is none.
_CLEARLY = 3


@record
class _Row:
    """A row with the places of its figures and the columns in which these stand, None for one between columns."""

    candidate: Candidate
    places: Places
    columns: list[int | None]


@dataclass
class Lines:
    """What the places of figures tell of rows, these by the identities of the list of their figures.

    `out` are those with a figure for each column of which one stands where no column is. `kinds` are numbers of such as have
    their first column in the same place, where there are several: merged cells that are left out move the figures of some.
    """

    out: set[int] = field(default_factory=set)
    kinds: dict[int, int] = field(default_factory=dict)

    def of_kind(self, figures: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
        """Those of some rows whose columns stand where a row has them."""
        kind = self.kinds.get(id(figures))
        return rows if kind is None else [row for row in rows if self.kinds.get(id(row), kind) == kind]


def in_lines(rows: Sequence[Candidate], width: int, breaks: Callable[[], Sequence[int]]) -> Lines:
    """What the places of the figures of rows of plain text tell; `breaks` gives the lines that end a page."""
    found = Lines()
    single = [
        row
        for row in rows
        if isinstance(row.item, Run)
        and row.figures
        and row.figures[0].line_start == row.figures[-1].line_start
    ]
    whole = [row.figures for row in single if len(row.figures) == width]
    if width == 1 or len(single) < _LEAST_ROWS or not whole:
        return found
    gaps = [b.x0 - a.x1 >= _WIDE for row in single for a, b in pairwise(row.figures)]
    if sum(gaps) < _LEAST_WIDE * len(gaps):
        return found
    if 2 * len(whole) > len(single) and _agree(whole):
        return found
    ends = breaks()
    pages: dict[int, list[Candidate]] = {}
    for row in single:
        pages.setdefault(bisect_left(ends, row.line), []).append(row)
    for page in pages.values():
        _judge(page, width, found)
    return found


def _agree(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the figures of all rows begin or end in the same places."""
    kinds = (
        [[c.x0 for c in row] for row in rows],
        [[c.w0 for c in row] for row in rows],
        [[c.x1 for c in row] for row in rows],
    )
    return any(all(row == kind[0] for row in kind) for kind in kinds)


def _judge(page: Sequence[Candidate], width: int, found: Lines) -> None:
    """Tell of the rows of a page."""
    if len(page) < _LEAST_ROWS:
        return
    places = edges([row.figures for row in page])
    for least in _LEAST_FIGURES:
        columns = columns_of(places, least)
        if len(columns) >= width:
            break
    if not width <= len(columns) <= width + _MOST_MORE:
        return
    stand, exact, share = within(places, columns)
    drawn = share >= _DRAWN
    flat = [at is not None for row in stand for at in row]
    if sum(flat) < _SHARE * len(flat):
        return
    kinds: dict[int, list[_Row]] = {}
    for row, own, at in zip(page, places, stand, strict=True):
        pieces = len(APART.findall(row.item.head)) if isinstance(row.item, Run) else 0
        kinds.setdefault(pieces, []).append(_Row(row, *_moved(own, at, columns)))
    begun: dict[int, list[_Row]] = {}
    for kind in kinds.values():
        first = min(_used(kind), default=-1)
        begun.setdefault(first, []).extend(kind)
    several = len(begun.keys() - {-1}) > 1
    for first, kind in begun.items():
        found.out |= {id(row.figures) for row in _out_of_kind(kind, columns, width, exact=exact, drawn=drawn)}
        if several and first != -1:
            found.kinds |= {id(row.candidate.figures): first for row in kind}


def _moved(places: Places, at: list[int | None], columns: Places) -> tuple[Places, list[int | None]]:
    """The places and columns of a row, most figures of which stand in none, as they are if it is moved by a little."""
    if 2 * at.count(None) <= len(at):
        return places, at
    right = reaches(columns, exact=True)
    for by in _LITTLE:
        moved = [place + by for place in places]
        there = [right.get(place) for place in moved]
        if 2 * there.count(None) < len(at):
            return moved, there
    return places, at


def _used(rows: Sequence[_Row]) -> dict[int, int]:
    """The columns of some rows with how many figures stand in each, from left to right, without those of hardly any."""
    count = Counter([at for row in rows for at in {*row.columns} if at is not None])
    return {at: n for at, n in sorted(count.items()) if n >= _LEAST_FIGURES[-1]}


def _out_of_kind(
    rows: Sequence[_Row], columns: Places, width: int, *, exact: bool, drawn: bool
) -> list[Candidate]:
    """The full rows of a kind that are out of line."""
    full = [row for row in rows if len(row.places) == width]
    used = _used(rows)
    if len(rows) < _LEAST_ROWS or len(used) < width or not full:
        return []
    usual = _usual(full, used, width)
    if usual is None:
        often = [at for at, n in used.items() if n >= _LEAST_FIGURES[0]]
        whole = [row for row in rows if often and {often[0], often[-1]} <= {*row.columns}]
        is_wider = exact and len(often) > width and len(whole) >= _LEAST_BESIDE and _are_apart(rows, often)
        return [row.candidate for row in full if None not in row.columns] if is_wider else []
    if not _are_apart(rows, usual):
        return []
    first = {_label_at(row) for row in rows if row.columns[0] == usual[0]}
    return [
        row.candidate
        for row in full
        if row.columns != usual and _lacks(row, usual, columns, first, drawn=drawn)
    ]


def _label_at(row: _Row) -> int:
    """Where the last piece of a row's label begins."""
    item = row.candidate.item
    pieces = [piece.start() for piece in APART.finditer(item.head)] if isinstance(item, Run) else []
    return item.head_x0 + pieces[-1] if isinstance(item, Run) and pieces else -1


def _usual(full: Sequence[_Row], used: dict[int, int], width: int) -> list[int] | None:
    """The columns in which rows with `width` figures stand; None where more are used and nothing tells which are theirs."""
    most = sorted(used, key=used.__getitem__, reverse=True)
    if len(used) == width or used[most[width]] * _CLEARLY <= used[most[width - 1]]:
        return sorted(most[:width])
    usual, often = Counter([(*row.columns,) for row in full]).most_common(1)[0]
    found = [at for at in usual if at is not None]
    is_usual = len({*found}) == width and often >= max([n for at, n in used.items() if at not in usual])
    return found if is_usual else None


def _are_apart(rows: Sequence[_Row], columns: Sequence[int]) -> bool:
    """Whether rows have figures in each column and the one beside it: two places of figures may be of one column."""
    pairs = Counter([pair for row in rows for pair in pairwise([at for at in row.columns if at in columns])])
    return all(pairs[pair] >= _LEAST_BESIDE for pair in pairwise(columns))


def _lacks(row: _Row, usual: Sequence[int], columns: Places, first: set[int], *, drawn: bool) -> bool:
    """Whether a row has too many figures in line with its columns, while it has none in one of these, and is not moved.

    `first` tells where the labels of rows begin that have a figure in the first column.
    """
    lacking = {*usual} - {*row.columns}
    if not 0 < len(lacking) <= _MOST_OUT or _is_moved(row, usual, columns, drawn=drawn):
        return False
    if usual[0] in lacking and _label_at(row) not in first:
        return False  # merged cells that are left out move its figures by a column
    figures, own = row.candidate.figures, [columns[n] for n in usual]
    for n in [n for n, at in enumerate(usual) if at in lacking]:
        # nothing pushes a figure to the left
        is_left = drawn and n > 0 and row.places[n] < own[n] and _may_be_one(figures[n - 1], figures[n])
        if not is_left and not _is_far(row.places[n], n, own):
            return False
    before = None
    for n, at in enumerate(row.columns):
        if at in usual and at != before:
            before = at
            continue
        if at is not None and at not in usual and at < usual[-1]:
            return False  # figures of some column stand in two places
        near = [_may_be_one(a, b) for a, b in pairwise(figures[max(0, n - 1) : n + 2])]
        if not any(near) and row.places[n] < columns[usual[-1]] + _PAST:
            return False
    return True


def _is_far(place: int, column: int, columns: Places) -> bool:
    """Whether a figure is half the way or farther from its column to the one beside it."""
    by = place - columns[column]
    beside = column + (1 if by > 0 else -1)
    if not 0 <= beside < len(columns):
        beside = column + (-1 if by > 0 else 1)
    return abs(by) * 2 >= abs(columns[beside] - columns[column])


def _may_be_one(first: Cell, second: Cell) -> bool:
    """Whether two figures beside each other may be of one cell: set apart by one space, and no two long ones."""
    size = len(first.text) + len(second.text)
    return second.x0 - first.x1 <= _BESIDE and (size <= LONGEST_FIGURE or len(second.text) == GROUP)


def _is_moved(row: _Row, usual: Sequence[int], columns: Places, *, drawn: bool) -> bool:
    """Whether all figures of a row are moved by as much, or the first ones by the label before them."""
    at = [columns[n] for n in usual]
    moved = [place - to for place, to in zip(row.places, at, strict=True)]
    least = min([b - a for a, b in pairwise(at)])
    if max(moved) - min(moved) <= (_RIGHT_AS_ONE if drawn else _AS_ONE) and abs(moved[0]) * 2 < least:
        return True
    figures, item = row.candidate.figures, row.candidate.item
    if not isinstance(item, Run) or not item.head or item.head_line != figures[0].line_start:
        return False
    end = item.head_x0 + len(item.head)
    if max(moved) - min(moved) <= _AS_ONE and row.places[0] - 2 * (figures[0].x0 - end) >= at[0] - _FULL:
        return True  # the label fills its room
    for n, cell in enumerate(figures):
        if cell.x0 - end > _PUSHED or moved[n] < 0:
            return row.columns[n:] == [*usual[n:]]
        end = cell.x1
    return True
