"""Rows of a sheet whose blank cells at the end of a line were cut off: each is filled up to the width of its block.

Belongs here: the proof that lines lost blanks at their ends and nothing else. Does not belong here: blanks in the middle
of a row, and rows that lack a cell for another reason.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assets.extract.model import Cell, GridRow, Item

# So many labels below a merged one are no chance.
_LEAST_BELOW = 3


def fill_ends(items: list[Item]) -> list[Item]:
    """The items, rows filled up with blank cells in layouts in which ends of lines were cut off.

    A row of labels proves that: it fills exactly the cells below a merged label of the row above, blank cells before it
    were kept, and those below the labels behind the merged one are not there.
    """
    blocks: dict[int, list[GridRow]] = {}
    for item in items:
        if isinstance(item, GridRow):
            blocks.setdefault(item.block, []).append(item)
    cut = {
        rows[0].layout for rows in blocks.values() if any(_is_cut(upper, lower) for upper, lower in pairwise(rows))
    }
    if not cut:
        return items
    filled: dict[int, GridRow] = {}
    for rows in blocks.values():
        width = max(len(row.cells) for row in rows)
        if rows[0].layout in cut and all(row.cells[-1].text.strip() for row in rows):
            filled |= {id(row): _filled(row, width) for row in rows if len(row.cells) < width}
    return [filled.get(id(item), item) for item in items]


def _is_cut(upper: GridRow, lower: GridRow) -> bool:
    """Whether the lower row ends where the last merged label of the upper does, one label before its end."""
    if len(upper.written) < 2 or upper.written != upper.words or lower.written != lower.words:
        return False
    start, end = upper.written[-2:]
    return (
        end == len(upper.cells) - 1
        and len(lower.cells) == end
        and 0 < start <= end - _LEAST_BELOW
        and lower.written == list(range(start, end))
    )


def _filled(row: GridRow, width: int) -> GridRow:
    last = row.cells[-1].line_end
    return replace(row, cells=[*row.cells, *(Cell("", last, last) for _ in range(width - len(row.cells)))])

