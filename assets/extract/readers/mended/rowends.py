"""Rows of a sheet whose blank cells at the end of a line were cut off: each is filled up to the width of its block.

Belongs here: the proof that lines lost blanks at their ends and nothing else. Does not belong here: blanks in the middle
of a row, and rows that lack a cell for another reason.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assets.extract.model import Cell, GridRow, Item

# So many labels below a merged one are no chance.
_LEAST_BELOW = 2
# Walls on a line; so many rows of figures with a blank last cell are no chance.
_PIPES = ("|", "｜")
_LEAST_BLANK = 2


def fill_ends(items: list[Item]) -> list[Item]:
    """The items, rows filled up with blank cells in layouts in which ends of lines were cut off.

    A row of labels proves that: it fills exactly the cells below a merged label of the row above, blank cells before it
    were kept, and those below the labels behind the merged one are not there. A header that repeats its merged labels in each of
    their cells proves nothing: rows that all end before it may lack any one of its columns.
    """
    blocks: dict[int, list[GridRow]] = {}
    for item in items:
        if isinstance(item, GridRow):
            blocks.setdefault(item.block, []).append(item)
    cut = {
        rows[0].layout
        for rows in blocks.values()
        if any(_is_cut(upper, lower) for upper, lower in pairwise(rows))
    }
    if not cut:
        return items
    filled: dict[int, GridRow] = {}
    width = 0
    for rows in blocks.values():
        if rows[0].layout in cut:
            # a label alone on its line may have cut a table in two: no header opens the rest
            goes_on = len(rows[0].words) < len(rows[0].written)
            width = width if goes_on else max(len(row.cells) for row in rows if row.words == row.written)
            widest = max(len(row.cells) for row in rows)
            if widest <= width and all(row.cells[-1].text.strip() for row in rows):
                filled |= {id(row): _filled(row, width) for row in rows if len(row.cells) < width}
    return [filled.get(id(item), item) for item in items]


def keep_last_blanks(items: list[Item], lines: list[str]) -> list[Item]:
    """The items, with the blank last cell of rows of pipes that were taken to be closed by a wall.

    The rows of the block before tell: neither they nor these begin with a wall, its header ends without one, and in all its
    rows of figures one stands behind the last, for a blank cell.
    """
    blocks: dict[int, list[GridRow]] = {}
    for item in items:
        if isinstance(item, GridRow) and item.layout == "pipes":
            blocks.setdefault(item.block, []).append(item)
    kept: dict[int, GridRow] = {}
    blank_ends = False
    for rows in blocks.values():
        printed = [lines[row.line_end - 1].strip() for row in rows]
        closed = [line.endswith(_PIPES) for line in printed]
        opened = any(line.startswith(_PIPES) for line in printed)
        if blank_ends and all(closed) and all(map(_lacks_last, rows, printed)):
            kept |= {id(row): _filled(row, len(row.cells) + 1, is_filled_up=False) for row in rows}
            continue
        figures = [at for at, row in enumerate(rows) if len(row.words) < len(row.written)]
        bars = {sum(map(line.count, _PIPES)) for line in printed}
        # walls part cells, also at the ends, where rows that begin or end without one have as many as those with both
        parts = len(bars) == 1 and not all(closed) and not all(line.startswith(_PIPES) for line in printed)
        blank_ends = (
            (parts or not (opened or all(closed)))
            and len(figures) >= _LEAST_BLANK
            and all(closed[at] == (at in figures) or (parts and closed[at]) for at in range(len(rows)))
        )
    return [kept.get(id(item), item) for item in items]


def _lacks_last(row: GridRow, line: str) -> bool:
    """Whether a row on one line has as many cells as walls, of which none opens it."""
    return row.line_start == row.line_end and len(row.cells) == sum(map(line.count, _PIPES))


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


def _filled(row: GridRow, width: int, *, is_filled_up: bool = True) -> GridRow:
    last = row.cells[-1].line_end
    blanks = [Cell("", last, last) for _ in range(width - len(row.cells))]
    return replace(row, cells=[*row.cells, *blanks], is_filled_up=is_filled_up)
