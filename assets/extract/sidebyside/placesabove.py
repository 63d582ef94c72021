"""The order of the rows of table 4 as the places of their labels tell it, in cells above the block of the figures.

Blank lines between the rows of a header part it into blocks. Where each row of it has a cell for every figure, a label over several stands in
the first of them. Belongs here: such headers, whole and as wide as the row of figures. Does not belong here: headers of one block (sideways.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import GridRow
from schemas.form import Table

# Rows of labels: those of the groups, of their rows, of the columns.
_ROWS = 3


def placed_above(above: Sequence[GridRow], item: GridRow, table: Table) -> list[tuple[str, str]] | None:
    """Which cell each figure of a row is, by labels that stand right over them; None where any place leaves doubt."""
    header = [row for row in above if row.written][-_ROWS:]
    if len(header) < _ROWS:
        return None
    top, inner, names = header
    key_of = {squash(w): c.key for c in table.columns for w in c.wordings}
    keys = [key_of.get(squash(names.cells[at].text), "") for at in names.written]
    width, first = len(table.columns), names.written[0]
    count = len(table.rows) * width
    if (
        names.written != list(range(first, first + count))
        or "" in keys
        or {len(top.cells), len(inner.cells)} != {len(item.cells)}
    ):
        return None
    over, below = _places(top, table), _places(inner, table)
    outer = [row.key for row in table.rows if not row.parent]
    if {*over} != {*outer, *(group.key for group in table.groups)}:
        return None
    if {*below} != {row.key for row in table.rows if row.parent}:
        return None
    starts = {over[key] - first: [key] for key in outer}
    for group in table.groups:
        own = sorted((row.key for row in table.rows if row.parent == group.key), key=below.__getitem__)
        at = over[group.key]
        if [below[key] for key in own] != [at + n * width for n in range(len(own))]:
            return None
        starts[at - first] = own
    rows = [key for at in sorted(starts) for key in starts[at]]
    if any(at != width * rows.index(own[0]) for at, own in starts.items()):
        return None
    order = [(row, key) for n, row in enumerate(rows) for key in keys[n * width : (n + 1) * width]]
    return order if len({*order}) == count else None


def _places(row: GridRow, table: Table) -> dict[str, int]:
    """The cell of each label of a row or a group in cells that hold nothing else; none where they do."""
    named = {squash(w): label.key for label in (*table.rows, *table.groups) for w in label.wordings}
    found = {named.get(squash(row.cells[at].text), ""): at for at in row.written}
    return found if "" not in found and len(found) == len(row.written) else {}
