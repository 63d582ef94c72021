"""Lines of a table that stand behind the mark of a list's points each, though they are no points: `* 629 0 0 19 0 648`.

An editor sets such a mark before every line of what was selected. Before a line of nothing but figures it might be taken for a cell,
and so it is taken off the whole stretch, and off a text of which every line has it (the title, too: that is no point), or every one but
long lines of prose: a dash before all words is no sign of the figures between them. Before rows of cells between bars it goes where
no row of the text is without it. Does not belong here: points with words of their own
(keyed.py), numbers before lines (everyline.py), and the sign of quoting (marks.py).
"""

from __future__ import annotations

import re
from itertools import groupby

# A dash may be the sign of the figure behind it, or a cell: it is a mark where every line of the text has it.
_POINT = re.compile(r"^([*•·●▪◦‣○■+–-]) ", re.MULTILINE)
_DASHES = "–-"
_FIGURES = re.compile(r"(?:[-+]?[0-9][0-9,.]*+(?:\s*+(?:件|条|项|次|元|万元))?(?:\s++|$)){2,}+$")
# So many lines one after the other, and so many of figures alone among them.
_LEAST_LINES, _LEAST_FIGURES = 20, 3
# A title is no point of a list.
_TITLE = "报告"
# What editors and mails set before every line: points, and what makes a line a remark; a dash may touch its line.
_SET_BEFORE = re.compile(r"(//|--|REM|[o*•·●▪◦‣○■□√»›%│\uf0b7–—-])(?:[ \t]|$)|([–—-])(?=\S)")
# So large a share of the written lines has it, and what has none is prose of so many letters.
_LEAST_SHARE, _LEAST_PROSE = 0.9, 40
_STOPS = re.compile("[。，]")
_WALL = "│"
# A mark before a row of cells; a dash may be what stands in its first one, and a plus the corner of a frame.
_ROW = re.compile(r"[*•·●▪◦‣○■] (?=.*[|｜])")
_BARS = "|｜"


def without_points(lines: list[str]) -> list[str]:
    """The lines without a mark that each of a long stretch begins with, figures alone behind some, or all of a text."""
    lines = _without_mark_of_all(lines)
    if len(_POINT.findall("\n".join(lines))) < _LEAST_LINES:
        return lines
    found = [match[1] if (match := _POINT.match(line)) else "" for line in lines]
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


def without_points_of_rows(lines: list[str]) -> list[str]:
    """The lines without one and the same mark before every row of cells between bars."""
    rows = {at: line for at, line in enumerate(lines) if any(bar in line for bar in _BARS)}
    marks = {line[0] if _ROW.match(line) else "" for line in rows.values()}
    if len(rows) < _LEAST_LINES or len(marks) > 1 or "" in marks:
        return lines
    return [line[2:] if at in rows else line for at, line in enumerate(lines)]


def _without_mark_of_all(lines: list[str]) -> list[str]:
    """The lines without the mark that stands before all of them, the title among them, but long lines of prose."""
    first = next((line for line in lines if line.strip()), "")
    head = _SET_BEFORE.match(first)
    mark = (head[1] or head[2]) if head else ""
    if not mark:
        return lines
    marked, bare, is_titled = 0, 0, False
    for line in lines:
        if line.startswith(mark):
            marked += 1
            is_titled = is_titled or _TITLE in line
        elif line.strip():
            bare += 1
            if len(line) < _LEAST_PROSE or not _STOPS.search(line):
                return lines
        if mark == _WALL and line.rstrip().endswith(_WALL) and len(line.rstrip()) > 1:
            return lines  # the other wall of a frame
    if marked < _LEAST_LINES or marked < _LEAST_SHARE * (marked + bare) or not is_titled:
        return lines
    # where a space follows the mark of each line, it is the mark's
    own = [line.removeprefix(mark) for line in lines]
    if all(
        not rest or rest[0] in " \t" for line, rest in zip(lines, own, strict=True) if line.startswith(mark)
    ):
        own = [rest[1:] if line.startswith(mark) else rest for line, rest in zip(lines, own, strict=True)]
    return own
