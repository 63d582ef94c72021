"""The label of a group in front of its first row's, which goes on over more lines, as a page's text has two cells that begin side by side.

    其他处理 申请人无正当理由逾期
    不补正、行政机关不再
    处理其政府信息公开申请
    1 0 0 0 0 0 1

Only where the row's label is then whole to the letter, right above figures, is the group's taken out; it was numbered in no other way than
by its words. Every line keeps its number. Does not belong here: pieces of both labels side by side on several lines (besidegroup.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.labels import normalize
from schemas.form import forms

_TWO = re.compile(r"(\s*)(\S{4,10})[ \u3000]+(\S{4,40})\s*")
_FIGURES = re.compile(r"\s*[0-9-]")
# So many lines may a label go on, and so many blank ones stand among them.
_MOST_LINES, _MOST_BLANK = 8, 8


def with_rows_without_groups(lines: list[str]) -> list[str]:
    """The lines, each such label of a row without that of its group."""
    out = lines
    for at, line in enumerate(lines):
        found = _TWO.fullmatch(line) if len(line) < 80 and " " in line else None
        rows = _rows().get(normalize(found[2])) if found else None
        if found is None or rows is None or not _is_whole(normalize(found[3]), lines, at, rows):
            continue
        out = list(lines) if out is lines else out
        out[at] = found[1] + found[3]
    return out


def _is_whole(label: str, lines: list[str], at: int, rows: frozenset[str]) -> bool:
    """Whether a piece of a label is the whole of one of the rows with the lines below it, down to figures."""
    below = [line for line in lines[at + 1 : at + 1 + _MOST_LINES + _MOST_BLANK] if line.strip()]
    for count, line in enumerate(below[: _MOST_LINES + 1]):
        if _FIGURES.match(line):
            return count > 0 and label in rows
        label += normalize(line)
    return False


@cache
def _rows() -> dict[str, frozenset[str]]:
    """The labels of the rows of each group by the label of the group, their letters."""
    found: dict[str, set[str]] = {}
    for form in forms().values():
        for table in form.tables:
            for group in table.groups:
                rows = {normalize(w) for row in table.rows if row.parent == group.key for w in row.wordings}
                for wording in group.wordings if rows else ():
                    found.setdefault(normalize(wording), set()).update(rows)
    return {group: frozenset(rows) for group, rows in found.items()}
