"""A turned table without the blank cells of its merged labels: each line of its header names what its groups hold, side by side.

    申请人情况 | 一、… | 二、… | 三、本年度办理结果 | 四、…
    （一）予以公开 | （二）部分公开 | （三）不予公开 | …
    1.属于国家秘密 | 2.其他法律行政法规禁止公开 | …
    自然人 | 29 | 1 | 1 | 3 | 0 | …

Where each line keeps the form's order and together they name every item once, each below its groups, the order of the columns
is known; a row tells its figures where it has one for each. Does not belong here: headers whose cells stand above what they name
(turnedgrid.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.cells import TableReading, read_cell, uncertain
from assets.extract.inpieces.columnpieces import group_of, texts_of
from assets.extract.inpieces.smallnames import SmallNames
from assets.extract.inpieces.smallrows import SmallRow
from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from schemas.form import CellKey, Form, Table


def read_turned_nested(
    grid: Sequence[SmallRow], end: int, form: Form, table: Table, names: SmallNames
) -> TableReading | None:
    """The table from the rows of a grid, `end` of which are its header; None where not all of it is understood."""
    order = _order([texts_of(row) for row in grid[:end]], form, table, names)
    if order is None:
        return None
    found: dict[str, tuple[SmallRow, list[Cell]]] = {}
    for row in grid[end:]:
        key, cells = _parted(row, names)
        if key is None or key in found:
            return None
        found[key] = row, cells
    if found.keys() != {column.key for column in table.columns}:
        return None
    reading = TableReading(table.no, layout=grid[end].layout)
    for column in table.columns:
        row, cells = found[column.key]
        reading.lines.update(range(row.line, row.cells[-1].line_end + 1))
        # the last cell may be one that a converter put in for a blank one that it lost
        is_whole = len(cells) == len(order) and bool(cells[-1].text.strip())
        for at, key in enumerate(order):
            reading.cells[CellKey(table.no, key, column.key)] = (
                read_cell(cells[at], column) if is_whole else uncertain("row-short", row.line, row.line)
            )
    return reading


def _order(levels: Sequence[list[str]], form: Form, table: Table, names: SmallNames) -> list[str] | None:
    """The keys of the rows as the columns show them; None unless the levels name each once, in the form's order."""
    places = {row.key: at for at, row in enumerate(table.rows)}
    for at, row in reversed([*enumerate(table.rows)]):
        places |= {group.key: at for group in table.ancestors(row.key)}
    named: list[str] = []
    for level, texts in enumerate(levels):
        labels = texts[1:] if not level and names.is_frame(texts[0]) else texts
        keys = [key for text in labels if (key := group_of(text, form, table) or names.row(text))]
        is_in_order = all(places[a] < places[b] for a, b in pairwise(keys))
        if len(keys) < len(labels) or not is_in_order:
            return None
        if any({group.key for group in table.ancestors(key)} - {*named} for key in keys):
            return None
        named += keys
    rows = [row.key for row in table.rows]
    return rows if {*rows} <= {*named} and len(named) == len({*named}) else None


def _parted(row: SmallRow, names: SmallNames) -> tuple[str | None, list[Cell]]:
    """The column that the labels of a row name, and the cells behind them."""
    texts = texts_of(row)
    behind = next((at for at, text in enumerate(texts) if not text or looks_like_figure(text)), len(texts))
    labels, cells = texts[:behind], row.cells[behind:]
    if not labels or not all(names.is_group(text) for text in labels[:-1]):
        return None, cells
    return names.column(labels[-1]), cells
