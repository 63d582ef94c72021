"""The display columns of a line's characters: a wide character takes two, and programs disagree about some."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Lines whose columns are remembered: borders return from table to table, and a line is measured again and again.
_REMEMBERED, LONGEST_REMEMBERED = 2_000, 400


def columns_of(line: str, wide: int) -> list[tuple[int, str]]:
    """The characters of a line with their display columns; `wide` is the width of ambiguous characters, 0: of none."""
    return (_columns_of if len(line) > LONGEST_REMEMBERED else _remembered)(line, wide)


def _columns_of(line: str, wide: int) -> list[tuple[int, str]]:
    if not wide or line.isascii():
        return list(enumerate(line))
    placed, at = [], 0
    for char in line:
        placed.append((at, char))
        width = unicodedata.east_asian_width(char)
        at += 2 if width in "WF" else wide if width == "A" else 1
    return placed


_remembered = lru_cache(maxsize=_REMEMBERED)(_columns_of)
