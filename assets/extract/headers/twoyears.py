"""One figure under two heads of years: 上年处理决定数量 beside 本年处理决定数量, or 2020年处理决定数量 beside 2021年处理决定数量.

The form has one column there. A row with two figures is longer than it; one with a single figure may have last year's alone, where
this year's cell is blank. The figure is this year's only where the cells of its line place it below that head.
Belongs here: that doubt. Does not belong here: blocks of several columns with last year's beside them
(plainheaders/extracolumns.py), and tables whose columns are all years (yearcolumns.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.headers.headerplace import header_start
from assets.extract.labels import TAG, squash
from schemas.form import Block, Form, Table
from schemas.whose import WORDS, any_of

_CELL_ENDS = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_THIS_YEAR = ("本年", "今年", "当年")
_YEAR = rf"{any_of(_THIS_YEAR, WORDS.last_year)}|(?:19|20)[0-9]{{2}}年"
# Two years beside each other and nothing else are heads, too.
_BARE = re.compile(rf"({_YEAR})度?[|,]{{0,3}}({_YEAR})度?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FIGURE = re.compile(r"[0-9]+(?:[.][0-9]+)?")
# Cells of a row that stand on lines of their own.
_MOST_LINES = 6
_SIGNS = ("\t", "|", ",", "｜")


def doubt_single_of_two_years(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the figures in doubt of blocks of one column over which two years' heads stand, if no cells place them."""
    for reading in tables:
        table = form.table(reading.table_no)
        above = 0
        for block in table.blocks if reading.cells else ():
            keys = [key for row in block.rows for key in table.keys_of[row.key] if key in reading.cells]
            at = [line for key in keys if (line := reading.cells[key].line_start)]
            if not at:
                continue
            first = min(at)
            years = _years(lines[max(above, header_start(lines, first)) : first], table, block)
            above = max(at)
            doubted = [
                key
                for key in keys
                if years
                and (cell := reading.cells[key]).value is not None
                and cell.line_start is not None
                and not _is_placed(lines[cell.line_start - 1], cell.raw or "", years)
                and _figures(lines, cell.line_start) < len(years)
            ]
            if doubted:
                row = block.rows[0]
                reading.note("header-unclear", line=first, row_key=row.key, row=row, detail="、".join(years))
            for key in doubted:
                reading.doubt(key, "header-unclear", first)


def _years(over: Sequence[str], table: Table, block: Block) -> list[str]:
    """The years of the heads over a block of one column, in their order; none where it has not two of them."""
    if len(block.columns) > 1 or (head := _head(block)) is None:
        return []
    _, corner, text = "".join(squash(TAG.sub("", line)) for line in over).rpartition(squash(table.header))
    years = list(dict.fromkeys(head.findall(text)))
    if len(years) < 2 and corner and (bare := _BARE.search(text)):
        years = list(dict.fromkeys(bare.groups()))
    return years if len(years) > 1 else []


@cache
def _head(block: Block) -> re.Pattern[str] | None:
    """The head of the only column behind the name of a year."""
    head = squash(block.columns[0].zh).split("(")[0]
    own = next((word for word in _THIS_YEAR if head.startswith(word)), None)
    if own is None:
        return None
    return re.compile(rf"({_YEAR})度?{re.escape(head.removeprefix(own))}")


def _figures(lines: Sequence[str], at: int) -> int:
    """How many figures stand on a line and the lines without words beside it, of which the first below words has its label."""
    label = at
    while label > max(1, at - _MOST_LINES) and not _HAN.search(lines[label - 1]):
        label -= 1
    count = 0
    for line in lines[label - 1 : at + _MOST_LINES]:
        text = TAG.sub(" ", line)
        if line is not lines[label - 1] and _HAN.search(text):
            break
        count += len(_FIGURE.findall(text))
    return count


def _is_placed(line: str, raw: str, years: Sequence[str]) -> bool:
    """Whether a line has a cell for each of the years behind its label, and the figure in this year's."""
    own = next((at for at, year in enumerate(years) if year in _THIS_YEAR), None)
    if own is None:
        own = years.index(max(years)) if all(year[0].isdigit() for year in years) else None
    sign = next((sign for sign in _SIGNS if sign in (line := _CELL_ENDS.sub("\t", line))), None)
    if own is None or sign is None:
        return False
    cells = [squash(TAG.sub("", cell)) for cell in line.split(sign)]
    written = [at for at, cell in enumerate(cells) if cell]
    if len(written) != 2 or cells[written[1]] != squash(raw):
        return False
    return written[1] - written[0] == own + 1 and len(cells) > written[0] + len(years)
