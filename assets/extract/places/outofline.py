"""Rows of aligned text with as many figures as columns, one of which stands where other rows have none.

    规章             0           2                    12    见说明
                     131         0         7          3
    1.属于国家秘密   3           25        131        0     3       162   0

A row has a figure for each column by its count alone if nothing is too many in it: a note, a figure of a column that the form
does not have, the second half of a cell. Where it lacks a column in which several rows have a figure that stand in line with it otherwise,
and is in line with few of the full rows, its count says nothing. A whole header right over its figures says that it is in line. Does not
belong here: rows with fewer figures (positions.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from assets.extract.model import Cell, Run
from assets.extract.places.positions import (
    APART,
    CHARACTERS,
    DISPLAY,
    aligned,
    columns_under,
    span,
)
from assets.extract.rows.candidates import Candidate

# So many rows with a figure in one place where this one has none, and more than there are full rows in line with it.
_LEAST = 2
# So many figures of a row must stand in line with another, if one of them does not: where more do not, it is not to their scale.
_IN_LINE = 2
# Such a share of the rows must be aligned for places to tell anything.
_SHARE = 0.5
# Such a share of the full rows are in line with one that is no slip.
_LEAST_USUAL = 0.5
# Spaces between figures as no list of figures has them, and the share of gaps that are so wide where they stand in columns.
_WIDE, _LEAST_WIDE = 4, 0.2

# A measure is the right one if so many times more rows are in line in it, of which these are such a part of all.
_CLEARLY = 3

_BOTH = (CHARACTERS, DISPLAY)
_Row = Sequence[Cell]


def out_of_line(
    rows: Sequence[Candidate], width: int, header: Sequence[Cell] | None, breaks: Callable[[], Sequence[int]]
) -> set[int]:
    """The identities of the rows of plain text with `width` figures that lack a column of the others of their page.

    Rows are compared that have as many labels side by side: where merged cells are left out, more labels move the figures. Full
    rows in line with one another tell that they do not. `breaks` gives the lines that end a page.
    """
    single = [
        row
        for row in rows
        if isinstance(row.item, Run) and row.figures and len({c.line_start for c in row.figures}) == 1
    ]
    gaps = [b.x0 - a.x1 for row in single for a, b in pairwise(row.figures)]
    if width == 1 or sum(gap >= _WIDE for gap in gaps) <= _LEAST_WIDE * len(gaps):
        return set()
    whole = [row.figures for row in single if len(row.figures) == width]
    if not whole or (2 * len(whole) > len(single) and all(_stands(a, b) for a, b in pairwise(whole))):
        return set()
    ends = breaks()
    kinds: dict[int, dict[int, list[_Row]]] = {}
    labels: dict[int, Cell] = {}
    for row in single:
        item = row.item
        head = item.head if isinstance(item, Run) else ""
        if isinstance(item, Run) and item.head_line == row.figures[0].line_start:
            x0 = item.head_x0
            labels[id(row.figures)] = Cell(head, row.line, row.line, x0, x0 + len(head), x0)
        page = kinds.setdefault(bisect_left(ends, row.line), {})
        page.setdefault(len(APART.findall(head)), []).append(row.figures)
    found: set[int] = set()
    for own in [joined for page in kinds.values() for joined in _joined(list(page.values()), width)]:
        full = [row for row in own if len(row) == width]
        witnesses = [row for row in own if aligned(row)]
        if len(witnesses) > _SHARE * len(own):
            told = [row for row in witnesses if len(row) != width or _is_usual(row, full)]
            found |= {
                id(row) for row in full if _is_out(row, told, header, _in_line(full), labels.get(id(row)))
            }
    return found


def _is_usual(row: _Row, full: Sequence[_Row]) -> bool:
    """Whether a full row is in line with a good part of the others."""
    return sum(_stands(row, other) for other in full if other is not row) >= _LEAST_USUAL * (len(full) - 1)


def _joined(kinds: Sequence[list[_Row]], width: int) -> list[list[_Row]]:
    """The rows of some kinds, those of two in one where a full row of the one is in line with a full row of the other."""
    found: list[list[_Row]] = []
    for own in kinds:
        full = [row for row in own if len(row) == width]
        with_it = [o for o in found if any(_stands(a, b) for a in full for b in o if len(b) == width)]
        rest = [o for o in found if o not in with_it]
        found = [*rest, [row for o in (*with_it, own) for row in o]]
    return found


def _is_out(
    row: _Row,
    witnesses: Sequence[_Row],
    header: Sequence[Cell] | None,
    measures: Sequence[str],
    label: Cell | None,
) -> bool:
    if header and len(header) == len(row) and _stands(row, header):
        return False
    others = [other for other in witnesses if other is not row]
    lacking = min(_lacks(row, others, measure, label) for measure in measures)
    return lacking >= _LEAST and lacking > sum(
        _stands(row, o, measures) for o in others if len(o) == len(row)
    )


def _in_line(full: Sequence[_Row]) -> Sequence[str]:
    """The measure in which a good part of the full rows are in line with the one before, and few in the other; else both."""
    often = {m: sum(_stands(b, a, (m,)) for a, b in pairwise(full)) for m in _BOTH}
    other, best = sorted(_BOTH, key=often.__getitem__)
    is_clear = often[best] >= _CLEARLY * max(1, often[other]) and _CLEARLY * often[best] >= len(full)
    return (best,) if is_clear else _BOTH


def _stands(row: _Row, anchor: _Row, measures: Sequence[str] = _BOTH) -> bool:
    """Whether each figure of a row stands right under another's, in one of the measures."""
    return any(columns_under(row, anchor, m) == [*range(len(anchor))] for m in measures)


def _lacks(row: _Row, others: Sequence[_Row], measure: str, label: Cell | None) -> int:
    """In how many rows a figure stands in one place where this row has none, nor a label that moves its figures."""
    end = span(label, measure)[1] if label else 0
    own = [span(cell, measure) for cell in row]
    beside: list[tuple[int, int]] = []
    for other in others:
        spans = [span(cell, measure) for cell in other]
        apart = [(a, b) for a, b in spans if not any(a <= y and x <= b for x, y in own)]
        if len(apart) == 1 and len(spans) > _IN_LINE and apart[0][0] > end + 1:
            beside += apart
    return max((sum(a <= y and x <= b for a, b in beside) for x, y in beside), default=0)
