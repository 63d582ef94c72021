"""Words of decrease that a narrow column sets on the line above their figure: `减少`, `1496`, `项` on three lines.

Belongs here: whether such a word stands over a figure of plain text. Does not belong here: what a cell says whose lines
are known (numbers.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.places.positions import display_width, under

_WORD = re.compile(r"\S+")
_DECREASE = re.compile("[减降负少↓−]")
# The label of the column, 增/减, whole or in pieces, and its note (指增减数，减用负值表示，如-8).
_OF_HEADER = re.compile("[增/值示数量，,（()）0-9]")
_BEGINS_HEADER = re.compile("[增/或、]$")
# What may be its first piece, or all of it in other words: 本年增加 above 减少.
_MAY_BEGIN_HEADER = re.compile("^(?=.*(?:增|本年))[^0-9减]+$")
# How the other columns of such a table end: 上一年项目数量, 处理决定数量.
_ENDS_LABEL = re.compile("数量$")
_NEAR = 2


def sign_above(figure: Cell, lines: Sequence[str]) -> Cell | None:
    """The word of decrease on one of the lines right above a figure, in its place on the line; None without one."""
    for number in range(figure.line_start - 1, max(0, figure.line_start - 1 - _NEAR), -1):
        line = lines[number - 1]
        if not _DECREASE.search(line):
            continue
        for word in _WORD.finditer(line):
            place = Cell(word[0], number, number, *word.span(), display_width(line[: word.start()]))
            if not under(figure, place):
                continue
            is_header = (
                _OF_HEADER.search(word[0]) or _goes_on_from(place, lines) or _ends_header(line, word[0])
            )
            return place if _DECREASE.search(word[0]) and not is_header else None
    return None


def _ends_header(line: str, piece: str) -> bool:
    """Whether other words of the line are the ends of columns' labels, whose beginnings a page's end may part from them."""
    return any(_ENDS_LABEL.search(word) for word in line.split() if word != piece)


def _goes_on_from(below: Cell, lines: Sequence[str], begins: re.Pattern[str] = _BEGINS_HEADER) -> bool:
    """Whether the word above is the first piece of a column's label, of which this one is the last."""
    line = lines[below.line_start - 2] if below.line_start > 1 else ""
    above = [
        Cell(word[0], 0, 0, *word.span(), display_width(line[: word.start()]))
        for word in _WORD.finditer(line)
    ]
    return any(under(below, cell) and begins.search(cell.text) for cell in above)


def with_sign(figure: Cell, sign: Cell, lines: Sequence[str]) -> Cell | None:
    """The figure with its sign; None where the sign may be the header's, or another row's: figures beside it, or apart."""
    words = lines[sign.line_start - 1].split()
    if _goes_on_from(sign, lines, _MAY_BEGIN_HEADER):
        return None
    if sign.line_start != figure.line_start - 1 or any(map(looks_like_figure, words)):
        return None
    return Cell(f"{squash(sign.text)}\n{figure.text}", sign.line_start, figure.line_end)
