"""Tables printed as others before them: the same titles, labels and cells, and nothing but the figures differs.

Most reports of a country come out of the form as it is, by way of a few programs. Which cell of the form a figure fills does not
depend on how much it says: so the search is asked of a print twice, with the figures of a report and with others of which each stands
there once, and where it finds the same, later reports of that print take the places from there and have only their figures read.

It is so only for prints that leave nothing open: all figures in rows of cells, in the order of the form and one for each of its cells,
below titles that stand there once, and nothing doubted. Outside of such tables the search looks at two things, and prints of reports
that have them are searched: words above that name columns of the table of one row, and prose that gives figures to columns where no
words over the figures name these. Belongs here: what a print is, and what is remembered of it. Does not belong here: the search
(rows/rowtable.py, sidebyside/onerow.py), and what is doubted behind it (tables.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assets.extract.cells import CellReading, TableReading
from assets.extract.headers.headerplace import has_none
from assets.extract.headers.headerprint import header_words
from assets.extract.headers.narrative import speaks_of_columns
from assets.extract.labels import squash
from assets.extract.model import GridRow, Item, Prose, Run
from assets.extract.rows.candidates import Candidate
from assets.extract.rows.detached import numbered_lines
from assets.extract.sidebyside.onerow import names_columns
from assets.extract.sidebyside.overonerow import HEADER_LINES
from schemas.form import CellKey, Form, Table

Search = Callable[[list[Item], list[str], Form, Table], TableReading]

# A figure that fills a cell. A year may be something else, and so may what opens with a nought.
_FIGURE = re.compile(
    r"""(?<![^\s|｜,;"'>])(?<!=["'])(?!(?:19|20)[0-9]{2}(?![0-9]))(?:0|[1-9][0-9]{0,6})(?![^\s|｜,;"'<])"""
)
_ANY = "#"
_NUMBER = re.compile(r"[| \t#*]*[一二三四五六]、")
# The other figures: none is a year, and none is the next after another.
_FIRST, _STEP = 3001, 7
_WHOLE = frozenset({"reported", "not_applicable"})
# Of so many prints the places are remembered, and of so many that they were met.
_MOST_KNOWN, _MOST_MET = 400, 50_000


@dataclass(frozen=True, slots=True)
class Print:
    """How the tables of a report are printed, and its figures in the order of the text.

    `key` has all from the title of the first table to the last row of cells, but for the figures. `titles` counts the lines above the
    title of each table, `end` those down to the last row.
    """

    key: Hashable
    figures: list[str]
    titles: list[int]
    end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell of the form: what it says, its lines counted from the first title, and which of the figures it is, if it is one."""

    key: CellKey
    cell: CellReading
    figure: int | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the search found of one table of a print, and whether words over its figures name columns."""

    places: list[_Place]
    lines: list[int]
    layout: str | None
    is_headed: bool


_Tables = dict[str, _Known]


class KnownPrints:
    """The prints that were met, and what is known of those that were met again."""

    def __init__(self) -> None:
        self._met: set[int] = set()
        self._known: dict[Hashable, _Tables] = {}

    def readings(
        self, items: list[Item], lines: list[str], form: Form, search: Search
    ) -> dict[str, TableReading]:
        """The tables of a report, as `search` finds them, as far as its print is known; asked at its second report for all later ones."""
        printed = print_of(items, lines, form)
        if printed is None:
            return {}
        tables = self._known.get(printed.key)
        if tables is not None:
            return {
                no: _reading(known, no, printed)
                for no, known in tables.items()
                if known.is_headed or not _is_told_of(form.table(no), lines, printed)
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
        if any(_reading(known, no, printed) != own[no] for no, known in tables.items()):
            tables = {}
        if len(self._known) >= _MOST_KNOWN:
            del self._known[next(iter(self._known))]  # the one that is known longest
        self._known[printed.key] = tables
        return own


def print_of(items: Sequence[Item], lines: list[str], form: Form) -> Print | None:
    """How the tables of a report are printed; None where that may not tell their cells.

    So it is where figures stand outside of cells, or not below titles that stand there once, and where words above name columns of a
    table of one row: rows between these words and that table may be taken for its own.
    """
    kinds = {*map(type, items)}
    if Run in kinds or GridRow not in kinds or (titles := _titles(lines, form)) is None:
        return None
    rows = [at for at, item in enumerate(items) if isinstance(item, GridRow)]
    if items[rows[0]].line_start <= titles[0] + 1:
        return None
    top, end = titles[0], max(items[at].line_end for at in rows)
    above = lines[max(0, top - HEADER_LINES) : titles[-1]]
    if any(table.one_row and names_columns(above, table) for table in form.tables):
        return None
    text = "\n".join(lines[top:end])
    figures = _FIGURE.findall(text)
    known, first = {*figures}, items[rows[0]]
    in_cells: list[str] = []
    shape: list[Hashable] = []
    for item in items[rows[0] : rows[-1] + 1]:
        if isinstance(item, GridRow) and isinstance(first, GridRow):
            texts = [*map(str.strip, [cell.text for cell in item.cells])]
            in_cells += [text for text in texts if text in known]
            shape += [_ANY if text in known else text for text in texts]
            shape += [line - top for cell in item.cells for line in (cell.line_start, cell.line_end)]
            shape += [item.layout, item.block - first.block, item.spans, item.starts, item.is_filled_up]
        elif isinstance(item, Prose):
            shape += [item.text, item.line - top]
    if in_cells != figures:
        return None
    return Print((form.id, _FIGURE.sub(_ANY, text), *shape), figures, titles, end)


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


def _reading(known: _Known, table_no: str, printed: Print) -> TableReading:
    """One table of a report of a known print."""
    top, figures = printed.titles[0], printed.figures
    reading = TableReading(table_no, layout=known.layout, lines={top + line for line in known.lines})
    for place in known.places:
        said = place.cell
        raw = said.raw if place.figure is None else figures[place.figure]
        value = said.value if place.figure is None else float(figures[place.figure])
        at = top + (said.line_start or 0), top + (said.line_end or 0)
        reading.cells[place.key] = CellReading(said.status, value, raw, said.unit, *at)
    return reading


def _tables(items: list[Item], lines: list[str], form: Form, search: Search, printed: Print) -> _Tables:
    """Where the figures of a print belong, asked with others in their place: of each table that leaves nothing open.

    There is none where figures of no table stand before the labels of rows, which may number them.
    """
    figures = [str(_FIRST + _STEP * at) for at in range(len(printed.figures))]
    items, lines = _with_figures(items, lines, printed, figures)
    place_of = {figure: at for at, figure in enumerate(figures)}
    ends = [*printed.titles[1:], printed.end]
    found: _Tables = {}
    used: set[str] = set()
    for table, title, end in zip(form.tables, printed.titles, ends, strict=True):
        reading = search(items, lines, form, table)
        used.update(cell.raw for cell in reading.cells.values() if cell.raw)
        if reading.findings or not _is_whole(reading, table):
            continue
        own = [raw for key in table.cells if (raw := reading.cells[key].raw) in place_of]
        rows = [
            item for item in items if isinstance(item, GridRow) and any(c.text in own for c in item.cells)
        ]
        if not rows or own != list(_figures_of(rows, place_of)) or (table.one_row and len(rows) > 1):
            continue
        if title < rows[0].line_start and rows[-1].line_end <= end:
            found[table.no] = _Known(
                list(_places(reading, printed.titles[0], place_of)),
                [line - printed.titles[0] for line in reading.lines],
                reading.layout,
                table.one_row or _is_headed(table, rows[0], items, lines, printed),
            )
    return found if used >= {*_before_words(items, place_of)} else {}


def _figures_of(rows: Iterable[GridRow], figures: Container[str]) -> Iterator[str]:
    """The figures in some rows."""
    return (cell.text for row in rows for cell in row.cells if cell.text in figures)


def _before_words(items: Iterable[Item], figures: Container[str]) -> Iterator[str]:
    """The figures that stand in a row without words, or before its first."""
    for item in items:
        if isinstance(item, GridRow):
            first = item.words[0] if item.words else len(item.cells)
            yield from (cell.text for cell in item.cells[:first] if cell.text in figures)


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


def _places(reading: TableReading, top: int, place_of: dict[str, int]) -> Iterator[_Place]:
    """The cells of a table, their lines counted from below line `top`."""
    for key, cell in reading.cells.items():
        at = (cell.line_start or 0) - top, (cell.line_end or 0) - top
        said = CellReading(cell.status, cell.value, cell.raw, cell.unit, *at)
        yield _Place(key, said, place_of.get(cell.raw or ""))


def _is_told_of(table: Table, lines: Sequence[str], printed: Print) -> bool:
    """Whether prose above the last row gives figures to columns, which it may take from those of another order."""
    return speaks_of_columns(lines[: printed.end], [column.zh for column in table.columns])


def _is_headed(table: Table, first: GridRow, items: list[Item], lines: Sequence[str], printed: Print) -> bool:
    """Whether words above the first row of a table name columns: else prose is asked whether it names others."""
    if len(table.blocks) > 1:
        return True
    start = Candidate(next(at for at, item in enumerate(items) if item is first), first, "", [])
    top = printed.titles[0]
    return not has_none(items, [*[""] * top, *lines[top:]], start, header_words(table, table.columns))


def _is_whole(reading: TableReading, table: Table) -> bool:
    """Whether each cell of the form is printed, and none in doubt."""
    cells = reading.cells
    return {*cells} == {*table.cells} and all(
        cell.status in _WHOLE and cell.reason is None for cell in cells.values()
    )
