"""The order in which rows of cells name the columns of a group, above rows that have no header of their own.

A header that a reader could not put together still stands there: where its labels come in another order than the form's,
the rows below are in that order, too. Does not belong here: headers that were read (gridheader.py, plainheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import GridRow, Item
from schemas.form import Column

# A header stands no more rows above, though each may hold one cell.
_ROWS = 60
_LEAST_NAMED = 3


def another_order(items: Sequence[Item], columns: Sequence[Column], by_wording: dict[str, str]) -> str | None:
    """The labels of a group as cells name them last, where three or more are not in the form's order; else None."""
    place = {c.key: i for i, c in enumerate(columns) if c.group}
    if len(place) < _LEAST_NAMED:
        return None
    named: list[str] = []
    rows = [item for item in items[-_ROWS:] if isinstance(item, GridRow)]
    for text in (squash(cell.text) for row in rows for cell in row.cells):
        key = by_wording.get(text)
        if key in place:
            named = [key] if key in named else [*named, key]
    if len(named) < _LEAST_NAMED or named == sorted(named, key=place.__getitem__):
        return None
    return "、".join(columns[place[key]].zh for key in named)
