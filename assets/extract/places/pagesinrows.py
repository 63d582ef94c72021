"""Bare page numbers that may fill rows of one figure a line: a blank cell vanished, and a page ended amid its row.

Such a row has as many figures as the form has columns, and nothing in it shows that one of them is the page's. The other pages
do: their numbers stand on lines of their own as well, and count on but for the number that a figure of the row says. Where
all pages have their numbers elsewhere, and where they are marked in another way, a figure is what it seems. Belongs here: which rows may
hold the number of a page that is missing among the others. Does not belong here: numbers of pages that no row takes for figures
(readers/plain/pages.py), and figures too many in a row (intruded.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from assets.extract.cells import TableReading
from assets.extract.labels import ascii_width
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.measured import are_measured
from assets.extract.readers.plain.pages import counted, is_furniture
from schemas.form import CellKey, Form, Table

_LAYOUTS = {"cell_per_line", "running", "aligned"}
_BARE = re.compile(r"[ \u00a0\u3000\f\r]*([0-9０-９]{1,3})[ \u00a0\u3000\f\r]*")
_DIGIT = re.compile(r"[0-9０-９]")
# So many marked page numbers show how this text marks its pages, and so many bare ones that it has such.
_LEAST = 2
# So many numbers alike are one cell, printed for each of its columns.
_LEAST_COPIES = 3
# Of so many lone numbers that are no table's, one at least counts pages.
_SHARE = 2
# The number of a first page is seldom printed, and a text with it so near to its top prints the others above their pages, too.
_FIRST, _TOP = 1, 3


def doubt_pages_in_rows(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the rows in doubt one of whose figures, alone on its line, may be the page number that is missing there."""
    plain = [table for table in tables if table.layout in _LAYOUTS and table.cells]
    if not plain:
        return
    bare = bare_numbers(lines)
    taken, beyond, edges = _lines_of(tables, lines, bare)
    copies = _copies(lines, bare)
    free = [(n, number) for n, number in bare.items() if number and n not in taken | beyond | copies]
    chain = counted(sorted([*free, *((n, bare[n]) for n in edges if bare[n])]))
    alone = {*chain} & {*free}
    if len(chain) < _LEAST or not alone or len(alone) * _SHARE < len(free):
        return
    if are_measured([n for n, _ in chain], lines):
        return
    if sum(bool(_DIGIT.search(line)) and is_furniture(line) for line in lines) >= _LEAST:
        return
    seen = [*free, *((n, bare[n]) for n in beyond)]
    rows = _rows_at(plain, bare, form)
    for low, high, numbers in _gaps(chain, lines, rows, bare):
        for number in numbers:
            if any(number == other and low < n < high for n, other in seen):
                continue
            for line, (table, keys) in rows.items():
                if bare[line] == number and low < line < high:
                    _doubt(table, keys, form.table(table.table_no), line, str(number))


def bare_numbers(lines: Sequence[str]) -> dict[int, int]:
    """The numbers of three digits at most that stand alone, by their lines."""
    return {
        n: int(ascii_width(found[1])) for n, line in enumerate(lines, 1) if (found := _BARE.fullmatch(line))
    }


def _copies(lines: Sequence[str], bare: Mapping[int, int]) -> set[int]:
    """The lines of numbers alike, one below the other: copies of a cell over several columns, as no page has its number thrice."""
    written = (n for n, line in enumerate(lines, 1) if line.strip())
    runs = (list(run) for number, run in groupby(written, bare.get) if number is not None)
    return {n for run in runs if len(run) >= _LEAST_COPIES for n in run}


def _lines_of(
    tables: Sequence[TableReading], lines: Sequence[str], bare: Mapping[int, int]
) -> tuple[set[int], set[int], set[int]]:
    """The lines of bare numbers that are cells of tables, and those of rows in doubt that have more figures than cells; of these the ends."""
    taken: set[int] = set()
    beyond: set[int] = set()
    edges: set[int] = set()
    for table in tables:
        rows: defaultdict[str, list[CellKey]] = defaultdict(list)
        for key, cell in table.cells.items():
            if cell.status != "uncertain":
                taken.update(range(cell.line_start or 0, (cell.line_end or -1) + 1))
            elif cell.line_start:
                rows[key.row_key].append(key)
        for keys in rows.values():
            own = [table.cells[key] for key in keys]
            start, end = min(c.line_start or 0 for c in own), max(c.line_end or 0 for c in own)
            held = [n for n in range(start, end + 1) if looks_like_figure(lines[n - 1].strip())]
            # a label without figures: the number below may be its own
            if not held and not lines[end - 1].rstrip()[-1:].isdecimal():
                held = [next((n for n in range(end + 1, len(lines) + 1) if lines[n - 1].strip()), 0)]
            is_long = len(held) > len(keys)
            (beyond if is_long else taken).update(n for n in held if n in bare)
            edges.update(n for n in (*held[:1], *held[-1:]) if is_long and n in bare)
    return taken, beyond - taken, edges - taken


def _rows_at(
    tables: Sequence[TableReading], bare: Mapping[int, int], form: Form
) -> dict[int, tuple[TableReading, list[CellKey]]]:
    """The cells of the row of each figure that stands alone on its line."""
    found: dict[int, tuple[TableReading, list[CellKey]]] = {}
    for table in tables:
        one_row = form.table(table.table_no).one_row
        rows: defaultdict[str, list[CellKey]] = defaultdict(list)
        for key in table.cells:
            rows["" if one_row else key.row_key].append(key)
        for keys in rows.values():
            for cell in map(table.cells.__getitem__, keys):
                line = cell.line_start or 0
                if cell.status == "reported" and line == cell.line_end and line in bare:
                    found[line] = table, keys
    return found


def _gaps(
    chain: Sequence[tuple[int, int]],
    lines: Sequence[str],
    rows: Mapping[int, object],
    bare: Mapping[int, int],
) -> list[tuple[int, int, list[int]]]:
    """Between which lines which numbers of pages are missing: between those that stand there, above the first and below the last."""
    gaps = [(a, b, [*range(first + 1, last)]) for (a, first), (b, last) in pairwise(chain)]
    (top, first), (end, last) = chain[0], chain[-1]
    gaps.append((0, top, [*range(_FIRST + 1, first)]))
    written = [n for n, line in enumerate(lines, 1) if line.strip()]
    places = [bisect_right(written, n) for n, _ in chain]
    sizes = [
        (b - a) // (n - m) for (a, b), ((_, m), (_, n)) in zip(pairwise(places), pairwise(chain), strict=True)
    ]
    if first == _FIRST and places[0] <= _TOP and len(written) - places[-1] <= max(sizes):
        return gaps  # each page has its number above it
    # a page below the last that has its number, and the next one if that was found
    number = last + 1
    while at := [line for line in rows if line > end and bare[line] == number]:
        gaps.append((end, len(lines) + 1, [number]))
        end, number = min(at), number + 1
    return gaps


def _doubt(table: TableReading, keys: Sequence[CellKey], of: Table, line: int, raw: str) -> None:
    """Put all cells of a row in doubt, and say so once."""
    if not any(table.cells[key].status == "reported" for key in keys):
        return
    (row,) = [row for row in of.rows if row.key == keys[0].row_key]
    for key in keys:
        table.doubt(key, "page-number-doubt", line)
    table.note("page-number-doubt", line=line, row_key=row.key, row=row, raw=raw)
