"""Rows of figures in the section of table 4 that its reading left out: another print of the table, or a second row under its heads.

    行政复议                                      行政复议 | … | 行政诉讼 | …
    结果维持 | … | 总计                           3 | 0 | 0 | 1 | 4 | …
    3 | 0 | 0 | 1 | 4                             行政复议 | …                   the same again in another shape, or another's
    2 | 1 | 0 | 0 | 3        whose is it?         8 | 1 | 0 | 0 | 9

Nothing says which of them is the report's. Belongs here: the doubt of the whole table, where they say something else. Does not belong here:
prints of one shape (onerow.py), rows under captions or with words of their own (others.py, severalrows.py, yearrows.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assets.extract.cells import TableReading
from assets.extract.headers.headerplace import title_line
from assets.extract.labels import TAG, squash
from assets.extract.model import Cell, GridRow, Item, Prose, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.twice.rowtwice import are_among
from assets.extract.sections import headings
from assets.extract.sidebyside.countedcolumns import count_on, number_columns
from assets.extract.sidebyside.onerow import names_columns
from schemas.form import Form, Table

_HAN = re.compile(r"[\u3400-\u9fff]")
_YEAR = re.compile(r"20[0-9]{2}")
# The name of a value in a program's record.
_NAMED = re.compile(r"[A-Za-z]\w{0,40}[\"']?\s?[:=]")
# Lines of a title and a header over the figures.
_LINES = 90


def doubt_other_figures(
    tables: Iterable[TableReading], items: Sequence[Item], lines: Sequence[str], form: Form
) -> None:
    """Put the table in doubt whose section has other rows of figures under its heads, which do not say the same."""
    for reading in tables:
        table = form.table(reading.table_no)
        known = [cell for cell in reading.cells.values() if cell.status not in ("uncertain", "absent")]
        if not table.one_row or not known or not reading.lines:
            continue
        first, end = _section(min(reading.lines), lines, table)
        others = [
            (cells[0].line_start, figures)
            for item in items
            if not isinstance(item, Prose)
            and first < item.line_start < end
            and reading.lines.isdisjoint(range(item.line_start, item.line_end + 1))
            and not any(map(_NAMED.search, _written(item, lines)))
            and (cells := _bare_cells(item, table))
            and (figures := _figures(cells, len(table.columns)))
        ]
        taken = sorted({line for line, _ in others} | reading.lines)
        apart: list[tuple[int, list[str]]] = []
        for line, row in others:
            above = max((at for at in taken if at < line), default=first)
            words = [text for at in lines[above : line - 1] if _HAN.search(text := TAG.sub(" ", at))]
            if not words and above in reading.lines:
                _doubt_rows(reading, _rows_on(reading, above, items), row, line, table)
            elif names_columns(words, table) or (not words and apart):
                apart.append((line, row))
        if apart and not _say_the_same([row for _, row in apart], _groups(reading, table), table):
            reading.note("table-repeated", line=apart[0][0])
            for key in reading.cells:
                reading.doubt(key, "table-repeated", apart[0][0])


def _written(item: Item, lines: Sequence[str]) -> list[str]:
    """The lines of an item without the tags of a page."""
    return [TAG.sub(" ", line) for line in lines[item.line_start - 1 : item.line_end]]


def _rows_on(reading: TableReading, line: int, items: Sequence[Item]) -> set[str]:
    """The rows of the form whose cells stand in the item that ends on a line; all where it is not plain which they are."""
    item = next((i for i in items if not isinstance(i, Prose) and i.line_start <= line <= i.line_end), None)
    lines = range(item.line_start, item.line_end + 1) if item else range(line, line + 1)
    rows = {key.row_key for key, cell in reading.cells.items() if (cell.line_start or 0) in lines}
    return rows or {key.row_key for key in reading.cells}


def _doubt_rows(
    reading: TableReading, rows: set[str], figures: Sequence[str], line: int, table: Table
) -> None:
    """Put rows in doubt below the figures of which others stand under the same heads."""
    own = [
        group for (row, _), group in zip(table.keys, _groups(reading, table), strict=True) if row.key in rows
    ]
    if not _say_the_same([figures], own, table):
        reading.note("table-repeated", line=line)
        for key in reading.cells:
            if key.row_key in rows:
                reading.doubt(key, "table-repeated", line)


def _groups(reading: TableReading, table: Table) -> list[list[str]]:
    """The figures of each row as they were read."""
    return [
        [squash(reading.cells[key].raw or "") if key in reading.cells else "" for key in keys]
        for _, keys in table.keys
    ]


def _section(line: int, lines: Sequence[str], table: Table) -> tuple[int, int]:
    """The lines of the title above the figures and of the next heading below them."""
    first = max(0, line - 1 - _LINES)
    title = title_line(lines[first : line - 1], table)
    end = next((at for at, _ in headings([*lines], set()) if at > line), len(lines) + 1)
    return (first + title if title else first), end


def _bare_cells(item: GridRow | Run, table: Table) -> list[Cell]:
    """The cells at the beginning of an item before any words, or behind heads of the table with which a reader joined them."""
    if not isinstance(item, GridRow):
        return [] if item.head else item.cells
    if not item.written:
        return []
    heads = {squash(w) for of in (*table.rows, *table.groups, *table.columns) for w in of.wordings}
    if item.words and all(squash(item.cells[at].text) in heads for at in item.words):
        behind = [at for at in item.written if at > item.words[-1]]
        return item.cells[behind[0] :] if behind else []
    return item.cells[item.written[0] : item.words[0] if item.words else item.written[-1] + 1]


def _figures(cells: Sequence[Cell], least: int) -> list[str]:
    """The figures of cells, with blank ones between them; none where they are few, number columns, or a year's."""
    texts = [squash(cell.text) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    figures = [text for text in texts if text]
    is_counted = number_columns(figures, least) or count_on(figures)
    has_digit = any(any(map(str.isdigit, text)) for text in figures)
    if len(figures) < least or is_counted or not has_digit or not all(map(looks_like_figure, figures)):
        return []
    return [] if _YEAR.fullmatch(figures[0]) else texts


def _say_the_same(others: Sequence[Sequence[str]], own: Sequence[Sequence[str]], table: Table) -> bool:
    """Whether other rows hold the figures of groups once more, group by group or with blanks lost."""
    width = len(table.columns)
    texts = [text for row in others for text in row]
    if all(len(row) % width == 0 for row in others):
        groups = Counter(tuple(texts[at : at + width]) for at in range(0, len(texts), width))
        times = -(-len(texts) // (width * len(own)))
        mine = Counter({tuple(group): 0 for group in own})
        for group in own:
            mine[tuple(group)] += times
        return groups <= mine
    figures = [text for row in own for text in row]
    return all(are_among([text for text in row if text], figures) for row in others)
