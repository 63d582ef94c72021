"""The numbers of a column 序号 in a text of one cell a line: `1`, `一、本年新收…`, seven figures, `2`, `二、上年结转…`.

Such a number stands between the figures of one row and the label of the next. It is one only where the header names the
column, and where the last of all figures before each label counts on from 1: figures cannot agree with so many. So it is where the
first of all figures behind each label does (`一、本年新收…`, `1`, seven figures) down to the next heading: unless most rows have just as
many figures with it as a table of a form has columns, and so one too few without it, whose place nothing shows. Every line keeps its number. Does not belong here: numbers of lists, which the form prints itself (rownumbers.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from assets.extract.numbers import looks_like_figure
from assets.extract.sections import whole_heading
from assets.extract.undone.numbering.serialcells import NAMES
from schemas.form import forms

_LEAST = 15


def without_serials(lines: list[str]) -> list[str]:
    """The lines, those with the numbers of such a column, and its name, left blank."""
    heads = [at for at, line in enumerate(lines) if line.strip() in NAMES]
    gone: list[int] = []
    for at in heads:
        serials = max(_serials_below(lines, at), _serials_behind_labels(lines, at), key=len)
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


def _serials_behind_labels(lines: Sequence[str], head: int) -> list[int]:
    """The lines that count the rows, each the first figure behind words; none where one of them has another number."""
    found: list[int] = []
    counts: list[int] = []
    is_label = True
    for at in range(head + 1, len(lines)):
        text = lines[at].strip()
        if not text:
            continue
        is_figure = looks_like_figure(text)
        if is_figure and is_label:
            if text != str(len(found) + 1) or lines[at].startswith("\t"):
                return []  # a cell behind a tab is one of a row (serialcells.py)
            found.append(at)
            counts.append(1)
        elif is_figure and counts:
            counts[-1] += 1
        elif not is_figure and whole_heading(text) is not None:
            break
        is_label = not is_figure
    usual = Counter(counts).most_common(1)
    return [] if usual and usual[0][0] in _widths() else found


@cache
def _widths() -> frozenset[int]:
    """How many columns the tables of the forms have; one column tells nothing."""
    widths = {
        len(block.columns) for form in forms().values() for table in form.tables for block in table.blocks
    }
    return frozenset(widths - {1})
