"""The numbers of a column 序号 that a text of one cell a line gives where its page had them: some amid the rows, some below the table.

A program that goes through the boxes of a page prints the number of a row behind the figures of the row above, or all those of tall rows
together at the end. They are taken out only where what is left over of figures, besides runs of as many as the table has columns, is each
number from 1 to that of the last row, each once: figures cannot be so. Every line keeps its number. Does not belong here: numbers that stand
before each label (serials.py), cells behind tabs (serialcells.py), numbers on the lines of figures (linenumbers.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.numbering.serialcells import NAMES

_UPRIGHT = ("序", "号")
_WIDTH, _LEAST, _MOST = 7, 20, 30
_TITLE, _NEXT, _HEADING = "收到和处理", "行政复议、行政诉讼", "五、"


def without_scattered_serials(lines: list[str]) -> list[str]:
    """The lines, those with such numbers, and the name of their column, left blank."""
    written = [(at, text) for at, line in enumerate(lines) if (text := line.strip())]
    heads = _heads(written)
    if not heads or lines[written[heads[0]][0]].startswith("\t"):
        return lines  # none, or in a cell of a row that blank lines would end (serialcells.py)
    start = max((n for n, (_, text) in enumerate(written) if _TITLE in text and n < heads[0]), default=0)
    end = next((n for n, (_, text) in enumerate(written) if n > heads[-1] and _ends(text)), len(written))
    own = written[start:end]
    for side in (-1, 0):
        if gone := _serials(own, side):
            names = {written[n][0] for n in heads}
            return ["" if at in names or at in gone else line for at, line in enumerate(lines)]
    return lines


def _heads(written: Sequence[tuple[int, str]]) -> list[int]:
    """Where the first name of such a column stands among the written lines, letter by letter or on one line."""
    for n, (_, text) in enumerate(written):
        if text in NAMES:
            return [n]
        if text == _UPRIGHT[0] and n + 1 < len(written) and written[n + 1][1] == _UPRIGHT[1]:
            return [n, n + 1]
    return []


def _ends(text: str) -> bool:
    return squash(_NEXT) in squash(text) or text.startswith(_HEADING)


def _serials(written: Sequence[tuple[int, str]], side: int) -> set[int]:
    """The lines that are the numbers, the last figure of each run too long or the first; none where they do not count all rows."""
    found: list[tuple[int, str]] = []
    for is_figure, group in groupby(written, key=lambda line: looks_like_figure(line[1])):
        run = list(group) if is_figure else []
        if 0 < len(run) < _WIDTH:
            found += run
        elif len(run) % _WIDTH == 1:
            found.append(run[side])
        elif len(run) % _WIDTH:
            return set()
    numbers = sorted(text for _, text in found)
    counted = sorted(str(n) for n in range(1, len(found) + 1))
    return {at for at, _ in found} if _LEAST <= len(found) <= _MOST and numbers == counted else set()
