"""A table that is printed twice under one heading, where the first print could not be read and the second took its place.

In running text blanks vanish, and the first table is given up for a whole one below it, which may be that of an office under the
agency (附：乡镇办理情况). The first is the report's own, or nobody knows; so where its figures are not those of the second, none of these
is known. Two prints of one and the same table have the same figures in most rows, though one may have lost its blanks.
Belongs here: that doubt. Does not belong here: two prints that are both read (rows/printedtwice.py), tables that captions set aside
(others.py), and tables of the overview (overview.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.labels import squash, strip_numbering
from assets.extract.sections import headings
from schemas.form import Form, Table

_FIGURE = re.compile(r"(?<![0-9.])[0-9]+(?![0-9.])")
_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,400}>")
_HAN = re.compile(r"[\u3400-\u9fff]")
# So many of the rows stand above with figures.
_LEAST_ROWS = 0.4
# A label is of so many letters at least.
_LEAST_LETTERS = 4
# So many of the rows have the same figures in two prints of one table.
_ALIKE = 0.5


def doubt_printed_before(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put a table in doubt above which, under the same heading, other figures stand behind its labels."""
    for reading in tables:
        table = form.table(reading.table_no)
        if table.one_row or len(table.blocks) > 1 or not reading.cells or not reading.lines:
            continue
        first, least = min(reading.lines), _LEAST_ROWS * len(table.rows)
        heading = max((line for line, _ in headings(lines, set()) if line < first), default=0)
        if not heading or first - heading < least:
            continue
        before = _rows(lines[heading : first - 1], table)
        if len(before) < least or sum(map(_is_same, *_both(before, reading))) > _ALIKE * len(before):
            continue
        known = [key for key, cell in reading.cells.items() if cell.status != "uncertain"]
        if known:
            reading.note("table-repeated", line=heading)
        for key in known:
            reading.doubt(key, "table-repeated", first)


def _rows(lines: Sequence[str], table: Table) -> dict[str, list[str]]:
    """The figures that stand behind the labels of rows, on their lines or alone below them."""
    found: dict[str, list[str]] = {}
    figures: list[str] = []
    for line in lines:
        text = _TAG.sub(" ", line) if "<" in line else line
        if letters := [*_HAN.finditer(text)]:
            figures = []
            whole = squash(text)
            row = next((key for label, key in _labels(table) if label in whole), None)
            if row is not None:
                found[row] = figures
            text = text[letters[-1].end() :]
        figures += _FIGURE.findall(text)
    return {row: own for row, own in found.items() if own}


def _both(before: dict[str, list[str]], reading: TableReading) -> tuple[list[list[str]], list[list[str]]]:
    """The figures of each row above, and those that were read of it."""
    read: dict[str, list[str]] = {row: [] for row in before}
    for key, cell in reading.cells.items():
        if key.row_key in read and cell.value is not None:
            read[key.row_key].append(f"{cell.value:.0f}")
    return [*before.values()], [*read.values()]


def _is_same(before: Sequence[str], read: Sequence[str]) -> bool:
    """Whether figures are those that were read, but for some that are not there."""
    rest = iter(read)
    return all(any(figure == other for other in rest) for figure in before)


@cache
def _labels(table: Table) -> list[tuple[str, str]]:
    """The labels of rows without their numbers, the longest first, with the keys of the rows."""
    labels = {strip_numbering(squash(w)): row.key for row in table.rows for w in row.wordings}
    return sorted(
        ((label, key) for label, key in labels.items() if len(label) >= _LEAST_LETTERS),
        key=lambda each: -len(each[0]),
    )
