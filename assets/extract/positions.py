"""Columns by where figures stand on the line, for texts whose columns are aligned by spaces.

A gap is a blank cell only where full rows of the same page, or the header, show which columns the figures stand in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import LabelMatcher
from assets.extract.model import Cell

Span = tuple[int, int]

_APART = re.compile(r"\S+(?: \S+)*")
# How far a figure may reach beyond the column that it is said to stand in, and how near is nearest.
_REACH = 1
_NEAREST_ANCHORS = 2
_FARTHEST_ANCHOR = 60


def aligned(cells: Sequence[Cell]) -> bool:
    """Whether the figures of a line are set apart by more than one space each."""
    return all(b.x0 - a.x1 > 1 for a, b in pairwise(cells))


def columns_at(cells: Sequence[Cell], anchors: Sequence[Sequence[Span]]) -> list[int] | None:
    """The column index of each cell, agreed by all anchors (rows of column spans); None where there is doubt."""
    agreed: list[int] | None = None
    for spans in anchors:
        columns = [_column(cell, spans) for cell in cells]
        if None in columns or sorted(set(columns)) != columns:  # type: ignore[type-var]
            return None
        if agreed is not None and agreed != columns:
            return None
        agreed = columns  # type: ignore[assignment]
    return agreed


def _column(cell: Cell, spans: Sequence[Span]) -> int | None:
    """The one column whose span the cell touches."""
    touched = [i for i, (x0, x1) in enumerate(spans) if cell.x0 < x1 + _REACH and cell.x1 > x0 - _REACH]
    return touched[0] if len(touched) == 1 else None


def nearest(
    line: int, full_rows: Sequence[tuple[int, Sequence[Span]]], breaks: Sequence[int]
) -> list[Sequence[Span]]:
    """The spans of the nearest full rows above and below `line` on its page; `breaks` are lines that end a page."""

    def same_page(other: int) -> bool:
        low, high = min(line, other), max(line, other)
        return high - low <= _FARTHEST_ANCHOR and not any(low <= b <= high for b in breaks)

    above = [spans for at, spans in full_rows if at < line and same_page(at)][-1:]
    below = [spans for at, spans in full_rows if at > line and same_page(at)][:1]
    return (above + below)[:_NEAREST_ANCHORS]


def header_spans(lines: Sequence[str], matcher: LabelMatcher, keys: Sequence[str]) -> list[Span] | None:
    """The spans of the column labels, if each stands once and whole in the header lines; None otherwise."""
    found: dict[str, Span] = {}
    for line in lines:
        for piece in _APART.finditer(line):
            match = matcher.match(piece[0])
            if match and match.key in keys:
                if match.key in found:
                    return None
                found[match.key] = piece.span()
    if set(found) != set(keys):
        return None
    spans = [found[key] for key in keys]
    return spans if sorted(spans) == spans else None
