"""Rows of a small table between a sign that no other reader knows (`~`, `^`, `‖`, `#`): its header tells which sign it is.

    信息内容^本年制发件数^本年废止件数^现行有效件数
    规章^0^11^27

Nothing but labels of the form's columns stand between the signs of such a header. A sign that is also printed for a cell without a
figure, or that sentences have (`，`, `、`, `/`), must part all lines next to it into as many fields, of labels and figures alone.
Does not belong here: tables whose many rows tell the sign (rarecells.py), walls and bars (wallsalone.py, pipes.py).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.signs.joints import Joint
from schemas.form import forms

# What a sign is: none of those of words, figures, brackets and sentences, no space, and none that other readers know.
_SIGN = re.compile(r"[^\w\s\\.,，、。:：;；|｜│┃║¦+\-−–—%()（）<>\"'“”‘’《》〈〉\[\]【】{}〔〕…/]")
_MAN = ".TS"
# Signs of sentences, labels and figures, which part cells only where nothing else stands between them.
_PLAIN_SIGNS = "，、；/"
# Labels that hold such a sign, and one that stands for it meanwhile.
_HELD, _HOLDS = re.compile("(?<=增)[/、](?=减)"), "\ufffc"
# So many labels make a header; two below the corner of the table.
_LEAST_LABELS = 3


def with_tabs_of_headers(lines: list[str]) -> list[str]:
    """The lines, with tabs for the sign of each header in its table."""
    out = lines
    done = 0
    if any(map(str.startswith, lines, repeat(_MAN))):
        return lines  # a page of man names its sign itself
    for at, line in enumerate(lines):
        if at < done or "\t" in line:
            continue
        sign = _sign_of(line)
        if not sign:
            continue
        first, end = _run(lines, at, sign)
        rows = lines[first:end]
        if any("\\" in row for row in rows):
            continue  # LaTeX has its own reader
        is_none = not Joint(sign, False).may_be_a_cell or len({row.count(sign) for row in rows}) == 1
        if sign in _PLAIN_SIGNS or not is_none:
            first, rows = _plain_rows(lines, at, sign)
        elif any(_has_figures(row, sign) for row in rows):
            rows = [row.replace(sign, "\t") for row in rows]
        else:
            rows = []
        done = first + len(rows)
        if rows:
            out = list(lines) if out is lines else out
            out[first:done] = rows
    return out


@remembering
def _sign_of(line: str) -> str:
    """The sign between the labels of a header; empty where the line is none."""
    signs: list[str] = _SIGN.findall(line)
    for sign in dict.fromkeys(signs):
        fields = [field for field in line.split(sign) if field.strip()]
        if len(fields) >= _LEAST_LABELS and _is_labels(fields):
            return sign
    for sign in _PLAIN_SIGNS:
        if sign not in line:
            continue
        opening = line.partition(sign)[0]
        # most lines end the search with their first field
        if not _is_labels([opening]):
            continue
        fields = [field for field in _fields(line, sign) if field.strip()]
        least = 2 if squash(opening) in CORNERS else _LEAST_LABELS
        if len(fields) >= least and _is_labels(fields):
            return sign
    return ""


def _fields(line: str, sign: str) -> list[str]:
    """The fields of a line between one of the plain signs, which labels may hold, too."""
    return [field.replace(_HOLDS, "/") for field in _HELD.sub(_HOLDS, line).split(sign)]


def _plain_rows(lines: list[str], at: int, sign: str) -> tuple[int, list[str]]:
    """Where a table begins, and its rows with tabs for one of the plain signs; none where that may be no sign of cells.

    Below lines of labels stand labels with figures, in as many fields as the last of those has. Of a sign that is also
    printed for a cell without a figure no two meet.
    """
    start = at
    while start and sign in lines[start - 1] and _is_labels(_fields(lines[start - 1], sign)):
        start -= 1
    rows: list[list[str]] = []
    first = 0
    for line in lines[start:]:
        fields = _fields(line, sign)
        is_figures = _has_figures(line, sign)
        if len(fields) < 2 or not (is_figures or (first == 0 and _is_labels(fields))):
            break
        first = first or (len(rows) if is_figures else 0)
        rows.append(fields)
    figures = [field for fields in rows[first:] for field in fields[1:]]
    if first == 0 or {len(fields) for fields in rows[first - 1 :]} != {len(rows[first])}:
        return start, []
    if Joint(sign, False).may_be_a_cell and not all(map(str.strip, figures)):
        return start, []
    is_plain = all(looks_like_figure(field) for field in figures if field.strip())
    return start, ["\t".join(fields) for fields in rows] if is_plain else []


def _is_labels(fields: list[str]) -> bool:
    return all(squash(field) in _labels() for field in fields if field.strip())


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
