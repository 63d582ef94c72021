"""The numbers of a column 序号 in a text of one cell a line: `1`, `一、本年新收…`, seven figures, `2`, `二、上年结转…`.

Such a number stands between the figures of one row and the label of the next. It is one only where the header names the
column, and where the last of all figures before each label counts on from 1: figures cannot agree with so many. Every line
keeps its number. Does not belong here: numbers of lists, which the form prints itself (rownumbers.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.numbers import looks_like_figure

_NAMES = {"序号", "行次", "编号"}
_LEAST = 15


def without_serials(lines: list[str]) -> list[str]:
    """The lines, those with the numbers of such a column, and its name, left blank."""
    heads = [at for at, line in enumerate(lines) if line.strip() in _NAMES]
    gone: list[int] = []
    for at in heads:
        serials = _serials_below(lines, at)
        gone += [at, *serials] if len(serials) >= _LEAST else []
    if not gone:
        return lines
    out = list(lines)
    for at in gone:
        out[at] = ""
    return out


def _serials_below(lines: Sequence[str], head: int) -> list[int]:
    """The lines that count the rows below the name of the column: each is the last figure before words."""
    found: list[int] = []
    last: int | None = None
    for at in range(head + 1, len(lines)):
        text = lines[at].strip()
        if not text:
            continue
        if looks_like_figure(text):
            last = at
        elif last is not None:
            if lines[last].strip() != str(len(found) + 1):
                break
            found.append(last)
            last = None
    return found
