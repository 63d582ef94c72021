"""A table that is printed as several small ones, or turned with its rows as columns.

So print reports a table for each kind of requester (自然人: each item and its figure), a table for each item (予以公开: each requester
and its figure), or the items along the top in as many pieces as a page is wide. Of the two names that a cell has, each is said
by the label of its row, by the header over it, or by the caption above its table: whichever says it, both must be said. Belongs
here: where a small table begins, and whether its labels and its header name rows or columns. Does not belong here: what one text
names (smallnames.py), how lines are rows (smallrows.py), and which cell each figure is (smallcells.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.extract.inpieces.smallnames import SmallNames, is_count
from assets.extract.inpieces.smallrows import SmallRow, is_header
from assets.extract.labels import squash

ROW, COLUMN = "row", "column"
# So large a share of the labels of a table, or of the cells of its header, name rows, or columns.
_LEAST_NAMED = 0.6


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
    cells = [own if own.text.strip() else over for over, own in zip(above.cells, row.cells, strict=True)]
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
    labels = [label for row in table.rows if (label := label_of(row, table, names))]
    table.axis_of_labels = _axis(labels, names)


def _axis(texts: Sequence[str], names: SmallNames) -> str | None:
    """Whether texts name rows or columns; None where most of them name neither, or as many of both."""
    rows = sum(names.row(text) is not None for text in texts)
    columns = sum(names.column(text) is not None for text in texts)
    if max(rows, columns) < _LEAST_NAMED * len(texts):
        return None
    return ROW if rows > columns else COLUMN if columns > rows else None


def label_of(row: SmallRow, table: SmallTable, names: SmallNames) -> str:
    """The words before the figures of a row."""
    end = first_place(row, table, names)
    return "".join(squash(cell.text) for cell in row.cells[:end])


def first_place(row: SmallRow, table: SmallTable, names: SmallNames) -> int:
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
    return table.axis_of_header is not None and key_of(first, table.axis_of_header, names) is not None


def key_of(text: str, axis: str, names: SmallNames) -> str | None:
    """The key of what a text names on an axis."""
    return names.row(text) if axis == ROW else names.column(text)
