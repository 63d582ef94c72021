"""Rows of cells with a blank at one end only: a cell may have vanished from inside, and the row been filled up or moved.

A program that drops a cell and fills the row up to the width of its table leaves figures one column too far left, and no
count shows it. The table does: its rows are full but for the last cell of a few, the total, which nobody leaves blank
beside noughts that are printed. Where blanks stand in other columns, too, they are kept in their places, and where blank
totals are the table's habit they are the filer's. Cells behind tabs are written one by one: what writes them leaves a row short,
and fills none up. What moves a row to the right and cuts off its last cell makes all rows of a table equally long: where they
are not, a blank first cell is as printed. Sums are never looked at. Does not belong here: rows that lack a cell visibly (columns.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assets.extract.cells import CellReading, TableReading
from assets.extract.chain import Link
from assets.extract.model import GridRow, Item
from schemas.form import Table

# Layouts of cells behind tabs.
_NEVER_FILLED_UP = ("tab_cells", "tsv")
# A table of fewer rows has no habit, and one of which a larger share has such blanks leaves them on purpose.
_LEAST_ROWS = 8
_MOST_SHARE = 0.25
# A first cell left blank once is the filer's; rows that all moved to the right leave several.
_LEAST_MOVED = 2
# So many rows of a length are no chance.
_LEAST_OF_LENGTH = 3


def doubt_padded(links: Sequence[Link], reading: TableReading, table: Table) -> None:
    """Put in doubt the rows that are full but for their last or first cell, where these are all blanks of the table."""
    if len(table.blocks) != 1 or table.one_row:
        return
    rows: list[tuple[Link, list[CellReading]]] = []
    for link in links:
        cells = [reading.cells[key] for key in table.keys_of[table.rows[link.row].key]]
        if isinstance(link.candidate.item, GridRow) and any(cell.status == "reported" for cell in cells):
            rows.append((link, cells))
    blanks = [(link, cells, _blank(cells)) for link, cells in rows]
    blanks = [(link, cells, at) for link, cells, at in blanks if at]
    last = len(table.columns) - 1
    if len(rows) < _LEAST_ROWS or not 0 < len(blanks) <= _MOST_SHARE * len(rows):
        return
    is_cut = all(at == [last] for _, _, at in blanks)
    is_moved = len(blanks) >= _LEAST_MOVED and all(at == [0] for _, _, at in blanks) and not _is_uneven(rows)
    for link, cells, _ in blanks if is_cut or is_moved else ():
        # a row of one and the same figure, moved by a cell, is the same row
        if (
            not _is_filled_up(link.candidate.item)
            or len({cell.value for cell in cells if cell.status != "blank"}) == 1
        ):
            continue
        row, line = table.rows[link.row], link.candidate.line
        reading.note("row-short", line=line, row_key=row.key, row=row, found=last, expected=last + 1)
        for key in table.keys_of[row.key]:
            reading.doubt(key, "row-short", line)


def _is_uneven(rows: Sequence[tuple[Link, list[CellReading]]]) -> bool:
    """Whether rows are of several lengths, each of them often, as they are where nothing stands for the rest of a merged cell."""
    items = [link.candidate.item for link, _ in rows]
    lengths = Counter(
        (item.block, len(item.cells)) for item in items if isinstance(item, GridRow) and not item.spans
    )
    often = [block for (block, _), count in lengths.items() if count >= _LEAST_OF_LENGTH]
    return len(often) > len(set(often))


def doubt_padded_row(item: Item, reading: TableReading) -> None:
    """Put in doubt a table whose only row is full but for its last cell, and not one figure all along."""
    cells, width = list(reading.cells.values()), len(reading.cells)
    if not _is_filled_up(item) or _blank(cells) != [width - 1] or len({c.value for c in cells[:-1]}) == 1:
        return
    reading.note("table-unreadable", line=item.line_start, detail=f"{width - 1}/{width}")
    for key in reading.cells:
        reading.doubt(key, "table-unreadable", item.line_start)


def _is_filled_up(item: Item) -> bool:
    """Whether a program may have made the row as wide as its table."""
    return isinstance(item, GridRow) and (item.is_filled_up or item.layout not in _NEVER_FILLED_UP)


def _blank(cells: Sequence[CellReading]) -> list[int]:
    return [at for at, cell in enumerate(cells) if cell.status == "blank"]
