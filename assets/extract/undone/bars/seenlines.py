"""The wall of a table that a scanner took for a bar before the words of a line, here and there: it parts no cells.

A table printed with bars has them on all its rows, or several on one. Beside figures alone a bar may be a 1. Does not belong here: rows that each begin with a bar (barfirst.py), or
one cell a line with a bar behind each (pipecells.py).
"""

from __future__ import annotations

import re

_BARS = re.compile("[|｜]")
# One before words, or the number of a label and words.
_BEFORE_WORDS = re.compile(r"\s*[|｜]\s*(?:[（(]|[0-9lI]{1,2}[.、．])?\s*[“\"]?[\u3400-\u9fff]")
# So small a share of the written lines has one where it is a chance.
_MOST_SHARE = 0.2
# So few lines are no table's.
_LEAST_LINES = 20


def without_seen_lines(lines: list[str]) -> list[str]:
    """The lines without such bars."""
    barred = [at for at, line in enumerate(lines) if _BARS.search(line)]
    if not barred or any(len(_BARS.findall(lines[at])) > 1 for at in barred):
        return lines
    written = sum(bool(line.strip()) for line in lines)
    if written < _LEAST_LINES or len(barred) > _MOST_SHARE * written:
        return lines
    if any(b == a + 2 for a, b in zip(barred, barred[2:], strict=False)) or not all(
        _BEFORE_WORDS.match(lines[at]) for at in barred
    ):
        return lines
    out = list(lines)
    for at in barred:
        out[at] = _BARS.sub(" ", lines[at])
    return out
