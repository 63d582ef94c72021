"""Dots that lead the eye from the label of a row to its figures: `行政许可………773`, `1.属于国家秘密......0  0  0  2`.

They become spaces, as other rows of such texts have. A table of contents leads to one number on each line, and to the number of a
page; so dots are those of a table only where some rows lead to several figures, and never behind the heading of a section. Every
line keeps its number. Does not belong here: lines of dots that frame a table (dottedframes.py).
"""

from __future__ import annotations

import re

from assets.extract.numbers import looks_like_figure
from assets.extract.sections import numbered_heading, whole_heading

# Two signs of three dots each; as single dots there are more of them.
_DOTS = re.compile(r"…{2,}|⋯{2,}|\.{4,}|·{4,}|(?:\. ){4,}|(?:· ){4,}")
_GAP = re.compile(r"\s+")
# What stands in a text with such dots.
SIGNS = ("……", "⋯⋯", "....", "····", ". . . .", "· · · ·")
_LEAST_ROWS, _LONGEST = 3, 200
_BETWEEN = "   "


def without_leaders(lines: list[str]) -> list[str]:
    """The lines, rows of a table with spaces for such dots."""
    led = {at: found for at, line in enumerate(lines) if (found := _led(line))}
    if sum(len(figures) > 1 for _, figures in led.values()) < _LEAST_ROWS:
        return lines
    out = list(lines)
    for at, (label, figures) in led.items():
        if len(figures) > 1 or (numbered_heading(label) is None and whole_heading(label) is None):
            out[at] = label + _BETWEEN + _BETWEEN.join(figures)
    return out


def _led(line: str) -> tuple[str, list[str]] | None:
    """The label and the figures that dots lead to; None where they lead to anything else."""
    if len(line) > _LONGEST or "\t" in line or "|" in line or not any(map(line.__contains__, SIGNS)):
        return None
    runs = list(_DOTS.finditer(line))
    label, said = (line[: runs[0].start()], line[runs[0].end() :].strip()) if len(runs) == 1 else ("", "")
    figures = _GAP.split(said)
    if not label.strip() or not all(map(looks_like_figure, figures)):
        return None
    return label.rstrip(), figures
