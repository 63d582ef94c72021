"""Figures in cells of a page that are merged over several rows with labels of their own: `<td rowspan="2">12</td>`.

Such a figure is of all these rows together, and what each of them has nobody knows. Where the label is merged over the same rows, they
are one row; and so they are where a row below has no cell of its own. Does not belong here: where merged cells stand (html.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure


def mark_cells_of_rows(rows: Sequence[GridRow], merged: Sequence[tuple[int, int, int]]) -> None:
    """Mark them in the rows of a table; `merged` has the row, the column and the height of the cells that are higher than a row."""
    covered = {(top + n, at) for top, at, height in merged for n in range(1, height)}
    for top, at, height in merged:
        own = rows[top].cells[at]
        if not looks_like_figure(own.text):
            continue
        below = [
            n for n in range(top + 1, min(top + height, len(rows))) if _has_label(rows[n], n, at, covered)
        ]
        for n in (top, *below) if below and _has_label(rows[top], top, at, set()) else ():
            cell = rows[n].cells[at]
            rows[n].cells[at] = Cell(cell.text, cell.line_start, cell.line_end, of_rows=True)


def _has_label(row: GridRow, number: int, at: int, covered: set[tuple[int, int]]) -> bool:
    """Whether words stand in a cell of the row itself before a place."""
    if at >= len(row.cells):
        return False
    return any(
        cell.text.strip() and not looks_like_figure(cell.text) and (number, n) not in covered
        for n, cell in enumerate(row.cells[:at])
    )
