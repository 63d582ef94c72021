"""Figures without a label between a header and the first label below it: perhaps those of that row, which others may follow.

A program that gives the figures of a row before its label leaves the first figures there, and those below each label are the next row's.
Belongs here: the sign of that where some cells of the row are blank. Does not belong here: whole rows of figures without a label
(looserows.py), and single digits that a narrow column cut off (looseends.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Item, Run
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Column

_LEAST = 2


def figures_above(items: Sequence[Item], start: Candidate, columns: Sequence[Column]) -> str | None:
    """The figures right between the names of columns and the label of the first row, whose own stand below it; None without such."""
    if start.index == 0 or not isinstance(start.item, Run) or start.item.head or len(start.item.before) != 1:
        return None
    above = items[start.index - 1]
    if not isinstance(above, Run) or above.head or not above.before:
        return None
    if not _LEAST <= len(above.cells) < len(columns) or start.item.before[0].line - above.line_end != 1:
        return None
    header, names = squash(above.before[-1].text), [squash(w) for c in columns for w in c.wordings]
    beside = above.line_start - above.before[-1].line == 1 and any(name in header for name in names)
    return "、".join(cell.text for cell in above.cells) if beside else None
