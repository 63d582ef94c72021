"""A column that numbers the rows of a table, between their labels and their figures or behind these.

    一、本年新收政府信息公开申请数量 | 1 |   | 1 | 55 |   |   |   | 686 |
    二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 1  | 0 | 0 | 3 | 4   |

With its number a row that has a blank has as many figures as the form has columns. The first or the last figure of every row is its number
where all count on from 1: figures cannot agree with so many. Cells of lines of their own have their places, which the
header names. Does not belong here: numbers that a header of columns names
(gridheader.py, linenumbers.py), and those before labels (rownumbers.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.model import Cell, GridRow
from assets.extract.rows.finding.candidates import Candidate

_LEAST = 15


def drop_numbers(rows: Sequence[Candidate], order: Sequence[str]) -> None:
    """Take the numbers of such a column for no figures, if the columns in `order` are the form's alone."""
    if len(rows) < _LEAST or UNKNOWN in order:
        return
    grid = [row for row in rows if isinstance(row.item, GridRow)]
    is_wider = len(grid) == len(rows) and all(len(row.figures) > len(order) for row in grid)
    is_full = max(len(_written(row.figures)) for row in rows) <= len(order)
    if is_full and not is_wider and any(_lines(row) != 1 for row in grid):
        return  # a column of the form that stands in its place may count on as well
    counting = [side for side in (0, -1) if _counts(rows, side)]
    if len(counting) == 1:  # a figure and the sum of it alone count both, no two columns of numbers
        for row in rows:
            _drop(row, _at(row, counting[0]) or 0, counting[0])


def _counts(rows: Sequence[Candidate], side: int) -> bool:
    """Whether the first or the last figure of each row is its number."""
    at = [_at(row, side) for row in rows]
    return all(
        n is not None and row.figures[n].text.strip() == str(count)
        for count, (row, n) in enumerate(zip(rows, at, strict=True), 1)
    )


def _lines(row: Candidate) -> int:
    return len({cell.line_start for cell in row.figures})


def _at(row: Candidate, side: int) -> int | None:
    """Where the first or last figure of a row stands; None where it has none."""
    return next(iter(_written(row.figures)[side:][:1]), None)


def _written(cells: Sequence[Cell]) -> list[int]:
    return [n for n, text in enumerate(map(str.strip, [cell.text for cell in cells])) if text]


def _drop(row: Candidate, at: int, side: int) -> None:
    if side:
        row.figures = row.figures[:at]
    else:
        row.figures = row.figures[at + 1 :]
        if isinstance(row.item, GridRow):
            row.label_at += at + 1
