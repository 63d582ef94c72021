"""Labels of rows that line breaks in their cell set on several lines, above the line with the figures.

`一、本年新收`, `政府信息公开`, `申请数量<tab>3<tab>0…` is one row, and so it is where each line opens with a bar. Its label is taken
down to the line of the figures where that makes it one of the form's to the letter, which it is not without. Every line keeps
its number. Does not belong here: labels of plain text (runlabels.py), breaks within quotes and in cells that are marked otherwise.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash, strip_numbering
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.lines.glued import row_labels
from schemas.form import forms

_SEPARATOR = re.compile(r"[\t|｜]")
_OPENS = re.compile(r"[ \u3000]{0,8}[|｜](?=[^|｜])")
_NUMBER = re.compile(r"[0-9]{1,2}[.．、]|[（(][一二三四五六七八九十][）)]|[一二三四五六七八九十]、")
_BARS = ("|", "｜")
_OPENS_ROW = re.compile(r"[ \u3000]{0,8}[|｜]")
_CLOSES_ROW = re.compile(r"[|｜][ \r]*+$")
_ONLY_BAR = re.compile(r"[ \u3000]*[|｜][ \u3000]*")
_ONE_CELL = re.compile(r"[^|｜\t]*+[|｜][ \r]*+")
_CLOSES = re.compile(r"(?<=[^|｜])[|｜][ \r]*+$")
# What explains a label, on lines of its own below it.
_GLOSS = re.compile(r"[（(][^（()）]*[\u3400-\u9fff][^（()）]*[)）]")
# Lines of a label above its last, and letters of the longest of them.
_MOST_LINES, _LONGEST = 12, 40
# What stands over the labels and is broken where they are, too; of two letters only, an end may be any word's.
_LONG_CORNERS = frozenset(corner for corner in CORNERS if len(corner) > 2)


def with_whole_labels(lines: list[str]) -> list[str]:
    """The lines with such labels on the last of their lines; the others hold what is left of them."""
    out = lines
    is_asked = False
    parted = [n for n, line in enumerate(lines) if "\t" in line or "|" in line or "｜" in line]
    rows = ((at, row) for at in parted if (row := _row(lines[at])))
    for at, (line, first, label, rest, is_whole) in rows:
        if not at or not lines[at - 1].strip():
            continue
        if is_whole and not _is_number_of(lines[at - 1], label):
            continue
        opens = first > 0
        if not opens and _is_cell(line) and at + 1 < len(lines) and _is_cell(lines[at + 1]):
            continue  # the reader of cells a line each joins the lines of such a cell
        if not opens and not is_asked and _CLOSES_ROW.search(line):
            if _are_opened_and_closed(lines):
                break  # the reader of bars joins the lines of such rows
            is_asked = True
        if (whole := _upwards(lines, at, label, is_opened=opens)) is not None:
            top, left, joined = whole
            out = list(lines) if out is lines else out
            # rows below stay in the same table
            nothing = "|  |" if opens else "" if "\t" in rest else "|--|"
            if _ONLY_BAR.fullmatch(left):
                left, joined = "", left + joined
            out[top:at] = [left or nothing, *[nothing] * (at - top - 1)]
            out[at] = line[:first] + joined + rest
    return out


def _is_cell(line: str) -> bool:
    """Whether a line closes one cell with a bar and holds nothing behind it."""
    return bool(_ONE_CELL.fullmatch(line))


class _Row(NamedTuple):
    """A line with the last line of a label and what stands behind it: where its label begins, and whether this is whole by itself."""

    line: str
    first: int
    label: str
    rest: str
    is_whole: bool


@remembering
def _row(line: str) -> _Row | None:
    """The line as such a row: its first cell has words, and figures or the rest of a header's corner stand there."""
    opens = _OPENS.match(line)
    first = opens.end() if opens else 0
    found = _SEPARATOR.search(line, first)
    if found is None or found.start() == first:
        return None
    label, rest = line[first : found.start()].strip(), line[found.start() :]
    if not label or looks_like_figure(label):
        return None
    has_figures = any(looks_like_figure(cell) for cell in _SEPARATOR.split(rest) if cell.strip())
    return (
        _Row(line, first, label, rest, is_label(label)) if has_figures or _is_end_of_corner(label) else None
    )


def _is_number_of(above: str, label: str) -> bool:
    """Whether a line holds nothing but the number of the label below, as `2.` or, above a point, `2`."""
    number = _number_alone(above)
    return bool(number) and (not number.isdecimal() or bool(_NUMBER.fullmatch(number + label.lstrip()[0])))


@remembering
def _number_alone(line: str) -> str:
    """The number of a label, or its digits, that is all that a line holds."""
    number = _SEPARATOR.sub("", line).strip()
    return number if number.isdecimal() or _NUMBER.fullmatch(number) else ""


def _are_opened_and_closed(lines: list[str]) -> bool:
    """Whether bars open and close each row, so that one goes on where none does.

    A line that a bar closes is above one that a bar opens, and the other way round. Where rows open at the start of a line, a bar
    behind a space closes the cell above it, which ends with a line break.
    """
    rows = [(a, b) for a, b in pairwise(lines) if _SEPARATOR.search(a) and _SEPARATOR.search(b)]
    is_at_edge = any(_CLOSES_ROW.search(a) and b.startswith(_BARS) for a, b in rows)
    return all(
        bool(_CLOSES_ROW.search(a)) == bool(_OPENS_ROW.match(b))
        or (is_at_edge and not _CLOSES_ROW.search(a) and not b.startswith(_BARS))
        for a, b in rows
    )


def _upwards(lines: list[str], at: int, label: str, *, is_opened: bool) -> tuple[int, str, str] | None:
    """The first line of the label that ends on line `at`, what else stands on that line, and the label; None without one."""
    is_gloss = bool(_GLOSS.fullmatch(label))
    for above in range(at - 1, max(-1, at - 1 - _MOST_LINES), -1):
        text = lines[above].rstrip(" \r")
        opens = _OPENS.match(text) if is_opened else None
        if is_opened:
            text = _CLOSES.sub("", text)[opens.end() :].rstrip(" ") if opens else ""
        *before, last = _SEPARATOR.split(text)
        if not 0 < len(last.strip()) <= _LONGEST:
            return None
        if looks_like_figure(last.strip()) and not _is_number_of(text, label):
            return None
        label = last.strip() + label
        has_number_above = not before and above > 0 and _is_number_of(lines[above - 1], label)
        if (is_label(label) or (is_gloss and is_label(last))) and not has_number_above:
            left = text[: -len(last)] if before else ""
            return above, opens[0] + left if opens and left else left, label
        if before:
            return None
    return None


def is_label(text: str) -> bool:
    """Whether a text is the label of a row, or what stands over the labels, to the letter."""
    return strip_numbering(squash(text)) in _labels()


def is_group(text: str) -> bool:
    """Whether a text is the label of a group of rows, to the letter."""
    return strip_numbering(squash(text)) in _groups()


def _is_end_of_corner(text: str) -> bool:
    """Whether a text is the end of what stands over the labels."""
    end = squash(text)
    return bool(end) and any(corner.endswith(end) and corner != end for corner in _LONG_CORNERS)


@cache
def _labels() -> frozenset[str]:
    return frozenset(row_labels()) | _LONG_CORNERS


@cache
def _groups() -> frozenset[str]:
    tables = [table for form in forms().values() for table in form.tables if not table.one_row]
    groups = {wording for table in tables for group in table.groups for wording in group.wordings}
    return frozenset(strip_numbering(squash(wording)) for wording in groups)
