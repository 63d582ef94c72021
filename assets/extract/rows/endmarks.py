"""Blank cells at the ends of all rows of a block, whatever their lengths: the mark with which a row ends, and no column.

    行政许可 | 7 ||
    一、本年新收 | 25 | 121 | 132 | 114 | 67 | 596 ||

Does not belong here: blank cells that some rows have at their end and others not (rowends.py, padded.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from assets.extract.model import GridRow, Item

# Rows of so many lengths are not filled up to the width of their table.
_LEAST_LENGTHS = 3


def ends_in_marks(items: Iterable[Item], block: int) -> bool:
    """Whether all rows of a block end in one blank cell without room in it, and are of several lengths."""
    rows = [item for item in items if isinstance(item, GridRow) and item.block == block]
    lengths = {len(row.cells) for row in rows}
    return len(lengths) >= _LEAST_LENGTHS and all(
        row.written and row.written[-1] == len(row.cells) - 2 and not row.cells[-1].text for row in rows
    )
