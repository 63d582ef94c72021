"""A table like one of the form's in the overview that opens a report, where the form's own stands below its own heading.

The overview compares years, sums up or repeats; which of two tables is the one that the form asks for is told by the
headings. Does not belong here: tables under captions of their own (others.py), and two tables of which both or neither
stand in the section of theirs: there which counts is not known (rowtable.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.model import Item, Prose
from assets.extract.sections import headings
from schemas.form import Table

_OVERVIEW = 1


def without_overview(items: Sequence[Item], lines: list[str], table: Table) -> list[Item] | None:
    """The items without the tables of the overview; None where it has none, or the table no section of its own behind it."""
    heads = headings(lines, set())
    start, end = next(((start, end) for (start, no), (end, _) in pairwise(heads) if no == _OVERVIEW), (0, 0))
    if not any(str(no) == table.no for _, no in heads):
        return None
    own = [item for item in items if isinstance(item, Prose) or not start < item.line_start < end]
    return own if len(own) < len(items) else None


def is_whole(reading: TableReading, table: Table) -> bool:
    """Whether each cell of the table was found and none is in doubt."""
    cells = [reading.cells.get(key) for _, keys in table.keys for key in keys]
    return all(cell is not None and cell.status not in ("uncertain", "absent") for cell in cells)
