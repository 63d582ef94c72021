"""Rows between bars whose cells keep their line breaks, where a rule below the header tells how many bars a row has.

    |信息内容 |本年制发件数
      |现行有效件数|
    |-----|-----|----|
    |规章
      |0 |3
    |

A row opens with a bar at the start of a line and goes on to its last bar, which ends a line. Belongs here: tables every row of which
has as many bars as the rule. Does not belong here: the same without a rule, where rows must tell their ends themselves (brokenrows.py).
"""

from __future__ import annotations

import re

from assets.extract.model import GridRow
from assets.extract.readers.bars.barlines import PIPES
from assets.extract.readers.bars.brokenrows import cells_between

_RULE = re.compile(r"\|(?:[ ]?:?-{2,}:?[ ]?\|)+\|*[ \t]*")
# Lines of a header above its rule, of a row, and rows of a table.
_MOST_HEADER, _MOST_LINES, _LEAST_ROWS = 24, 60, 3
_LEAST_BARS = 3


def starts(lines: list[str], index: int) -> bool:
    """Whether rows with as many bars as a rule begin here, one of them over several lines."""
    return bool(_rows(lines, index))


def end(lines: list[str], index: int) -> int:
    """The line after the last bar of the last row."""
    return _rows(lines, index)[-1][1]


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`; the rule is none."""
    return [
        GridRow(cells_between(lines, a, b, first_line), "pipes", block)
        for a, b in _rows(lines, 0)
        if not _RULE.fullmatch(lines[a])
    ]


def _rows(lines: list[str], index: int) -> list[tuple[int, int]]:
    """The rows of the table that a line opens, each from its first line to the one after its last; none where it is no such table."""
    if not lines[index].startswith("|"):
        return []
    bars = _bars_of_rule(lines, index)
    if bars < _LEAST_BARS:
        return []
    rows: list[tuple[int, int]] = []
    while index < len(lines) and lines[index].startswith("|"):
        stop = _end_of_row(lines, index, bars)
        if stop is None:
            return []  # a bar too many or too few puts all cells behind it in doubt
        rows.append((index, stop))
        index = stop
    if index < len(lines) and lines[index].strip() and "|" in lines[index]:
        return []
    return rows if len(rows) > _LEAST_ROWS and any(b > a + 1 for a, b in rows) else []


def _bars_of_rule(lines: list[str], index: int) -> int:
    """How many bars the rule below the header has; 0 where a blank line or none comes first."""
    for line in lines[index : index + _MOST_HEADER]:
        if not line.strip():
            return 0
        if line.startswith("|-") or line.startswith("| -") or line.startswith("|:-"):
            return line.count("|") if _RULE.fullmatch(line) else 0
    return 0


def _end_of_row(lines: list[str], index: int, bars: int) -> int | None:
    """The line after the one that ends with the last of so many bars; None where a line has more, or none has it."""
    count = 0
    for number in range(index, min(index + _MOST_LINES, len(lines))):
        line = lines[number]
        if not line.strip() or (number > index and _RULE.fullmatch(line)):
            return None
        count += len(PIPES.findall(line))
        if count > bars:
            return None
        if count == bars:
            return number + 1 if line.rstrip().endswith("|") else None
    return None
