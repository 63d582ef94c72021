"""Columns by where the figures of all rows stand under the labels of their header, where full rows do not tell.

A column that is blank in most rows, or in all, leaves no full row to measure the others by; labels in pieces one above
the other do as well if each figure of the page stands under exactly one. Does not belong here: rows that are measured by
full ones (positions.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extract.model import Cell
from assets.extract.places.positions import CHARACTERS, DISPLAY, span
from assets.extract.plainheaders.brokengroups import without_broken_groups
from assets.extract.plainheaders.stackedheader import Words, places, segments

# Rows of fewer figures show no columns.
_LEAST_ROWS = 6
# How far a figure may reach beyond a label.
_REACH = 1
_Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Ruler:
    """The columns of a page from left to right, each as wide as its label and all of its figures, in one measure."""

    cells: list[Cell]
    measure: str


def ruler(
    rows: Sequence[Sequence[Cell]], lines: Sequence[str], order: Sequence[str], words: Words
) -> Ruler | None:
    """The columns under the labels in `lines`, which stand in that order; None where a row does not fit.

    `rows` are the figures of the rows of the page, each on a line of its own. In one measure they must all fit, and if they
    do in both, stand in the same columns.
    """
    if len(rows) < _LEAST_ROWS:
        return None
    found = _fits(rows, lines, order, words)
    if not found and (whole := without_broken_groups(lines, words)) != list(lines):
        found = _fits(rows, whole, order, words)
    if not found or len({str(columns) for _, columns in found.values()}) > 1:
        return None
    measure, (spans, _) = list(found.items())[-1]
    line = rows[0][0].line_start
    return Ruler([Cell("0" * (b - a), line, line, a, b, a) for a, b in spans], measure)


def _fits(
    rows: Sequence[Sequence[Cell]], lines: Sequence[str], order: Sequence[str], words: Words
) -> dict[str, tuple[_Spans, list[list[int]]]]:
    """The measures in which all figures stand under the labels, with what `_fit` says of each."""
    found: dict[str, tuple[_Spans, list[list[int]]]] = {}
    for measure in (CHARACTERS, DISPLAY):
        for pieces in segments(lines, words)[-1:]:
            labels = places(pieces, order, words, wide=measure == DISPLAY)
            if labels and (fit := _fit(rows, labels, measure)):
                found[measure] = fit
    return found


def _fit(
    rows: Sequence[Sequence[Cell]], labels: _Spans, measure: str
) -> tuple[_Spans, list[list[int]]] | None:
    """The columns as wide as their labels and figures, and the columns of each row's figures; None where one does not fit."""
    spans = list(labels)
    columns: list[list[int]] = []
    for row in rows:
        own: list[int] = []
        for x0, x1 in [span(cell, measure) for cell in row]:
            under = [i for i, (a0, a1) in enumerate(labels) if x0 < a1 + _REACH and x1 > a0 - _REACH]
            if len(under) != 1 or (own and under[0] <= own[-1]):
                return None
            own += under
            a0, a1 = spans[under[0]]
            spans[under[0]] = min(a0, x0), max(a1, x1)
        columns.append(own)
    apart = all(a[1] < b[0] for a, b in pairwise(spans))
    # neighbours that no row fills both may be one column whose figures do not stand in line
    filled = sorted({column for own in columns for column in own})
    if len(filled) < len(labels) and not _tell_blanks(rows, labels, columns, measure):
        return None
    both = {pair for own in columns for pair in pairwise(own)}
    return (spans, columns) if apart and both.issuperset(pairwise(filled)) else None


def _tell_blanks(
    rows: Sequence[Sequence[Cell]], labels: _Spans, columns: Sequence[Sequence[int]], measure: str
) -> bool:
    """Whether labels tell which columns are blank in all rows, though some of them stand one space apart.

    Such labels were pushed along, so that a figure may stand under its neighbour's: unless each of them has its own, or none has
    any, for the first one was not pushed and what belongs to the others stands no farther left. Where all figures begin, or end,
    right where their labels do, a program padded cells, and may have left out the blank ones.
    """
    filled = {column for own in columns for column in own}
    close = [at for at, (a, b) in enumerate(pairwise(labels), 1) if b[0] - a[1] <= 1]
    if any((at in filled) is not (at - 1 in filled) for at in close):
        return False
    spans = [
        (span(cell, measure), labels[column])
        for row, own in zip(rows, columns, strict=True)
        for cell, column in zip(row, own, strict=True)
    ]
    return not close or not any(
        all(figure[edge] == label[edge] for figure, label in spans) for edge in (0, 1)
    )
