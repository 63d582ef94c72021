"""Headers that name some of a block's columns: all that its table has, or those that stand in their own places.

Belongs here: whether the block lets such a header tell. Does not belong here: what it tells (fewercolumns.py, ownplaces.py).
"""

from __future__ import annotations

from assets.extract.headers.aroundblock import Around
from assets.extract.headers.fewercolumns import fewer_columns, without_padding
from assets.extract.headers.headerplace import words_above, words_of
from assets.extract.headers.ownplaces import own_places
from assets.extract.model import GridRow


def fewer_named(around: Around, above: int) -> list[str] | None:
    """The columns of a table that has fewer than the form."""
    start, table, rows = around.rows[0], around.table, [row.figures for row in around.rows]
    if around.is_named_anew():
        return None
    if isinstance(start.item, GridRow):
        words = words_of(around.header_rows)
        rows = without_padding(around.rows, around.header_rows)
    else:
        words = words_above(around.items, around.lines, start, above, table)
    return fewer_columns(rows, words, table, around.block.columns)


def named_in_place(around: Around, above: int) -> list[str] | None:
    """The columns that the header names in their own places, where it leaves others in doubt."""
    start, columns = around.rows[0], around.block.columns
    if any(sum(bool(cell.text.strip()) for cell in row.figures) > len(columns) for row in around.rows):
        return None  # a row with as many figures as columns is one that lacks another
    if not isinstance(start.item, GridRow):
        rows = words_above(around.items, around.lines, start, above, around.table)
        return own_places([word for row in rows for word in row], around.table, columns, around.words)
    if not around.header_rows or len(around.header_rows[-1].cells) != len(start.item.cells):
        return None
    texts = [cell.text for cell in around.header_rows[-1].cells[start.label_at :]]
    is_whole = len(texts) == len(columns) + 1
    return own_places(texts, around.table, columns, around.words) if is_whole else None
