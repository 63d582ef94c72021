"""Tables within documents of JSON, in each shape that programs give them: they become rows of lists, or tables of a page.

Rows of cells (`[["规章", "0"], …]`, also as records that hold a list, or each cell as the list of its paragraphs); columns by their number (`{"0": {"0": "规章", …}}`) or beside
their data; cells with their places (`{"rowIndex": 2, "columnIndex": 0, "content": "规章", "columnSpan": 2}`). Merged cells are told where
cells say how many places they take. Does not belong here: the text around the tables (jsontables.py).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from assets.extract.formats.nestedrecords import Value
from assets.extract.numbers import looks_like_figure

Lines = list[tuple[int, str]]  # (number in the text, text)

_HAN = re.compile(r"[\u3400-\u9fff]")
_ROW = re.compile(
    r"(?:start_?)?row(?:_?(?:index|idx|start|number|no|offset_?idx))?|r|行(?:号)?", re.IGNORECASE
)
_COLUMN = re.compile(
    r"(?:start_?)?col(?:umn)?(?:_?(?:index|idx|start|number|no|offset_?idx))?|c|列(?:号)?", re.IGNORECASE
)
_ROW_SPAN = re.compile(r"row_?span|rs|跨行", re.IGNORECASE)
_COLUMN_SPAN = re.compile(r"col(?:umn)?_?span|cs|跨列", re.IGNORECASE)
_ROW_END = re.compile(r"end_?row(?:_?offset)?(?:_?(?:index|idx))?", re.IGNORECASE)
_COLUMN_END = re.compile(r"end_?col(?:umn)?(?:_?offset)?(?:_?(?:index|idx))?", re.IGNORECASE)
_TEXT = re.compile(r"content|text|value|v|t|words?|cell_?text|内容|文本|值", re.IGNORECASE)
_COLUMNS, _DATA = re.compile("columns|header|headers"), re.compile("data|rows|values|body")
_LEAST_ROWS, _LEAST_WORDS, _MOST = 2, 3, 400
_MOST_CELLS, _MOST_PROSE = 32, 0.2


@dataclass
class PlacedCell:
    """A cell with its place and how many places it takes."""

    row: int
    column: int
    height: int
    width: int
    text: str
    line: int


def table_of(value: Value) -> Lines | None:
    """The lines of the table that a value is; None where it is none."""
    if (cells := _placed(value)) is not None:
        return as_page(cells)
    if (cells := _spanning(value)) is not None:
        return as_page(cells)
    rows = _of_paragraphs(value) or _rows(value)
    if rows is None or sum(bool(_HAN.search(cell.text or "")) for row in rows for cell in row) < _LEAST_WORDS:
        return None
    # lists of lines or of paragraphs, one of them for each page, are no table
    prose = sum("。" in (cell.text or "") for row in rows for cell in row)
    if prose > _MOST_PROSE * len(rows) or max(map(len, rows)) > _MOST_CELLS:
        return None
    return [(row[0].line, json.dumps([cell.text for cell in row], ensure_ascii=False)) for row in rows if row]


def placed_table(value: Value) -> Lines | None:
    """The lines of the table whose cells with their places a value holds; None where it holds anything else."""
    cells = _placed(value) if value.text is None else None
    return as_page(cells) if cells is not None else None


def as_page(cells: Sequence[PlacedCell]) -> Lines | None:
    """Cells as a table of a page, each on a line of its own; None where two stand in one place."""
    first_row, first_column = min(c.row for c in cells), min(c.column for c in cells)
    starts = {(c.row - first_row, c.column - first_column): c for c in cells}
    covered: set[tuple[int, int]] = set()
    for (row, column), cell in starts.items():
        places = {(row + down, column + right) for down in range(cell.height) for right in range(cell.width)}
        if not covered.isdisjoint(places) or len(starts) != len(cells):
            return None
        covered |= places
    height, width = (1 + max(place[n] for place in covered) for n in (0, 1))
    if height * width > _MOST * _MOST:
        return None
    out: Lines = []
    line = cells[0].line
    for row in range(height):
        opens = "<tr>"
        for column in range(width):
            made = starts.get((row, column))
            if made is not None:
                line = made.line
                span = f'colspan="{made.width}" rowspan="{made.height}"'
                text = escape(made.text, quote=False).replace("\n", "<br/>")
                out.append((line, f"{opens}<td {span}>{text}</td>"))
                opens = ""
            elif (row, column) not in covered:
                out.append((line, f"{opens}<td></td>"))
                opens = ""
        if opens:  # a row of merged cells only
            out.append((line, opens))
        out[-1] = (out[-1][0], f"{out[-1][1]}</tr>")
    out[0] = (out[0][0], f"<table>{out[0][1]}")
    out[-1] = (out[-1][0], f"{out[-1][1]}</table>")
    return out


def said_under(record: Value, name: re.Pattern[str]) -> Value | None:
    """The value under the first name of a kind."""
    return next((v for k, v in record.inner if k is not None and name.fullmatch(k)), None)


def number_under(record: Value, name: re.Pattern[str]) -> int | None:
    """The whole number under the first name of a kind."""
    value = said_under(record, name)
    text = value.text if value is not None else None
    return int(text) if text and text.isdecimal() else None


def _placed(value: Value) -> list[PlacedCell] | None:
    """The cells of a list of them, or of the one list of them in a record; None where their places are not told."""
    lists = (
        [value] if not value.is_record else [v for _, v in value.inner if v.text is None and not v.is_record]
    )
    for cells in lists:
        made = [_cell(cell) for cell in cells.inner_values()]
        found = [cell for cell in made if cell is not None]
        words = sum(bool(_HAN.search(c.text)) for c in found)
        if len(found) == len(made) and len({c.row for c in found}) >= _LEAST_ROWS and words >= _LEAST_WORDS:
            return found
    return None


def _cell(value: Value) -> PlacedCell | None:
    if not value.is_record:
        return None
    row, column = number_under(value, _ROW), number_under(value, _COLUMN)
    text = text_of(value)
    if row is None or column is None or text is None:
        return None
    height, width = number_under(value, _ROW_SPAN), number_under(value, _COLUMN_SPAN)
    row_end, column_end = number_under(value, _ROW_END), number_under(value, _COLUMN_END)
    if height is None and row_end is not None and "offset" in _names(value):
        height = row_end - row
    if width is None and column_end is not None and "offset" in _names(value):
        width = column_end - column
    return PlacedCell(row, column, max(1, height or 1), max(1, width or 1), text, value.line)


def _spanning(value: Value) -> list[PlacedCell] | None:
    """The cells of rows that hold records, of which some say that they take several places; None where none does."""
    rows = [] if value.is_record else [_records(row) for row in value.inner_values()]
    if len(rows) < _LEAST_ROWS or not all(rows) or not any(_is_wide(cell) for row in rows for cell in row):
        return None
    found: list[PlacedCell] = []
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            text = text_of(cell)
            if text is None:
                return None
            while (at, column) in taken:
                column += 1
            height, width = number_under(cell, _ROW_SPAN) or 1, number_under(cell, _COLUMN_SPAN) or 1
            found.append(PlacedCell(at, column, height, width, text, cell.line))
            taken |= {(at + down, column + right) for down in range(height) for right in range(width)}
    return found


def _records(row: Value) -> list[Value]:
    """The records of a row's cells: a list of them, or a record that holds one such list."""
    if row.is_record:
        lists = [v for _, v in row.inner if v.text is None and not v.is_record]
        return _records(lists[0]) if len(lists) == 1 else []
    cells = row.inner_values()
    return cells if all(cell.is_record for cell in cells) else []


def _is_wide(cell: Value) -> bool:
    """Whether a cell that says no place says that it takes several."""
    spans = number_under(cell, _ROW_SPAN) or 1, number_under(cell, _COLUMN_SPAN) or 1
    return max(spans) > 1 and "offset" not in _names(cell)


def _names(record: Value) -> str:
    return " ".join(k or "" for k, _ in record.inner)


def text_of(record: Value) -> str | None:
    """The text of a cell's record."""
    said = next(
        (v for k, v in record.inner if k is not None and v.text is not None and _TEXT.fullmatch(k)), None
    )
    return said.text.strip() if said is not None and said.text is not None else None


def _rows(value: Value) -> list[list[Value]] | None:
    """The rows of a table: lists of texts, or of records with one text each and no spans."""
    if value.is_record:
        return _beside_columns(value) or _by_number(value)
    rows = [_row(inner) for inner in value.inner_values()]
    if len(rows) < _LEAST_ROWS or any(row is None for row in rows):
        return None
    found = [row for row in rows if row]
    return found if len(found) >= _LEAST_ROWS and max(map(len, found)) >= _LEAST_ROWS else None


def _row(value: Value) -> list[Value] | None:
    """The cells of a row: a list of texts, of records with a text, or a record that holds one such list."""
    if value.is_record:
        lists = [v for _, v in value.inner if v.text is None and not v.is_record]
        return _row(lists[0]) if len(lists) == 1 and lists[0].inner else None
    if value.text is not None:
        return None
    cells: list[Value] = []
    for cell in value.inner_values():
        text = text_of(cell) if cell.is_record else cell.text
        if text is None:
            return None
        cells.append(Value(cell.line, text))
    return cells


def _of_paragraphs(value: Value) -> list[list[Value]] | None:
    """The rows of a table whose cells are lists of paragraphs: `[[["规章"], ["0"]], [["现行", "有效"], ["3"]]]`.

    A figure is a cell's only text; in lists of tables whose rows are lists of texts it stands beside others.
    """
    rows: list[list[Value]] = []
    figures = 0
    for row in value.inner_values() if not value.is_record else ():
        cells: list[Value] = []
        for cell in row.inner_values() if not row.is_record else ():
            texts = [paragraph.text for paragraph in cell.inner_values()]
            said = [text for text in texts if text and text.strip()]
            if cell.is_record or cell.text is not None or None in texts:
                return None
            numbers = sum(map(looks_like_figure, said))
            if numbers and len(said) > 1:
                return None
            figures += numbers
            line = cell.inner[0][1].line if cell.inner else cell.line
            cells.append(Value(line, "\n".join(said)))
        if not cells:
            return None
        rows.append(cells)
    wide = sum(len(row) >= _LEAST_ROWS for row in rows)
    return rows if len(rows) >= _LEAST_ROWS and figures and wide >= _LEAST_ROWS else None


def _beside_columns(record: Value) -> list[list[Value]] | None:
    """The rows of a record that has the names of its columns under one name, and its rows under another."""
    header, data = said_under(record, _COLUMNS), said_under(record, _DATA)
    if header is None or data is None or header.is_record or data.is_record:
        return None
    rows, names = _rows(data), _row(header)
    if rows is None or not names or max(map(len, rows)) != len(names):
        return None
    is_named = any(_HAN.search(name.text or "") for name in names)
    return [names, *rows] if is_named else rows


def _by_number(record: Value) -> list[list[Value]] | None:
    """The rows of a record of columns, each under its number, whose cells stand under the numbers of their rows."""
    numbers = [str(n) for n in range(len(record.inner))]
    columns = [column for _, column in record.inner]
    if len(columns) < _LEAST_ROWS or [name for name, _ in record.inner] != numbers:
        return None
    names = [name for name, _ in columns[0].inner]
    if len(names) < _LEAST_ROWS or names != [str(n) for n in range(len(names))]:
        return None
    if any(
        [name for name, _ in c.inner] != names or any(v.text is None for _, v in c.inner) for c in columns
    ):
        return None
    return [[column.inner[n][1] for column in columns] for n in range(len(names))]
