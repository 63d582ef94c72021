"""The row of figures of table 4 printed again right below itself, as some programs give a table of a page and then its text.

Belongs here: telling that the figures below are the same, so that none of them is a digit cut off the row. Does not belong here: what
digits below may be otherwise (figurerow.py), and a second print that differs (onerow.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Cell, Item, Run

# Figures fewer than these may be alike by chance.
_LEAST = 8


def is_printed_below(items: Sequence[Item], index: int, figures: Sequence[Cell]) -> bool:
    """Whether the run right below an item holds the figures of a row once more, all of them and no others, in their order."""
    below = items[index + 1] if index + 1 < len(items) else None
    if not isinstance(below, Run) or below.head:
        return False
    texts = [text for cell in figures if (text := squash(cell.text))]
    return len(texts) >= _LEAST and texts == [text for cell in below.cells if (text := squash(cell.text))]
