"""The lines of a text as captions are sought in them: without what the rows of tables say.

Belongs here: what of a row may be a caption, and years that programs part from their words. Does not belong here: what a
caption says (others.py, announced.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assets.extract.anothers.appended import opening_line
from assets.extract.labels import squash
from assets.extract.model import GridRow, Item, Run
from assets.extract.numbers import looks_like_figure

# So many figures at the end of a line are a row.
_ROW = 3
# Cells of a row of table 3.
_WIDEST = 7
# Letters of a row that is made of several lines above it, and how far off the first of these may stand.
_LEAST_AGAIN, _NEAR = 10, 16
_YEAR_ALONE = re.compile("20[0-9]{2}年度?")
_BARE_YEAR = re.compile("20[0-9]{2}")
# What says more than a date does behind the number of a year.
_AFTER_YEAR = re.compile(r"\s*年\S{3}")


def lines_of_captions(items: Sequence[Item], lines: Sequence[str]) -> Sequence[str]:
    """The lines, with nothing but its words of a row that says but one thing, and nothing of the other rows."""
    texts: dict[int, str] = {}
    for item in items:
        if isinstance(item, GridRow):
            written = {item.cells[at].text for at in item.written}
            start = item.line_start
            for number in range(start, item.line_end + 1):
                texts[number] = ""
            text = written.pop() if len(written) == 1 else opening_line(item)
            if text and not _says_again(text, lines, start):
                texts[start] = text
        elif isinstance(item, Run) and len(item.lines[0]) >= _ROW:
            texts[item.line_start] = ""
    texts |= {at + 1: "" for at, line in enumerate(lines) if "年" in line and _is_cell(lines, at)}
    printed = [*map(texts.get, range(1, len(lines) + 1), lines)] if texts else lines
    return _with_years_above(printed, lines)


def _says_again(text: str, lines: Sequence[str], number: int) -> bool:
    """Whether a row is but the lines above its line in one, as a program takes them for names of columns: each was asked by itself."""
    rest, pieces = squash(text), 0
    if len(rest) < _LEAST_AGAIN:
        return False
    for line in reversed(lines[max(0, number - 1 - _NEAR) : number - 1]):
        piece = squash(line)
        if not rest or not rest.endswith(piece):
            break
        rest, pieces = rest[: len(rest) - len(piece)], pieces + bool(piece)
    return not rest and pieces > 1


def _is_cell(lines: Sequence[str], at: int) -> bool:
    """Whether a line that only says a year is a cell of a row, one cell a line, as the figures above and below it are."""
    if not _YEAR_ALONE.fullmatch(squash(lines[at])):
        return False
    above = [*takewhile(looks_like_figure, map(str.strip, lines[at - 1 :: -1] if at else ()))]
    below = [*takewhile(looks_like_figure, map(str.strip, lines[at + 1 :]))]
    first = at - len(above) - 1
    if not above or not below or first < 0 or len(above) + 1 + len(below) != _WIDEST:
        return False
    return not _YEAR_ALONE.fullmatch(squash(lines[first])) and not lines[first].isascii()


def _with_years_above(printed: Sequence[str], lines: Sequence[str]) -> Sequence[str]:
    """The lines as printed, a number of a year before each that goes on with 年: programs part digits from words."""
    parted = [at for at, line in enumerate(printed) if at and "年" in line and _AFTER_YEAR.match(line)]
    if not parted:
        return printed
    whole = list(printed)
    for at in parted:
        year = lines[at - 1].strip()
        whole[at] = f"{year}{printed[at].lstrip()}" if _BARE_YEAR.fullmatch(year) else printed[at]
    return whole
