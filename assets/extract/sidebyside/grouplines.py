"""The row of figures of table 4 where each cell is a paragraph: two lines with no blank line between them are one cell.

    0

    19
    17

    0

The old and the new figure, or the two halves of one, stand in it, and a blank cell that vanished makes up for them. Does not belong
here: rows of other tables (rows/figures/runfigures.py).
"""

from __future__ import annotations

from assets.extract.model import Cell, Run


def by_paragraph(run: Run) -> list[Cell] | None:
    """The cells of a run of which blank lines part most of the lines, though not all; None where that is not so.

    A cell of two figures is both of them, with a line break between.
    """
    joined = run.gaps.count(0)
    if not joined or joined * 2 >= len(run.gaps) or any(len(line) > 1 for line in run.lines):
        return None
    cells = [run.cells[0]]
    for gap, cell in zip(run.gaps, run.cells[1:], strict=True):
        if gap:
            cells.append(cell)
        else:
            above = cells[-1]
            cells[-1] = Cell(f"{above.text}\n{cell.text}", above.line_start, cell.line_end)
    return cells
