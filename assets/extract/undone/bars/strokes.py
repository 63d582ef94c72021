"""A bar before or behind a line of plain text that ends in figures: a stroke of the table's frame, which a program that reads pictures took for a letter.

    （一）予以公开 3 0 0 0 0 0 3
    | （二）部分公开（区分处理 1 0 0 0 0 0 1

It parts nothing: the label and several figures of its row stand in one cell. Does not belong here: bars between figures (unbar.py), and
tables all of whose rows stand in one cell each (onecell.py).
"""

from __future__ import annotations

import re

from assets.extract.numbers import looks_like_figure

_BARS = re.compile(r"[|｜]")
# So many figures at the end of a line are a row's: no cell has more than one.
_LEAST_FIGURES = 3
_LONGEST_LINE = 400


def without_strokes(lines: list[str]) -> list[str]:
    """The lines, a space in the place of such bars, so that every figure keeps its own."""
    out = lines
    for n, line in enumerate(lines):
        if ("|" in line or "｜" in line) and _has_strokes(lines, n):
            out = list(lines) if out is lines else out
            out[n] = line.replace("|", " ").replace("｜", "\u3000").rstrip()
    return out


def _has_strokes(lines: list[str], n: int) -> bool:
    """Whether a line has one bar, at an edge; or several at its edges, and the lines next to it none: else they are a wall."""
    if len(lines[n]) > _LONGEST_LINE or "\t" in lines[n]:
        return False
    text = lines[n].strip()
    within = text.strip("|｜ ")
    words = within.split()
    if _BARS.search(within) or len(words) < _LEAST_FIGURES:
        return False
    if not all(map(looks_like_figure, words[-_LEAST_FIGURES:])):
        return False
    return len(_BARS.findall(text)) == 1 or not any(map(_BARS.search, _beside(lines, n)))


def _beside(lines: list[str], n: int) -> list[str]:
    """The written lines right above and below a line."""
    above = next((lines[at] for at in range(n - 1, -1, -1) if lines[at].strip()), "")
    below = next((lines[at] for at in range(n + 1, len(lines)) if lines[at].strip()), "")
    return [above, below]
