"""Rows of cells with more figures than the form has columns, and the others beside them, which may be of those with a blank.

    | 一、本年新收 | 12 | 3 | 0 | 4 | 0 | 0 | 0 | 19 |
    | 二、上年结转 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |   |

Where several rows show a column that no label names, a row with as many figures as the form has columns is no full one: only a
header that stands over its cells tells them apart. Does not belong here: rows of plain text (extracolumns.py), and columns that the
header names (gridheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.candidates import Candidate
from assets.extract.model import GridRow
from assets.extract.numbers import looks_like_figure

# So many rows, and so large a share of those with figures, are no slips.
_LEAST, _LEAST_SHARE = 3, 0.2


def wider_blocks(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The blocks in which several rows have more figures than columns."""
    counts: dict[int, list[int]] = {}
    for row in candidates:
        if isinstance(row.item, GridRow) and (count := count_of(row)):
            counts.setdefault(row.item.block, []).append(count)
    found = {block: sum(count > width for count in own) for block, own in counts.items()}
    return frozenset(
        block for block, often in found.items() if often >= max(_LEAST, _LEAST_SHARE * len(counts[block]))
    )


def any_wider(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The blocks in which any row has more figures than columns."""
    return frozenset(
        row.item.block for row in candidates if isinstance(row.item, GridRow) and count_of(row) > width
    )


def count_of(row: Candidate) -> int:
    """How many figures a row has."""
    return sum(looks_like_figure(cell.text) for cell in row.figures)
