"""A table of rows side by side (table 4) that lacks the same columns in every group: 结果维持 … 尚未审结 three times, without 总计.

The figures of cells set apart are told by their names where the header names each of them: the same columns in the form's order, once
for every row of the form. Does not belong here: the table as the form prints it (onerow.py), and plain text, whose cells
cannot be counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.cells import TableReading, read_cell
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item
from assets.extract.numbers import looks_like_figure
from schemas.form import CellKey, Column, Table

# Header rows above the figures; so many columns are named at least.
_HEADER_ROWS = 6
_LEAST_COLUMNS = 3


def read_fewer_columns(items: Sequence[Item], table: Table) -> TableReading | None:
    """The cells of the columns that the table has; None where it has all or they are not told."""
    found = [(item, told) for at, item in enumerate(items) if (told := _told(items, at, table)) is not None]
    if len(found) != 1:
        return None
    ((item, (columns, figures)),) = found
    reading = TableReading(table.no, layout=item.layout)  # type: ignore[union-attr]
    reading.lines.update(range(item.line_start, item.line_end + 1))
    keys = [(row, column) for row in table.rows for column in columns]
    for (row, column), figure in zip(keys, figures, strict=True):
        read = read_cell(figure, column)
        reading.cells[CellKey(table.no, row.key, column.key)] = read
        reading.note_unparsed(row, column, read)
    return reading


def _told(items: Sequence[Item], at: int, table: Table) -> tuple[list[Column], list[Cell]] | None:
    """The columns and the figures of a row of figures below such a header."""
    row = items[at]
    if not isinstance(row, GridRow) or row.words or not row.written:
        return None
    above: list[GridRow] = []
    for item in reversed(items[max(0, at - _HEADER_ROWS) : at]):
        if not isinstance(item, GridRow) or item.block != row.block or item.words != item.written:
            break
        above.insert(0, item)
    names = {squash(w): column for column in table.columns for w in column.wordings}
    texts = [squash(item.cells[n].text) for item in above for n in item.written]
    named = [names[text] for text in texts if text in names]
    last = (
        [names[text] for n in above[-1].written if (text := squash(above[-1].cells[n].text)) in names]
        if above
        else []
    )
    if len(last) == len(row.cells) - _margin(row, above):
        named = last  # merged cells are printed in every row that they cover
    columns = named[: len(named) // len(table.rows)]
    if not _LEAST_COLUMNS <= len(columns) < len(table.columns) or named != columns * len(table.rows):
        return None
    in_order = [column for column in table.columns if column in columns]
    figures = row.cells[_margin(row, above) :]
    if columns != in_order or not _are_in_order(texts, table) or len(figures) != len(named):
        return None
    are_figures = all(not cell.text.strip() or looks_like_figure(cell.text) for cell in figures)
    return (columns, figures) if are_figures else None


def _margin(row: GridRow, above: Sequence[GridRow]) -> int:
    """How many cells on the left are blank in the row and in all rows above it that are as wide."""
    as_wide = [row, *(item for item in above if item.written and len(item.cells) == len(row.cells))]
    return min(item.written[0] for item in as_wide) if len(as_wide) > 1 else 0


def _are_in_order(texts: Sequence[str], table: Table) -> bool:
    """Whether the header names the rows and their group, each once and in the form's order, and nothing strange."""
    over = {squash(w): label.key for label in (*table.groups, *table.rows) for w in label.wordings}
    columns = {squash(w) for column in table.columns for w in column.wordings}
    seen = list(dict.fromkeys(over[text] for text in texts if text in over))
    tops = [table.rows[0].key, *(group.key for group in table.groups)]
    inner = [row.key for row in table.rows[1:]]
    return seen == [*tops, *inner] and all(text in over or text in columns for text in texts)
