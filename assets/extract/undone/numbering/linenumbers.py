"""The numbers of a column 序号 on the lines of their rows: `1 一、本年新收… 22 4 0`, or `4 13 0 0 0 0 17 30` amid a label of many lines.

They are such numbers only where the header names the column, and where every line of figures below it, down to the last row of a
form, begins with the next number from 1: figures cannot agree with so many. Every line keeps its number. Does not belong here: numbers
on lines of their own (serials.py), numbers that the form prints before its labels (rownumbers.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.numbers import looks_like_figure

# The form with the fewest rows has so many, and a page or two may have cost one.
_LEAST = 22
# So many figures make a line one of figures; a number so little larger than the next one is that of a row further down.
_FIGURES, _SKIPPED = 3, 5
_FIRST = re.compile(r"\s*([1-9][0-9]?)(\s+)(?=\S)")
_SIGNS = ("序", "行次", "编号")
_NAME = re.compile(r"(?<!\S)(?:序\s?号|行次|编号)(?!\S)")
# The name of a narrow column, a letter a line.
_UPPER, _LOWER = re.compile(r"^(\s*)序(?!\S)"), re.compile(r"^(\s*)号(?!\S)")
_BETWEEN = 4
# Cells have places of their own, in which such a column is told (serials.py).
_CELLS = re.compile(r"[\t|]")
# No line of a header is longer.
_LONGEST = 300


def without_line_numbers(lines: list[str]) -> list[str]:
    """The lines without the numbers of such a column and without its name."""
    for at, line in enumerate(lines):
        if not any(sign in line for sign in _SIGNS) or len(line) >= _LONGEST or _CELLS.search(line):
            continue
        if _NAME.search(line) or _is_upright(lines, at):
            numbered = _numbered_below(lines, at)
            if len(numbered) >= _LEAST:
                return _without(lines, at, numbered)
    return lines


def _is_upright(lines: Sequence[str], at: int) -> bool:
    return bool(_UPPER.match(lines[at])) and any(map(_LOWER.match, lines[at + 1 : at + 1 + _BETWEEN]))


def _numbered_below(lines: Sequence[str], head: int) -> list[int]:
    """The lines of figures below the name of the column, as far as each begins with the next number."""
    found: list[int] = []
    for at in range(head + 1, len(lines)):
        words = lines[at].split()
        if len(words) <= _FIGURES or not all(map(looks_like_figure, words[-_FIGURES:])):
            continue
        first = _FIRST.match(lines[at])
        if first is None or int(first[1]) != len(found) + 1:
            is_skipped = first is not None and 0 < int(first[1]) - len(found) - 1 <= _SKIPPED
            return [] if is_skipped else found
        found.append(at)
    return found


def _without(lines: Sequence[str], head: int, numbered: Sequence[int]) -> list[str]:
    out = list(lines)
    for at in numbered:
        first = _FIRST.match(out[at])
        if first is not None:
            is_set_apart = len(first[2]) > 1 or first.start(1) > 0
            out[at] = " " * first.end() * is_set_apart + out[at][first.end() :]
    for at in range(head, numbered[-1]):
        if _is_upright(lines, at):
            below = next(n for n in range(at + 1, at + 1 + _BETWEEN) if _LOWER.match(lines[n]))
            out[at] = _UPPER.sub(r"\1  ", out[at])
            out[below] = _LOWER.sub(r"\1  ", out[below])
        elif len(out[at]) < _LONGEST:
            out[at] = _NAME.sub(
                lambda name: " " * (2 * len(name[0])) if name.start() else "", out[at]
            ).rstrip()
    return out
