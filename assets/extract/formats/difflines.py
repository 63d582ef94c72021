"""Differences between two versions of a text, as programs print them: `-` before old lines, `+` before new ones, `@@ … @@` above each piece.

The new version is the report; its old lines and the lines about the pieces are left out. Belongs here: texts whose pieces are all of
such lines. Does not belong here: a dash before every line (bulletedlines.py). Every line keeps its number.
"""

from __future__ import annotations

import re

_PIECE = re.compile(r"@@ -[0-9]{1,7}(?:,[0-9]{1,7})? \+[0-9]{1,7}(?:,[0-9]{1,7})? @@")
_HEAD = re.compile(
    r"(?:---|\+\+\+|diff|index|new file|deleted file|old mode|new mode|similarity|rename|Index:|={10,}) ?"
)
_OF_PIECE = (" ", "+", "-", "\\")


def without_old_lines(lines: list[str]) -> list[str]:
    """The lines of the new version; the lines themselves where they are no differences."""
    first = next((at for at, line in enumerate(lines) if _PIECE.match(line)), None)
    if first is None or any(line.strip() and not _HEAD.match(line) for line in lines[:first]):
        return lines
    out = [""] * len(lines)
    for at, line in enumerate(lines[first:], first):
        is_of_piece = line.startswith(_OF_PIECE) or not line
        if not is_of_piece and not _PIECE.match(line) and not _HEAD.match(line):
            return lines
        if line.startswith((" ", "+")) and not line.startswith("+++ "):
            out[at] = line[1:]
    return out
