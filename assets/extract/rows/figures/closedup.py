"""Rows whose figures stand right behind a label that spans columns: `（七）总计 | 5 | 3 | 2 | 0 | 0 | 1 | 11 |` and a blank.

A program that drops the blank cells beside a merged label and fills the row up to the width of its table moves the figures
to the left. Such rows hold the figures of the first and the last column as far apart as these are, the first right behind
the label, and at their end as many blank cells as the label has lost. One alone may as well be a figure too many beside a blank total; several, in
a table all of whose other rows keep their places and have their totals, are none. Sums are never looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.finding.candidates import Candidate

_LEAST_MOVED = 2
_LEAST_IN_PLACE = 3


def closed_up(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The indexes of such rows among the items."""
    rows = [row for row in candidates if isinstance(row.item, GridRow)]
    moved = [row for row in rows if _is_moved(row, width)]
    sizes = {len(row.item.cells) for row in moved}
    if len(moved) < _LEAST_MOVED or len(sizes) > 1:
        return frozenset()
    others = [row for row in rows if row not in moved and any(cell.text.strip() for cell in row.figures)]
    if any(sum(bool(cell.text.strip()) for cell in row.figures) > width for row in others):
        return (
            frozenset()
        )  # a column that the form does not have: these rows lack a figure of it, or of another
    alike = [row for row in others if len(row.item.cells) in sizes]
    if len(alike) < _LEAST_IN_PLACE or not all(row.figures[-1].text.strip() for row in others):
        return frozenset()
    return frozenset([row.index for row in moved])


def _is_moved(row: Candidate, width: int) -> bool:
    """Whether the first and the last column are filled so; blanks between them have their places then."""
    written = [at for at, cell in enumerate(row.figures) if cell.text.strip()]
    is_whole = bool(written) and written[0] == 0 and written[-1] == width - 1
    return is_whole and len(row.figures) > width and looks_like_figure(row.figures[0].text)
