"""Lines that hold cells and the bars behind them: what a line by itself shows.

Does not belong here: where rows of such lines end (pipecells.py, filledrows.py), rows of one line (pipes.py).
"""

from __future__ import annotations

import re

from assets.extract.numbers import looks_like_figure

PIPES = re.compile(r"[|｜]")
# Bars without a space between them that fill up a row whose other bars have spaces: of columns that wider cells cover, or
# of blank cells that were left out, which nobody can tell.
PADS = re.compile(r"[|｜] ([|｜]+)\s*$")
# Bars at the end of a line behind another, with a space before them or a line of their own.
FILLED = re.compile(r"(?:^|[|｜] )\s*[|｜]{2,}\s*$")
# Several bars and nothing else.
ROW_END = re.compile(r"^\s*[|｜]{2,}\s*$")
# A blank cell and bars behind it that fill up its row.
BLANK_FILLED = re.compile(r"\s*[|｜] [|｜]+\s*$")
WRITTEN = re.compile(r"[^|｜\s]")

# A line, or several, as it closes a cell, and its first and last number.
Line = tuple[str, int, int]


def is_bar(line: str) -> bool:
    """Whether a line holds one pipe and nothing else."""
    return line.strip() in ("|", "｜")


def is_figure_line(text: str) -> bool:
    """Whether the cell that a line closes holds a figure."""
    return bool(WRITTEN.search(text)) and looks_like_figure(PIPES.split(text)[0])
