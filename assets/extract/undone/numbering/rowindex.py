"""The numbers of rows that a program wrote before them, where the row of figures has no label to show what they are.

    0<tab>行政复议<tab>…
    1<tab>结果维持<tab>结果纠正<tab>…
    2<tab>0<tab>0<tab>…

Each line of such a table begins with the next number, that of its header as well; the figures' would count as one more figure. Every
line keeps its number. Does not belong here: numbers before labels (rownumbers.py), and a column with a name (serials.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure

_FIRST = re.compile(r"\s*([|,\t]?)\s*([0-9]{1,3})\s*([|,\t])")
_BEGINS = {"0", "1"}
# So many labels side by side are a header.
_LEAST_LABELS, _LEAST_LINES = 4, 3


def without_row_index(lines: list[str]) -> list[str]:
    """The lines without such numbers and the mark behind them; the lines themselves where there are none."""
    out = lines
    begun = [n for n, text in enumerate(map(str.lstrip, lines, repeat(" |\t,"))) if text[:1] in _BEGINS]
    for start in begun:
        line = lines[start]
        if start and _number(lines[start - 1]) is not None:
            continue
        end = _end(lines, start)
        if end - start >= _LEAST_LINES and _is_header(line) and _is_figures(lines[end - 1]):
            out = list(lines) if out is lines else out
            out[start:end] = [_FIRST.sub(r"\1", line, count=1) for line in lines[start:end]]
    return out


@remembering
def _number(line: str) -> int | None:
    found = _FIRST.match(line)
    return int(found[2]) if found else None


def _end(lines: Sequence[str], start: int) -> int:
    """The index behind the lines that count on from the one at `start`."""
    first, at = _number(lines[start]), start
    while first is not None and at < len(lines) and _number(lines[at]) == first + at - start:
        at += 1
    return at


def _cells(line: str) -> list[str]:
    found = _FIRST.match(line)
    return [cell.strip() for cell in line[found.end() :].strip("|\n").split(found[3])] if found else []


def _is_header(line: str) -> bool:
    cells = [cell for cell in _cells(line) if cell]
    return len(cells) >= _LEAST_LABELS and not any(map(looks_like_figure, cells))


def _is_figures(line: str) -> bool:
    cells = [cell for cell in _cells(line) if cell]
    return len(cells) >= _LEAST_LABELS and all(map(looks_like_figure, cells))
