"""Whether figures stand under the labels of their columns, where labels of one line are all that tells of blank columns.

Who types spaces sets some between label and figure, and a figure comes to stand under a label by chance. So a
row goes by such a header only where the figures of the other rows stand under their labels, too. Does not belong here: rows that
full ones measure (positions.py), columns that all rows of a page show (rulers.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import Cell
from assets.extract.places.positions import CHARACTERS, DISPLAY, columns_under

# So many figures stand under their labels by no chance.
_LEAST_FIGURES = 5


def stand_under(blocks: Sequence[tuple[Sequence[Cell] | None, Sequence[Sequence[Cell]]]]) -> bool:
    """Whether all figures of a table stand under labels, each under one, in one of the measures.

    Each block has the labels of its columns, if they stand whole on a line, and the figures of its rows.
    """
    rows = [
        (labels, figures)
        for labels, of_block in blocks
        if labels
        for figures in of_block
        if figures and len({cell.line_start for cell in figures}) == 1
    ]
    if sum(len(figures) for _, figures in rows) < _LEAST_FIGURES:
        return False
    return any(
        all(columns_under(figures, labels, measure) for labels, figures in rows)
        for measure in (CHARACTERS, DISPLAY)
    )
