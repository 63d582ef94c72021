"""A second table of one row in a report, of another shape than the one that was read, or of a shape that was not read at all.

    行政复议 …  4 12 2 15 33      (its own block)          结果维持 结果纠正 …  12 6 0 0 18 15 6 … (all groups beside each other)

Heads of the table and figures below them, none of whose lines the reading took, are another print of it. Nothing says which is the
report's: where it has figures that the reading has not, neither is given. Belongs here: finding that print by its heads in the lines, and
that doubt. Does not belong here: tables with rows (secondtable.py), prints that captions set aside (others.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.labels import TAG, ascii_width, squash
from schemas.form import Form, Table

_CODE = "table-repeated"
_PARTS = re.compile(r"[\s|｜,;\"'!│┃\[\]]+")
_FIGURE = re.compile(r"(?<![0-9.,])[0-9]+(?![0-9.])")
_HAN = re.compile(r"[\u3400-\u9fff]")
# In so many lines below the heads stand the figures.
_BELOW = 24


def doubt_beside_second_one(tables: Sequence[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the table of one row in doubt beside which another print of it stands with other figures."""
    taken = set().union(*(reading.lines for reading in tables))
    for reading in tables:
        table = form.table(reading.table_no)
        if not table.one_row or all(cell.status == "uncertain" for cell in reading.cells.values()):
            continue
        known = Counter(f"{cell.value:.0f}" for cell in reading.cells.values() if cell.value is not None)
        at = [line for cell in reading.cells.values() if (line := cell.line_start)]
        for number, figures in _prints(lines, table, taken):
            if min(at, default=0) <= number <= max(at, default=0) or not Counter(figures) - known:
                continue
            reading.note(_CODE, line=number)
            for key in reading.cells:
                reading.doubt(key, _CODE, number)
            break


def _prints(lines: Sequence[str], table: Table, taken: set[int]) -> list[tuple[int, list[str]]]:
    """Each first line of figures below all heads of the table that no reading took, with as many figures as there are heads at least."""
    heads, words = _heads(table), _words(table)
    found = []
    seen: set[str] = set()
    over = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        parts = [squash(part) for part in _PARTS.split(TAG.sub(" ", line)) if part]
        written = [part for part in parts if _HAN.search(part)]
        if written:
            if not all(part in words for part in written):
                seen = set()
            elif own := heads & set(written):
                seen |= own
                over = number
            continue
        if len(seen) < len(heads) or number > over + _BELOW:
            continue
        figures = _figures(lines, number)
        if len(figures) >= len(heads) and number not in taken:
            found.append((number, figures))
        seen = set()
    return found


def _figures(lines: Sequence[str], first: int) -> list[str]:
    """The figures from a line on down to the next words."""
    found: list[str] = []
    for line in lines[first - 1 : first - 1 + _BELOW]:
        text = ascii_width(TAG.sub(" ", line))
        if _HAN.search(text):
            break
        found += _FIGURE.findall(text.replace('"', " ").replace(",", " "))
    return found


@cache
def _heads(table: Table) -> frozenset[str]:
    return frozenset(squash(column.zh) for column in table.columns)


@cache
def _words(table: Table) -> frozenset[str]:
    """What stands in the header of the table."""
    labels = (*table.columns, *table.rows, *table.groups)
    return frozenset(
        {squash(wording) for label in labels for wording in label.wordings} | {squash(table.header)}
    )
