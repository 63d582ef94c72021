"""Rows whose figures stand right behind their labels, however many cells these take up: where a full row shows it of no such label.

    一、本年新收 | 7 | 3 | 0 | 0 | 2 | 1 | 13 |
    三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 1 | 1 | |

A group's label that is printed once, beside the first of its rows, moves the cells of that row to the right. Where full rows of the
block show where figures begin behind a label, they begin there in this row, too: either each row has as many cells behind its
label as there are columns, or all rows are filled up at their end to one length, and nothing but that is behind the last column. Where blanks were moved to
the end of rows it would look so, too: so no row may lack another figure than its last, unless several rows have a blank before a
figure. Does not belong here: rows of a shape that full rows have (rowshapes.py), and rows that may lack a cell within (padded.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate

# So many full rows, or rows with a blank before a figure, are no chance.
_LEAST_FULL, _LEAST_KEPT = 3, 3

# A block of rows with the cell of a label.
Labels = frozenset[tuple[int, int]]


def behind_labels(candidates: Iterable[Candidate], width: int) -> Labels:
    """The blocks, with the cells of labels in them, behind which the first column stands."""
    blocks: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if isinstance(candidate.item, GridRow) and not candidate.item.spans and candidate.label_at >= 0:
            blocks.setdefault(candidate.item.block, []).append(candidate)
    return frozenset(
        (block, at) for block, rows in blocks.items() if width > 1 for at in _labels(rows, width)
    )


def _labels(rows: Sequence[Candidate], width: int) -> set[int]:
    """The cells of labels of a block, if it is such a one; none where no row has a blank cell, and its place is not asked for."""
    every = [(row.label_at, [bool(cell.text.strip()) for cell in row.figures]) for row in rows]
    if all(map(all, (cells for _, cells in every))):
        return set()
    if any(len(cells) < width or any(cells[width:]) for _, cells in every):
        return set()
    is_exact = all(len(cells) == width for _, cells in every)
    if not is_exact and len({at + len(cells) for at, cells in every}) > 1:
        return set()
    written = [(at, cells[:width]) for at, cells in every if any(cells)]
    full = sum(all(cells) for _, cells in written)
    kept = sum(_has_gap(cells) for _, cells in written)
    if kept < _LEAST_KEPT and not all(all(cells[:-1]) for _, cells in written):
        return set()
    if is_exact and (full >= _LEAST_FULL or (kept >= _LEAST_KEPT and _end_alike(written))):
        return {at for at, _ in written}
    # what fills rows up may stand before the figures, too, unless one stands right behind a label there
    return {at for at, cells in written if cells[0]} if full >= _LEAST_FULL else set()


def _end_alike(written: Iterable[tuple[int, Sequence[bool]]]) -> bool:
    """Whether every row has its last figure."""
    return all(cells[-1] for _, cells in written)


def _has_gap(cells: Sequence[bool]) -> bool:
    """Whether a blank cell stands before one with a figure."""
    last = max(at for at, filled in enumerate(cells) if filled)
    return not all(cells[:last])
