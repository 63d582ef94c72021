"""Labels over the groups of table 4 that speak against the form's order, though a header of which a part is lost was read in that order.

    行政诉讼 … 行政复议 …                       a page's number or its head parts the topmost row from the header below
    7
    未经复议直接起诉 … 复议后起诉 … 结果维持 …

A header that lacks labels, or of which some stand apart, is read as the form has it where nothing else is told. Belongs here: the labels from
the table's title down to its figures that tell otherwise, or leave open which of two groups is which. Does not belong here: the order that
a whole header tells (sideways.py), labels in pieces (labelgroups.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from assets.extract.headers.headerplace import title_line
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item
from assets.extract.sidebyside.damagedplaces import place_of
from assets.extract.sidebyside.fourthlabels import as_labels
from assets.extract.sidebyside.sideways import HEADING, grid_order
from assets.extract.sidebyside.topsplaces import with_tops_by_places
from schemas.form import Table

# Lines over the figures that may be the header's, in which a cell may take several lines.
_LINES = 400
# Signs that part the words of a line, beside spaces.
_PARTS = str.maketrans(dict.fromkeys("|｜,;，；\"'│┃┆&", " "))
_COLUMN = "column"


Open = tuple[str, set[str]]


def order_of_all_labels(
    items: Sequence[Item], item: Item, figures: Sequence[Cell], lines: Sequence[str], table: Table
) -> tuple[list[tuple[str, str]], Open | None] | None:
    """Which cell each figure is if not the form's order tells, and else what is against that; None where nothing is."""
    index = next(at for at, other in enumerate(items) if other is item)
    left_open = _rows_left_open(items, index, figures, lines, table)
    if left_open is None or _are_alike(figures, len(table.columns)):
        return None
    if parted := _order_of_parts(items, index, lines, table):
        return parted, None
    return [(row.key, column.key) for row in table.rows for column in table.columns], left_open


def _are_alike(figures: Sequence[Cell], width: int) -> bool:
    """Whether all groups have the same figures, so that their order says nothing."""
    texts = [squash(cell.text) for cell in figures]
    return all(text == other for text, other in zip(texts, texts[width:], strict=False))


def _rows_left_open(
    items: Sequence[Item], index: int, figures: Sequence[Cell], lines: Sequence[str], table: Table
) -> Open | None:
    """The labels that speak against the form's order, and the rows that they leave in doubt; None where nothing does."""
    words = _words(items, index, lines, _title(items[index], lines, table), table)
    names = _names(table)
    labels = [(names[word], word) for word in words if word in names]
    header = _last_header(labels, table)
    pieces = ["|" if word in names else word for word in words]
    every = {row.key for row in table.rows}
    if told := _against(header, pieces, table):
        return told, every
    return _one_of_two(items, index, figures, header, pieces, table)


def _order_of_parts(
    items: Sequence[Item], index: int, lines: Sequence[str], table: Table
) -> list[tuple[str, str]] | None:
    """Which cell each figure is, as the rows of one whole header in cells tell that something between them parts; None where they do not."""
    top = _title(items[index], lines, table)
    names = _names(table)
    header: list[GridRow] = []
    for item in items[max(0, index - _LINES) : index]:
        if isinstance(item, GridRow) and item.line_start > top:
            texts = as_labels([squash(item.cells[at].text) for at in item.written], table)
            if any(text in names for text in texts):
                header.append(item)
                if not all(text in names for text in texts):
                    return None
    labels = [as_labels([squash(cell.text) for cell in row.cells], table) for row in header]
    over = {squash(label.zh) for label in (*table.rows, *table.groups)}
    held = [{text for text in row if text in over} for row in labels]
    # a label in two rows may be that of another table's header
    if {*chain(*held)} != over or sum(map(len, held)) != len(over):
        return None
    order = grid_order([text for row in labels for text in row], table)
    return None if isinstance(order, str) else order


def _title(item: Item, lines: Sequence[str], table: Table) -> int:
    """The line of the title above a row; the one from which on a header is sought, where there is none."""
    first = max(0, item.line_start - 1 - _LINES)
    return first + title_line(lines[first : item.line_start - 1], table)


def _words(items: Sequence[Item], index: int, lines: Sequence[str], top: int, table: Table) -> list[str]:
    """The squashed texts of cells, and the words of lines, between the title and the figures."""
    rows = [item for item in items[max(0, index - _LINES) : index] if item.line_start > top]
    cells: dict[int, list[Cell]] = {}
    taken: set[int] = set()
    for row in rows:
        if isinstance(row, GridRow):
            cells.setdefault(row.line_start, []).extend(row.cells)
            taken.update(range(row.line_start, row.line_end + 1))
    plain = [*lines[top : items[index].line_start - 1]]
    plain = ["" if top + n in taken else line for n, line in enumerate(plain, 1)]
    plain = [*with_tops_by_places(plain, table)]
    words: list[str] = []
    for number, line in enumerate(plain, top + 1):
        if number in cells:
            words += as_labels([squash(cell.text) for cell in cells[number]], table)
        elif line.strip() and not HEADING.search(squash(line)):
            words += as_labels([squash(word) for word in line.translate(_PARTS).split()], table)
    return [word for word in words if word]


def _names(table: Table) -> dict[str, str]:
    """What each label names: a row or a group by its key, and any column."""
    names = {squash(label.zh): label.key for label in (*table.rows, *table.groups)}
    return names | {squash(column.zh): _COLUMN for column in table.columns}


def _last_header(labels: Sequence[tuple[str, str]], table: Table) -> list[tuple[str, str]]:
    """The labels of the header right over the figures: from the last topmost label on that stands behind columns and above none of them."""
    tops = {row.key for row in table.rows if row.parent is None} | {group.key for group in table.groups}
    starts = [
        at for at, (key, _) in enumerate(labels) if key in tops and (at == 0 or labels[at - 1][0] == _COLUMN)
    ]
    needed = len(table.columns) * len(table.rows)
    for at in reversed(starts):
        if sum(key == _COLUMN for key, _ in labels[at:]) >= needed:
            return [*labels[at:]]
    return [*labels]


def _against(header: Sequence[tuple[str, str]], pieces: Sequence[str], table: Table) -> str | None:
    """The labels of a header in which those behind come first; None where the form's order may be theirs."""
    keys = [key for key, _ in header]
    first = {key: keys.index(key) for key in keys}
    outer = next(row for row in table.rows if row.parent is None)
    inner = [row.key for row in table.rows if row.parent is not None]
    group = table.groups[0]
    told = [word for key, word in header if key != _COLUMN]
    against = [
        (before, behind)
        for before, behind in ((outer.key, group.key), (inner[0], inner[-1]))
        if before in first and behind in first and first[before] > first[behind]
    ]
    if against:
        return "、".join(dict.fromkeys(told))
    places = [first.get(key, -1) for key in (outer.key, *inner)]
    if min(places) >= 0 and places == sorted(places):
        return None  # all groups are named, in the form's order
    # without both topmost labels, groups that are named before any column may stand before the one that is not
    is_whole = not any(label.key not in first and _is_lost(label.zh, pieces) for label in (outer, group))
    columns = first.get(_COLUMN, len(keys))
    if not is_whole and _COLUMN in first and any(first.get(key, columns) < columns for key in inner):
        return "、".join(dict.fromkeys(told))
    return None


def _one_of_two(  # noqa: PLR0913 - a row, its header and what is said of it
    items: Sequence[Item],
    index: int,
    figures: Sequence[Cell],
    header: Sequence[tuple[str, str]],
    pieces: Sequence[str],
    table: Table,
) -> Open | None:
    """The label of the one row of a group that is named, and the group's rows, where no place tells which of its two it is."""
    inner = [row for row in table.rows if row.parent is not None]
    named = [row for row in inner if any(key == row.key for key, _ in header)]
    if len(named) != 1 or not all(_is_lost(row.zh, pieces) for row in inner if row != named[0]):
        return None
    own = squash(named[0].zh)
    item = items[index]
    width = len(table.columns)
    at = [row.key for row in table.rows].index(named[0].key) * width
    if isinstance(item, GridRow):
        start = next((n for n, cell in enumerate(item.cells) if cell is figures[0]), 0)
        near = [row for row in items[max(0, index - _LINES) : index] if isinstance(row, GridRow)]
        over = [row for row in near if own in as_labels([squash(cell.text) for cell in row.cells], table)]
        texts = as_labels([squash(cell.text) for cell in over[-1].cells], table) if over else []
        if len(texts) == len(item.cells):
            return None if texts.index(own) == start + at else (own, {row.key for row in table.rows})
        if len(texts) == width + len(inner) and texts.index(own) == width + inner.index(named[0]):
            return None  # labels of merged cells, one of them blank
    return own, {row.key for row in inner}


def _is_lost(label: str, words: Sequence[str]) -> bool:
    """Whether a label stands in no words, neither with other letters nor in pieces."""
    text = squash(label)
    return place_of(text, "".join(words)) < 0 and not any(word in text for word in words)
