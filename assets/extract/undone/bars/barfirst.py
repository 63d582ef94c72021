"""One cell a line, its bar before it (`| 0`), in every line of a table: the bar is set behind its cell, as most programs write it.

A bar alone is a blank cell. Blank lines may part the rows. Does not belong here: rows whose first cell has no bar (barsbefore.py),
cells with the bar behind them (pipecells.py), rows of more than one cell a line (pipes.py).
"""

from __future__ import annotations

import re

from assets.extract.numbers import looks_like_figure
from assets.extract.undone.words.brokenlabels import is_label

_CELL = re.compile(r"[ \t\u3000]*[|｜](?![|｜=}+-])[^|｜]*")
_TEXT = re.compile(r"[|｜](.*)", re.DOTALL)
# A table has so many cells; so many blank lines may stand between two rows.
_LEAST_CELLS, _MOST_BLANK = 8, 2
# The cells of the header of one row of figures.
_LEAST_HEADER = 12
_LONGEST_LINE = 400
# What opens and closes tables of other notations, in which a bar before a cell is theirs.
_OTHERS = ("|===", "{|", "|}", "!===")


def with_bars_behind(lines: list[str]) -> list[str]:
    """The lines with the bars of such cells behind them."""
    if not any(line.lstrip(" \t\u3000")[:1] in ("|", "｜") for line in lines if line):
        return lines
    if any(line.strip().startswith(_OTHERS) for line in lines):
        return lines
    out = lines
    for run in _runs(lines):
        if len(run) >= _LEAST_CELLS and _are_rows([_text(lines[n]) for n in run]):
            out = list(lines) if out is lines else out
            for n in run:
                out[n] = f"{_text(lines[n])} |"
    return out


def _are_rows(cells: list[str]) -> bool:
    """Whether the cells are those of several rows: a label stands behind figures, or a header before them."""
    first = next((n for n, cell in enumerate(cells) if cell and looks_like_figure(cell)), len(cells))
    return first < len(cells) and (
        sum(map(bool, cells[:first])) >= _LEAST_HEADER or any(map(is_label, cells[first:]))
    )


def _runs(lines: list[str]) -> list[list[int]]:
    """The lines of each run of lines that hold one bar each, at their start, and no other lines between but blank ones."""
    runs: list[list[int]] = []
    run: list[int] = []
    blank = 0
    for n, line in enumerate(lines):
        if not line.strip():
            blank += 1
            if blank <= _MOST_BLANK:
                continue
        if len(line) <= _LONGEST_LINE and _CELL.fullmatch(line):
            run.append(n)
        elif run:
            # a line of other bars right behind is of the same table
            runs.append([] if "|" in line and not blank else run)
            run = []
        blank = 0
    return [run for run in [*runs, run] if run]


def _text(line: str) -> str:
    found = _TEXT.search(line)
    return found[1].strip() if found else ""
