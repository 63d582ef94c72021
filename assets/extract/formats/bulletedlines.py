"""Lines of a table that stand behind the mark of a list's points each, though they are no points: `* 629 0 0 19 0 648`.

An editor sets such a mark before every line of what was selected. Before a line of nothing but figures it might be taken for a cell,
and so it is taken off the whole stretch, and off a text of which every line has it (the title, too: that is no point). Does not belong here: points with words of their own (keyed.py), and what stands before nearly all
lines of a text (everyline.py, marks.py).
"""

from __future__ import annotations

import re
from itertools import groupby

# A dash may be the sign of the figure behind it, or a cell: it is a mark where every line of the text has it.
_POINT = re.compile(r"([*•·●▪◦‣○■+–-]) ")
_DASHES = "–-"
_FIGURES = re.compile(r"(?:[-+]?[0-9][0-9,.]*+(?:\s*+(?:件|条|项|次|元|万元))?(?:\s++|$)){2,}+$")
# So many lines one after the other, and so many of figures alone among them.
_LEAST_LINES, _LEAST_FIGURES = 20, 3
# A title is no point of a list.
_TITLE = "报告"


def without_points(lines: list[str]) -> list[str]:
    """The lines without a mark that each of a long stretch begins with, figures alone behind some, or all of a text."""
    found = [match[1] if (match := _POINT.match(line)) else "" for line in lines]
    if len(lines) - found.count("") < _LEAST_LINES:
        return lines
    marks = [mark if line.strip() else None for mark, line in zip(found, lines, strict=True)]
    out = list(lines)
    written = [at for at, mark in enumerate(marks) if mark is not None]
    for mark, group in groupby(written, key=lambda at: marks[at]):
        stretch = list(group)
        if mark and len(stretch) >= _LEAST_LINES:
            own = {at: lines[at][2:] for at in stretch}
            of_figures = sum(map(bool, map(_FIGURES.match, own.values())))
            is_mark = of_figures >= _LEAST_FIGURES and mark not in _DASHES
            is_all = len(stretch) == len(written) and any(_TITLE in line for line in own.values())
            if is_mark or is_all:
                for at, line in own.items():
                    out[at] = line
    return out
