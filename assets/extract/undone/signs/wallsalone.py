"""Rows of a small table between `│` or `¦`, where nothing is drawn around them: the sign is a bar like any other.

Many rows tell their sign themselves (rarecells.py); a table of three lines cannot. Does not belong here: drawn tables, whose walls
have rules above and below (boxes.py), rows that walls open and close as these do.
"""

from __future__ import annotations

import re

from assets.extract.numbers import looks_like_figure

_WALLS = "│¦┃║"
# What is drawn, and bars, which would be parted by two signs.
_DRAWN = re.compile(r"[─━═┄┈┌-╬╭-╰|｜]")
_WORD = re.compile("[\u3400-\u9fff]")
_LEAST_ROWS = 2


def with_plain_bars(lines: list[str]) -> list[str]:
    """The lines with bars for such signs."""
    out = lines
    for wall in _WALLS:
        for run in _runs(lines, wall):
            if _is_table(lines, run, wall):
                out = list(lines) if out is lines else out
                for n in run:
                    out[n] = lines[n].replace(wall, "|")
    return out


def _runs(lines: list[str], wall: str) -> list[list[int]]:
    """The lines of each run of lines with the sign, blank lines between them left out."""
    runs: list[list[int]] = [[]]
    for n, line in enumerate(lines):
        if wall in line:
            runs[-1].append(n)
        elif line.strip() and runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) >= _LEAST_ROWS]


def _is_table(lines: list[str], run: list[int], wall: str) -> bool:
    """Whether words stand above figures, nothing is drawn in the lines or next to them, and no wall closes all of them."""
    near = lines[max(0, run[0] - 1) : run[-1] + 2]
    if any(_DRAWN.search(line.replace(wall, "")) for line in near):
        return False
    texts = [lines[n].strip() for n in run]
    if all(text.startswith(wall) for text in texts) and all(text.endswith(wall) for text in texts):
        return False
    rows = [[cell.strip() for cell in text.split(wall)] for text in texts]
    if any("。" in text for text in texts) or not _WORD.search(texts[0]):
        return False
    return not any(map(looks_like_figure, rows[0])) and any(
        any(cell and looks_like_figure(cell) for cell in row) for row in rows[1:]
    )
