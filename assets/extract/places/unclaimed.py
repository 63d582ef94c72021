"""Digits on a line of their own that no cell has: perhaps the rest of a figure right above, which is in doubt then.

A cell may break a figure, and hold it in two paragraphs; some programs print the second outside of the row, or without its
walls. Belongs here: which lines are such, and which cells stand right above them, once all tables are read. Does not belong
here: digits about the rows of plain text, which are weighed against the widths of columns (cutfigures.py), those right
below the row of table 4 (figurerow.py), and numbers that count pages (readers/plain/pages.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.labels import ascii_width
from assets.extract.model import GridRow, Item
from assets.extract.numbers import PAGE_NUMBER
from assets.extract.places.positions import display_width
from assets.extract.readers.plain.pages import bare_pages, is_furniture
from assets.extract.readers.separated.tabcells import LAYOUT as TAB_CELLS
from assets.extract.rows.figures.closedrows import is_closed
from assets.extract.sidebyside.figurerow import NOUGHT, NUMBER_OF_PAGE, goes_on_with_none
from schemas.form import CellKey, Form, Table

# Digits, with a unit perhaps, within what is left of the walls of a cell.
_REST = re.compile(
    r"[\s|｜│┃;；,\"']*+[.,]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:件|项|条|次|个|元|万元)?[\s|｜│┃;；,\"']*"
)
# The ends of several figures of a row, one or two digits each.
_RESTS = re.compile(r"\s*+[0-9]{1,2}(?:\s++[0-9]{1,2}){1,5}\s*+")
_MAY_BE_REST = re.compile(r"[\s|｜│┃;；,\"']*+[.．，]?\d")
# Layouts in which figures stand in no cells, and no places show which they are under.
_PLAIN = ("running", "cell_per_line")
_WALLS = re.compile(r"[|｜│┃;；,\"'\t]")
_LONGEST = 200
# Blank lines between two paragraphs of a cell.
_MOST_BLANK = 3
# So far from under a figure, in letters' widths, its rest may begin or end.
_BESIDE = 1
_TOKEN = re.compile(r"\S+")


def doubt_beside(tables: Sequence[TableReading], items: Sequence[Item], lines: list[str], form: Form) -> None:
    """Put the cells in doubt that stand right above digits which no cell has, and the blank ones of their row.

    What stands in a cell of the same row is no such digit, though its column may be none of the form's.
    """
    if all(table.layout in _PLAIN for table in tables):
        return
    spans = {(cell.line_start, cell.line_end) for table in tables for cell in table.cells.values()}
    taken = {line for first, last in spans if first for line in range(first, (last or first) + 1)}
    if all(n in taken for n, line in enumerate(lines, 1) if _MAY_BE_REST.match(line)):
        return
    for row in items:
        # a row of several cells, each behind its tab, is none of a cell's paragraphs
        is_own = isinstance(row, GridRow) and row.layout == TAB_CELLS and len(row.written) > 1
        if isinstance(row, GridRow) and (
            is_own or not taken.isdisjoint(range(row.line_start, row.line_end + 1))
        ):
            taken.update(range(row.line_start, row.line_end + 1))

    @cache
    def closed() -> set[int]:
        return {row.line_end for row in items if is_closed(row, lines)}

    for table in tables:
        if table.layout not in _PLAIN:
            _doubt_in(table, lines, taken, closed, form.table(table.table_no))


def _doubt_in(
    table: TableReading, lines: list[str], taken: set[int], closed: Callable[[], set[int]], of: Table
) -> None:
    ends: dict[int, list[CellKey]] = defaultdict(list)
    for key, cell in table.cells.items():
        if cell.line_end:
            ends[cell.line_end].append(key)
    for line, keys in ends.items():
        if "digits-split" in [table.cells[key].reason for key in keys]:
            continue  # the digits were weighed against the columns, and are one cell's
        rest = _rest_below(lines, line, taken)
        if rest and line in closed() and NUMBER_OF_PAGE.fullmatch(lines[rest - 1].strip()):
            rest = None  # a bar closes the last cell
        if rest and not _is_page(table, line, rest, lines, taken):
            for key in _of_row(table, lines[rest - 1].strip()) if of.one_row else keys:
                known = table.cells[key].status != "uncertain"
                below = lines[rest - 1].strip()
                if not of.one_row and table.cells[key].raw == NOUGHT and NUMBER_OF_PAGE.fullmatch(below):
                    continue  # no figure of more digits begins with a nought
                if known and stands_over(table.cells[key].raw, lines[line - 1], lines[rest - 1]):
                    _doubt(table, key, of)
        if of.one_row and table.cells[keys[0]].status != "uncertain":
            above = _rest_above(lines, line, taken)
            # no label is in front of the row; a number apart from it may be a page's
            is_apart = above and line - above > 1 and NUMBER_OF_PAGE.fullmatch(lines[above - 1].strip())
            for key in keys[:1] if is_apart else [*table.cells] if above else ():
                _doubt(table, key, of)


def _of_row(table: TableReading, digits: str) -> list[CellKey]:
    """The cells of the one row of a table that digits below may belong to, or set one column off as its last figure."""
    keys = [*table.cells]
    if table.layout == TAB_CELLS and NUMBER_OF_PAGE.fullmatch(digits):
        return keys[-1:]  # another paragraph of the last cell, or the number of a page
    return [] if goes_on_with_none(digits, [table.cells[key].raw or "" for key in keys]) else keys


def _rest_below(lines: list[str], line: int, taken: set[int]) -> int | None:
    """The line of the digits right below, which no cell has."""
    for number, text in enumerate(lines[line : line + 1 + _MOST_BLANK], line + 1):
        if number in taken or len(text) > _LONGEST:
            return None
        if text.strip() and not is_furniture(text):
            digits = ascii_width(text)
            return number if _REST.fullmatch(digits) or _RESTS.fullmatch(digits) else None
    return None


def _rest_above(lines: list[str], line: int, taken: set[int]) -> int | None:
    """The line of digits right above which no cell has, and which count no pages."""
    for number in range(line - 1, max(0, line - 2 - _MOST_BLANK), -1):
        text = lines[number - 1]
        if number in taken or len(text) > _LONGEST:
            return None
        if text.strip() and not is_furniture(text):
            is_rest = _REST.fullmatch(ascii_width(text)) and number not in bare_pages(lines).lines
            return number if is_rest else None
    return None


def _is_page(table: TableReading, line: int, rest: int, lines: list[str], taken: set[int]) -> bool:
    """Whether the digits count pages, or may number one as well as not: apart, below the last row of a table."""
    if rest in bare_pages(lines).lines:
        return True
    is_last = not any(rest < other <= max(table.lines, default=0) for other in taken)
    below = next((text for text in lines[rest : rest + _MOST_BLANK] if text.strip()), "")
    # figures that go on below are no single one of the row: all of them are weighed elsewhere
    number = PAGE_NUMBER if _REST.fullmatch(ascii_width(below[:_LONGEST])) else NUMBER_OF_PAGE
    is_number = bool(number.fullmatch(lines[rest - 1].strip())) and rest - line > 1
    return is_last and is_number and table.layout != TAB_CELLS


def stands_over(raw: str | None, row: str, digits: str) -> bool:
    """Whether a figure of a row stands over or under digits, where both lines are set out by spaces; else any may be the one."""
    if raw is None or digits[:1].strip() or _WALLS.search(row) or _WALLS.search(digits):
        return True
    start, end = _span(digits, 0, digits)
    places = [_span(row, token.start(), token[0]) for token in _TOKEN.finditer(row) if raw in token[0]]
    return not places or any(a - _BESIDE <= end and start <= b + _BESIDE for a, b in places)


def _span(line: str, at: int, text: str) -> tuple[int, int]:
    start = display_width(line[:at]) + display_width(text[: len(text) - len(text.lstrip())])
    return start, start + display_width(text.strip())


def _doubt(table: TableReading, key: CellKey, of: Table) -> None:
    """Put a cell in doubt, and those of its row that are blank."""
    line = table.cells[key].line_start
    rows = {row.key: row for row in of.rows}
    columns = {column.key: column for column in of.columns}
    for each in of.keys_of[key.row_key]:
        if each == key or (each in table.cells and table.cells[each].status == "blank"):
            table.doubt(each, "digits-split", line)
            where = {"line": line, "row": rows[each.row_key], "column": columns[each.col_key]}
            table.note("digits-split", row_key=each.row_key, col_key=each.col_key, **where)
