"""Figures that stand above or below the line of a row, in a column that is empty on it.

A cell of two lines stands around the line of its row where cells are centred; such a column is not blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.extract.model import Cell
from assets.extract.numbers import UNITS
from assets.extract.positions import display_width, under

_TOKEN = re.compile(r"\S+")
# Lines within which the halves of one cell stand from the line of their row.
_NEAR = 2


@dataclass
class Beside:
    """Loose figures `above` and `below` a row, before the next row on either side.

    `lines` are the text's, and `end` is the first line of the next row, or past the last.
    """

    above: list[Cell] = field(default_factory=list)
    below: list[Cell] = field(default_factory=list)
    lines: Sequence[str] = ()
    end: int = 0


def of_blank(column: Sequence[Cell], line: int, beside: Beside) -> Cell | None:
    """What stands above and below the line of a row in a column that is empty on it; None where nothing does.

    `column` are cells of other rows in it. What stands there is doubted, not joined: it may belong to a neighbour.
    """
    above = [c for c in beside.above if any(under(c, cell) for cell in column)]
    below = [c for c in beside.below if any(under(c, cell) for cell in column)]
    units = [c for c in _units_below(line, beside) if any(under(c, cell) for cell in column)]
    rest = above + below + units
    return Cell(" ".join(c.text for c in rest), rest[0].line_start, rest[-1].line_end) if rest else None


def _units_below(line: int, beside: Beside) -> list[Cell]:
    found = []
    for number in range(line + 1, min(line + _NEAR, beside.end - 1, len(beside.lines)) + 1):
        text = beside.lines[number - 1]
        for token in _TOKEN.finditer(text):
            if token[0] in UNITS:
                found.append(
                    Cell(token[0], number, number, *token.span(), display_width(text[: token.start()]))
                )
    return found
