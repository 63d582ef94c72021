"""Columns that the form does not have (小计, 上年…) in plain text: proved by the header, which must name every column.

A plain row with more figures than the form has columns is read only where nearly all rows of its block have as many,
and the header says which column each is: by words in reading order, or by words that stand over the figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.places.positions import aligned, display_width
from assets.extract.rows.figures.spacedthousands import are_joined
from schemas.form import Column, Table
from schemas.whose import WORDS, any_of

_EXTRA = re.compile(rf"小计|{any_of(WORDS.last_year)}[^年]{{2,12}}|备注|单位|占比|同比")
# Last year's, with or without what the form's own column has in its name, too.
_NAMES_LAST_YEAR = re.compile(rf"(?:{any_of(WORDS.last_year)}[^年]{{0,12}})+")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
# The one of them that stands among the columns of a group.
_INSIDE = "小计"
_LEAST_SHARE = 0.8
_MANY_ROWS = 5
# A part of the rows that is no slip of one or another.
_LEAST_PART = 0.25
_WORD = re.compile(r"\S+")


def printed_columns(
    rows: Sequence[Sequence[Cell]], header: Sequence[str], table: Table, columns: Sequence[Column]
) -> list[str] | None:
    """The columns from left to right, UNKNOWN for those that the form does not have; None where not proved.

    `rows` are the figures of the block's rows, `header` the lines above the first of them.
    """
    if not rows:
        return None
    count, often = Counter(map(len, rows)).most_common(1)[0]
    if count <= len(columns) or often < _LEAST_SHARE * len(rows):
        return None
    full = [row for row in rows if len(row) == count]
    for order in (_by_places(full, header, table, columns), _in_words(header, table, columns)):
        if order is not None and len(order) == count:
            return order
    return None


def are_wider(rows: Sequence[Sequence[Cell]], width: int) -> bool:
    """Whether a good part of many rows have more figures than `width`, as many each, or in columns any of a few.

    The others may be such rows with a blank.
    """
    if len(rows) < _MANY_ROWS:
        return any(len(row) > width and aligned(row) for row in rows)
    counts = Counter(len(row) for row in rows if not are_joined(row))
    often = max([often for n, often in counts.items() if n > width], default=0)
    return often >= max(_MANY_ROWS, _LEAST_PART * len(rows))


def last_year_beside(header: Sequence[str], table: Table, columns: Sequence[Column]) -> str | None:
    """The name of a column of last year's figures that the header has beside the form's; None where it has none.

    A row with only as many figures as the form may then lack this year's as well as last year's.
    """
    wordings = sorted((squash(w) for c in columns for w in c.wordings), key=len, reverse=True)
    text = squash(_IN_BRACKETS.sub("", "".join(map(squash, header))))
    _, corner, text = text.rpartition(squash(table.header))
    if not corner or not _NAMES_LAST_YEAR.search(text) or any(map(_NAMES_LAST_YEAR.match, wordings)):
        return None
    beside = text
    for wording in wordings:
        beside = beside.replace(wording, "")
    return text if _NAMES_LAST_YEAR.fullmatch(beside) else None


def _keys(labels: Sequence[str], columns: Sequence[Column]) -> list[str] | None:
    """The key of each label, if every column is named once and every other label is that of a known extra column."""
    keys = []
    for label in labels:
        named = [c.key for c in columns if label in map(squash, c.wordings)]
        if not named and not _EXTRA.fullmatch(label):
            return None
        keys.append(named[0] if named else UNKNOWN)
    return keys if sorted(k for k in keys if k != UNKNOWN) == sorted(c.key for c in columns) else None


def _in_words(header: Sequence[str], table: Table, columns: Sequence[Column]) -> list[str] | None:
    """The order of labels in a text that gives the header line by line, the columns of a group below the others."""
    words = [squash(word) for line in header for word in line.split()]
    starts = [i for i, word in enumerate(words) if word == squash(table.header)]
    if not starts:
        return None
    groups = {squash(w) for g in table.groups for w in g.wordings}
    words = words[starts[-1] + 1 :]
    last = squash(columns[-1].zh)
    if words[-1:] == [last] and words.count(last) > 1 and groups & {*words}:
        words[-1] = _INSIDE  # below a group's label, the sum of its columns
    keys = _keys([word for word in words if word not in groups], columns)
    if keys is None:
        return None
    flat = [c.key for c in columns]
    known = [key for key in keys if key != UNKNOWN]
    upper = [c.key for c in columns if not c.group]
    if known == flat:
        return keys
    below = keys[len(upper) :]
    if below[:1] == [UNKNOWN] and _INSIDE not in words:
        return None  # whether the strange column ends the upper labels or begins the lower ones is not told
    if keys[: len(upper)] != upper or [k for k in below if k != UNKNOWN] != [
        c.key for c in columns if c.group
    ]:
        return None
    at = next(i for i, column in enumerate(columns) if column.group)
    return [*upper[:at], *below, *upper[at:]]


def _by_places(
    full: Sequence[Sequence[Cell]], header: Sequence[str], table: Table, columns: Sequence[Column]
) -> list[str] | None:
    """The words over each column of figures joined from top to bottom, in display columns."""
    if not all(len({c.line_start for c in row}) == 1 for row in full):
        return None
    spans = [
        (min(cell.w0 for cell in cells), max(cell.w0 + len(cell.text) for cell in cells))
        for cells in zip(*full, strict=True)
    ]
    if any(a[1] >= b[0] for a, b in pairwise(spans)):
        return None
    groups = [squash(w) for g in table.groups for w in g.wordings]
    labels = [""] * len(spans)
    for line in header:
        for word in _WORD.finditer(line):
            text = squash(word[0])
            x0 = display_width(line[: word.start()])
            over = [i for i, (a, b) in enumerate(spans) if x0 < b and x0 + display_width(word[0]) > a]
            if text in groups or text == squash(table.header) or not over:
                continue
            if len(over) != 1:
                return None
            labels[over[0]] += text
    return _keys(labels, columns)
