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


# Lines between the parts of a table that the end of a page cut.
_NEAR = 8


def ends_in_marks(items: Iterable[Item], block: int) -> bool:
    """Whether all rows of a block end in one blank cell without room in it, and are of several lengths.

    A program sets its mark behind every row: where the part of the table above, before the end of a page, has rows without one,
    what is blank below is a column.
    """
    grids = [item for item in items if isinstance(item, GridRow)]
    rows = [row for row in grids if row.block == block]
    lengths = {len(row.cells) for row in rows}
    if len(lengths) < _LEAST_LENGTHS or not all(map(_ends_blank, rows)):
        return False
    start, layout = rows[0].line_start, rows[0].layout
    above = [row for row in grids if row.block != block and row.line_start < start and row.layout == layout]
    if not above or start - above[-1].line_end > _NEAR:
        return True
    part = [row for row in above if row.block == above[-1].block]
    if max(len(row.cells) for row in part) != max(lengths):
        return True  # another table
    return all(map(_ends_blank, part))


def _ends_blank(row: GridRow) -> bool:
    return bool(row.written) and row.written[-1] == len(row.cells) - 2 and not row.cells[-1].text
