"""Blank cells that a text of one cell a line still shows: a line that holds a no-break space, as pages have it in such cells.

That space also stands around figures and between paragraphs. It is a cell only where, from the first row of a table to the last, every
row then has the same number of cells, and some rows have as many figures. Does not belong here: bars (pipecells.py), cells behind tabs, blank
or not (tabcells.py).
"""

from __future__ import annotations

from itertools import groupby, pairwise

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.lines.glued import row_labels

# Columns of the table, rows that it has at least, and those of them without a blank cell.
_WIDTH, _LEAST_ROWS, _LEAST_FULL = 7, 20, 3
_SPACES = "\u00a0 \t\r\u3000"


def with_blank_cells(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with a bar behind each cell of such rows, and the number of each line; None where there are none."""
    shown = (at for at, line in enumerate(lines) if "\u00a0" in line and not line.strip(_SPACES))
    blank = {at for at in shown if not lines[at].startswith("\t") and lines[at - 1].strip(" \r") != "\t"}
    if not blank:
        return lines, None
    written = [at for at, line in enumerate(lines) if at in blank or line.strip()]
    runs = [
        list(run)
        for is_cell, run in groupby(written, lambda at: at in blank or looks_like_figure(lines[at].strip()))
        if is_cell
    ]
    rows = [run for run in runs if len(run) == _WIDTH]
    if len(rows) < _LEAST_ROWS or sum(blank.isdisjoint(row) for row in rows) < _LEAST_FULL:
        return lines, None
    first, last = rows[0][0], rows[-1][-1]
    inside = [run for run in runs if first <= run[0] <= last]
    if any(len(run) != _WIDTH for run in inside) or all(blank.isdisjoint(row) for row in inside):
        return lines, None
    above = {after: at for at, after in pairwise(written)}
    labels = [above.get(run[0], 0) for run in inside]
    if not all(squash(lines[at]).endswith(row_labels()) for at in labels) or "|" in "".join(
        lines[first:last]
    ):
        return lines, None  # a label of two lines may be that of two cells
    start = labels[0]
    kept = [at for at in range(len(lines)) if not start <= at <= last or at in blank or lines[at].strip()]
    return [f"{lines[at].strip(_SPACES)} |" if start <= at <= last else lines[at] for at in kept], [
        at + 1 for at in kept
    ]
