"""A row whose figures have been given their columns, or the reason why they have not.

Belongs here: the shape of it. Does not belong here: how rows of cells (columns.py) and of plain text (runcolumns.py) come to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.model import Cell


@dataclass(slots=True)
class Placed:
    """The cells of a row by column key, `doubtful` ones among them, for the reason of finding code `doubt`.

    A `problem` is the finding code that says why there are none, `found` how many figures there were, `detail` what the
    header says that is not understood.
    """

    cells: dict[str, Cell] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    doubt: str = "digits-split"
    problem: str | None = None
    found: int = 0
    detail: str | None = None


def in_order(order: list[str], cells: Sequence[Cell]) -> Placed:
    """The cells under the columns from left to right, those of strange columns left out."""
    return Placed({key: cell for key, cell in zip(order, cells, strict=True) if key != UNKNOWN})
