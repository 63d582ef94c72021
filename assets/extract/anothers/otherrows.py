"""Rows of another form's table under a label that is a row of this one's: three rows under （六）其他处理 in a report of 2019.

What is one row in one form is in another the head of a group. Where a report's tables are of the one and rows of the
other stand in them, none of those rows is the row asked for, and it is in doubt. Does not belong here: which form
it is (forms.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.labels import letters as letters_of
from assets.extract.labels import normalize, number_of, squash
from schemas.form import CellKey, Row, Table, forms

# A label with fewer letters is known by its number, not by its letter pairs.
_LEAST_LETTERS = 8
# So many of the letter pairs of a label that no label of this form has are left of it where lines wrap it or cut it short.
_LEFT = 0.4
# Lines above the figures on which their label may stand, and how long a line may be that holds one row alone.
_ABOVE, _LONGEST_LINE = 2, 120
_DIGITS = re.compile(r"[0-9]")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨"


@dataclass(frozen=True)
class _Others:
    """The rows that another form has under the label of a row of this one: letter pairs of the long ones, the short ones as printed."""

    pairs: tuple[frozenset[str], ...]
    short: re.Pattern[str] | None


def doubt_heads(reading: TableReading, lines: Sequence[str], table: Table) -> None:
    """Put a row in doubt that is the head of a group in another form, where rows of that group are printed."""
    if not reading.lines:
        return
    text = "".join(map(letters_of, lines[min(reading.lines) - 1 : max(reading.lines)]))
    text = _DIGITS.sub("", text)
    for row, others in _heads(table):
        keys = [key for key in reading.cells if key.row_key == row.key]
        if not keys or not _is_printed(others, text, keys, reading, lines):
            continue
        line = next((c.line_start for k in keys if (c := reading.cells[k]).line_start), min(reading.lines))
        reading.note("row-repeated", line=line, row_key=row.key, row=row, other=line)
        for key in keys:
            reading.doubt(key, "row-repeated", line)


def _is_printed(
    others: _Others, text: str, keys: Sequence[CellKey], reading: TableReading, lines: Sequence[str]
) -> bool:
    """Whether one of the rows is: a long one among the letters of the table (`text`), a short one where the figures stand."""
    if any(sum(pair in text for pair in own) >= _LEFT * len(own) for own in others.pairs):
        return True
    at = [line for key in keys if (line := reading.cells[key].line_start)]
    if others.short is None or not at:
        return False
    beside = map(squash, lines[max(0, min(at) - _ABOVE - 1) : max(at)])
    return any(others.short.search(line) for line in beside if len(line) <= _LONGEST_LINE)


@cache
def _heads(table: Table) -> list[tuple[Row, _Others]]:
    """The rows whose label is the head of a group in another form, each with the rows of that group."""
    return [(row, others) for row in table.rows if (others := _others(table.no, row)) is not None]


def _others(table_no: str, row: Row) -> _Others | None:
    """The rows under a group of another form that has the label of a row; None where no form has such a group."""
    own = {normalize(wording) for wording in row.wordings}
    rows: list[Row] = []
    pairs_here: set[str] = set()
    for form in forms().values():
        table = form.table(table_no)
        heads = {group.key for group in table.groups if own & set(map(normalize, group.wordings))}
        rows += [each for each in table.rows if each.parent in heads]
        if not heads:
            pairs_here |= {pair for each in (*table.rows, *table.groups) for pair in _pairs(each.zh)}
    if not rows:
        return None
    long = [each for each in rows if len(normalize(each.zh)) >= _LEAST_LETTERS]
    short = [_as_printed(each) for each in rows if each not in long and number_of(each.zh)]
    return _Others(
        tuple(frozenset(_pairs(each.zh) - pairs_here) for each in long),
        re.compile("|".join(short)) if short else None,
    )


def _as_printed(row: Row) -> str:
    """A pattern of a short label behind its number, in whatever sign stands around it."""
    number = (number_of(row.zh) or "").rstrip(".")
    return rf"(?:(?<![0-9.]){number}[).、,:]+|{_CIRCLED[int(number) - 1]}){normalize(row.zh)}(?![处它])"


def _pairs(label: str) -> set[str]:
    text = normalize(label)
    return {text[i : i + 2] for i in range(len(text) - 1)}
