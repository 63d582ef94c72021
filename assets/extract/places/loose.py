"""What stands above or below the line of a row, in a column that is empty on it, asked while the row is placed (runcolumns.py).

A cell of two lines stands around the line of its row where cells are centred; such a column is not blank, whether figures
stand there or a formula or words that no label has. Labels of rows and columns stand in their own places, lines of the page
(a number, a running head) anywhere: neither is a cell.

Belongs here: rows with fewer figures than columns. What stands there becomes the doubtful text of the cell: loose figures between
two rows, and units and words on the next line or two, where they stand over or under figures of that very column. Does not
belong here: cells that the table, once it is read, holds to be blank (besideblanks.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from assets.extract.labels import normalize, squash
from assets.extract.model import Cell
from assets.extract.numbers import UNITS, looks_like_figure
from assets.extract.places.positions import display_width, under
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Table

_TOKEN = re.compile(r"\S+")
# Lines within which the halves of one cell stand from the line of their row.
_NEAR = 2


@dataclass
class Beside:
    """Loose figures `above` and `below` a row, before the next row on either side.

    `lines` are the text's, `start` is the line of the row before, or 0, and `end` the first line of the next row, or past the last.
    `labels` are the letters of all labels that may be printed among the rows.
    """

    above: list[Cell] = field(default_factory=list)
    below: list[Cell] = field(default_factory=list)
    lines: Sequence[str] = ()
    start: int = 0
    end: int = 0
    labels: str = ""


@cache
def letters_of(table: Table) -> str:
    """The letters of all labels of a table, and of its heading and note, one text to a line."""
    labels = [w for label in (*table.rows, *table.groups, *table.columns) for w in label.wordings]
    return "\n".join(map(normalize, [*labels, table.zh, table.header, *table.aliases, table.note or ""]))


def of_blank(column: Sequence[Cell], line: int, beside: Beside) -> Cell | None:
    """What stands above and below the line of a row in a column that is empty on it; None where nothing does.

    `column` are cells of other rows in it. What stands there is doubted, not joined: it may belong to a neighbour.
    """
    above = [c for c in beside.above if any(under(c, cell) for cell in column)]
    below = [c for c in beside.below if any(under(c, cell) for cell in column)]
    units = [c for c in _units_below(line, beside) if any(under(c, cell) for cell in column)]
    words = [c for c in _words_around(line, beside) if any(under(c, cell) for cell in column)]
    rest = above + below + (units or words)
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


def _words_around(line: int, beside: Beside) -> list[Cell]:
    """What stands on the lines beside that of a row and is no figure, no piece of a label and nothing of the page."""
    found = []
    numbers = [line - 1, line + 1] if beside.start else [line + 1]
    for number in numbers:
        text = (
            beside.lines[number - 1] if beside.start < number < min(beside.end, len(beside.lines) + 1) else ""
        )
        if not text.strip() or is_furniture(text) or len(text.strip()) == len(text):
            continue
        for token in _TOKEN.finditer(text):
            letters = squash(token[0])
            if not looks_like_figure(letters) and normalize(letters) not in beside.labels:
                width = display_width(text[: token.start()])
                found.append(Cell(token[0], number, number, *token.span(), width))
    return found
