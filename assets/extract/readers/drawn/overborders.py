"""Words that a drawn table has beside a border of its other columns, in a cell over two of its rows.

Belongs here: giving them to the row in which the cell begins. Does not belong here: where the borders are (boxes.py).
"""

from __future__ import annotations

from assets.extract.numbers import looks_like_figure
from assets.extract.readers.drawn.frames import Piece

# What stands between two borders, by line: its number, its pieces.
Region = list[tuple[int, list[Piece]]]


def with_words_over_borders(regions: list[Region]) -> list[Region]:
    """The regions with the words of a cell that no border closes above it in the region where the cell begins.

    So a program writes a label of a header in the middle or at the foot of a cell over two rows, the border of the others
    beside it. Where figures stand, lines that a border parts in some columns only are left as they are.
    """
    above: Region = []
    for region in regions:
        if above and region and not _has_figures(above) and not _has_figures(region):
            border = region[0][1]
            taken = {column for _, pieces in above for column, text in pieces if text}
            if any(text is None for _, text in border):
                _move_up({column for column, text in border if text is not None} - taken, region, above)
        if has_text(region):
            above = region
    return regions


def _move_up(columns: set[int], region: Region, above: Region) -> None:
    """Move the words of the columns to the end of the region above."""
    for at, (number, pieces) in enumerate(region):
        moved: list[Piece] = [(column, text) for column, text in pieces if text and column in columns]
        if moved:
            above.append((number, moved))
            region[at] = (number, [(c, "" if c in columns else text) for c, text in pieces])


def _has_figures(region: Region) -> bool:
    return any(text and looks_like_figure(text) for _, pieces in region for _, text in pieces)


def has_text(region: Region) -> bool:
    """Whether anything stands between the two borders."""
    return any(text for _, pieces in region for _, text in pieces)
