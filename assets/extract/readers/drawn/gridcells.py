"""What a cell of a drawn grid says, where the grid's notation or its narrow columns put more into it or broke it.

reStructuredText wraps the words of a cell in a block of their own (`.. container::`, over several lines where the column is
narrow), and a figure that is longer than its column goes on in the line below. Belongs here: one cell, and whether a figure's is
wider than a column. Does not belong here: which lines and places are a cell's (boxes.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.drawn.chopped import figure_of

# The directive, whose letters lines may part, and the names of classes behind it.
_WORDS = "|".join(r"\s*".join(word) for word in ("container", "rubric"))
_DIRECTIVE = re.compile(rf"\.\s*\.\s*(?:{_WORDS})\s*:\s*:(?:[A-Za-z\s]|-(?=\s*[A-Za-z]))*+")
_DIGITS = re.compile(r"[0-9０-９]+")


def as_said(cell: Cell, room: int, is_whole: bool = False) -> Cell:
    """The cell without such a directive, with a figure in one; `room` is what a line of the column holds, 0 where that is not known.

    `is_whole` where its lines are one cell for certain: then they may be filled from the end.
    """
    if "\n" not in cell.text:
        return cell
    if cell.text.startswith(".") and (directive := _DIRECTIVE.match(cell.text)):
        text = cell.text[directive.end() :]
        # blank lines below the directive are not counted
        cell = Cell(text, max(cell.line_start, cell.line_end - text.count("\n")), cell.line_end)
    pieces = cell.text.split("\n")
    if (
        room > 0
        and len(pieces) > 1
        and cell.line_end - cell.line_start == len(pieces) - 1
        and all(map(_DIGITS.fullmatch, pieces))
        and all(len(piece) == room for piece in pieces[:-1])
        and len(pieces[-1]) <= room
    ):
        return Cell("".join(pieces), cell.line_start, cell.line_end)
    if is_whole and (said := figure_of(pieces, room)) is not None:
        return Cell(said, cell.line_start, cell.line_end)
    return cell


def merged_figures(row: Mapping[int, Cell], columns: int) -> bool:
    """Whether a figure of a row stands in a cell over several columns; `row` has the cells by their first column."""
    ends = (*sorted(row)[1:], columns)
    return any(
        end - at > 1 and looks_like_figure(row[at].text) for at, end in zip(sorted(row), ends, strict=True)
    )
