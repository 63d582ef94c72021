"""Rows of plain text with a word for each column that may have fewer figures than that.

Belongs here: asking what speaks against the count. Does not belong here: marks (countedmarks.py) and thousands (spacedthousands.py) themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assets.extract.model import Cell, Item, Run
from assets.extract.places.cutfigures import by_line
from assets.extract.rows.figures.countedmarks import has_mark
from assets.extract.rows.figures.spacedthousands import are_joined, may_be_joined

# Fewer rows do not tell whether blank cells vanish.
_LEAST_TELLING = 8


def may_lack_figures(
    figures: Sequence[Cell], width: int, rows: Sequence[Sequence[Cell]], items: Iterable[Item]
) -> bool:
    """Whether a row is full only with a mark or with the pieces of a figure; `rows` are those of its block."""
    if len(figures) != width or width == 1:
        return False
    if has_mark(figures) or are_joined(figures):
        return True
    return may_be_joined(figures) and _loses_blanks(rows, width) and _has_spaced_thousands(items)


def _loses_blanks(rows: Sequence[Sequence[Cell]], width: int) -> bool:
    """Whether a row of one line has fewer figures than columns; few rows tell nothing."""
    counts = [len(row) for row in rows if len(by_line(row)) == 1]
    return len(counts) < _LEAST_TELLING or any(0 < count < width for count in counts)


def _has_spaced_thousands(items: Iterable[Item]) -> bool:
    return any(are_joined(line) for item in items if isinstance(item, Run) for line in item.lines)
