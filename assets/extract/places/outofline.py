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

from collections.abc import Sequence

from assets.extract.model import Cell
from assets.extract.places.positions import CHARACTERS, DISPLAY, columns_under, span

# So many rows with a figure in one place where this one has none.
_LEAST = 2
# In line with such a share of the other full rows it is one of them.
_SHARE = 0.5
# Of the figures of a row so many must stand in line with another for one that does not.
_IN_LINE = 2

_Row = Sequence[Cell]


def out_of_line(
    full: Sequence[_Row], rows: Sequence[_Row], header: Sequence[Cell] | None
) -> list[_Row]:
    """Those of the full rows that lack a column of the others; `rows` are all aligned rows of one line, of one page or more."""
    return [row for row in full if _is_out(row, full, rows, header)]


def _is_out(row: _Row, full: Sequence[_Row], rows: Sequence[_Row], header: Sequence[Cell] | None) -> bool:
    width = len(row)
    others = [other for other in full if other is not row]
    if sum(_stands(row, other) for other in others) > _SHARE * len(others):
        return False
    if header and len(header) == width and _stands(row, header):
        return False
    return all(_lacks(row, [other for other in rows if other is not row], m) for m in (CHARACTERS, DISPLAY))


def _stands(row: _Row, anchor: _Row) -> bool:
    """Whether each figure of a row stands right under another's, in either measure."""
    return any(columns_under(row, anchor, m) == [*range(len(anchor))] for m in (CHARACTERS, DISPLAY))


def _lacks(row: _Row, others: Sequence[_Row], measure: str) -> bool:
    own = [span(cell, measure) for cell in row]
    beside: list[tuple[int, int]] = []
    for other in others:
        spans = [span(cell, measure) for cell in other]
        apart = [(a, b) for a, b in spans if not any(a <= y and x <= b for x, y in own)]
        if apart and len(spans) - len(apart) >= _IN_LINE * len(apart):
            beside += apart
    return any(sum(a <= y and x <= b for a, b in beside) >= _LEAST for x, y in beside)
