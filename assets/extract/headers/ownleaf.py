"""One column of the text's own among those of the form, all of them named: `自然人 … 其他 | 上年总计 | 总计`, `商业企业 | 其中：外资企业 | 科研机构`.

A header of cells that has the label of each column of the form once, as the form has it, and one head more that stands over a place of
its own says of eight figures which are the form's. A head that shares its place with a column's may part this column, and in rows of
cells without places one at the end of a group's labels may belong to the label above that stands next to it: then nothing is told.
Belongs here: that proof, from the cells of the header alone. Does not belong here: the order of the columns (gridheader.py), heads that
part a column (partedheads.py), and rows with blank cells, where nothing says which column lacks its figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.headers.gridheader import Header
from assets.extract.labels import normalize, squash
from assets.extract.model import GridRow
from schemas.form import Column, Table


def names_each(rows: Sequence[GridRow], header: Header, table: Table, columns: Sequence[Column]) -> bool:
    """Whether header rows name every column once, and one of the text's own in a place that is no other's."""
    order = header.order or []
    if order.count(UNKNOWN) != 1 or len(order) != len(columns) + 1 or len(table.blocks) > 1:
        return False
    if any(header.beside) and not header.places:
        count = sum(map(len, header.beside))
        if count != 1 or (order[0], order[-1])[bool(header.beside[1])] != UNKNOWN:
            return False  # there are more such columns than in the order
    labels = {normalize(w): c.key for c in columns for w in c.wordings}
    named = [
        [labels.get(normalize(cell.text)) if cell.text.strip() else None for cell in row.cells]
        for row in rows
    ]
    keys = [key for row in named for key in row if key]
    if sorted(keys) != sorted(column.key for column in columns):
        return False
    if header.places:
        own = header.strange.difference(*header.places.values())
        return len(own) == len(header.strange) == 1 and not any(_at(row, at) for row in named for at in own)
    return _is_amid(rows, named, header, table, columns)


def _is_amid(
    rows: Sequence[GridRow],
    named: Sequence[Sequence[str | None]],
    header: Header,
    table: Table,
    columns: Sequence[Column],
) -> bool:
    """Whether the head of one's own stands between two labels of a group, or in the row above one that holds all the group's and no more."""
    members = [c.key for c in columns if c.group]
    groups = {squash(w) for group in table.groups for w in group.wordings}
    lowest = named[-1]
    written = rows[-1].written
    if any(squash(rows[-1].cells[n].text) in groups for n in written):
        return False
    inner = [lowest[n] for n in written]
    if sorted(filter(None, inner)) != sorted(members):
        return False
    strange = [n for n, key in enumerate(inner) if key is None]
    if not strange:
        return len(header.strange) == 1
    return len(strange) == 1 and 0 < strange[0] < len(inner) - 1


def _at(row: Sequence[str | None], at: int) -> str | None:
    return row[at] if at < len(row) else None
