"""A column 合计 behind the last group of the table whose rows are printed side by side (table 4): the sum of them all, which no form has.

    行政复议 | | | | | 行政诉讼 | … | 合计
    结果维持 | … | 总计 | 未经复议直接起诉 | … | 复议后起诉 | …
    0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0

Its label stands at the end of the topmost row, beside those of the groups, and all columns of the form have theirs below. Belongs here:
leaving it out of the header and of the row. Does not belong here: other cells beside the row (rowmargins.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item
from schemas.form import Table

_SUMS = {"合计", "总计", "共计", "总合计", "合计数", "总和", "合計", "總計"}
# Cells beside figures that have no reading, `5、6`, hold digits.
_DIGIT = re.compile("[0-9０-９]")
# Rows of a header, and blank cells of the row.
_MOST_ROWS, _MOST_BLANK = 6, 3


def without_sum(items: list[Item], width: int, table: Table) -> list[Item]:
    """The items without such a column, of whichever block has one."""
    changed: dict[int, GridRow] = {}
    for at, item in enumerate(items):
        if not isinstance(item, GridRow) or not _is_figures(item, width):
            continue
        above = [row for row in items[max(0, at - _MOST_ROWS) : at] if isinstance(row, GridRow)]
        header = [row for row in above if row.block == item.block]
        top = _top(header, table)
        if top is None:
            continue
        last, end = top.written[-1], item.written[-1]
        is_wide = len(top.cells) == len(item.cells)
        if last != end if is_wide else len(item.written) != width + 1:
            continue  # over another figure, or blank cells that no header places
        for row in header[header.index(top) :] if is_wide else [top]:
            if len(row.cells) > last and squash(row.cells[last].text) == squash(top.cells[last].text):
                changed[id(row)] = replace(row, cells=_blanked(row.cells, last))
        changed[id(item)] = replace(item, cells=item.cells[:end])
    return [changed.get(id(item), item) for item in items] if changed else items


def _is_figures(row: GridRow, width: int) -> bool:
    """Whether a row holds figures alone, one more than the form has or with blank ones so many."""
    return (
        bool(row.written)
        and all(_DIGIT.search(row.cells[at].text) for at in row.words)
        and row.written[-1] - row.written[0] == width
        and len(row.written) > width - _MOST_BLANK
    )


def _top(header: Sequence[GridRow], table: Table) -> GridRow | None:
    """The topmost row of a header, where a sum ends it; None where the rows below do not name each column for each row."""
    names = {squash(w): column.key for column in table.columns for w in column.wordings}
    tops = {squash(w) for label in (table.rows[0], *table.groups) for w in label.wordings}
    for at, row in enumerate(header):
        texts = [squash(row.cells[i].text) for i in row.written]
        if len(texts) < 3 or texts[-1] not in _SUMS or not set(texts[:-1]) <= tops:
            continue
        last = row.written[-1]
        below = Counter(
            names.get(squash(cell.text))
            for other in header[at + 1 :]
            for i, cell in enumerate(other.cells)
            if i < last or len(other.cells) != len(row.cells)
        )
        if all(below[column.key] >= len(table.rows) for column in table.columns):
            return row
    return None


def _blanked(cells: Sequence[Cell], last: int) -> list[Cell]:
    return [replace(cell, text="") if at == last else cell for at, cell in enumerate(cells)]
