"""A figure at the end of a label's cell in a row of cells: the row's first, where a wall is lost between the two.

    （七）总计412 | 0 | 0 | 138 | 0 | 24 | 574 |
    行政规范性文件478 | 739 | 358 |

The row is filled up with a blank cell at its end, and every figure stands a column too far left. No label of the form ends in
digits: with the one behind the label the row has exactly a figure for each column, and it is read so. Digits that may number a note
or a year say nothing of the kind, and the row is not known then. Does not belong here: rows of plain text (rows/figures/gluedfirst.py),
rows that are full but for their last cell (padded.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.labels import ascii_width
from assets.extract.model import Cell
from assets.extract.numbers import UNITS, looks_like_figure
from assets.extract.places.placed import Placed
from assets.extract.rows.figures.countedmarks import ends_in_mark

# A figure behind the words of a label, with its unit or without.
_AT_END = re.compile(
    r"(?<![0-9,.])[0-9][0-9,.]*\s*(?:"
    + "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
    + r")?$"
)
# Digits that may number a note, or a year.
_MAY_BE_MARK = re.compile(r"[1-9][0-9]?|(?:19|20)[0-9]{2}")


def move_behind_label(placed: Placed, label: Cell, order: Sequence[str]) -> None:
    """Give a row the first figure that the cell of its label holds, or put it in doubt.

    A blank first column may hold that figure; a blank last one with all others filled says that they moved.
    """
    text = ascii_width(label.text.rstrip())
    found = _AT_END.search(text)
    columns = [key for key in order if key != UNKNOWN and key in placed.cells]
    if not found or not columns or not text[: found.start()].strip() or ends_in_mark(text):
        return
    glued = Cell(found[0], label.line_start, label.line_end)
    cells = [placed.cells[key] for key in columns]
    if not cells[0].text.strip():
        placed.cells[columns[0]] = glued
        placed.doubtful.add(columns[0])
        return
    if cells[-1].text.strip():
        return
    is_next = len(columns) == len(order) and all(looks_like_figure(cell.text) for cell in cells[:-1])
    if is_next and not _MAY_BE_MARK.fullmatch(found[0]):
        placed.cells = dict(zip(columns, [glued, *cells[:-1]], strict=True))
        return
    placed.doubtful |= set(columns)
    placed.doubt, placed.found = "row-short", sum(1 for cell in cells if cell.text.strip())
