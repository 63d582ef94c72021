"""Which cell of the form each figure of the one row of table 4 is, by the header above it.

Belongs here: where the header is sought, of cells or of lines, and what in it leaves the columns in doubt. Does not belong here: the
order that its words tell (sideways.py), which cells are the figures (figurerow.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from assets.extract.headers.headerlacks import lacking
from assets.extract.headers.headerlost import keeps_step, leaves_one_each
from assets.extract.headers.headerprint import header_words
from assets.extract.labels import squash
from assets.extract.memory import remembering_header
from assets.extract.model import GridRow, Item
from assets.extract.plainheaders.extralabels import label_beside
from assets.extract.plainheaders.stackedheader import is_spaced
from assets.extract.sidebyside.damagedplaces import stands_in
from assets.extract.sidebyside.fourthlabels import as_labels
from assets.extract.sidebyside.labelgroups import pieces_of_others
from assets.extract.sidebyside.placesabove import placed_above
from assets.extract.sidebyside.sideways import Order, grid_order, named_above, plain_order
from assets.extract.sidebyside.topsplaces import with_tops_by_places
from schemas.form import Table

HEADER_LINES = 90


def order_over(items: list[Item], index: int, lines: list[str], floor: int, table: Table) -> Order:
    """Which cell each figure of an item is, by the header above it."""
    item = items[index]
    above: list[GridRow] = []
    if isinstance(item, GridRow):
        nearest = items[max(0, index - HEADER_LINES) : index]
        above = [row for row in nearest if isinstance(row, GridRow) and row.line_start > floor]
        own = [row for row in above if row.block == item.block]
        if in_front := _label_in_front(item, table):
            own = [*own, in_front]
        cells = tuple([tuple([cell.text for cell in row.cells]) for row in own])
        if any(cells):
            order = _order_of_cells(cells, table)
            if told := named_above(
                above, own, lines[max(floor, item.line_start - HEADER_LINES) : item.line_start - 1], table
            ):
                return placed_above(above, item, table) or told
            as_wide = [row for row in own if len(row.cells) == len(item.cells)]
            return _displaced(order, as_wide, table) or order
    top, end = max(0, item.line_start - 1 - HEADER_LINES), item.line_start - 1
    below = lines[max(floor, top) : end]
    order = _order_of_lines(tuple(below), table)
    if isinstance(order, str) and isinstance(item, GridRow):
        return placed_above(above, item, table) or order
    said = squash("".join(below))
    if floor > top and not isinstance(order, str) and not any(c.zh in said for c in table.columns):
        # the columns are named above a figure that stands among the labels, as a page's number may
        beyond = _order_of_lines(tuple(lines[top:end]), table)
        return beyond if isinstance(beyond, str) else order
    return order


def _label_in_front(item: GridRow, table: Table) -> GridRow | None:
    """The last label of the header where it stands in front of the figures, as it does where nothing ends rows."""
    is_last = squash(item.cells[0].text) == table.columns[-1].zh
    return replace(item, cells=item.cells[:1]) if is_last and item.words == [0] else None


def _displaced(order: Order, rows: list[GridRow], table: Table) -> str | None:
    """The label over a figure to which another order than the form's gives another column; None where there is none."""
    key_of = {squash(w): c.key for c in table.columns for w in c.wordings}
    standard = [(row.key, c.key) for row in table.rows for c in table.columns]
    if isinstance(order, str) or sorted(order) != sorted(standard) or not rows:
        return None
    if order == standard and (told := pieces_of_others(order, rows, table)):
        return told
    columns = [column for _, column in order]
    if columns == [column for _, column in standard] or len(rows[-1].cells) != len(columns):
        return None
    for cell, column in zip(rows[-1].cells, columns, strict=True):
        if key_of.get(squash(cell.text), column) != column:
            return squash(cell.text)
    return None


@remembering_header
def _order_of_cells(printed: tuple[tuple[str, ...], ...], table: Table) -> Order:
    rows = tuple([tuple(as_labels([squash(cell) for cell in row], table)) for row in printed])
    in_step = keeps_step(rows, table.columns, header_words(table, table.columns))
    order = _lacks(rows, table, in_step) or grid_order([cell for row in rows for cell in row], table)
    is_other = not isinstance(order, str) and order != [
        (r.key, c.key) for r in table.rows for c in table.columns
    ]
    return (is_other and _of_mixed_levels(rows, table)) or order


def _of_mixed_levels(rows: Sequence[Sequence[str]], table: Table) -> str | None:
    """A row of the header with the label of a row amid those of columns, or with one of the topmost labels and not the others.

    Such labels are out of place, and the order in which a header names others is no longer that of the figures.
    """
    columns = {squash(w) for column in table.columns for w in column.wordings}
    over = {squash(w) for label in (*table.rows, *table.groups) for w in label.wordings}
    tops = [row.zh for row in table.rows if row.parent is None] + [group.zh for group in table.groups]
    first: set[int] = set()
    for top in map(squash, tops):
        first.update([at for at, row in enumerate(rows) if top in map(squash, row)][:1])
    for group in table.groups:
        below = [squash(row.zh) for row in table.rows if row.parent == group.key]
        at_row = [next((at for at, row in enumerate(rows) if stands_in(text, row)), -1) for text in below]
        if len(set(at_row)) > 1:
            return "、".join(below)
    for at, row in enumerate(rows):
        texts = [text for cell in row if (text := squash(cell)) in columns or text in over]
        kinds = "".join("c" if kind else "o" for kind, _ in groupby(texts, columns.__contains__))
        if "coc" in kinds or "oco" in kinds or (len(first) > 1 and at in first):
            return "、".join(texts)
    return None


@remembering_header
def _order_of_lines(lines: tuple[str, ...], table: Table) -> Order:
    if beside := label_beside(lines, table, table.columns):
        return beside
    known = header_words(table, table.columns).by_wording
    labels = [line for line in lines if any(squash(word) in known for word in line.split())]
    # where words are set apart to stand over figures, one may do so over another's
    lines = tuple(with_tops_by_places(lines, table))
    return _lacks([line.split() for line in lines], table, not is_spaced(labels)) or plain_order(lines, table)


def _lacks(words: Sequence[Sequence[str]], table: Table, in_step: bool) -> str | None:
    """The columns that the header does not name for any row, though it names others, where these do not tell their places."""
    known = header_words(table, table.columns)
    told = lacking(words, table.columns, known)
    if told is None or not in_step:
        return told
    beside = [squash(w) for label in (*table.rows, *table.groups) for w in label.wordings]
    known = replace(known, other=(*known.other, *beside))
    return None if leaves_one_each(words, table.columns, known, len(table.rows)) else told
