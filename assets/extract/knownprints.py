"""Tables printed as others before them: the same titles, labels and cells, and nothing but the figures differs.

Most reports of a country come out of the form as it is, by way of a few programs. Which cell of the form a figure fills does not
depend on how much it says: so the search is asked of a print twice, with the figures of a report and with others of which each stands
there once, and where it finds the same, later reports of that print take the places from there and have only their figures read.

It is so only for tables that leave nothing open: all figures below their title in rows of cells, in the order of the form, one for each
of its cells and no others. What else fills a cell, a dash, 3.5 or a year, is of the print as its labels are; a blank cell leaves open
what is asked of the figures beside it. Prints are searched in which the titles do not stand once each, and those that have what the search looks
at besides: figures that count rows, words above that name columns of the table of one row, and prose that gives figures to columns where
no words over the figures name these. Where a row has more figures than the form has cells, a merged cell may say the same in each of its columns:
then it is of the print which figures of the row are the same. Belongs here: what a print is, and what is remembered of it. Does not belong here: the search
(rows/blocks/rowtable.py, sidebyside/onerow.py), and what is doubted behind it (tables.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assets.extract.cells import CellReading, TableReading
from assets.extract.headers.headerplace import has_none
from assets.extract.headers.headerprint import header_words
from assets.extract.headers.narrative import speaks_of_columns
from assets.extract.labels import squash
from assets.extract.model import GridRow, Item, Prose, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.detached import numbered_lines
from assets.extract.sidebyside.countedcolumns import number_columns
from assets.extract.sidebyside.onerow import names_columns
from assets.extract.sidebyside.overonerow import HEADER_LINES
from schemas.form import CellKey, Form, Table

Search = Callable[[list[Item], list[str], Form, Table], TableReading]

# A figure that fills a cell. A year may be something else, and so may what opens with a nought.
_FIGURE = re.compile(
    r"""(?<![^\s|｜,;"'>])(?<!=["'])(?!(?:19|20)[0-9]{2}(?![0-9]))(?:0|[1-9][0-9]{0,6})(?![^\s|｜,;"'<])"""
)
_BY_FIGURES = re.compile(f"({_FIGURE.pattern})")
_ANY = "#"
_NUMBER = re.compile(r"[| \t#*]*[一二三四五六]、")
_FIRST_NUMBERS = ("1", "2", "3")
# What is read of cells in which something stands that says one thing.
_SAID = {"reported", "not_applicable"}
# So many columns a group of numbered columns has.
_WIDTH = 5
# The other figures: none is a year, and none is the next after another.
_FIRST, _STEP = 3001, 7
# Of so many prints the places are remembered, and of so many that they were met.
_MOST_KNOWN, _MOST_MET = 400, 50_000


@dataclass(frozen=True, slots=True)
class Print:
    """How the tables of a report are printed, and its figures in the order of the text.

    `key` has all from the title of the first table to the last row of cells, but for the figures. `same_as` has for each figure the
    first in its row that is the same where that may tell a merged cell, and the figure itself elsewhere. `titles` counts the lines above
    the title of each table, `end` those down to the last row.
    """

    key: Hashable
    figures: list[str]
    same_as: list[int]
    titles: list[int]
    end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell of the form, what was read of it, its lines counted from the first title, and which of the figures it is, if any."""

    key: CellKey
    read: CellReading
    line_start: int
    line_end: int
    figure: int | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the search found of one table of a print, and whether words over its figures name columns."""

    table_no: str
    places: list[_Place]
    lines: list[int]
    layout: str | None
    is_headed: bool


class KnownPrints:
    """The prints that were met, and what is known of those that were met again."""

    def __init__(self) -> None:
        self._met: set[int] = set()
        self._known: dict[Hashable, list[_Known]] = {}

    def readings(
        self, items: list[Item], lines: list[str], form: Form, search: Search
    ) -> dict[str, TableReading]:
        """The tables of a report, as `search` finds them, if its print is known; asked at its second report for all later ones."""
        printed = print_of(items, lines, form)
        if printed is None:
            return {}
        tables = self._known.pop(printed.key, None)
        if tables is not None:
            self._known[printed.key] = tables
            return {
                known.table_no: _reading(known, printed)
                for known in tables
                if known.is_headed or not _is_told_of(form.table(known.table_no), lines, printed)
            }
        if (mark := hash(printed.key)) in self._met:
            return self._learn(items, lines, form, search, printed)
        if len(self._met) >= _MOST_MET:
            self._met.clear()
        self._met.add(mark)
        return {}

    def _learn(
        self, items: list[Item], lines: list[str], form: Form, search: Search, printed: Print
    ) -> dict[str, TableReading]:
        own = {table.no: search(items, lines, form, table) for table in form.tables}
        tables = _tables(items, lines, form, search, printed)
        if any(_reading(known, printed) != own[known.table_no] for known in tables):
            tables = []
        if len(self._known) >= _MOST_KNOWN:
            del self._known[next(iter(self._known))]  # the one that was not met for longest
        self._known[printed.key] = tables
        return own


def print_of(items: Sequence[Item], lines: list[str], form: Form) -> Print | None:
    """How the tables of a report are printed; None where that may not tell their cells.

    So it is where figures stand outside of cells or count rows, where rows do not stand below titles that stand there once or end in
    words, and where words above name columns of a table of one row: rows between may be taken for its own.
    """
    kinds = {*map(type, items)}
    if Run in kinds or GridRow not in kinds or (titles := _titles(lines, form)) is None:
        return None
    rows = [at for at, item in enumerate(items) if isinstance(item, GridRow)]
    top, end = titles[0], max(items[at].line_end for at in rows)
    if items[rows[0]].line_start <= top + 1:
        return None
    above = lines[max(0, top - HEADER_LINES) : titles[-1]]
    if any(table.one_row and names_columns(above, table) for table in form.tables):
        return None
    parts = _BY_FIGURES.split("\n".join(lines[top:end]))
    figures = parts[1::2]
    known, first = {*figures}, items[rows[0]]
    in_cells: list[str] = []
    ends: list[tuple[str, str]] = []
    of_rows: list[tuple[int, list[str]]] = []
    shape: list[Hashable] = []
    for item in items[: rows[-1] + 1]:
        if isinstance(item, GridRow) and isinstance(first, GridRow):
            texts = [*map(str.strip, [cell.text for cell in item.cells])]
            if own := [text for text in texts if text in known]:
                last = texts[item.written[-1]]
                if not (last in known or looks_like_figure(last)) or number_columns(own, _WIDTH):
                    return None
                ends.append((own[0], own[-1]))
                in_cells += own
                of_rows.append((item.line_start, own))
                texts = [_ANY if text in known else text for text in texts]
            shape += texts
            places = [cell.line_start - top for cell in item.cells]
            places += [cell.line_end - top for cell in item.cells]
            # one number where all cells stand on one line
            shape += places if len({*places}) > 1 else places[:1]
            shape += [item.layout, item.block - first.block, item.spans, item.starts, item.is_filled_up]
        elif isinstance(item, Prose) and item.line > top:
            shape += [item.text, item.line - top]
    if in_cells != figures or any(_counts(column) for column in zip(*ends, strict=True)):
        return None
    same_as = _same_figures(of_rows, titles, form)
    return Print((form.id, _ANY.join(parts[::2]), *same_as, *shape), figures, same_as, titles, end)


def _titles(lines: Sequence[str], form: Form) -> list[int] | None:
    """How many lines stand above the title of each table; None unless each has one with its number, in the order of the form."""
    titles: list[int] = []
    for table in form.tables:
        names = tuple([squash(name) for name in (table.zh, *table.aliases)])
        own = [at for at, text in numbered_lines(lines) if text.endswith(names)]
        if len(own) != 1 or not _NUMBER.match(lines[own[0]]):
            return None
        titles += own
    return titles if all(above < below for above, below in pairwise(titles)) else None


def _same_figures(rows: Sequence[tuple[int, list[str]]], titles: Sequence[int], form: Form) -> list[int]:
    """For each figure the first in its row that is the same where a row of the form has fewer cells; else the figure itself.

    `rows` are the figures of each row, with its first line.
    """
    same_as: list[int] = []
    for table, title, end in zip(form.tables, titles, [*titles[1:], None], strict=True):
        own = [figures for line, figures in rows if title < line and (end is None or line <= end)]
        widths = [len(block.columns) for block in table.blocks for _ in block.rows]
        for figures, width in zip(own, widths if len(own) == len(widths) else map(len, own), strict=True):
            start, is_wide = len(same_as), len(figures) > width
            same_as += [start + (figures.index(text) if is_wide else at) for at, text in enumerate(figures)]
    return same_as


def _counts(column: Sequence[str]) -> bool:
    """Whether the figures at one end of rows may be the numbers of these."""
    return _FIRST_NUMBERS in zip(column, column[1:], column[2:], strict=False)


def _reading(known: _Known, printed: Print) -> TableReading:
    """One table of a report of a known print."""
    top, figures = printed.titles[0], printed.figures
    reading = TableReading(known.table_no, layout=known.layout, lines={top + line for line in known.lines})
    for place in known.places:
        read, lines = place.read, (top + place.line_start, top + place.line_end)
        if place.figure is None:
            cell = CellReading(read.status, read.value, read.raw, read.unit, *lines)
        else:
            raw = figures[place.figure]
            cell = CellReading("reported", float(raw), raw, read.unit, *lines)
        reading.cells[place.key] = cell
    return reading


def _tables(items: list[Item], lines: list[str], form: Form, search: Search, printed: Print) -> list[_Known]:
    """Where the figures of a print belong, asked with others in their place: of each table that leaves nothing open.

    There is none where figures of no such table stand before the labels of rows, which may number them.
    """
    figures = [str(_FIRST + _STEP * at) for at in printed.same_as]
    items, lines = _with_figures(items, lines, printed, figures)
    place_of = dict(zip(figures, printed.same_as, strict=True))
    top, ends = printed.titles[0], [*printed.titles[1:], printed.end]
    found: list[_Known] = []
    for table, title, end in zip(form.tables, printed.titles, ends, strict=True):
        reading = search(items, lines, form, table)
        rows = [item for item in items if isinstance(item, GridRow) and title < item.line_start <= end]
        in_rows = dict.fromkeys(figure for row in rows for figure in _figures_of(row, place_of))
        if not _is_whole(reading, table, [*in_rows]):
            continue
        is_headed = table.one_row or _is_headed(reading, table, items, lines, printed)
        own = [line - top for line in reading.lines]
        found.append(_Known(table.no, [*_places(reading, top, place_of)], own, reading.layout, is_headed))
    claimed = {place.figure for known in found for place in known.places}
    grid = [item for item in items if isinstance(item, GridRow)]
    first = {place_of[figure] for row in grid for figure in _figures_of(row, place_of, row.words)}
    return found if first <= claimed else []


def _figures_of(row: GridRow, figures: Container[str], words: Sequence[int] = ()) -> list[str]:
    """The figures in a row, before the first of its `words` if there are any."""
    end = words[0] if words else len(row.cells)
    return [cell.text for cell in row.cells[:end] if cell.text in figures]


def _with_figures(
    items: Sequence[Item], lines: Sequence[str], printed: Print, figures: Sequence[str]
) -> tuple[list[Item], list[str]]:
    """A report with other figures in the place of its own."""
    in_cells, in_lines = iter(figures), iter(figures)
    own = {*printed.figures}
    other_items: list[Item] = [
        replace(
            item,
            cells=[replace(c, text=next(in_cells)) if c.text.strip() in own else c for c in item.cells],
        )
        if isinstance(item, GridRow)
        else item
        for item in items
    ]
    top = printed.titles[0]
    text = _FIGURE.sub(lambda _: next(in_lines), "\n".join(lines[top : printed.end]))
    return other_items, [*lines[:top], *text.split("\n"), *lines[printed.end :]]


def _is_whole(reading: TableReading, table: Table, figures: Sequence[str]) -> bool:
    """Whether the figures below the title of a table are those of its cells, in their order, and nothing is blank or in doubt."""
    cells = [reading.cells.get(key) for key in table.cells]
    own = {*figures}
    return (
        not reading.findings
        and len(reading.cells) == len(cells)
        and all(cell and cell.status in _SAID and cell.reason is None for cell in cells)
        and [cell.raw for cell in cells if cell and cell.raw in own] == figures
    )


def _is_told_of(table: Table, lines: Sequence[str], printed: Print) -> bool:
    """Whether prose above the last row gives figures to columns, which it may take from those of another order."""
    return speaks_of_columns(lines[: printed.end], [column.zh for column in table.columns])


def _is_headed(
    reading: TableReading, table: Table, items: list[Item], lines: Sequence[str], printed: Print
) -> bool:
    """Whether words between the first title and the first row of a table name columns: else prose is asked whether it names others."""
    if len(table.blocks) > 1:
        return True
    figure, top = reading.cells[table.cells[0]].raw, printed.titles[0]
    rows = [(at, item) for at, item in enumerate(items) if isinstance(item, GridRow)]
    own = [(at, row) for at, row in rows if any(cell.text == figure for cell in row.cells)]
    below = [*[""] * top, *lines[top:]]
    words = header_words(table, table.columns)
    return len(own) == 1 and not has_none(items, below, Candidate(*own[0], "", []), words)


def _places(reading: TableReading, top: int, place_of: dict[str, int]) -> Iterator[_Place]:
    """The cells of a table, their lines counted from below line `top`."""
    for key, cell in reading.cells.items():
        start, end = (cell.line_start or 0) - top, (cell.line_end or 0) - top
        yield _Place(key, cell, start, end, place_of.get(cell.raw or ""))
