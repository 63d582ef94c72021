"""A page that stands in the one cell of a table (a layout table): the walls around it are taken off.

Its own tables have walls inside. Every line keeps its number. Belongs here: walls of a box with one column. Does not belong
here: boxes of several columns (boxes.py).
"""

from __future__ import annotations

import re

_BORDER = re.compile(r"\s*\+[-=:]{3,}\+\s*")
_LINE = re.compile(r"\s*\| ?(.*)\|\s*")
# A smaller box is no page.
_LEAST_LINES = 10


def without_walls(lines: list[str]) -> list[str]:
    """The lines without the walls of such boxes."""
    if not any(line.lstrip().startswith("+--") for line in lines):
        return lines
    found = list(lines)
    index = 0
    while index < len(lines):
        if not _BORDER.fullmatch(lines[index]):
            index += 1
            continue
        stop = index + 1
        while stop < len(lines) and (_LINE.fullmatch(lines[stop]) or _BORDER.fullmatch(lines[stop])):
            stop += 1
        if stop - index > _LEAST_LINES and lines[stop - 1].strip().startswith("+"):
            for at in range(index, stop):
                inner = _LINE.fullmatch(lines[at])
                found[at] = inner[1].rstrip() if inner else ""
        index = stop
    return found
