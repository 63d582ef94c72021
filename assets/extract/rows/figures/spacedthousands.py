"""Figures of plain text whose thousands are set apart by a space: `2 339 11 0 0 6 009 11 370`.

A text shows that it prints them so where a group of three digits that begins with a nought stands one space behind one to three others.
A row of it with as many words as columns may have fewer figures than that, and blank cells that vanished. Does not belong
here: digits that a narrow column or the end of a line set apart (cutfigures.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.model import Cell

_FIRST, _GROUP = re.compile("[1-9][0-9]{0,2}"), re.compile("[0-9]{3}")


def may_be_joined(figures: Sequence[Cell]) -> bool:
    """Whether two neighbours may be one figure."""
    return any(_are_one(a, b) for a, b in pairwise(figures))


def are_joined(figures: Sequence[Cell]) -> bool:
    """Whether two neighbours are one figure: the second begins with a nought, as no figure of three digits does."""
    return any(b.text[0] == "0" and _are_one(a, b) for a, b in pairwise(figures))


def _are_one(a: Cell, b: Cell) -> bool:
    is_beside = a.line_end == b.line_start and 0 <= a.x1 == b.x0 - 1
    return is_beside and bool(_FIRST.fullmatch(a.text) and _GROUP.fullmatch(b.text))
