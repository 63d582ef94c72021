"""Labels of rows that line breaks in their cell set on several lines, above the line with the figures.

`一、本年新收`, `政府信息公开`, `申请数量<tab>3<tab>0…` is one row, and so it is where each line opens with a bar. Its label is taken
down to the line of the figures where that makes it one of the form's to the letter, which it is not without. Every line keeps
its number. Does not belong here: labels of plain text (runlabels.py), breaks within quotes and in cells that are marked otherwise.
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.glued import row_labels
from assets.extract.labels import squash, strip_numbering
from assets.extract.numbers import looks_like_figure

_SEPARATOR = re.compile(r"[\t|｜]")
_OPENS = re.compile(r"[ ]{0,8}[|｜](?=[^|｜])")
_CLOSES = re.compile(r"(?<=[^|｜])[|｜][ \r]*+$")
# Lines of a label above its last, letters of the longest of them, and figures of the row.
_MOST_LINES, _LONGEST, _LEAST_FIGURES = 12, 40, 3


def with_whole_labels(lines: list[str]) -> list[str]:
    """The lines with such labels on the last of their lines; the others hold what is left of them."""
    out = lines
    for at, line in enumerate(lines):
        opens = _OPENS.match(line)
        first = opens.end() if opens else 0
        found = _SEPARATOR.search(line, first)
        if found is None or found.start() == first or not at or not lines[at - 1].strip():
            continue
        label, rest = line[first : found.start()].strip(" "), line[found.start() :]
        figures = sum(looks_like_figure(cell) for cell in _SEPARATOR.split(rest) if cell.strip())
        if not label or figures < _LEAST_FIGURES or looks_like_figure(label.strip()) or _is_label(label):
            continue
        if (whole := _upwards(lines, at, label, is_opened=opens is not None)) is not None:
            top, left, label = whole
            out = list(lines) if out is lines else out
            nothing = "|  |" if opens else ""  # rows below stay in the same table
            out[top:at] = [left or nothing, *[nothing] * (at - top - 1)]
            out[at] = line[:first] + label + rest
    return out


def _upwards(lines: list[str], at: int, label: str, *, is_opened: bool) -> tuple[int, str, str] | None:
    """The first line of the label that ends on line `at`, what else stands on that line, and the label; None without one."""
    for above in range(at - 1, max(-1, at - 1 - _MOST_LINES), -1):
        text = lines[above].rstrip(" \r")
        opens = _OPENS.match(text) if is_opened else None
        if is_opened:
            text = _CLOSES.sub("", text)[opens.end() :].rstrip(" ") if opens else ""
        if not text.strip() or len(text.strip()) > _LONGEST:
            return None
        *before, last = _SEPARATOR.split(text)
        if not last.strip() or looks_like_figure(last.strip()):
            return None
        label = last.strip() + label
        if _is_label(label):
            left = text[: -len(last)] if before else ""
            return above, opens[0] + left if opens and left else left, label
        if before:
            return None
    return None


def _is_label(text: str) -> bool:
    return strip_numbering(squash(text)) in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(row_labels())
