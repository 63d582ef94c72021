"""A table that is printed as several small ones, or turned with its rows as columns.

So print reports a table for each kind of requester (自然人: each item and its figure), a table for each item (予以公开: each requester
and its figure), or the items along the top in as many pieces as a page is wide. Of the two names that a cell has, each is said
by the label of its row, by the header over it, or by the caption above its table: whichever says it, both must be said. Belongs
here: which words are a small table's header and caption, and what they make of its figures. Does not belong here: what one text
names (smallnames.py), how lines are rows (smallrows.py), and the whole of the pieces (putogether.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.extract.corners import REMARKS
from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.records import record
from assets.extract.smallnames import SmallNames, is_count, is_prose, may_be_anothers
from assets.extract.smallrows import SmallRow, is_header

ROW, COLUMN = "row", "column"
# So large a share of the labels of a table, or of the cells of its header, name rows, or columns.
_LEAST_NAMED = 0.6
# A line of more letters is no caption.
_LONGEST_CAPTION = 80


@record
class Named:
    """A cell of the form with what is printed for it: None where the text has lost it, or does not tell which it is."""

    row: str
    column: str
    cell: Cell | None
    line: int


@dataclass
class SmallTable:
    """The words above a small table, its header, its rows of figures, and the words that stand between these."""

    captions: list[SmallRow]
    header: SmallRow | None
    rows: list[SmallRow] = field(default_factory=list)
    between: list[SmallRow] = field(default_factory=list)
    axis_of_labels: str | None = None
    axis_of_header: str | None = None

    @property
    def from_caption(self) -> str | None:
        """Which of the two names its caption must say; None where it need not say any."""
        axes = {self.axis_of_labels, self.axis_of_header} - {None}
        if axes == {ROW, COLUMN} or not axes:
            return None
        return COLUMN if axes == {ROW} else ROW

    @property
    def is_usual(self) -> bool:
        """Whether it has items down its side and requesters along its top, as the form has."""
        return (self.axis_of_labels, self.axis_of_header) == (ROW, COLUMN)


def small_tables(rows: Sequence[SmallRow], names: SmallNames) -> tuple[list[SmallTable], list[SmallRow]]:
    """The small tables among rows, and the words behind the last of them."""
    tables: list[SmallTable] = []
    words: list[SmallRow] = []
    for row in rows:
        table = tables[-1] if tables else None
        if _is_of_grid(row, table, names) or row.figures:
            if table is None or (words and table.rows and _begins_another(row, words, table, names)):
                table = SmallTable(words, None)
                tables.append(table)
            else:
                (table.between if table.rows else table.captions).extend(words)
            table.rows.append(row)
            words = []
        elif row.written and len(row.cells) > 1 and _is_header(row, names):
            if table and table.header and not table.rows and not words and row.is_grid:
                table.header = _below(table.header, row, names)
            else:
                tables.append(SmallTable(words, row))
            words = []
        elif row.written:
            words.append(row)
    for table in tables:
        _find_axes(table, names)
    return tables, words


def _is_of_grid(row: SmallRow, table: SmallTable | None, names: SmallNames) -> bool:
    """Whether a row of cells is one of the grid whose header is above it, whatever its cells say."""
    if table is None or not row.is_grid or (not row.figures and _is_header(row, names)):
        return False
    above = table.header or (table.rows[-1] if table.rows else None)
    if above is None or above.block != row.block or not len(above.cells) == len(row.cells) > 1:
        return False
    return row.written != [0] or not _names_otherwise(row.cells[0].text, table, names)


def _names_otherwise(text: str, table: SmallTable, names: SmallNames) -> bool:
    """Whether a cell alone in its row is no label of the table above it: a caption among the rows of one grid."""
    labels = [label for row in table.rows if (label := squash(row.cells[0].text)) and 0 not in row.figures]
    named = ROW if names.row(text) else COLUMN if names.column(text) else None
    first = table.header.cells[0].text if table.header else ""
    if not labels:
        return bool(named) and (table.header is None or bool(names.row(first) or names.column(first)))
    axis = _axis(labels, names)
    return named != axis if named else bool(axis) and not names.is_group(text)


def _is_header(row: SmallRow, names: SmallNames) -> bool:
    if not row.is_grid:
        return is_header(row.cells, names)
    texts = [row.cells[at].text for at in row.written]
    named = sum(bool(names.row(text) or names.column(text)) for text in texts)
    return (named > 1 and named * 2 >= len(texts)) or is_header(row.cells, names)


def _below(above: SmallRow, row: SmallRow, names: SmallNames) -> SmallRow:
    """Two rows of a header as one: below what spans several columns stand their own names."""
    if len(above.cells) != len(row.cells):
        return row
    cells = [
        own if own.text.strip() else over for over, own in zip(above.cells, row.cells, strict=True)
    ]
    return SmallRow(cells, row.layout, row.block)


def _begins_another(row: SmallRow, words: list[SmallRow], table: SmallTable, names: SmallNames) -> bool:
    """Whether words before a row of figures begin another table: they name what the labels of rows do not."""
    if row.is_grid and row.block != table.rows[-1].block:
        return True
    label = row.cells[0].text
    texts = [word.cells[0].text for word in words]
    if names.row(label):
        return any(names.column(text) and not names.row(text) for text in texts)
    if names.column(label):
        return any(names.row(text) for text in texts)
    return any(names.row(text) or names.column(text) for text in texts)


def _find_axes(table: SmallTable, names: SmallNames) -> None:
    if table.header is not None:
        texts = [cell.text for cell in table.header.cells if cell.text.strip()]
        if not (names.row(texts[0]) or names.column(texts[0])) or names.is_corner(texts[0]):
            texts = texts[1:]
        table.axis_of_header = _axis(texts, names)
    labels = [label for row in table.rows if (label := _label(row, table, names))]
    table.axis_of_labels = _axis(labels, names)


def _axis(texts: Sequence[str], names: SmallNames) -> str | None:
    """Whether texts name rows or columns; None where most of them name neither, or as many of both."""
    rows = sum(names.row(text) is not None for text in texts)
    columns = sum(names.column(text) is not None for text in texts)
    if max(rows, columns) < _LEAST_NAMED * len(texts):
        return None
    return ROW if rows > columns else COLUMN if columns > rows else None


def _label(row: SmallRow, table: SmallTable, names: SmallNames) -> str:
    """The words before the figures of a row."""
    end = _first_place(row, table, names)
    return "".join(squash(cell.text) for cell in row.cells[:end])


def _first_place(row: SmallRow, table: SmallTable, names: SmallNames) -> int:
    """The index of the first cell of a row that is one of figures."""
    if row.is_grid and table.header is not None and table.header.is_grid:
        if len(table.header.cells) == len(row.cells) and is_count(table.header.cells[-1].text):
            return len(row.cells) - 1
        return 0 if len(table.header.cells) == len(row.cells) and _is_bare(table, names) else 1
    if row.is_grid:
        return 1
    return min(row.figures, default=len(row.cells))


def _is_bare(table: SmallTable, names: SmallNames) -> bool:
    """Whether the header has no corner, so that the first cell of a row is one of figures."""
    first = table.header.cells[0].text if table.header else ""
    return table.axis_of_header is not None and _key(first, table.axis_of_header, names) is not None


def named_cells(table: SmallTable, names: SmallNames, group: str) -> tuple[list[Named], bool]:
    """The cells of a small table that bear both names, and whether words above it leave all that follows in doubt.

    `group` is the label of the group of rows that was printed last.
    """
    axis = table.from_caption
    said, is_strange = said_above(table.captions, axis, names, group)
    if {table.axis_of_labels, table.axis_of_header} == {None} or table.axis_of_labels == table.axis_of_header:
        return [], is_strange
    if axis and said is None:
        return [], is_strange
    if table.header is not None and not _is_known(table.header, names):
        return [], is_strange
    found: list[Named] = []
    for row in table.rows:
        label = _label(row, table, names)
        if table.axis_of_labels is None:
            own = said if not label or is_count(label) else None
        else:
            own = _key(label, table.axis_of_labels, names)
        if own is None:
            continue
        for key, cell in _under_header(row, table, said, names):
            one, other = (own, key) if ROW in (table.axis_of_labels, _other(table.axis_of_header)) else (key, own)
            found.append(Named(one, other, cell, row.line))
    for word in table.between:  # a label without figures: what was blank is not in the text
        if table.axis_of_labels and (own := _key(word.cells[0].text, table.axis_of_labels, names)):
            for key in _keys(table, said, names):
                one, other = (own, key) if table.axis_of_labels == ROW else (key, own)
                found.append(Named(one, other, None, word.line))
    return found, is_strange


def _is_known(header: SmallRow, names: SmallNames) -> bool:
    """Whether nothing stands in a header behind its corner but names, groups, sums of some columns, and remarks."""
    texts = [cell.text for cell in header.cells[1:] if cell.text.strip()]
    return all(
        names.row(text)
        or names.column(text)
        or names.is_group(text)
        or names.is_place(text)
        or names.is_item(text)
        or is_count(text)
        or names.is_corner(text)
        or squash(text) in REMARKS
        for text in texts
    )


def _other(axis: str | None) -> str | None:
    return {ROW: COLUMN, COLUMN: ROW, None: None}[axis]


def _key(text: str, axis: str, names: SmallNames) -> str | None:
    return names.row(text) if axis == ROW else names.column(text)


def said_above(
    captions: Sequence[SmallRow], axis: str | None, names: SmallNames, group: str
) -> tuple[str | None, bool]:
    """What the last caption names, and whether any words may say that the table and those below it are another's.

    Words in the place of a name leave their own table unnamed, and say nothing of the next: that has a caption of its own.
    """
    said, in_place, is_strange = None, [], False
    for at in range(len(captions) - 1, -1, -1):
        text = _text(captions[at])
        key = _key(text, axis, names) if axis else None
        if key is None and axis == ROW and said is None:
            above = next((t for c in reversed(captions[:at]) if names.is_group(t := _text(c))), group)
            key = names.row(f"{above}{text}") if above and names.column(text) else None
        if key:
            is_strange = is_strange or bool(in_place)
            said, in_place = said or key, []
        elif not _is_plain(text, names):
            in_place.append(text)
    is_strange = is_strange or (bool(in_place) and (said is not None or axis is None or any(map(may_be_anothers, in_place))))
    return said, is_strange


def last_group(captions: Sequence[SmallRow], names: SmallNames, group: str) -> str:
    """The label of the group of rows that was printed last; `group` is that of the tables above."""
    return next((text for word in reversed(captions) if names.is_group(text := _text(word))), group)


def _text(word: SmallRow) -> str:
    return " ".join(cell.text for cell in word.cells)


def _is_plain(text: str, names: SmallNames) -> bool:
    """Whether words above a table say nothing about whose or of when it is."""
    known = names.row(text) or names.column(text) or names.is_frame(text) or names.is_place(text) or is_count(text)
    return bool(known) or is_prose(text) or len(text) > _LONGEST_CAPTION


def _keys(table: SmallTable, said: str | None, names: SmallNames) -> list[str]:
    """What the places of a table's header name, in order; what the form does not ask for left out."""
    if table.axis_of_header is None or table.header is None:
        return [said] if said else []
    keys = [_key(cell.text, table.axis_of_header, names) for cell in table.header.cells]
    return [key for key in keys if key]


def _under_header(
    row: SmallRow, table: SmallTable, said: str | None, names: SmallNames
) -> list[tuple[str, Cell | None]]:
    """The cells of a row with what the header, or else the caption, names over them."""
    header, axis, first = table.header, table.axis_of_header, _first_place(row, table, names)
    figures = row.cells[first:]
    if axis is None or header is None:
        if said is None:
            return []
        is_one = len(figures) == 1 and (not row.is_grid or not any(at < first for at in row.figures))
        return [(said, figures[0] if is_one else None)]
    if row.is_grid != header.is_grid or (row.is_grid and len(row.cells) != len(header.cells)):
        return [(key, None) for key in _keys(table, said, names)]
    if row.is_grid:
        keys = [_key(cell.text, axis, names) for cell in header.cells]
        pairs = zip(keys[first:], figures, strict=True)
        return [(key, cell) for key, cell in pairs if key]
    cells = list(header.cells)
    if not _key(cells[0].text, axis, names) and not names.is_place(cells[0].text):
        cells = cells[1:]
    if len(cells) != len(figures):
        return [(key, None) for key in _keys(table, said, names)]
    pairs = zip((_key(cell.text, axis, names) for cell in cells), figures, strict=True)
    return [(key, cell) for key, cell in pairs if key]
