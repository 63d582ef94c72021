"""Blank cells of a text of one cell a line that are shown as empty lines: `0`, `0`, an empty line, `0` … amid rows without any.

Rows with all their figures must show first what an empty line means: each of them has its label and its figures on lines right below
each other, so that an empty line within a row is no space between cells. It is a cell then, if cells and figures make up the row. Where a
column is blank in all rows, all of them show it that make up a row so. Behind the
last figure rows may end in empty lines anyway, so that only those beyond the most of all full rows, but for the last, are cells. Does not belong here: lines
that hold a no-break space (seenblanks.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import Cell, Run
from assets.extract.places.placed import Placed, in_order
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.finding.candidates import Candidate

_LEAST_FULL = 8
# The share of rows that may have a cell without a reading, or one too many.
_MOST_ODD = 0.1


class EmptyLines:
    """What empty lines mean in the rows of a block: `most_behind` are those behind the last figure of full rows, -1 for no meaning."""

    def __init__(self, rows: Sequence[Candidate], lines: Sequence[str], width: int) -> None:
        self._lines, self._width, self._last = lines, width, rows[-1] if rows else None
        single = [row for row in rows if _is_cell_a_line(row)]
        full = [row for row in single if len(row.figures) == width]
        self.most_behind = -1
        is_telling = len(full) >= _LEAST_FULL and len(single) == len(rows)
        if is_telling and not any(sum(self._within(row)) for row in full):
            self.most_behind = max(self._behind(row) for row in full if row is not rows[-1])
        elif not full and len(single) == len(rows) and self._make_up_all(single):
            self.most_behind = max(self._behind(row) for row in single[:-1])

    def _make_up_all(self, rows: Sequence[Candidate]) -> bool:
        """Whether empty lines within rows and their figures are as many as the columns, in all rows but a few.

        So it is where a column is blank in all rows, which leaves none that is full.
        """
        whole = [row for row in rows if sum(self._within(row)) + len(row.figures) == self._width]
        return len(whole) >= _LEAST_FULL and len(rows) - len(whole) <= len(rows) * _MOST_ODD

    def placed(self, row: Candidate, order: Sequence[str]) -> Placed | None:
        """The cells of a row that lacks figures; None where its empty lines are not as many."""
        lacking = self._width - len(row.figures)
        if self.most_behind < 0 or lacking <= 0 or row.stray or not _is_cell_a_line(row):
            return None
        if any(is_furniture(line) or "\f" in line for line in self._lines[row.line - 1 : row.line_end]):
            return None
        within = self._within(row)
        # what stands below the last row is no row's
        behind = self._behind(row) - self.most_behind if row is not self._last else 0
        if sum(within) + max(0, behind) != lacking:
            return None
        cells: list[Cell] = []
        for gap, figure in zip(within, row.figures, strict=True):
            line = figure.line_start
            cells += [Cell("", n, n) for n in range(line - gap, line)] + [figure]
        cells += [Cell("", row.line_end + n, row.line_end + n) for n in range(1, behind + 1)]
        return in_order(list(order), cells)

    def _within(self, row: Candidate) -> list[int]:
        """The empty lines before each figure."""
        found = []
        for figure in row.figures:
            at = figure.line_start - 1
            while at > 0 and not self._lines[at - 1].strip():
                at -= 1
            found.append(figure.line_start - 1 - at)
        return found

    def _behind(self, row: Candidate) -> int:
        at = row.line_end
        while at < len(self._lines) and not self._lines[at].strip():
            at += 1
        return at - row.line_end


def _is_cell_a_line(row: Candidate) -> bool:
    """Whether each figure of a row stands on a line of its own."""
    lines = {cell.line_start for cell in row.figures}
    return isinstance(row.item, Run) and not row.item.head and len(lines) == len(row.figures) > 0
