"""Cells about the one row of figures of table 4 that are none of it.

Belongs here: the number of the row, an empty column between groups or before all, and blocks whose lines are no rows. Does not
belong here: which of the cells that are left are the figures (figurerow.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.sidebyside.figurerow import NEAR
from schemas.form import Table

# So many labels on one line with the figures are the header.
_LEAST_LABELS = 15
# So many rows of labels that are numbered say that rows are.
_LEAST_NUMBERED = 2


def unwrapped(items: list[Item]) -> list[Item]:
    """The items, where blocks whose lines are no rows are put in order.

    A block may be one stream of cells that was wrapped at spaces: its first line starts with a text, the others with
    the bar before their first cell, and none but the last ends with a bar. What stands after the last word of it is the row.
    So it is with a block of one line that holds all labels of the header. A block in which every line starts with a
    bare tab has no first column.
    """
    blocks: dict[int, list[GridRow]] = {}
    for item in items:
        if isinstance(item, GridRow) and item.layout in ("pipes", "tsv"):
            blocks.setdefault(item.block, []).append(item)
    changed: dict[int, list[Item]] = {}
    parts: list[Item]
    for rows in blocks.values():
        indented = [not row.cells[0].text.strip() for row in rows]
        if len(rows) == 1:
            cut = rows[0].words[-1] + 1 if len(rows[0].words) >= _LEAST_LABELS else 0
            parts = [
                replace(rows[0], cells=part) for part in (rows[0].cells[:cut], rows[0].cells[cut:]) if part
            ]
            changed |= {id(rows[0]): parts} if cut else {}
        elif rows[0].layout == "tsv":
            if all(indented):
                changed |= {id(row): [replace(row, cells=row.cells[1:])] for row in rows if row.cells[1:]}
        elif not indented[0] and all(indented[1:]) and all(r.cells[-1].text.strip() for r in rows[:-1]):
            cells = [*rows[0].cells, *(cell for row in rows[1:] for cell in row.cells[1:])]
            words = [i for i, c in enumerate(cells) if c.text.strip() and not looks_like_figure(c.text)]
            cut = words[-1] + 1 if words else 0
            parts = [replace(rows[0], cells=part) for part in (cells[:cut], cells[cut:]) if part]
            changed |= {id(row): [] for row in rows[1:]} | {id(rows[0]): parts}
    return [new for item in items for new in changed.get(id(item), [item])]


def without_index(items: list[Item], index: int, width: int) -> GridRow | Run:
    """The item without the number of its row, where the rows above, without figures themselves, are numbered too."""
    item = items[index]
    if not isinstance(item, GridRow) or len(item.cells) != width + 1:
        return item  # type: ignore[return-value]
    above = [row for row in items[max(0, index - _LEAST_NUMBERED) : index] if isinstance(row, GridRow)]
    # blanks at their ends may be lost
    rows = [row for row in above if row.block == item.block and len(row.cells) <= width + 1]
    counted = [row.cells[0].text.strip() for row in [*rows, item]]
    bare = not any(looks_like_figure(c.text) for row in rows for c in row.cells[1:] if c.text.strip())
    if len(rows) < _LEAST_NUMBERED or not bare or not all(text.isdecimal() for text in counted):
        return item
    if any(int(b) != int(a) + 1 for a, b in pairwise(counted)):
        return item
    return GridRow(item.cells[1:], item.layout, item.block, item.spans)


def without_gap(items: list[Item], index: int, width: int, table: Table) -> GridRow | None:
    """The row without an empty column between two of its groups; None where there is none.

    The header must have it, too: blank between the last column of one group and the label of the next.
    """
    item = items[index]
    if not isinstance(item, GridRow) or len(item.cells) != width + 1 or len(item.written) != width:
        return None
    (gap,) = set(range(width + 1)) - set(item.written)
    if not 0 < gap < width or gap % len(table.columns):
        return None
    last, names = table.columns[-1].zh, [row.zh for row in table.rows]
    for row in items[max(0, index - NEAR) : index]:
        if not isinstance(row, GridRow) or row.block != item.block or len(row.cells) != width + 1:
            continue
        before, blank, after = (squash(cell.text) for cell in row.cells[gap - 1 : gap + 2])
        if before == last and not blank and after in names:
            return GridRow([*item.cells[:gap], *item.cells[gap + 1 :]], item.layout, item.block, item.spans)
    return None


def _printed_above(as_printed: list[Item], item: GridRow | Run) -> list[GridRow]:
    """The rows of cells right above one, as the text has them; none where that one is not as the text has it."""
    at = bisect_left(as_printed, item.line_start, key=lambda other: other.line_start)
    if at == len(as_printed) or as_printed[at] is not item:
        return []
    return [row for row in as_printed[max(0, at - NEAR) : at] if isinstance(row, GridRow)]


def without_margin(
    item: GridRow | Run, printed: GridRow | Run, items: list[Item], width: int, table: Table
) -> GridRow | Run:
    """The row without the blank cells at its beginning that stand left of the labels over the first figure.

    `printed` is the row as the text has it, one of `items`, above which the labels are sought.
    They are a bar or a tab before each row, or a column without a name. A row that is whole between its first and last
    figure shows itself where it begins.
    """
    if not isinstance(item, GridRow) or not item.written or item.cells[0].text.strip():
        return item
    if item.written[-1] - item.written[0] >= width - 1:
        return item
    begin = item.written[0]
    first = {squash(w) for label in (table.rows[0], table.columns[0]) for w in label.wordings}
    margin = min(
        (
            at
            for row in _printed_above(items, printed)
            if row.layout == item.layout
            for at in row.written
            if at <= begin and squash(row.cells[at].text) in first
        ),
        default=0,
    )
    if not margin:
        return item
    return GridRow(item.cells[margin:], item.layout, item.block, item.spans)


def begins_behind_labels(
    figures: Sequence[Cell], printed: GridRow | Run, items: list[Item], table: Table
) -> bool:
    """Whether a figure was taken for that of the first column although this one's label stands over a blank cell left of it.

    `printed` is the row as the text has it, one of `items`.
    """
    if not isinstance(printed, GridRow) or not figures or not figures[0].text.strip():
        return False
    begin = next((at for at, cell in enumerate(printed.cells) if cell is figures[0]), 0)
    if not begin or any(cell.text.strip() for cell in printed.cells[:begin]):
        return False
    first = {squash(w) for label in (table.rows[0], table.columns[0]) for w in label.wordings}
    above = [row for row in _printed_above(items, printed) if row.block == printed.block]
    if any(len(row.cells) < len(table.columns) for row in above):
        return False  # a header in pieces
    extent = printed.written[-1] - begin
    return any(
        at < begin and squash(row.cells[at].text) in first and row.written[-1] - at != extent  # moved as one
        for row in above
        for at in row.written
    )
