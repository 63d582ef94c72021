"""A row of numbers of the columns between the header of table 4 and its figures: 1 2 3 … 15, as offices of statistics print them.

    结果维持 | 结果纠正 | … | 总计
    1 | 2 | … | 15
    0 | 3 | … | 3

Belongs here: leaving such a row out where the row of figures follows right below it, as wide and no numbers itself. Does not belong here:
numbers that stand where the figures of the table are blank or lost, which leave it in doubt (anothers/columnnumbers.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assets.extract.model import GridRow, Item, Prose, Run
from schemas.form import Table

# Lines between the numbers and the figures.
_NEAR = 8
# Fewer figures may count up by chance.
_LEAST = 5


def number_columns(texts: Sequence[str], width: int = 0) -> bool:
    """Whether texts count up from 1, on end or in each group of `width`."""
    if len(texts) < _LEAST or texts[0] != "1" or not all(map(str.isdecimal, texts)):
        return False
    steps = [int(b) - int(a) for a, b in pairwise(texts)]
    return all(
        step == 1 or (width and at % width == 0 and step == 1 - width) for at, step in enumerate(steps, 1)
    )


def count_on(texts: Sequence[str]) -> bool:
    """Whether each text is one more than the one before, as numbers of columns are, which may go on from another table."""
    return all(map(str.isdecimal, texts)) and all(int(b) == int(a) + 1 for a, b in pairwise(texts))


def without_column_numbers(items: list[Item], table: Table) -> list[Item]:
    """The items without rows of numbers for the columns of all groups."""
    width = len(table.columns)
    count = width * len(table.rows)
    out: list[Item] = []
    for at, item in enumerate(items):
        if isinstance(item, GridRow) and _are_numbers(item, count, width):
            below = next((i for i in items[at + 1 : at + _NEAR] if not isinstance(i, Prose)), None)
            if isinstance(below, GridRow) and _is_row_of(below, item, count, width):
                continue
        elif isinstance(item, Run) and not item.head and len(item.lines) > 1:
            first, *others = item.lines
            are_rows = all(len(line) == count for line in item.lines)
            if are_rows and number_columns([c.text for c in first], width):
                out.append(replace(item, lines=others, gaps=item.gaps[1:]))
                continue
        out.append(item)
    return out


def _are_numbers(row: GridRow, count: int, width: int) -> bool:
    return len(row.written) == count and number_columns(
        [row.cells[at].text.strip() for at in row.written], width
    )


def _is_row_of(row: GridRow, numbers: GridRow, count: int, width: int) -> bool:
    """Whether a row right below numbers holds figures in cells that are numbered, and is none of numbers."""
    is_below = row.block == numbers.block and len(row.cells) == len(numbers.cells)
    return (
        is_below
        and bool(row.written)
        and not row.words
        and {*row.written} <= {*numbers.written}
        and not _are_numbers(row, count, width)
    )
