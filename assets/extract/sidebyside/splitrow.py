"""Table 4 printed as several tables, one for the review and one or two for the suits, each with its own header.

Belongs here: finding such parts and proving that together they are the table, each row in one of them. The order of
the figures in a part is the header's (sideways.py); a part whose header does not name each column for each of its
rows is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assets.extract.cells import CellReading, TableReading, read_cell
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.sidebyside.partheads import in_own_words
from assets.extract.sidebyside.sideways import HEADING, grid_order, plain_order
from schemas.form import CellKey, Row, Table

_HEADER_LINES = 40
# A line of dashes below a caption, which no program prints for a blank figure.
_RULE = re.compile(r"\s*[-—–=]{3,}\s*")


def read_split_row(items: Sequence[Item], lines: Sequence[str], table: Table) -> TableReading | None:
    """The table from its parts; None unless each of its rows stands in exactly one part."""
    (block,) = table.blocks
    reading = TableReading(table.no)
    floor, above = 0, 0
    for index, item in enumerate(items):
        if not isinstance(item, GridRow | Run):
            continue
        is_blank = isinstance(item, GridRow) and not item.written and _ends_block(items, index)
        if not is_blank and not any(_is_figure(c.text) for c in item.cells):
            continue
        choices = _figures(item, len(block.columns), len(block.rows))
        if choices:
            rows = [row for row in items[above:index] if isinstance(row, GridRow)]
            start = max(floor, item.line_start - 1 - _HEADER_LINES)
            header = lines[start : item.line_start - 1]
            over = rows if isinstance(item, GridRow) else []
            # a header names as many columns as there are figures, so that no more than one choice is a part
            cells = [cell.text for row in over for cell in row.cells]
            part = _first_part(choices, cells, header, table) or _first_part(
                choices, in_own_words(cells, table), in_own_words(header, table), table
            )
            if any(key in reading.cells for key in part):
                return None
            reading.cells |= part
            if part:
                reading.lines.update(range(item.line_start, item.line_end + 1))
                reading.layout = item.layout
        floor, above = item.line_end, index + 1
    if len(reading.cells) != len(block.rows) * len(block.columns):
        return None
    for row in block.rows:
        for column in block.columns:
            reading.note_unparsed(row, column, reading.cells[CellKey(table.no, row.key, column.key)])
    return reading


def _ends_block(items: Sequence[Item], index: int) -> bool:
    """Whether a row of cells is the last of its block: one that is blank is not the space above another."""
    item, below = items[index], items[index + 1] if index + 1 < len(items) else None
    return not (isinstance(item, GridRow) and isinstance(below, GridRow) and item.block == below.block)


def _is_figure(text: str) -> bool:
    return looks_like_figure(text) and not _RULE.fullmatch(text)


def _figures(item: GridRow | Run, columns: int, rows: int) -> list[list[Cell]]:
    """A bare row of figures as wide as a part, or all of its cells, blank ones too; empty where it is neither."""
    widths = [columns * n for n in range(1, rows)]
    if isinstance(item, Run):
        whole = len(item.lines) == 1 or all(len(line) == 1 for line in item.lines)
        return [item.cells] if not item.head and whole and len(item.cells) in widths else []
    written = item.written
    if not written:
        return [item.cells] if len(item.cells) in widths else []
    if not all(looks_like_figure(item.cells[i].text) for i in written):
        return []
    together = item.cells[written[0] : written[-1] + 1]
    choices = [together] if len(together) == len(written) else []
    return [cells for cells in (*choices, item.cells) if len(cells) in widths]


def _first_part(
    choices: Sequence[Sequence[Cell]], cells: Sequence[str], header: Sequence[str], table: Table
) -> dict[CellKey, CellReading]:
    return next(filter(None, (_part(figures, cells, header, table) for figures in choices)), {})


def _named(text: str, rows: Sequence[Row]) -> list[Row]:
    """The rows whose labels stand in a text; 行政复议 in 未经行政复议直接起诉 is no label."""
    within = [
        (squash(w), row.zh) for row in rows for w in row.wordings if any(r.zh in w for r in rows if r != row)
    ]
    for wording, label in within:
        text = text.replace(wording, label)
    return [row for row in rows if row.zh in text]


def _part(
    figures: Sequence[Cell], cells: Sequence[str], header: Sequence[str], table: Table
) -> dict[CellKey, CellReading]:
    """The cells of a part; empty where its header does not name each of its columns."""
    texts = [text for text in map(squash, cells or header) if not HEADING.search(text)]
    joined = "".join(texts)
    (block,) = table.blocks
    named = _named(joined, block.rows)
    if not named and cells:
        # the caption above the cells names the row
        named = _named("".join(text for text in map(squash, header) if not HEADING.search(text)), block.rows)
    if len(named) * len(block.columns) != len(figures):
        return {}
    if any(joined.count(column.zh) != len(named) for column in block.columns):
        return {}
    part = replace(table, blocks=(replace(block, rows=tuple(named)),))
    order = grid_order(cells, part) if cells else plain_order(header, part)
    if isinstance(order, str):
        return {}
    columns = {column.key: column for column in block.columns}
    return {
        CellKey(table.no, row, column): read_cell(cell, columns[column])
        for (row, column), cell in zip(order, figures, strict=True)
    }
