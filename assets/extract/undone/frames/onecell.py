"""A page that stands in the one cell of a table (a layout table): the walls around it are taken off.

Its own tables are drawn inside, with room between their walls and those of the page; rules that touch the walls are those of
a table itself, however its upper border is drawn. Every line keeps its number. Belongs here: walls of a box with one column.
Does not belong here: boxes of several columns (boxes.py).
"""

from __future__ import annotations

import re

_BORDER = re.compile(r"\s*\+[-=:]{3,}\+\s*")
_LINE = re.compile(r"\s*\| (.*)\|\s*")
# How a table, or a block of the page, opens on a line of its own.
_DRAWN = re.compile(r"\s*(?:\+:?-{3,}[-+:]*+|-{3,}(?: -{3,})*+|:{3,} ?(?:\{[^{}]*\}|[a-z]+))\s*")
# A smaller box is no page; so many may stand within each other.
_LEAST_LINES, _DEEPEST = 10, 4


def without_walls(lines: list[str]) -> list[str]:
    """The lines without the walls of such boxes."""
    if not any(line.lstrip().startswith("+--") for line in lines):
        return lines
    for _ in range(_DEEPEST):
        before, lines = lines, _opened(lines)
        if lines == before:
            break
    return lines


def _opened(lines: list[str]) -> list[str]:
    """The lines without the walls of the outermost boxes."""
    found = list(lines)
    index = 0
    while index < len(lines):
        if not _BORDER.fullmatch(lines[index]):
            index += 1
            continue
        stop = index + 1
        while stop < len(lines) and (_LINE.fullmatch(lines[stop]) or _BORDER.fullmatch(lines[stop])):
            stop += 1
        inner = [_LINE.fullmatch(line) for line in lines[index:stop]]
        is_page = _BORDER.fullmatch(lines[stop - 1]) and any(
            line and _DRAWN.fullmatch(line[1]) for line in inner
        )
        if stop - index > _LEAST_LINES and is_page:
            found[index:stop] = [line[1].rstrip() if line else "" for line in inner]
        index = stop
    return found
