"""Blank cells of a page of aligned columns in whose column something stands right above or below the row.

A page prints the words of a narrow cell over two lines, above and below the line of its row:

                                       =SUM(D5:
    2.其他法律、行政法规禁止公开     0     0
                                         I5)

The row lacks a figure there, but the cell is not blank. Full rows of the same columns show where these stand. Belongs here: cells that a read table holds to be blank. Only now it is known which lines are other rows', so that words may
stand up to three lines off, and in the column that is nearest, not just right over its figures. What was seen while the row was
placed (loose.py) is in doubt already. Does not belong here: digits beside a figure (unclaimed.py, cutfigures.py), and labels,
which stand left of all columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.labels import squash
from assets.extract.places.positions import display_width
from assets.extract.readers.plain.pages import bare_pages, is_furniture
from schemas.form import CellKey, Form, Table

_LAYOUT = "aligned"
_TOKEN = re.compile(r"\S+")
# Lines above or below a row, with none blank between, on which a cell's words may stand.
_MOST_LINES = 3
# Letters of them that a finding shows.
_LONGEST_SHOWN = 80

# Where the figures of a column begin and end, by its key, in the order of the columns.
_Places = dict[str, tuple[int, int]]


def doubt_blanks_beside_words(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put blank cells in doubt in whose column something else than a figure stands beside their row."""
    for reading in tables:
        table = form.table(reading.table_no)
        if reading.layout != _LAYOUT or table.one_row:
            continue
        if any(cell.status == "blank" for cell in reading.cells.values()):
            _doubt_in(reading, lines, table)


def _doubt_in(reading: TableReading, lines: list[str], table: Table) -> None:
    row_lines = {row.key: line for row in table.rows if (line := _line_of(reading, table.keys_of[row.key]))}
    taken = {n for cell in reading.cells.values() for n in (cell.line_start, cell.line_end) if n}
    taken |= bare_pages(lines).lines
    labels = [squash(w) for label in (*table.columns, *table.groups) for w in label.wordings]
    places: dict[tuple[str, ...], _Places] = {}
    for row_key, line in row_lines.items():
        keys = table.keys_of[row_key]
        blank = [key for key in keys if key in reading.cells and reading.cells[key].status == "blank"]
        if not blank:
            continue
        columns = tuple(key.col_key for key in keys)
        if columns not in places:
            places[columns] = _places(reading, lines, table, row_lines, columns)
        for words, start, end in _words_beside(lines, line, taken):
            if any(squash(words) in label for label in labels):
                continue  # a header's
            at = _column_at(places[columns], start, end)
            for key in [key for key in blank if key.col_key == at]:
                _doubt(reading, key, line, words, table)


def _line_of(reading: TableReading, keys: Sequence[CellKey]) -> int | None:
    """The line on which all figures of a row stand; None where they stand on several."""
    cells = [reading.cells[key] for key in keys if key in reading.cells]
    numbers = {n for cell in cells if cell.raw for n in (cell.line_start, cell.line_end) if n}
    return numbers.pop() if len(numbers) == 1 else None


def _places(
    reading: TableReading,
    lines: Sequence[str],
    table: Table,
    row_lines: dict[str, int],
    columns: tuple[str, ...],
) -> _Places:
    """Where the columns stand, as the full rows show."""
    found: _Places = {}
    for row_key, line in row_lines.items():
        keys = table.keys_of[row_key]
        if tuple(key.col_key for key in keys) != columns or any(key not in reading.cells for key in keys):
            continue
        tokens = [*_TOKEN.finditer(lines[line - 1])][-len(keys) :]
        if [token[0] for token in tokens] != [reading.cells[key].raw for key in keys]:
            continue
        for key, token in zip(keys, tokens, strict=True):
            start, end = _span(lines[line - 1], token)
            low, high = found.get(key.col_key, (start, end))
            found[key.col_key] = min(low, start), max(high, end)
    return found


def _words_beside(lines: Sequence[str], line: int, taken: set[int]) -> Iterator[tuple[str, int, int]]:
    """What stands on the lines right above and below a row, none of them a row's, and where."""
    for step in (-1, 1):
        for number in range(line + step, line + step * (_MOST_LINES + 1), step):
            if not 0 < number <= len(lines) or number in taken:
                break
            text = lines[number - 1]
            if not text.strip() or is_furniture(text):
                break
            for token in _TOKEN.finditer(text):
                yield token[0], *_span(text, token)


def _span(line: str, token: re.Match[str]) -> tuple[int, int]:
    start = display_width(line[: token.start()])
    return start, start + display_width(token[0])


def _column_at(places: _Places, start: int, end: int) -> str | None:
    """The column whose middle is nearest to that of some words; None left of all columns."""
    middles = sorted((low + high, key) for key, (low, high) in places.items())
    if len(middles) < 2:
        return None
    widest = max(b - a for (a, _), (b, _) in pairwise(middles))
    if start + end < middles[0][0] - widest / 2 or start + end > middles[-1][0] + widest:
        return None
    return min(middles, key=lambda middle: abs(middle[0] - start - end))[1]


def _doubt(reading: TableReading, key: CellKey, line: int, words: str, table: Table) -> None:
    reading.doubt(key, "cell-unparsed", line)
    row = next(row for row in table.rows if row.key == key.row_key)
    column = next(column for column in table.columns if column.key == key.col_key)
    where = {"row_key": key.row_key, "col_key": key.col_key, "row": row, "column": column}
    reading.note("cell-unparsed", line=line, raw=words[:_LONGEST_SHOWN], **where)
