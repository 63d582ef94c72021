"""Rows whose last cell a bar, or the mark of its table's end, closes: the number of a page on a line of its own below is no part of their figures.

Does not belong here: rows between bars whose cells go on below (readers/bars/pipes.py, readers/bars/brokenrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.model import GridRow, Item
from assets.extract.numbers import PAGE_NUMBER

_BARS = tuple("|｜│┃║")
_END_OF_TABLE = re.compile(r"</table\s*>$", re.IGNORECASE)


def is_closed(row: Item, lines: Sequence[str]) -> bool:
    """Whether a bar stands behind the last cell of a row, which is not blank, or a mark closes its whole table.

    Behind a blank one a bar may open the last cell of all: some programs write bars before cells only.
    """
    if not isinstance(row, GridRow) or not row.cells:
        return False
    line = lines[row.line_end - 1].rstrip()
    return bool(_END_OF_TABLE.search(line)) or (row.cells[-1].text.strip() != "" and line.endswith(_BARS))


def is_page_below(row: Item, line: int, lines: Sequence[str]) -> bool:
    """Whether line number `line` below a closed row may hold a page's number, and so nothing of the row."""
    return is_closed(row, lines) and PAGE_NUMBER.fullmatch(lines[line - 1].strip()) is not None
