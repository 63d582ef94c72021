"""Where the header of a block stands in a text: the lines and rows of cells above its first row of figures.

Belongs here: finding those lines. What they say is read elsewhere (gridheader.py, plainheader.py, headerwords.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from assets.extract.labels import squash
from assets.extract.model import GridRow, Item, Prose, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.plainheaders.stackedheader import Words
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Table

# In how many written lines above its first row the header of a block is sought.
HEADER_LINES = 45
# How far below the last row one is that stands behind them.
_LINES_BELOW = 24
_HEADING = re.compile("[一二三四五六]、")
_BETWEEN_WORDS = re.compile(r"[\s|]+")
# Labels of a header row that numbers the columns.
_NUMBERS_COLUMNS = {"", "栏次", "列次", "行次", "序号", "甲", "乙"}


def label_line(start: Candidate) -> int:
    """The line on which the label of a run begins."""
    if not isinstance(start.item, Run) or squash(start.item.head) == squash(start.label):
        return start.line
    own = [f.line for f in start.item.before if squash(f.text) and squash(f.text) in squash(start.label)]
    return min([start.line, *own])


def below_title(lines: Sequence[str], table: Table) -> Sequence[str]:
    """The lines below the last that holds the table's title: what stands above it is another table's."""
    return lines[max(0, title_line(lines, table) - 1) :]


def header_start(lines: Sequence[str], line: int) -> int:
    """The line below which the header of a table begins whose first row stands on `line` (both counted from 1); 0 for none.

    Empty lines do not count: a page that was saved may have several between any two cells.
    """
    if line <= HEADER_LINES:
        return 0
    written = 0
    texts = map(str.strip, map(lines.__getitem__, range(line - 2, -1, -1)))
    for n, text in zip(range(line - 1, 0, -1), texts, strict=True):
        if text:
            written += 1
            if written == HEADER_LINES:
                return n
    return 0


def own_header_start(lines: Sequence[str], line: int, above: int) -> int:
    """The same for a block whose first row stands on `line`, where rows of the block before end on line `above`."""
    return min(max(above, header_start(lines, line)), line - 1)


def first_line_of(block: int, items: Sequence[Item]) -> int:
    """The line on which the first row of a block of rows stands."""
    return next(i.line_start for i in items if isinstance(i, GridRow) and i.block == block)


def title_line(lines: Sequence[str], table: Table) -> int:
    """The number of the last line that holds the table's title; 0 where none does."""
    text = "\n".join(map(squash, lines))
    last = max(map(text.rfind, _titles(table)))
    return text.count("\n", 0, last) + 1 if last >= 0 else 0


@cache
def _titles(table: Table) -> tuple[str, ...]:
    """The wordings of the table's title."""
    return tuple([squash(name) for name in (table.zh, *table.aliases)])


def words_above(
    items: list[Item], lines: list[str], start: Candidate, above: int, table: Table
) -> list[list[str]]:
    """The words of the lines of the header above a run."""
    floor = max(above, last_line_of_figures(items, start, table))
    header = below_title(lines[floor : label_line(start) - 1], table)
    return [words for line in header if (words := line.split())]


def last_line_of_figures(items: Sequence[Item], start: Candidate, table: Table) -> int:
    """The line on which the last figures above the first row end; 0 without any.

    A figure alone right below words of the header parts nothing: a page ends there.
    """
    names = _names(table)
    before = (item for item in reversed(items[: start.index]) if not _ends_page(item, names))
    return next((item.line_end for item in before), 0)


@cache
def _names(table: Table) -> frozenset[str]:
    """What stands in the header of the table."""
    return frozenset(squash(w) for label in (*table.columns, *table.groups) for w in label.wordings)


def _ends_page(item: Item, names: Set[str]) -> bool:
    if not isinstance(item, Run) or item.head or len(item.cells) > 1 or not item.before:
        return False
    return any(squash(word) in names for word in item.before[-1].text.split())


def words_of(rows: Sequence[GridRow]) -> list[list[str]]:
    """The written cells of rows."""
    return [[row.cells[at].text for at in row.written] for row in rows]


def header_rows(items: Sequence[Item], index: int, above: int, behind: int = -1) -> list[GridRow]:
    """The rows of cells before item `index`, below line `above` and below the last row of figures.

    Where a whole table stands on one line, those count that come after item `behind`, the last known row.
    """
    rows: list[GridRow] = []
    for at in range(index - 1, behind, -1):
        item = items[at]
        if isinstance(item, GridRow) and (
            item.line_start > above or (item.line_start == above and behind >= 0)
        ):
            if _is_row_of_figures(item):
                break
            rows.append(item)
    return rows[::-1]


def cells_over(header: Sequence[GridRow], rows: Sequence[Candidate], columns: int) -> list[list[str]] | None:
    """The texts of header rows over the figures of full rows, one for each column; None where no such places are known."""
    width = len(rows[0].item.cells)
    written = [
        tuple(at for at in row.item.written if at > row.label_at)
        for row in rows
        if isinstance(row.item, GridRow) and len(row.item.cells) == width
    ]
    full = {places for places in written if len(places) == columns}
    if len(full) != 1 or any(len(row.cells) > width for row in header):
        return None
    (places,) = full
    return [[row.cells[at].text if at < len(row.cells) else "" for at in places] for row in header]


def _is_row_of_figures(row: GridRow) -> bool:
    """Whether a row ends in figures behind a label; a row that only numbers the columns has no label, or 栏次."""
    if not row.written or not looks_like_figure(squash(row.cells[row.written[-1]].text)):
        return False
    for at in reversed(row.written):
        text = squash(row.cells[at].text)
        if not looks_like_figure(text):
            return text not in _NUMBERS_COLUMNS
    return False


def money_header(text: str, label: str) -> str | None:
    """The header of a money column in a squashed text, with the unit that follows it."""
    stem = squash(label).split("(")[0]
    at = text.find(stem)
    return text[at : at + len(stem) + 12] if at >= 0 else None


def words_below(lines: Sequence[str], end: int) -> list[list[str]]:
    """The words of the lines below line `end`, up to the next heading: a program may give the header behind the rows."""
    found: list[list[str]] = []
    for line in lines[end : end + _LINES_BELOW]:
        if _HEADING.match(line.strip("| \t#*")):
            break
        if words := [word for word in _BETWEEN_WORDS.split(line) if word]:
            found.append(words)
    return found


def has_none(items: Sequence[Item], lines: Sequence[str], start: Candidate, known: Words) -> bool:
    """Whether no word right above the first row is any piece of a column's label."""
    written = (i.line_end for i in items[: start.index] if not isinstance(i, Prose) and _ends_in_figure(i))
    floor = max([header_start(lines, start.line), *written])
    words = (squash(word) for line in lines[floor : start.line] for word in _BETWEEN_WORDS.split(line))
    return not any(len(word) > 1 and known.columns_with(word) for word in words)


def _ends_in_figure(item: GridRow | Run) -> bool:
    return isinstance(item, Run) or _is_row_of_figures(item)
