"""Rows of a small table between a sign that no other reader knows (`~`, `^`, `‖`, `#`): its header tells which sign it is.

    信息内容^本年制发件数^本年废止件数^现行有效件数
    规章^0^11^27

Nothing but labels of the form's columns stand between the signs of such a header. Of a sign that is also printed for a cell
without a figure the lines next to it must have as many: none is a cell then. Does not belong here: tables whose many rows tell the sign (rarecells.py),
walls and bars (wallsalone.py, pipes.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.joints import Joint
from schemas.form import forms

# What a sign is: none of those of words, figures, brackets and sentences, no space, and none that other readers know.
_SIGN = re.compile(r"[^\w\s\\.,，、。:：;；|｜│┃║¦+\-−–—%()（）<>\"'“”‘’《》〈〉\[\]【】{}〔〕…/]")
_MAN = ".TS"
# So many labels make a header.
_LEAST_LABELS = 3


def with_tabs_of_headers(lines: list[str]) -> list[str]:
    """The lines, with tabs for the sign of each header in its table."""
    out = lines
    done = 0
    if any(line.startswith(_MAN) for line in lines):
        return lines  # a page of man names its sign itself
    for at, line in enumerate(lines):
        if at < done or "\t" in line:
            continue
        sign = _sign_of(line)
        if not sign:
            continue
        first, end = _run(lines, at, sign)
        rows = lines[first:end]
        done = end
        if any("\\" in row for row in rows):
            continue  # LaTeX has its own reader
        is_none = not Joint(sign, False).may_be_a_cell or len({row.count(sign) for row in rows}) == 1
        if is_none and any(_has_figures(row, sign) for row in rows):
            out = list(lines) if out is lines else out
            for n in range(first, end):
                out[n] = lines[n].replace(sign, "\t")
    return out


def _sign_of(line: str) -> str:
    """The sign between the labels of a header; empty where the line is none."""
    for sign in dict.fromkeys(found[0] for found in _SIGN.finditer(line)):
        fields = [field for field in line.split(sign) if field.strip()]
        # most lines end the search with their first field
        if len(fields) >= _LEAST_LABELS and all(squash(field) in _labels() for field in fields):
            return sign
    return ""


def _has_figures(row: str, sign: str) -> bool:
    return any(looks_like_figure(field) for field in row.split(sign) if field.strip())


def _run(lines: list[str], at: int, sign: str) -> tuple[int, int]:
    """The lines about a header that have its sign, one below the other; the end is excluded."""
    first = end = at
    while first and sign in lines[first - 1]:
        first -= 1
    while end < len(lines) and sign in lines[end]:
        end += 1
    return first, end


@cache
def _labels() -> frozenset[str]:
    """What the headers of the forms print, and the corners beside them."""
    tables = [table for form in forms().values() for table in form.tables]
    columns = {w for table in tables for column in table.columns for w in column.wordings}
    groups = {w for table in tables for group in table.groups for w in group.wordings}
    rows = {w for table in tables if table.one_row for row in table.rows for w in row.wordings}
    return frozenset(map(squash, columns | groups | rows | set(CORNERS)))
