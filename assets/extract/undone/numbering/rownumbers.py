"""Numbers of rows that stand apart from their labels: `1 属于国家秘密`, `1.` on the line above, or `1.` behind the figures.

A list's number that a program printed for itself may pass for a figure. It is one only where every label that the form numbers
has its number so, and none has anything else: figures cannot agree with the numbers of all rows. Every line keeps its number.
Does not belong here: numbers of lines (everyline.py), and those that touch their labels (labels.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from assets.extract.memory import remembering
from assets.extract.undone.lines.glued import row_numbers

# Letters by which a label is known; a shorter label is known whole, and one shorter than this is a column's, too.
_FIRST, _SHORTEST = 6, 4
_LEAST = 8
_NUMBER = re.compile(r"\s*([1-9][0-9]?)[.、．]?\s*")
_BEFORE = re.compile(r"(?:^|\s)([1-9][0-9]?)( +)$")
_BEHIND = re.compile(r"\s([1-9][0-9]?)[.、．]$")
_STOPS = (".", "、", "．")
_FIRST_BEFORE = re.compile(r"(?<!\S)1 {1,20}\S{4}")
# No space before a label is wider, and no row with its number behind it is longer.
_WIDEST, _LONGEST = 24, 400
# Cells that are set apart otherwise than by spaces.
_MARKS = re.compile("[\t|｜<]")


def with_row_numbers(lines: list[str]) -> list[str]:
    """The lines with such numbers set before their labels, or taken away where they stand on other places."""
    if not (any(_FIRST_BEFORE.search(line) for line in lines if "1 " in line) or _have_numbers(lines)):
        return lines
    labels = [
        (at, found)
        for at, line in enumerate(lines)
        if not _MARKS.search(line)
        for found in _labels().finditer(line)
    ]
    sure = [(at, found) for at, found in labels if len(found[0]) >= _SHORTEST]
    if len(sure) < _LEAST:
        return lines
    for way in (_inside, _above, _behind):
        if all(way(lines, at, found) for at, found in sure):
            edits = [way(lines, at, found) for at, found in labels]
            return _edited(lines, [edit for edit in edits if edit])
    return lines


# (index of the line, start, end, what stands there instead)
_Edit = tuple[int, int, int, str]


def _edited(lines: Sequence[str], edits: Sequence[_Edit]) -> list[str]:
    """The lines with all edits, which are in the order of the text."""
    out = list(lines)
    for at, group in groupby(edits, key=lambda edit: edit[0]):
        pieces, end = [], 0
        for _, start, stop, text in group:
            pieces += [lines[at][end:start], text]
            end = stop
        out[at] = "".join([*pieces, lines[at][end:]])
    return out


def _have_numbers(lines: Sequence[str]) -> bool:
    """Whether enough lines are the number of a row, or end in one."""
    return sum(map(_is_number, lines)) >= _LEAST


@remembering
def _is_number(line: str) -> bool:
    """Whether a line is a number, or ends in one."""
    return bool(
        (0 < len(line) < _FIRST and _NUMBER.fullmatch(line))
        or (line[-1:] in _STOPS and _BEHIND.search(line, max(0, len(line) - _FIRST)))
    )


def _inside(lines: Sequence[str], at: int, label: re.Match[str]) -> _Edit | None:
    """The number stands before its label on the line: a stop takes the place of a space between the two."""
    number = _BEFORE.search(lines[at], max(0, label.start() - _WIDEST), label.start())
    if number is None or number[1] not in _numbers()[label[0]]:
        return None
    return at, number.start(1), label.start(), f"{' ' * (len(number[2]) - 1)}{number[1]}."


def _above(lines: Sequence[str], at: int, label: re.Match[str]) -> _Edit | None:
    """The number is the line above."""
    if label.start() > _WIDEST or lines[at][: label.start()].strip():
        return None
    above = next((n for n in range(at - 1, max(-1, at - _FIRST), -1) if lines[n].strip()), None)
    number = _NUMBER.fullmatch(lines[above]) if above is not None else None
    if above is None or number is None or number[1] not in _numbers()[label[0]]:
        return None
    return above, 0, len(lines[above]), ""


def _behind(lines: Sequence[str], at: int, label: re.Match[str]) -> _Edit | None:
    """The number is the end of the line."""
    number = _BEHIND.search(lines[at], label.end()) if len(lines[at]) <= _LONGEST else None
    if number is None or number[1] not in _numbers()[label[0]]:
        return None
    return at, number.start(), len(lines[at]), ""


@cache
def _numbers() -> dict[str, frozenset[str]]:
    """By the first letters of the labels that the form numbers, their numbers."""
    found: dict[str, set[str]] = {}
    for label, numbers in row_numbers():
        found.setdefault(label[:_FIRST], set()).update(numbers)
    return {first: frozenset(numbers) for first, numbers in found.items()}


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\S)(?:"
        + "|".join(sorted(map(re.escape, _numbers()), key=len, reverse=True))
        + r")(?:(?<=\S{4})|(?!\S))"
    )
