"""Cells a line each, a bar before all but the first of a row, and a blank line behind the last: they become rows of a page.

    规章
    | 0
    | 1

Programs write such rows where each cell ends with a line break of its own; a cell alone is a row, too. Every line keeps its number.
Does not belong here: rows that a bar alone closes (barsbefore.py), rows of one line (pipes.py).
"""

from __future__ import annotations

import re
from html import escape

_CELL = re.compile(r"\s{0,3}\|([^|｜]*)")
_RULE = re.compile(r"\s*-{3,}(?:\|-{3,})*\s*")
_LEAST_ROWS, _LEAST_CELLS, _MOST_CELLS = 3, 3, 24
_LONGEST_CELL, _LONGEST_ALONE = 100, 40


def with_rows_by_blanks(lines: list[str]) -> list[str]:
    """The lines, such rows as those of a page."""
    if sum(line.lstrip()[:1] == "|" for line in lines) < _LEAST_ROWS * (_LEAST_CELLS - 1):
        return lines
    out = list(lines)
    index = 0
    while index < len(lines):
        rows, stop = _rows(lines, index)
        if _is_table(lines, rows):
            out[index:stop] = _page(lines, rows, index, stop)
            index = stop
        index += 1
    return out


def _rows(lines: list[str], index: int) -> tuple[list[tuple[int, int]], int]:
    """Where rows begin and end from a line on, and the line behind the last of them of several cells."""
    rows: list[tuple[int, int]] = []
    many, stop = 0, index
    while (row := _row(lines, index)) is not None:
        rows.append(row)
        if row[1] - row[0] > 1:
            many, stop = len(rows), row[1]
        elif not _may_stand_alone(lines[row[0]]):
            break
        index = row[1]
        while index < len(lines) and (not lines[index].strip() or (rows and _RULE.fullmatch(lines[index]))):
            index += 1
    return rows[:many], stop


def _row(lines: list[str], index: int) -> tuple[int, int] | None:
    """A line without a bar and those with one below it, up to a blank one; None where there is no row."""
    if (
        index >= len(lines)
        or not lines[index].strip()
        or "|" in lines[index]
        or len(lines[index]) > _LONGEST_CELL
    ):
        return None
    stop = index + 1
    while stop < len(lines) and len(lines[stop]) <= _LONGEST_CELL and _CELL.fullmatch(lines[stop]):
        stop += 1
    if stop - index > _MOST_CELLS or (stop < len(lines) and lines[stop].strip()):
        return None
    return index, stop


def _may_stand_alone(line: str) -> bool:
    return len(line.strip()) <= _LONGEST_ALONE and not line.rstrip().endswith(("。", "；", "："))


def _is_table(lines: list[str], rows: list[tuple[int, int]]) -> bool:
    """Whether there are enough rows, and not all of them are closed by a bar alone."""
    several = [row for row in rows if row[1] - row[0] > 1]
    return (
        len(several) >= _LEAST_ROWS
        and any(stop - start >= _LEAST_CELLS for start, stop in several)
        and not all(lines[stop - 1].strip() == "|" for _, stop in several)
    )


def _page(lines: list[str], rows: list[tuple[int, int]], start: int, stop: int) -> list[str]:
    out = [""] * (stop - start)
    for begin, end in rows:
        for n in range(begin, end):
            text = _CELL.sub(r"\1", lines[n], count=1) if n > begin else lines[n]
            out[n - start] = f"<cell>{escape(text.strip(), quote=False)}</cell>"
        out[begin - start] = "<row>" + out[begin - start]
        out[end - 1 - start] += "</row>"
    return ["<table>" + out[0], *out[1:-1], out[-1] + "</table>"]
