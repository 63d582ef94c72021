"""Whole reports on one line: what is left when a program joins all texts of a page with a space or a bar.

Such a line is unfolded into one piece a line, so that the other readers can work; every piece keeps its number.
"""

from __future__ import annotations

import re

# A line is a whole report if it is longer than any paragraph and has this many pieces.
_LONG, _MANY = 2_000, 150
_PIECE = re.compile(r"\S+")


def unfold(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with overlong ones unfolded, and for each its number in the text; None where nothing was unfolded."""
    if not any(_is_folded(line) for line in lines):
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines, 1):
        if not _is_folded(line):
            pieces = [line]
        elif line.count("|") >= _MANY:
            pieces = [f"{piece} |" for piece in line.split("|")]
        else:
            pieces = _PIECE.findall(line)
        out += pieces
        numbers += [number] * len(pieces)
    return out, numbers


def _is_folded(line: str) -> bool:
    return (
        len(line) > _LONG
        and "<t" not in line
        and (line.count("|") >= _MANY or len(_PIECE.findall(line)) >= _MANY)
    )
