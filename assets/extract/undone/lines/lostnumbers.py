"""Figures that run into the label of the next row (`0 12重复申请 0 8`) in a text whose labels lost their numbers.

Digits before a label may end in its number, `1` and `2.重复申请`, and then nobody can tell. They are a figure where the labels of
the text have no numbers: none with a stop, none but behind a figure, and several with none before them. Does not belong here: figures that run into
other labels (glued.py), and numbers that stand apart (rownumbers.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.undone.lines.glued import row_numbers

# A shorter label is a column's, too. So many labels without a number say that numbers are lost.
_SHORTEST, _LEAST = 4, 5


def with_figures_apart(lines: list[str]) -> list[str]:
    """The lines with a space between such figures and labels; each line keeps its number."""
    if not _glued().search("\n".join(lines)):
        return lines
    glued = [at for at, line in enumerate(lines) if _glued().search(line)]
    bare: set[str] = set()
    for line in lines:
        for found in _numbered().finditer(line):
            before = line[: found.start()].rstrip()
            if found[2].strip() or (found[1] and (found[2] or not before[-1:].isdigit())):
                return lines
            if not found[1]:
                bare.add(found[3])
    if len(bare) < _LEAST:
        return lines
    apart = {at: _glued().sub(r"\1 ", lines[at]) for at in glued}
    return [apart.get(at, line) for at, line in enumerate(lines)]


@cache
def _label() -> str:
    """Any label that the form numbers."""
    return "|".join(re.escape(label) for label, _ in row_numbers() if len(label) >= _SHORTEST)


@cache
def _glued() -> re.Pattern[str]:
    """A digit right before a label."""
    return re.compile(rf"([0-9])(?={_label()})")


@cache
def _numbered() -> re.Pattern[str]:
    """A label with digits and a stop, or a space, before it."""
    return re.compile(rf"([0-9]*+)([.、．]? ?)({_label()})")
