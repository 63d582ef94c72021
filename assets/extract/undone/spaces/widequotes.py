"""Rows of aligned text whose labels hold characters that some programs count as two columns and others as one.

    2.其他法律行政法规禁止公开      0     11          4
    3.危及“三安全一稳定”          0             5

A quotation mark is as wide as a Chinese character in one font and half of it in another. Counted as narrow the figures of such a row stand
left of all columns; counted as wide they begin, or end, right where those of the rows around do. Then the program took them for wide,
and the row gets as many blanks behind its label. Belongs here: which rows these are. Does not belong here: how wide the other
characters are (places/positions.py), and borders drawn (readers/drawn/widths.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from assets.extract.places.positions import display_width
from assets.extract.records import record

# What begins such a character in a label behind which a row's figures stand.
SIGNS = ("“", "‘")
_AMBIGUOUS = re.compile("[“”‘’…—·]")
_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[0-9][0-9,.]*")
# A label and its figures are so many spaces apart.
_GAP = "  "
# Rows so many lines above and below show the columns: of one table, and so many figures one.
_AROUND, _LEAST = 40, 3
# Such a share of the figures around stands in columns where a program set them so.
_SHARE = 0.8


@record
class _Row:
    """A line of figures: where in it these begin, the display columns in which they begin and end, and what may be wide before them."""

    line: int
    start: int
    begins: list[int]
    ends: list[int]
    wide: int


def with_wide_quotes(lines: list[str]) -> list[str]:
    """The lines, those rows moved to the columns of the others whose labels hold what was counted as wide."""
    likely = [at for at, line in enumerate(lines) if _GAP in line and _AMBIGUOUS.search(line)]
    if not any(_row(at, lines[at]) for at in likely):
        return lines
    rows = [row for at, line in enumerate(lines) if (row := _row(at, line))]
    plain = [row for row in rows if not row.wide]
    moved = list(lines)
    for row in rows:
        if row.wide and _is_moved(row, [p for p in plain if abs(p.line - row.line) <= _AROUND]):
            line = lines[row.line]
            moved[row.line] = line[: row.start] + " " * row.wide + line[row.start :]
    return moved if moved != lines else lines


def _row(at: int, line: str) -> _Row | None:
    """A line that ends in figures, with words before them."""
    if _GAP not in line or not line.rstrip()[-1:].isdecimal():
        return None
    words = [*_WORD.finditer(line)]
    first = next(n for n in range(len(words), -1, -1) if n == 0 or not _FIGURE.fullmatch(words[n - 1][0]))
    if first in (0, len(words)) or not line[: words[first].start()].endswith(_GAP):
        return None
    start = words[first].start()
    before = display_width(line[:start]) - start
    places = [[at + before for at in word.span()] for word in words[first:]]
    return _Row(
        at, start, [p[0] for p in places], [p[1] for p in places], len(_AMBIGUOUS.findall(line[:start]))
    )


def _is_moved(row: _Row, around: Sequence[_Row]) -> bool:
    """Whether the figures of a row stand in the columns of those around it if its label is as wide as it may be, and only then."""
    for own, others in (
        (row.begins, [other.begins for other in around]),
        (row.ends, [other.ends for other in around]),
    ):
        count = Counter(chain.from_iterable(others))
        columns = {at for at, n in count.items() if n >= _LEAST}
        if sum(count[at] for at in columns) < _SHARE * count.total() or not columns:
            continue
        if {at + row.wide for at in own} <= columns and not {*own} <= columns:
            return True
    return False
