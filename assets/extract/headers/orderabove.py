"""The order in which texts name columns above rows whose header could not be put together.

Where labels come in another order than the form's, the rows below are in that order, too. Belongs here: the columns of a
group in rows of cells, and what stands beside a group in plain lines. Does not belong here: headers that were read (gridheader.py, plainheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assets.extract.labels import squash
from assets.extract.model import GridRow, Item
from schemas.form import Column, Table

# A header stands no more rows above, though each may hold one cell.
_ROWS = 60
_LEAST_NAMED = 3
# First letters of a note, by which it is known.
_NOTE_LETTERS = 5


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


def group_elsewhere(
    lines: Sequence[str], table: Table, columns: Sequence[Column], order: Sequence[str]
) -> str | None:
    """The labels of a group and of the columns beside it, where lines of one label each name them in another order; else None.

    `order` are the columns as the rest of the header tells them. Each label follows the last, none of them in pieces that stand
    apart: where a page breaks labels, one of two lines begins above those of one, and nothing is told. Nor is it where the note
    of the table's corner stands below the header beside it: what a program takes from a page by heights has the group first.
    """
    group_of = {c.key: c.group for c in columns if c.group}
    upper = {squash(w): c.key for c in columns if not c.group for w in c.wordings}
    upper |= {squash(w): g.key for g in table.groups if g.key in group_of.values() for w in g.wordings}
    lower = {squash(w) for c in columns if c.group for w in c.wordings}
    texts = [text for line in lines if (text := squash(line))]
    wanted = [key for key, _ in groupby(group_of.get(key, key) for key in order)]
    leaves = "".join(squash(c.zh) for key in order for c in columns if c.key == key and c.group)
    whole = "".join(squash(c.zh) for key in order for c in columns if c.key == key)
    for at in range(len(texts) - len(wanted) if group_of else 0):
        level, end = texts[at : at + len(wanted)], at + len(wanted)
        named = [upper.get(text) for text in level]
        if None in named or sorted(map(str, named)) != sorted(wanted) or named == wanted:
            continue
        if "".join(texts[end - 1 :]).startswith(whole):
            continue  # merged cells: the lower level names all columns again
        header = next((i for i in range(at, 0, -1) if texts[i - 1] == squash(table.header)), at)
        if table.note and squash(table.note)[:_NOTE_LETTERS] in "".join(texts[header:at]):
            continue
        if lower.issuperset(texts[end : end + len(group_of)]) or "".join(texts[end:]).startswith(leaves):
            return "、".join(level)
    return None
