"""Labels of rows that the walls of a table above or below cut into cells: `一、 | 本年新收 | 政府信息公开申请`.

The walls go through each line of the label, so that its letters stand line by line across the cells. It is put together
only where that makes it a row's of the form to the letter. Does not belong here: labels that the end of a page cuts (cutrows.py).
"""

from __future__ import annotations

from itertools import zip_longest

from assets.extract.labelmatcher import EXACT, LabelMatcher, Match
from assets.extract.labels import squash
from assets.extract.model import GridRow

# Cells that the walls of other columns make of one label.
_MOST_CELLS = 4


def across_walls(row: GridRow, matcher: LabelMatcher, most: int) -> tuple[Match, int, str] | None:
    """The row whose label the last cells of words make, read line by line; its last cell, and its text.

    `most` is the number of cells, from the left, that may hold a label. None where they make none, or two.
    """
    words = row.words
    if len(words) < 2 or words[-1] >= most:
        return None
    last = words[-1]
    found: dict[str, tuple[Match, int, str]] = {}
    for first in range(last - 1, max(-1, last - _MOST_CELLS), -1):
        if first not in words:
            break
        texts = [cell.text for cell in row.cells[first : last + 1]]
        if "\n" in "".join(texts):
            lines = zip_longest(*[text.split("\n") for text in texts], fillvalue="")
            texts = [piece for line in lines for piece in line]
        text = "".join(map(squash, texts))
        match = matcher.match(text)
        if match is not None and match.score >= EXACT:
            found.setdefault(match.key, (match, last, text))
    return next(iter(found.values())) if len(found) == 1 else None
