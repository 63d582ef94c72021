r"""The backslash with which pandoc writes a line break at the end of a cell, where the cell ends: `规章\     0\    0\`.

A blank takes its place, so that columns stay where they are. Every line keeps its number. Does not belong here: backslashes before a mark
(escapes.py), two of them, which end a row of LaTeX.
"""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[^\\\s])\\(?=  |[ \t]*$| +[|│])")
_WITHIN = re.compile(r"(?<=[^\\\s])\\(?=  +\S| +[|│])")
_LEAST = 3


def without_breaks_at_ends(lines: list[str]) -> list[str]:
    """The lines without such backslashes, where several stand within lines."""
    if sum(bool(_WITHIN.search(line)) for line in lines if "\\ " in line) < _LEAST:
        return lines
    return [_END.sub(" ", line) if "\\" in line else line for line in lines]
