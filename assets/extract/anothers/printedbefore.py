"""A table that is printed twice under one heading, where rows of the first print could not be read and the second took their place.

In running text blanks vanish, and rows of the first table are given up for whole ones below it, which may be those of an office under
the agency (附：乡镇办理情况). The first is the report's own, or nobody knows; so where other figures stand behind the same labels
further up, what was read below is not known. Two prints of one and the same table have the same figures in most rows, though one may
have lost its blanks.
Belongs here: that doubt. Does not belong here: two prints that are both read (rows/twice/printedtwice.py), tables that captions set aside
(others.py), and tables of the overview (overview.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.labels import TAG, squash, squash_lines, strip_numbering
from assets.extract.rows.twice.rowtwice import are_among
from assets.extract.sections import headings
from schemas.form import Form, Table

_FIGURE = re.compile(r"(?<![0-9.])[0-9]+(?![0-9.])")
_HAN = re.compile(r"[\u3400-\u9fff]")
# So many rows that are printed again with other figures are another table.
_LEAST_ROWS = 5
# A label is of so many letters at least.
_LEAST_LETTERS = 4


def doubt_printed_before(tables: Iterable[TableReading], lines: list[str], form: Form) -> None:
    """Put the rows in doubt above which, under the same heading, other figures stand behind their labels."""
    for reading in tables:
        table = form.table(reading.table_no)
        if table.one_row or len(table.blocks) > 1 or not reading.lines:
            continue
        first, last = min(reading.lines), max(reading.lines)
        heading = max((line for line, _ in headings(lines, set()) if line < first), default=0)
        if not heading or not _is_named_again(lines[heading:last], table):
            continue
        below = _below_others(reading, _prints(lines, heading, last, table))
        if below is None:
            continue
        at = {key.row_key: cell.line_start for key, cell in reading.cells.items() if cell.line_start}
        known = [
            key
            for key, cell in reading.cells.items()
            if cell.status != "uncertain" and at.get(key.row_key, below) >= below
        ]
        if known:
            reading.note("table-repeated", line=below)
        for key in known:
            reading.doubt(key, "table-repeated", below)


def _is_named_again(lines: Sequence[str], table: Table) -> bool:
    """Whether some rows are named more than once, as they are in most tables not."""
    text = squash_lines(lines)
    again = (text.count(strip_numbering(squash(row.zh))) > 1 for row in table.rows)
    return sum(again) >= _LEAST_ROWS


def _prints(
    lines: Sequence[str], above: int, last: int, table: Table
) -> dict[str, list[tuple[int, list[str]]]]:
    """Of each row, the lines that have its label, and the figures behind it on these or alone below them."""
    found: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    figures: list[str] = []
    for number, line in enumerate(lines[above:last], above + 1):
        text = TAG.sub(" ", line) if "<" in line else line
        if letters := [*_HAN.finditer(text)]:
            figures = []
            whole = squash(text)
            row = next((key for label, key in _labels(table) if label in whole), None)
            if row is not None:
                found[row].append((number, figures))
            text = text[letters[-1].end() :]
        figures += _FIGURE.findall(text)
    return found


def _below_others(reading: TableReading, prints: dict[str, list[tuple[int, list[str]]]]) -> int | None:
    """The line from which on rows were read that stand further up with other figures; None where hardly any, or most are alike."""
    read: dict[str, list[str]] = defaultdict(list)
    at: dict[str, int] = {}
    for key, cell in reading.cells.items():
        if cell.line_start:
            at.setdefault(key.row_key, cell.line_start)
        if cell.value is not None:
            read[key.row_key].append(f"{cell.value:.0f}")
    same = 0
    other: list[tuple[int, int]] = []
    again: list[int] = []
    for row, line in at.items():
        above = [(number, figures) for number, figures in prints.get(row, ()) if number <= line]
        again += [above[-1][0]] if len(above) > 1 else []
        before = next(((number, figures) for number, figures in above[:-1] if figures), None)
        if before is None:
            continue
        if are_among(before[1], read[row]):
            same += 1
        else:
            other.append((before[0], above[-1][0]))
    if len(other) < max(_LEAST_ROWS, same) or max(n for n, _ in other) > min(n for _, n in other):
        return None  # rows of two years, or of two offices, by turns
    return min(again)


@cache
def _labels(table: Table) -> list[tuple[str, str]]:
    """The labels of rows without their numbers, the longest first, with the keys of the rows."""
    labels = {strip_numbering(squash(w)): row.key for row in table.rows for w in row.wordings}
    return sorted(
        ((label, key) for label, key in labels.items() if len(label) >= _LEAST_LETTERS),
        key=lambda each: -len(each[0]),
    )
