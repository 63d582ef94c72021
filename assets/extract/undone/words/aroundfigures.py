"""A row's label broken around its figures on one line, as a program leaves it that sorts the pieces of a page by their heights.

    （二）部分公开（区分处理的，只计这       0  1268  0  1680  0  0  2948         一情形，不计其他情形）
    （五）不  4、无正当理由大量反复申        8  0  0  0  0  0  8       予处理     请

The figures stand in the middle of their cells, halfway between the lines of the label. It is put together before them where that makes it
one of the form's to the letter, and the pieces of a group's name beside it, if there are any, are that group's. A line that goes on with figures
behind words, or has some above or below it, may have lost digits of its own in narrow cells and stays. Every line keeps its number. Does
not belong here: labels that go on below their figures (runlabels.py), blank rows amid such a line (places/labelsaround.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labels import normalize
from assets.extract.numbers import looks_like_figure
from schemas.form import forms

_WORD = re.compile(r"\S+")
_APART = re.compile(r"\s{2,}")
_DIGIT = re.compile("[0-9０-９]")
# A row of so many columns at least is told by its count; such a line is no longer, and has no more pieces on either side.
_LEAST, _LONGEST, _PIECES = 5, 400, 2
# 总计 may be a column's; a label with its number, or with so many letters, is none.
_NUMBER, _LETTERS = re.compile(r"[（(]?[0-9一二三四五六七]{1,2}[）).、．]"), 6


def with_labels_before_figures(lines: list[str]) -> list[str]:
    """The lines, each such label before its figures."""
    out = lines
    for at, line in enumerate(lines):
        parts = _parts(line) if len(line) <= _LONGEST else None
        if parts is None:
            continue
        front, figures, behind, start = parts
        label = _label(front, behind, len(figures.split()))
        if label is None or _has_loose_digits(lines, at):
            continue
        out = list(lines) if out is lines else out
        indent = line[: len(line) - len(line.lstrip())]
        out[at] = f"{indent}{label}".ljust(start - 2) + "  " + figures
    return out


def _parts(line: str) -> tuple[str, str, str, int] | None:
    """Words, the figures behind them, the words behind those, and where the figures begin."""
    words = list(_WORD.finditer(line))
    if len(words) < _LEAST + 2 or looks_like_figure(words[0][0]) or looks_like_figure(words[-1][0]):
        return None
    are = [bool(looks_like_figure(word[0])) for word in words]
    if not any(are):
        return None
    first = are.index(True)
    end = next(at for at in range(first, len(words)) if not are[at])
    if end - first < _LEAST or any(are[end:]):
        return None
    start = words[first].start()
    return line[:start].strip(), line[start : words[end - 1].end()], line[words[end].start() :].strip(), start


def _label(front: str, behind: str, count: int) -> str | None:
    """The label that the last piece before the figures and the last one behind them make, which no other word is beside but its group's."""
    before, after = _APART.split(front), _APART.split(behind)
    if len(before) == 1 and " " in front:
        before = front.split(" ")
    if len(before) > _PIECES or len(after) > _PIECES or any(map(_DIGIT.search, after)):
        return None
    for own, rest in ((after[-1], after[:-1]), ("", after)):
        text = before[-1] + own
        groups = _rows(count).get(normalize(text))
        if groups is None or not (_NUMBER.match(text) or len(normalize(text)) >= _LETTERS):
            continue
        beside = normalize("".join(before[:-1] + rest))
        if not beside or any(beside in group for group in groups):
            return text
    return None


def _has_loose_digits(lines: Sequence[str], at: int) -> bool:
    """Whether the next line with words above or below has a figure, but not those of a row."""
    for step in (-1, 1):
        n = at + step
        while 0 <= n < len(lines) and not lines[n].strip():
            n += step
        found = sum(map(looks_like_figure, lines[n].split())) if 0 <= n < len(lines) else 0
        if 0 < found < _LEAST:
            return True
    return False


@cache
def _rows(count: int) -> dict[str, tuple[str, ...]]:
    """The letters of the labels of rows with so many columns, and of each the names of its groups."""
    found: dict[str, tuple[str, ...]] = {}
    for form in forms().values():
        for table in form.tables:
            for row in table.rows if len(table.columns) == count and not table.one_row else ():
                names = tuple(normalize(w) for group in table.ancestors(row.key) for w in group.wordings)
                for wording in row.wordings:
                    found[normalize(wording)] = (*found.get(normalize(wording), ()), *names)
    return found
