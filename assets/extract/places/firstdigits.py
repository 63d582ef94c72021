"""Figures that may be but their ends: the first digits stand alone right above the row, where a narrow column broke them off.

    148
    三、本年度办理结果 （一）予以公开 162 395 197 260 352 122 8

A column breaks a figure that is wider than the column, so that its first digits fill it: there are no fewer of them than of any figure
that the column holds whole. Where spaces show what they stand over, only those figures are in doubt. Belongs here: rows of a line, once all
tables are read. Does not belong here: first digits that a reader took for a figure of the row above (rows/outofstep/headsabove.py), digits
that stand below the row, and those beside the row of table 4 (unclaimed.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.labels import ascii_width, squash
from assets.extract.numbers import UNITS, looks_like_figure
from assets.extract.places.unclaimed import stands_over
from assets.extract.readers.plain.pages import bare_pages
from assets.extract.sidebyside.figurerow import NUMBER_OF_PAGE
from schemas.form import Block, CellKey, Form, Table

# Digits and nothing else; a column of one digit is none that a page has.
_HEADS = re.compile(r"\s*+([1-9][0-9]{1,5}(?:\s++[1-9][0-9]{1,5})*+)\s*+")
# What such a line looks like before its forms are made narrow: digits, and no letters.
_NO_LETTERS = re.compile(r"\W*+\d[\W\d]*+")
_LINE_OF_NO_LETTERS = re.compile(r"^[^\w\n]*+\d(?:\d|[^\w\n])*+$", re.MULTILINE)
_RUN_IN = re.compile(r"\s*+[0-9]++[\u3400-\u9fff（(]")
_DIGIT = re.compile(r"[0-9０-９]")
_WORD = re.compile("[\u3400-\u9fff]")
_BARS = tuple("|｜│┃║")
_LONGEST = 200
# Lines between a row and what stands right above it, where blank ones lie between any two rows.
_MOST_APART = 3
# So many lines a row of wrapped cells takes up behind its label.
_LINES_OF_ROW = 8

# The line of a row, that of digits right above it, if any, and the cells of the row.
_Below = tuple[int, int | None, list[CellKey]]


def doubt_first_digits(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the figures in doubt above which digits stand alone that may be their first.

    Numbers that count pages are none, unless each of them stands above a row: three heads of figures may count by chance.
    """
    if not _LINE_OF_NO_LETTERS.search("\n".join(lines)):
        return
    alone = {
        n
        for n, text in enumerate(lines, 1)
        if text
        and _NO_LETTERS.fullmatch(text)
        and len(text) <= _LONGEST
        and _HEADS.fullmatch(ascii_width(text))
    }
    # what a cell of another line has is its own figure
    alone -= {
        n for t in tables for c in t.cells.values() if c.line_end for n in (c.line_start, c.line_end) if n
    }
    if not alone:
        return
    found: list[tuple[TableReading, Table, Block, list[_Below]]] = []
    for reading in tables:
        table = form.table(reading.table_no)
        own = sorted({cell.line_start for cell in reading.cells.values() if cell.line_start})
        apart = min((*(b - a for a, b in pairwise(own)), _MOST_APART)) if len(own) > 1 else 1
        for block in () if table.one_row else table.blocks:
            rows = _rows(reading, lines, table, block)
            width = len(block.columns)
            found.append(
                (
                    reading,
                    table,
                    block,
                    [(n, _above(lines, n, apart, alone, width), keys) for n, keys in rows],
                )
            )
    heads = {head for *_, below in found for _, head, _ in below if head}
    pages = bare_pages(lines).lines if heads else frozenset()
    pages = frozenset() if pages <= heads else pages
    for reading, table, block, below in found:
        own_heads = [(n, head if head not in pages else None, keys) for n, head, keys in below]
        if any(head for _, head, _ in own_heads):
            _doubt_in(reading, lines, own_heads, table, block)


def _doubt_in(
    reading: TableReading, lines: list[str], below: Sequence[_Below], table: Table, block: Block
) -> None:
    """Put figures in doubt that are no wider than digits above their row, as all of their column are that none stand above."""
    whole: defaultdict[str, int] = defaultdict(int)
    for _, head, keys in below:
        for key in () if head else keys:
            whole[key.col_key] = max(whole[key.col_key], _digits(reading, key))
    for line, head, keys in below:
        if head is None:
            continue
        heads = ascii_width(lines[head - 1]).split()
        if len(heads) >= max(2, len(block.columns)):
            continue  # a row of its own
        if lines[line - 1].rstrip().endswith(_BARS):
            heads = [text for text in heads if not NUMBER_OF_PAGE.fullmatch(text)]
        width = max(map(len, heads), default=0)
        for key in keys:
            is_end = max(whole[key.col_key], _digits(reading, key)) <= width
            if is_end and stands_over(reading.cells[key].raw, lines[line - 1], lines[head - 1]):
                _doubt(reading, key, line, table)


def _rows(
    reading: TableReading, lines: Sequence[str], table: Table, block: Block
) -> list[tuple[int, list[CellKey]]]:
    """The rows whose figures stand on one line, behind words; each with that line and the cells that have a figure."""
    found: list[tuple[int, list[CellKey]]] = []
    for row in block.rows:
        keys = [
            key
            for key in table.keys_of[row.key]
            if key in reading.cells and reading.cells[key].status == "reported" and reading.cells[key].raw
        ]
        on = {n for key in keys for n in (reading.cells[key].line_start, reading.cells[key].line_end)}
        line = on.pop() if len(on) == 1 else None
        if line and _WORD.search(lines[line - 1]):
            found.append((line, keys))
    return found


def _above(lines: Sequence[str], line: int, apart: int, alone: set[int], width: int) -> int | None:
    """The line right above a row, if digits stand there alone that are none of the row above it.

    That lacks figures, or the end of its last one runs into the row's label.
    """
    if _RUN_IN.match(lines[line - 1]):
        return None
    for number in range(line - 1, max(0, line - 1 - apart), -1):
        if lines[number - 1].strip():
            return number if number in alone and not _is_rest(lines, number, width) else None
    return None


def _is_rest(lines: Sequence[str], line: int, width: int) -> bool:
    """Whether digits complete the row above them: between them and its label stand no words, and too few figures on its line."""
    for text in reversed(lines[max(0, line - 1 - _LINES_OF_ROW) : line - 1]):
        figures = sum(map(looks_like_figure, text.split()))
        if _WORD.search(text) and squash(text) not in UNITS:
            return 0 < figures < width
    return False


def _digits(reading: TableReading, key: CellKey) -> int:
    return len(_DIGIT.findall(reading.cells[key].raw or ""))


def _doubt(reading: TableReading, key: CellKey, line: int, table: Table) -> None:
    reading.doubt(key, "digits-split", line)
    row = next(row for row in table.rows if row.key == key.row_key)
    column = next(column for column in table.columns if column.key == key.col_key)
    where = {"line": line, "row": row, "column": column}
    reading.note("digits-split", row_key=key.row_key, col_key=key.col_key, **where)
