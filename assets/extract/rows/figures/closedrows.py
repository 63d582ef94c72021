"""Rows whose last cell a bar closes: the number of a page on a line of its own below is no part of their figures.

Does not belong here: rows between bars whose cells go on below (readers/bars/pipes.py, readers/bars/brokenrows.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import GridRow, Item
from assets.extract.numbers import PAGE_NUMBER

_BARS = tuple("|｜│┃║")


def is_closed(row: Item, lines: Sequence[str]) -> bool:
    """Whether a bar stands behind the last cell of a row, which is not blank.

    Behind a blank one it may open the last cell of all: some programs write bars before cells only.
    """
    if not isinstance(row, GridRow) or not row.cells or not row.cells[-1].text.strip():
        return False
    return lines[row.line_end - 1].rstrip().endswith(_BARS)


def is_page_below(row: Item, line: int, lines: Sequence[str]) -> bool:
    """Whether line number `line` below a closed row may hold a page's number, and so nothing of the row."""
    return is_closed(row, lines) and PAGE_NUMBER.fullmatch(lines[line - 1].strip()) is not None
