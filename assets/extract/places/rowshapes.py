"""Where figures stand in rows of cells, shown by the rows of a block whose columns are plain.

Belongs here: what full rows, long labels and rows of one length tell about the others. Does not belong here: what a
header tells, and the placing of figures (columns.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assets.extract.model import Cell, GridRow
from assets.extract.places.behindlabels import Labels, behind_labels
from assets.extract.places.lostblanks import rows_of_lost_blanks
from assets.extract.places.widerrows import (
    rows_with_one_more,
    signs_before,
    uneven_blocks,
    wider_blocks,
    written_places,
)
from assets.extract.records import record
from assets.extract.rows.figures.closedup import closed_up
from assets.extract.rows.finding.candidates import Candidate

Starts = dict[tuple[str, int], dict[int, int | None]]


@record
class _Row:
    """A row of cells: its label's cell, the cells behind it, and which of these are not blank."""

    item: GridRow
    label_at: int
    figures: list[Cell]
    written: list[int]


def _starts_of(rows: Sequence[_Row], width: int) -> Starts:
    """Where figures begin, learnt from rows whose first and last column are filled.

    (layout, cell of the label) -> {cells in the row: index}; None where such rows of one shape disagree, and where a full
    row of as many cells has blank ones between its figures: a column that is blank looks like one of those.
    The longest row, if it alone is so long and has blanks before its first figure and between others, tells nothing: a
    cell may be too many.
    """
    starts: Starts = {}
    gapped: set[tuple[str, int]] = set()
    sizes = sorted([len(row.item.cells) for row in rows])
    for row in rows:
        written, size = row.written, len(row.item.cells)
        if spans(written, width):
            shapes = starts.setdefault((row.item.layout, row.label_at), {})
            start = row.label_at + 1 + written[0]
            too_long = len(sizes) > 1 and size > sizes[-2] and written[0] > 0 and len(written) < width
            shapes[size] = start if shapes.get(size, start) == start and not too_long else None
        elif len(written) == width:
            gapped.add((row.item.layout, size))
    for (layout, _), shapes in starts.items():
        shapes.update({cells: None for cells in shapes if (layout, cells) in gapped})
    return starts


# (layout, cell in which figures begin right behind a label) -> cells in the shortest such row.
Begins = dict[tuple[str, int], int]


def _begins_of(rows: Sequence[_Row]) -> Begins:
    """Where figures begin right behind a label: in rows no shorter, a blank right before is that of a label."""
    begins: Begins = {}
    for row in rows:
        if row.written[:1] == [0]:
            place, cells = (row.item.layout, row.label_at + 1), len(row.item.cells)
            begins[place] = min(begins.get(place, cells), cells)
    return begins


# (block of rows, cells in a row) -> the cells that hold the figures. Lines between them cut a table into blocks: what all
# of them show holds for full rows.
ANY_BLOCK = -1
Grids = dict[tuple[int, int], tuple[int, ...]]
_LEAST_FULL, _LEAST_SHARE = 3, 0.8
# So many neighbours with a blank cell between them.
_LEAST_GAPS, _BESIDE_BLANK = 6, 2


def _grids_of(rows: Sequence[_Row], width: int) -> Grids:
    """Which cells of a row hold figures where walls of other tables left empty cells between them.

    Learnt from full rows of one block and one length that agree; one that does not has a cell too many.
    """
    full: dict[tuple[int, int], dict[tuple[int, ...], int]] = {}
    for row in rows:
        if len(row.written) == width:
            places = tuple([row.label_at + 1 + i for i in row.written])
            for block in (row.item.block, ANY_BLOCK):
                counts = full.setdefault((block, len(row.item.cells)), {})
                counts[places] = counts.get(places, 0) + 1
    grids: Grids = {}
    for shape, counts in full.items():
        places, count = max(counts.items(), key=lambda item: item[1])
        gapped = places[-1] - places[0] >= width
        if gapped and count >= _LEAST_FULL and count >= _LEAST_SHARE * sum(counts.values()):
            grids[shape] = places
    return grids


# Block whose rows all have the same number of cells -> the cell in which the figures of each begin.
Squares = dict[int, int]


def _squares_of(blocks: Mapping[int, Sequence[_Row]], width: int) -> Squares:
    """Where figures begin in blocks in which all rows have as many cells: at the end, as many as the columns.

    So it is where all figures stand there, and labels before them: in several rows right before them.
    """
    squares: Squares = {}
    for block, rows in blocks.items():
        start = len(rows[0].item.cells) - width
        if (
            all(len(row.item.cells) == start + width and row.label_at < start for row in rows)
            and sum(row.label_at == start - 1 for row in rows) >= _LEAST_FULL
            and not any(row.written and row.written[0] < start - row.label_at - 1 for row in rows)
        ):
            squares[block] = start
    return squares


def _whole_ends_of(rows: Sequence[_Row], squares: Squares) -> frozenset[int]:
    """Such blocks in which a row whose label stands further left than most reaches as far as they do.

    Where none of them has its last cell written, the figures of that row must begin where theirs do, too.
    """
    own = [(row, row.item) for row in rows if row.written and row.item.block in squares]
    reach: dict[int, int] = {}
    for row, item in own:
        if row.label_at == squares[item.block] - 1:
            reach[item.block] = max(reach.get(item.block, 0), item.written[-1])
    return frozenset(
        item.block
        for row, item in own
        if row.label_at < squares[item.block] - 1
        and item.written[-1] >= reach.get(item.block, len(item.cells) - 1)
        and (row.figures[-1].text.strip() or row.label_at + 1 + row.written[0] == squares[item.block])
    )


def _ends_of(blocks: Mapping[int, Sequence[_Row]], width: int) -> frozenset[int]:
    """Blocks in which the last cells of each row are those of the columns, though the labels take up more or fewer.

    So it is where in several rows a figure stands right behind the label, with as many cells from there on as there are
    columns, and in all longer rows, of which some begin with their label as those do, a figure opens as many cells, none stands
    before them, and the last is blank only where it is in all rows: else the rest may have filled the row up. Nothing filled
    rows up where several that are shorter than others end in a blank.
    """
    return frozenset(block for block, rows in blocks.items() if _end_in_columns(rows, width))


def _end_in_columns(rows: Sequence[_Row], width: int) -> bool:
    exact = [row for row in rows if len(row.figures) == width and row.written[:1] == [0]]
    longer = [row for row in rows if len(row.figures) > width and row.written]
    return (
        len(exact) >= _LEAST_FULL
        and all(len(row.figures) >= width for row in rows)
        and not {row.label_at for row in exact}.isdisjoint([row.label_at for row in longer])
        and all(row.written[0] == len(row.figures) - width for row in longer)
        and (
            all(spans(row.written, width) for row in longer)
            or not any(row.figures[-1].text.strip() for row in rows if len(row.figures) == width)
            or _is_ragged(rows)
        )
    )


def _is_ragged(rows: Sequence[_Row]) -> bool:
    """Whether several rows end in a blank cell that have fewer cells than others."""
    longest = max(len(row.item.cells) for row in rows)
    open_ended = [row for row in rows if len(row.item.cells) < longest and not row.item.is_filled_up]
    return sum(not row.figures[-1].text.strip() for row in open_ended) >= _LEAST_FULL


def _gapped_blocks(rows: Sequence[_Row], width: int) -> frozenset[int]:
    """Blocks in which no two figures of a row stand side by side, and most have one blank cell between.

    Empty cells between columns are none of the form's: how many cells a row has tells nothing of its columns. One row that
    has all figures so shows it, or several that have some.
    """
    gaps: dict[int, list[int]] = {}
    whole: set[int] = set()
    for row in rows:
        own = [b - a for a, b in pairwise(row.written)]
        gaps.setdefault(row.item.block, []).extend(own)
        if len(row.written) == width > 1 and set(own) == {_BESIDE_BLANK}:
            whole.add(row.item.block)
    return frozenset(
        block
        for block, found in gaps.items()
        if 1 not in found
        and (block in whole or len(found) >= _LEAST_GAPS)
        and found.count(_BESIDE_BLANK) >= _LEAST_SHARE * len(found)
    )


def spans(written: Sequence[int], width: int) -> bool:
    """Whether the first and the last column are filled: then the blanks between them have their places."""
    return bool(written) and written[-1] - written[0] == width - 1


def written_in(cells: Sequence[Cell]) -> list[int]:
    """The indexes of the cells that are not blank."""
    return [i for i, text in enumerate(map(str.strip, [cell.text for cell in cells])) if text]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the rows of a block show of each other."""

    starts: Starts
    grids: Grids = field(default_factory=dict)
    begins: Begins = field(default_factory=dict)
    squares: Squares = field(default_factory=dict)
    ends: frozenset[int] = frozenset()
    gapped: frozenset[int] = frozenset()
    whole_ends: frozenset[int] = frozenset()
    closed_up: frozenset[int] = frozenset()
    wider: frozenset[int] = frozenset()
    uneven: frozenset[int] = frozenset()
    signs_before: frozenset[int] = frozenset()
    behind: Labels = frozenset()
    written: Mapping[int, frozenset[int]] = field(default_factory=dict)
    with_one_more: frozenset[int] = frozenset()
    lost_blanks: frozenset[int] = frozenset()


def shown_by(candidates: Sequence[Candidate], width: int) -> Shown:
    """All of it, for rows of `width` columns."""
    rows: list[_Row] = []
    blocks: dict[int, list[_Row]] = {}
    with_one_more = rows_with_one_more(candidates, width)
    for candidate in candidates:
        if isinstance(candidate.item, GridRow) and candidate.index not in with_one_more:
            figures = candidate.figures
            rows.append(_Row(candidate.item, candidate.label_at, figures, written_in(figures)))
            blocks.setdefault(candidate.item.block, []).append(rows[-1])
    if not rows:
        return Shown({})
    squares = _squares_of(blocks, width)
    return Shown(
        _starts_of(rows, width),
        _grids_of(rows, width),
        _begins_of(rows),
        squares,
        _ends_of(blocks, width),
        _gapped_blocks(rows, width),
        _whole_ends_of(rows, squares) if squares else frozenset(),
        closed_up(candidates, width),
        wider_blocks(candidates, width),
        uneven_blocks(candidates, width),
        signs_before(candidates, width),
        behind_labels(candidates, width),
        written_places(candidates),
        with_one_more,
        rows_of_lost_blanks(candidates, width),
    )


def shown_grid(
    candidate: Candidate, written: Sequence[int], width: int, shown: Shown
) -> tuple[int, ...] | None:
    """The cells that hold the figures of rows like this one: those of its block, or of all blocks where it is full."""
    row, at = candidate.item, candidate.label_at + 1
    if not isinstance(row, GridRow):
        return None
    places = tuple([at + i for i in written])
    own = shown.grids.get((row.block, len(row.cells)))
    if own and at <= own[0] and set(places) <= set(own):
        return own
    return places if len(places) == width and shown.grids.get((ANY_BLOCK, len(row.cells))) == places else None


def ends_so(candidate: Candidate, start: int, shown: Shown) -> bool:
    """Whether the figures of a row, which begin in cell `start` in others, are its last cells where its label stands further left.

    A merged cell may have no cells for what it covers, and the row blank ones at its end instead: a row of its block with such a
    label tells whose last cell is written.
    """
    written = written_in(candidate.figures)
    is_usual = candidate.label_at >= start - 1 or candidate.block in shown.whole_ends
    return is_usual or not written or written[-1] == len(candidate.figures) - 1
