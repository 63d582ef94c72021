"""Tables framed with dots, a colon before and behind each cell: drawn with dashes and bars as others are.

    ...........................
    : 规章     : 12   : 3     :
    ...........................

A colon is a wall where one stands on every line of the table in the same column; others belong to the words. Does not belong here:
which lines are a row (frames.py).
"""

from __future__ import annotations

import re

from assets.extract.readers.drawn.widths import columns_of

_DOTS = re.compile(r"\s*\.{10,}\s*")
_WALL = ":"
# Walls of a table, and lines of one.
_LEAST_WALLS, _MOST_LINES = 3, 600


def with_bars_for_colons(lines: list[str]) -> list[str]:
    """The lines, such tables with a border for each line of dots and a bar for each wall."""
    out = lines
    first = 0
    while first < len(lines):
        end = _end(lines, first)
        drawn = _drawn(lines[first:end]) if end else None
        if drawn:
            out = list(lines) if out is lines else out
            out[first:end] = drawn
        first = end if drawn else first + 1
    return out


def _end(lines: list[str], first: int) -> int:
    """The line behind the last one of the table that opens here; 0 where none does."""
    if "...." not in lines[first] or not _DOTS.fullmatch(lines[first]):
        return 0
    last = 0
    for at in range(first + 1, min(first + _MOST_LINES, len(lines))):
        text = lines[at].strip()
        if _DOTS.fullmatch(lines[at]):
            last = at
        elif len(text) < _LEAST_WALLS or not (text[0] == text[-1] == _WALL):
            break
    return last + 1 if last > first + 1 else 0


def _drawn(table: list[str]) -> list[str] | None:
    """The table with bars and borders; None where its walls do not stand below each other."""
    for wide in (1, 2, 0):
        rows = [columns_of(line.rstrip(), wide) for line in table]
        walls = [{at for at, char in row if char == _WALL} for row in rows if row[-1][1] == _WALL]
        shared = set.intersection(*walls)
        ends = {row[-1][0] for row in rows}
        if len(shared) >= _LEAST_WALLS and len(ends) == 1:
            return [_line(row, shared) for row in rows]
    return None


def _line(row: list[tuple[int, str]], walls: set[int]) -> str:
    if row[-1][1] == _WALL:
        return "".join("|" if at in walls else char for at, char in row)
    return "".join(char if char.isspace() else "+" if at in walls else "-" for at, char in row)
