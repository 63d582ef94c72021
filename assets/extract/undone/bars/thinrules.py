"""Rules of Markdown that are one dash a cell (`|-|-|`, `| :-: | - |`), below the first row of a table: drawn as others are.

A row of dashes is one of cells without figures anywhere else, and below the last row of the header of one row of figures. So a rule
is only what stands right below the first row, which has words or nothing, and above others. Does not belong here: rules of
several dashes (pipes.py).
"""

from __future__ import annotations

import re

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure

_THIN = re.compile(r"\s*\|?(?:\s*:?-:?\s*\|)+(?:\s*:?-:?)?\s*")
_ONE = re.compile(r":?-:?")
_LEAST_CELLS = 2


def with_whole_rules(lines: list[str]) -> list[str]:
    """The lines with three dashes for one in such rules."""
    out = lines
    for n in range(1, len(lines) - 1):
        line = lines[n]
        if "-" in line and "|" in line and _THIN.fullmatch(line) and _is_below_first(lines, n):
            out = list(lines) if out is lines else out
            out[n] = _ONE.sub("---", line)
    return out


def _is_below_first(lines: list[str], n: int) -> bool:
    """Whether the row above is the first of the table and no row of figures, and others follow that are as wide."""
    above, below = lines[n - 1], lines[n + 1]
    if n > 1 and "|" in lines[n - 2]:
        return False
    width = lines[n].count("|")
    cells = [cell for cell in above.split("|") if cell.strip()]
    same = above.count("|") == width == below.count("|") and width >= _LEAST_CELLS
    return same and not any(looks_like_figure(squash(cell)) for cell in cells)
