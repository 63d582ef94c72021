"""How sure a program was of each cell of a table, printed as a second table below it, under a line that says so.

    "规章 ","0 ","0 ","120 ",
    Confidence Scores % (Table Cell)
    96.12,67.10,69.74,89.32,

Belongs here: such a table of as many rows and cells as the one right above its line. It is none of the report's, and its lines become blank.
Does not belong here: how sure a program was of each line (everyline.py).
"""

from __future__ import annotations

import csv
import re

_SAID = re.compile(r"(?i)[^0-9\n]{0,20}(?:confidence|置信度)[^0-9\n]{0,40}")
_SCORE = re.compile(r"[0-9]{1,3}\.[0-9]{1,8}%?|[0-9]{1,3}%")
_SIGNS = ",\t|;"
# A table may have so many blank lines above and below what says that scores follow.
_MOST_BLANK = 3


def without_scores(lines: list[str]) -> list[str]:
    """The lines, those of such tables and what stands over them blank."""
    out = lines
    for at, line in enumerate(lines):
        if ("onfidence" not in line and "置信度" not in line) or not _SAID.fullmatch(line.strip()):
            continue
        start, stop = _below(lines, at)
        widths = [_width_of_scores(text) for text in lines[start:stop]]
        if widths and all(widths) and _widths_above(lines, at, _sign_of(lines[start])) == widths:
            out = [*out[:at], *[""] * (stop - at), *out[stop:]]
    return out


def _below(lines: list[str], at: int) -> tuple[int, int]:
    start = at + 1
    while start < len(lines) and start <= at + _MOST_BLANK and not lines[start].strip():
        start += 1
    stop = start
    while stop < len(lines) and lines[stop].strip():
        stop += 1
    return start, stop


def _sign_of(row: str) -> str:
    return max(_SIGNS, key=row.count)


def _width_of_scores(row: str) -> int:
    """How many cells a row has, if all but those outside its signs are scores; else 0."""
    cells = [cell.strip() for cell in row.split(_sign_of(row))]
    return len(cells) if all(map(_SCORE.fullmatch, filter(None, cells))) and any(cells) else 0


def _widths_above(lines: list[str], at: int, sign: str) -> list[int]:
    """How many cells each row of the table right above a line has."""
    stop = at
    while stop > 0 and at - stop < _MOST_BLANK and not lines[stop - 1].strip():
        stop -= 1
    start = stop
    while start > 0 and sign in lines[start - 1]:
        start -= 1
    try:
        return [len(next(csv.reader([line], delimiter=sign), [])) for line in lines[start:stop]]
    except csv.Error:
        return []
