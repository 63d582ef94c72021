"""Rows whose figures may have slid: blank only at their end, in a table whose other rows have no blank there.

A blank cell that vanished pulls the figures after it to the left, and whoever pads rows to one length puts the blank at
the end. Such a row is known only where the table shows that its blank cells keep their places: where another row is
blank between figures, or is also blank at the end. Sums are never looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assets.extract.cells import TableReading
from assets.extract.chain import Link
from schemas.form import Block, CellKey, Table

# Who has only two columns may well leave the second one blank.
_LEAST_WIDE = 3
# So large a share of the rows may end in a blank cell by a slip; more do so because nobody filled in the last column.
_MOST_SHARE = 0.25


def doubt_slid(
    links: Sequence[Link], order_of: Callable[[Block], Sequence[str]], reading: TableReading, table: Table
) -> None:
    """Put the rows in doubt that may have slid; `order_of` gives the columns of a block from left to right."""
    block_of = {row.key: block for block in table.blocks for row in block.rows}
    slid: list[Link] = []
    whole = 0
    for link in links:
        row = table.rows[link.row]
        keys = [CellKey(table.no, row.key, column) for column in order_of(block_of[row.key])]
        filled = [reading.cells[key].status != "blank" for key in keys if key in reading.cells]
        if len(filled) < _LEAST_WIDE or not any(filled):
            continue
        last = max(i for i, is_filled in enumerate(filled) if is_filled)
        if not all(filled[: last + 1]):
            return  # a blank cell kept its place
        blank = len(filled) - last - 1
        if 0 < blank <= len(filled) // _LEAST_WIDE:
            slid.append(link)
        whole += blank == 0
    if not slid or not whole or len(slid) > max(1, _MOST_SHARE * (len(slid) + whole)):
        return
    for link in slid:
        row, line = table.rows[link.row], link.candidate.line
        keys = [CellKey(table.no, row.key, column.key) for column in block_of[row.key].columns]
        found = sum(reading.cells[key].status != "blank" for key in keys)
        reading.note("row-short", line=line, row_key=row.key, row=row, found=found, expected=len(keys))
        for key in keys:
            reading.doubt(key, "row-short", line)
