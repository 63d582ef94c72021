"""Headers between the rows of a block, which tell another order of columns than the one above them.

Does not belong here: headers in plain text (headeragain.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extract.headers.aroundblock import LEAST_NAMED, Around
from assets.extract.headers.gridheader import Header
from assets.extract.headers.headersaid import cells_said
from assets.extract.headers.membersapart import with_members
from assets.extract.model import GridRow


@dataclass(frozen=True)
class Later:
    """A header between rows of cells, before item `index`, that tells another order than the one before."""

    index: int
    header: Header
    order: list[str]
    conflict: str | None


def headers_below(around: Around, over: Header, standing: Sequence[str]) -> list[Later]:
    """The headers between the rows of a block whose header `over` them tells the order `standing`."""
    found: list[Later] = []
    order = list(standing)
    for above, below in pairwise(around.rows):
        if below.index - above.index < 2 or not isinstance(below.item, GridRow):
            continue
        rows = [r for r in around.items[above.index + 1 : below.index] if isinstance(r, GridRow)]
        if not rows:
            continue
        labels = (below.label_at, len(below.item.cells))
        header = cells_said(rows, around.form_id, around.table, around.block, labels)
        if len(header.texts) < min(LEAST_NAMED, len(around.block.columns)):
            continue
        if len(standing) < len(around.standard) and header.texts == over.texts:
            continue
        header = with_members(header, rows, around, labels)
        if (header.order and header.order != order) or (header.conflict and not header.order):
            order = header.order or order
            other = len(order) != len(standing)
            conflict = header.conflict or ("、".join(order) if other else None)
            found.append(Later(below.index, header, order, conflict))
    return found
