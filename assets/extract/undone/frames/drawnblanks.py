"""Marks of no width to which a program that draws tables gave a column: `| <U+200B>30 |` under a border as wide as the line with them.

They become spaces, so that every wall stands under its corner. Does not belong here: those in other lines, which are taken out (spacing.py).
"""

from __future__ import annotations

import re
import unicodedata

_BORDERS = ("+--", "|--", "+==", "──", "━━", "├", "--+")
_BORDER = re.compile(r"[ \t]*+[|+│┃├┌└┼┬┴╞╟╔╠╚┏┣┗][\s+|:=─━┄═│┃├┤┌┐└┘┼┬┴╞╡╪╟╢╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋-]*")
_RULE = re.compile(r"--|==|──|━━|══")
_WALLS = ("|", "│", "┃", "┆")
# A border so many lines above is of another table.
_FARTHEST = 60


def with_columns_of_marks(text: str, mark: re.Pattern[str]) -> str:
    """The text with spaces for such marks in the lines of drawn tables whose walls they move."""
    if not any(sign in text for sign in _BORDERS) or mark.search(text) is None:
        return text
    lines = text.split("\n")
    border, at = "", -1
    for n, line in enumerate(lines):
        if _RULE.search(line) and _BORDER.fullmatch(line.rstrip()):
            border, at = line.rstrip(), n
        elif border and n - at <= _FARTHEST and line.rstrip().endswith(_WALLS) and mark.search(line):
            lines[n] = _drawn(line, border, mark)
    return "\n".join(lines)


def _drawn(line: str, border: str, mark: re.Pattern[str]) -> str:
    """The line with spaces for the marks where it is as wide as the border with them, and not without."""
    spaced, bare = mark.sub(" ", line), mark.sub("", line)
    for is_wide in (False, True):
        width = _width(border, is_wide)
        if _width(bare.rstrip(), is_wide) == width:
            return line
        if _width(spaced.rstrip(), is_wide) == width:
            return spaced
    return line


def _width(line: str, is_wide: bool) -> int:
    return sum(2 if is_wide and unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
