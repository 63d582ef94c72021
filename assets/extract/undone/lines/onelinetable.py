"""A whole table on one line, all its cells parted by bars or tabs, blank ones too: cut into its rows where their width is told.

Belongs here: rows of one width. Does not belong here: lines whose cells only the labels of rows part (unfold.py).
"""

from __future__ import annotations

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.equalrows import width_of_one_row, width_of_rows
from assets.extract.sections import numbered_heading
from assets.extract.undone.lines.closedrows import closed_rows

# The least cells of such a line; rows of a header over one row of figures, and cells of that row.
_LEAST_CELLS, _LEAST_HEADER, _MOST_HEADER, _LEAST_WIDTH = 20, 2, 6, 12
_BARS = "|｜"


def rows_on_a_line(line: str, mark: str) -> list[str]:
    """The rows of the table on a line, each a line of its own; none where no width of rows is told."""
    if line.count(mark) < _LEAST_CELLS:
        return []
    cells = line.split(mark)
    if mark in _BARS and not cells[0].strip() and not cells[-1].strip():  # the bars at the edges are a border
        cells = cells[1:-1]
    # where rows are closed by a blank cell, what stands behind the last row may be the heading below the table
    below = cells[-1:] if cells[-1].strip() and not cells[-2].strip() and numbered_heading(cells[-1]) else []
    cells = cells[: len(cells) - len(below)]
    width = width_of_rows(cells) or width_of_one_row(cells) or _width_of_closed_rows(cells)
    rows = [cells[at : at + width] for at in range(0, len(cells), width)] if width else closed_rows(cells)
    table = [f"|{'|'.join(row)}|" if mark in _BARS else mark.join(row) for row in rows]
    return [*table, below[0].strip()] if table and below else table


def _width_of_closed_rows(cells: list[str]) -> int:
    """`width_of_one_row` where a blank cell closes each row, and labels of the lowest need not stand over each figure."""
    figures = [bool(cell.strip()) and looks_like_figure(squash(cell)) for cell in cells]
    if not any(figures) or cells[-1].strip():
        return 0
    width = len(cells) - figures.index(True)
    rows = len(cells) // width
    is_whole = all(figures[-width:-1]) and width > _LEAST_WIDTH and len(cells) % width == 0
    closed = not any(cell.strip() for cell in cells[width - 1 :: width])
    return width if is_whole and closed and _LEAST_HEADER < rows <= _MOST_HEADER + 1 else 0
