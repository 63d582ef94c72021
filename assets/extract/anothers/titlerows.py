"""Titles that a table bears within, in its first row: they are of the table that a caption above it speaks of, and begin no other.

Does not belong here: what a caption says (others.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.model import GridRow, Item, Prose, has_figure

_BARS = 2


def titles_below(items: Sequence[Item], lines: Sequence[str], captions: Sequence[int]) -> set[int]:
    """The captions that are such titles, no figures between them and the caption above."""
    titles = _titles(items, lines).intersection(captions)
    if not titles:
        return titles
    figures = [i.line_start for i in items if not isinstance(i, Prose) and has_figure(i.cells)]
    pairs = pairwise(sorted(captions))
    return {
        title for above, title in pairs if title in titles and not any(above < n < title for n in figures)
    }


def _titles(items: Sequence[Item], lines: Sequence[str]) -> set[int]:
    """The lines of the first rows of tables that hold one text and no more, and such lines between bars."""
    seen: set[int] = set()
    found: set[int] = set()
    for item in items:
        if isinstance(item, GridRow) and item.block not in seen:
            seen.add(item.block)
            if len({item.cells[at].text for at in item.written}) == 1:
                found.add(item.line_start)
    for number, line in enumerate(lines, 1):
        if line.count("|") >= _BARS and len({cell.strip() for cell in line.split("|")} - {""}) == 1:
            found.add(number)
    return found
