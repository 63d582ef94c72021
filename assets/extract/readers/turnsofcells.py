"""Cells of a page some of which hold a paragraph and others bare words: a line break before and behind the ones, two tabs before the others.

So print programs that set a break for every paragraph and tabs for every cell, where a clerk's page has both by turns. A row then is a
label and its figures in reading order over several lines, and a blank cell may leave two tabs more or nothing at all: each cell
gets a line of its own. Belongs here: texts whose tabs all come in pairs, with figures alone on a line above lines that begin with such a
pair. Does not belong here: tables whose every other column is blank, which have no figures alone on a line (delimited.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.numbers import looks_like_figure

_PAIR = "\t\t"
# Tabs that come alone, or in odd numbers.
_ODD = re.compile(r"(?<!\t)\t(?:\t\t)*+(?!\t)")
# So many figures alone on a line beside a line that begins with tabs are no cells that some editor has broken.
_LEAST = 8


def with_cells_apart(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with each such cell on one of its own, and the number of each line; None where the text has none."""
    if sum(line.startswith(_PAIR) for line in lines) < _LEAST or not _is_by_turns(lines):
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines, 1):
        cells = [cell for cell in line.split("\t") if cell.strip()] if "\t" in line else [line]
        out += cells
        numbers += [number] * len(cells)
    return out, numbers


def _is_by_turns(lines: Sequence[str]) -> bool:
    """Whether all tabs come in pairs, and figures alone on a line stand often enough beside lines that begin with one."""
    if any("\t" in line and _ODD.search(line.rstrip()) for line in lines):
        return False
    beside = sum(
        _is_alone(line) and (above.startswith(_PAIR) or below.startswith(_PAIR))
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
    )
    return beside >= _LEAST


def _is_alone(line: str) -> bool:
    return "\t" not in line and looks_like_figure(line.strip())
