"""Rows of cells with a blank at one end: a cell may have vanished from inside, and the row been filled up or moved.

A program that drops a cell and fills the row up to the width of its table leaves figures one column too far left, and no
count shows it. The table does: its rows are full but for the last cell of a few, the total, which nobody leaves blank
beside noughts that are printed. Where blanks stand in other columns, too, they are kept in their places, and where blank
totals are the table's habit they are the filer's. Cells behind tabs are written one by one: what writes them leaves a row short,
and fills none up. What moves a row to the right and cuts off its last cell makes all rows of a table equally long: where they
are not, a blank first cell is as printed. Sums are never looked at. Does not belong here: rows that lack a cell visibly (columns.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from assets.extract.cells import CellReading, TableReading
from assets.extract.model import GridRow, Item
from assets.extract.places.filledends import (
    fill_the_end,
    filled_with_blanks,
    filled_with_signs,
    is_one_figure,
    row_is_filled_with_signs,
)
from assets.extract.places.lasttotals import doubt_last_totals, rare_last
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

_Read = tuple[Link, list[CellReading]]

# Layouts in which a row is a line, whose blanks at the end may be cut off.
_OF_LINES = ("pipes", "tsv")
# Layouts of cells behind tabs.
_NEVER_FILLED_UP = ("tab_cells", "tsv")
# A table of fewer rows has no habit, and one of which a larger share has such blanks leaves them on purpose.
_LEAST_ROWS = 8
# So many cells that have a line each show a text of a cell a line.
_LEAST_APART = 3
_MOST_SHARE, _MOST_BLANK = 0.25, 0.4
# A first cell left blank once is the filer's; rows that all moved to the right leave several.
_LEAST_MOVED = 2
# So many rows of a table with a blank amid their figures show that blanks keep their places.
_LEAST_KEPT = 3
# So many rows of a length are no chance.
_LEAST_OF_LENGTH = 3


class Columns(Protocol):
    """What is known of the columns: their keys from left to right, and where a header that names all has the first one."""

    @property
    def order(self) -> Sequence[str]:
        """The keys."""

    @property
    def first_named_at(self) -> int | None:
        """The cell of the first one, None where no header names all: a first column without figures may be the labels'."""


def doubt_padded(links: Sequence[Link], reading: TableReading, table: Table, columns: Columns) -> None:
    """Put in doubt the rows that are full but for their last or first cell, where these are all blanks of the table."""
    order, named_at = columns.order, columns.first_named_at
    _doubt_filled_on_line(links, reading, table)
    if len(table.blocks) != 1 or table.one_row:
        return
    doubt_last_totals(links, reading, table)
    own = [column.key for column in table.columns]
    places = [own.index(key) for key in order] if sorted(order) == sorted(own) else range(len(own))
    rows: list[_Read] = []
    as_printed: list[_Read] = []
    for link in links:
        cells = [reading.cells[key] for key in table.keys_of[table.rows[link.row].key]]
        if isinstance(link.candidate.item, GridRow) and any(cell.status == "reported" for cell in cells):
            rows.append((link, cells))
            as_printed.append((link, [cells[at] for at in places]))
    found = [(link, "row-short") for link in _of_fewer_cells(as_printed, table)]
    grid = [link for link in links if isinstance(link.candidate.item, GridRow)]
    if len(grid) >= _LEAST_ROWS and len(rows) <= _MOST_SHARE * len(grid):
        unfit = any(_is_unfit(link, reading, table) for link in grid)
        found += [(link, "row-short") for link, cells in rows if _fits_by_chance(link, cells, unfit)]
    if len(rows) >= _LEAST_ROWS:
        found += _moved(as_printed, named_at) or _cut(rows)
        known = {id(link) for link, _ in found}
        ends = [*filled_with_signs(as_printed), *filled_with_blanks(as_printed)]
        found += [(link, "row-short") for link in ends if id(link) not in known]
        if [c for _, cells in as_printed for c in cells] != [c for _, cells in rows for c in cells]:
            known = {id(link) for link, _ in found}
            again = [*_cut(as_printed), *_moved_left(as_printed)]
            found += [(link, code) for link, code in again if id(link) not in known]
    for link, code in found:
        row, line = table.rows[link.row], link.candidate.line
        width = len(table.columns)
        printed = width + (1 if code == "row-long" else -1)
        reading.note(code, line=line, row_key=row.key, row=row, found=printed, expected=width)
        for key in table.keys_of[row.key]:
            reading.doubt(key, code, line)


def _doubt_filled_on_line(links: Sequence[Link], reading: TableReading, table: Table) -> None:
    """Put rows of a cell a line in doubt whose last cell is blank on the line of the one before: it fills the row up."""
    for link in links:
        item, row = link.candidate.item, table.rows[link.row]
        cells = [reading.cells[key] for key in table.keys_of[row.key]]
        if not isinstance(item, GridRow) or item.layout != "pipes" or cells[-1].status != "blank":
            continue
        lines = [item.cells[at].line_start for at in item.written]
        behind = item.written[-1] + 1
        is_apart = len(lines) >= _LEAST_APART and len({*lines}) == len(lines)
        if is_apart and behind < len(item.cells) and item.cells[behind].line_start == lines[-1]:
            line = lines[0]
            reading.note(
                "row-short", line=line, row_key=row.key, row=row, found=len(cells) - 1, expected=len(cells)
            )
            for key in table.keys_of[row.key]:
                reading.doubt(key, "row-short", line)


def _is_unfit(link: Link, reading: TableReading, table: Table) -> bool:
    """Whether a row of cells does not fit the form; one that is blank all along does, as reports of few requests have them."""
    cells = [reading.cells[key] for key in table.keys_of[table.rows[link.row].key]]
    return all(cell.status not in ("reported", "blank", "not_applicable") for cell in cells)


def _fits_by_chance(link: Link, cells: Sequence[CellReading], unfit: bool) -> bool:
    """Whether one of the few rows with figures may fit the form by chance: others do not, or it was filled up at its end.

    A row that is full does not, nor one with its total where all others are blank: their cells are there, one by one.
    """
    item = link.candidate.item
    if not _blank(cells) or item.layout not in _OF_LINES:
        return False
    return unfit or (cells[-1].status == "blank" and _is_filled_up(item))


def _moved(rows: Sequence[_Read], named_at: int | None) -> list[tuple[Link, str]]:
    """All rows, where the first figure of each is blank and the header does not say that it is the first.

    It says so where it names the first column at the blank of every row or before: rows whose labels take one cell or three
    have their blanks in several columns, and a name stands over one of them.
    """
    if any(cells[0].status != "blank" for _, cells in rows):
        return []
    if named_at is not None and all(_first_at(link, cells) >= named_at for link, cells in rows):
        return []
    return [(link, "row-short") for link, _ in rows]


def _moved_left(rows: Sequence[_Read]) -> list[tuple[Link, str]]:
    """The rows with a first figure and no last one, where the others have a last figure and no first one."""
    ends = [(link, cells[0].status == "blank", cells[-1].status == "blank") for link, cells in rows]
    found = [(link, "row-short") for link, first, last in ends if last and not first]
    usual = sum(first and not last for _, first, last in ends)
    return found if usual > len(found) else []


def _cut(rows: Sequence[_Read]) -> list[tuple[Link, str]]:
    """The rows that are full but for their last or first cell, and the one with a total where no other row has one."""
    totals = [link for link, cells in rows if cells[-1].status != "blank"]
    is_stripped = len(totals) <= 1
    found = [(link, "row-long") for link in totals] if is_stripped else []
    rows = [(link, cells) for link, cells in rows if not is_stripped or link not in totals]
    last = max(at for _, cells in rows for at, cell in enumerate(cells) if cell.status != "blank")
    last = _printed_last(rows, last)
    blanks = [(link, cells, [at for at in _blank(cells) if at <= last]) for link, cells in rows]
    if last == len(rows[0][1]) - 1:
        blanks = rare_last(blanks)
    blanks = [(link, cells, at) for link, cells, at in blanks if at]
    if not 0 < len(blanks) <= _MOST_BLANK * len(rows):
        return found
    is_cut = all(at == [last] for _, _, at in blanks)
    is_moved = len(blanks) >= _LEAST_MOVED and all(at == [0] for _, _, at in blanks) and not _is_uneven(rows)
    for link, cells, _ in blanks if is_cut or is_moved else ():
        if not is_one_figure(link.candidate.item, cells) and (
            is_stripped or _is_filled_up(link.candidate.item)
        ):
            found.append((link, "row-short"))
    return found


def _printed_last(rows: Sequence[_Read], last: int) -> int:
    """The column that is printed last, where the rows that end before the others all lack the same one; `last` else."""
    lacking = [(link.candidate.item, _blank(cells)) for link, cells in rows if _blank(cells)]
    columns = {tuple(at) for _, at in lacking}
    full = [link.candidate.item for link, cells in rows if not _blank(cells)]
    if len(columns) != 1 or not full or len(only := columns.pop()) != 1:
        return last
    end = min(row.written[-1] for row in full if isinstance(row, GridRow))
    cut = all(isinstance(row, GridRow) and row.written[-1] < end for row, _ in lacking)
    return only[0] if cut else last


def _first_at(link: Link, cells: Sequence[CellReading]) -> int:
    """Where in its row the first figure was read, blank or not."""
    written = next(at for at, cell in enumerate(link.candidate.figures) if cell.text.strip())
    return (
        link.candidate.label_at + 1 + written - next(at for at, c in enumerate(cells) if c.status != "blank")
    )


def _of_fewer_cells(rows: Sequence[_Read], table: Table) -> list[Link]:
    """The rows with a blank first or last figure where rows of their kind have a blank beside their figures.

    Blanks behind labels are those of the label's level, blanks at the end of a row those of its block.
    """
    least: dict[tuple[object, ...], int] = {}
    short: list[tuple[Link, tuple[object, ...], int]] = []
    for link, cells in rows:
        candidate = link.candidate
        item, figures = candidate.item, candidate.figures
        reported = [at for at, cell in enumerate(cells) if cell.status == "reported"]
        written = [at for at, cell in enumerate(figures) if cell.text.strip()]
        if not written:
            continue
        ends = (figures[written[0]].text.strip(), figures[written[-1]].text.strip())
        if (cells[reported[0]].raw, cells[reported[-1]].raw) != ends:
            continue  # columns in another order than the form's
        gap = written[0] - reported[0]
        beyond = len(figures) - gap - len(cells)
        block = item.block if isinstance(item, GridRow) else 0
        level = "before", item.layout, len(table.ancestors(table.rows[link.row].key))
        end = "behind", item.layout, block, candidate.label_at
        for kind, found, cell in ((level, gap, cells[0]), (end, beyond, cells[-1])):
            if cell.status == "blank":
                short.append((link, kind, found))
            else:
                least[kind] = min(least.get(kind, found), found)
    return [link for link, kind, found in short if found < least.get(kind, 0)]


def _is_uneven(rows: Sequence[_Read]) -> bool:
    """Whether rows are of several lengths, each of them often, as they are where nothing stands for the rest of a merged cell."""
    items = [link.candidate.item for link, _ in rows]
    lengths = Counter(
        (item.block, len(item.cells)) for item in items if isinstance(item, GridRow) and not item.spans
    )
    often = [block for (block, _), count in lengths.items() if count >= _LEAST_OF_LENGTH]
    return len(often) > len(set(often))


def doubt_padded_row(item: Item, reading: TableReading, items: Sequence[Item]) -> None:
    """Put in doubt a table whose only row is full but for its last cells, and not one figure all along a line.

    Not so where other tables of the text, set as it is, show that blanks keep their places: several of their rows have one
    amid their figures. `items` are those of the text.
    """
    cells, width = list(reading.cells.values()), len(reading.cells)
    if is_one_figure(item, cells) or not isinstance(item, GridRow):
        return
    if not row_is_filled_with_signs(cells, items):
        if not _is_filled_up(item) or not fill_the_end(_blank(cells), width - 1):
            return
        if not item.is_filled_up and _keeps_blanks(items, item.layout):
            return
    reading.note("table-unreadable", line=item.line_start, detail=f"{width - 1}/{width}")
    for key in reading.cells:
        reading.doubt(key, "table-unreadable", item.line_start)


def _keeps_blanks(items: Sequence[Item], layout: str) -> bool:
    """Whether several rows of a block have a blank between figures, in columns in which most rows have one."""
    grids: dict[tuple[int, int], list[GridRow]] = {}
    for item in items:
        if isinstance(item, GridRow) and item.layout == layout and len(item.words) < len(item.written):
            grids.setdefault((item.block, len(item.cells)), []).append(item)
    for (_, width), rows in grids.items():
        figures = [[at for at in row.written if at not in row.words] for row in rows]
        often = Counter(at for row in figures for at in row)
        columns = {at for at in range(width) if 2 * often[at] > len(rows)}
        inner = [row for row in figures if set(range(row[0], row[-1])) & columns - set(row)]
        if len(inner) >= _LEAST_KEPT:
            return True
    return False


def _is_filled_up(item: Item) -> bool:
    """Whether a program may have made the row as wide as its table."""
    return isinstance(item, GridRow) and (item.is_filled_up or item.layout not in _NEVER_FILLED_UP)


def _blank(cells: Sequence[CellReading]) -> list[int]:
    return [at for at, cell in enumerate(cells) if cell.status == "blank"]
