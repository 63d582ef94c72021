"""Where figures stand in rows of cells, shown by the rows of a block whose columns are plain.

Belongs here: what full rows, long labels and rows of one length tell about the others. Does not belong here: what a
header tells, and the placing of figures (columns.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assets.extract.candidates import Candidate
from assets.extract.closedup import closed_up
from assets.extract.model import Cell, GridRow, Run
from assets.extract.positions import aligned
from assets.extract.widerrows import uneven_blocks, wider_blocks

Starts = dict[tuple[str, int], dict[int, int | None]]


def starts_of(candidates: Sequence[Candidate], width: int) -> Starts:
    """Where figures begin, learnt from rows whose first and last column are filled.

    (layout, cell of the label) -> {cells in the row: index}; None where such rows of one shape disagree, and where a full
    row of as many cells has blank ones between its figures: a column that is blank looks like one of those.
    The longest row, if it alone is so long and has blanks before its first figure and between others, tells nothing: a
    cell may be too many.
    """
    starts: Starts = {}
    gapped: set[tuple[str, int]] = set()
    sizes = sorted(len(row.item.cells) for row in candidates if isinstance(row.item, GridRow))
    for candidate in candidates:
        if isinstance(candidate.item, GridRow):
            written = written_in(candidate.figures)
            if spans(written, width):
                shapes = starts.setdefault((candidate.item.layout, candidate.label_at), {})
                start, size = candidate.label_at + 1 + written[0], len(candidate.item.cells)
                too_long = len(sizes) > 1 and size > sizes[-2] and written[0] > 0 and len(written) < width
                shapes[size] = start if shapes.get(size, start) == start and not too_long else None
            elif len(written) == width:
                gapped.add((candidate.item.layout, len(candidate.item.cells)))
    for (layout, _), shapes in starts.items():
        shapes.update({cells: None for cells in shapes if (layout, cells) in gapped})
    return starts


# (layout, cell in which figures begin right behind a label) -> cells in the shortest such row.
Begins = dict[tuple[str, int], int]


def begins_of(candidates: Iterable[Candidate]) -> Begins:
    """Where figures begin right behind a label: in rows no shorter, a blank right before is that of a label."""
    begins: Begins = {}
    for candidate in candidates:
        if isinstance(candidate.item, GridRow) and candidate.figures and candidate.figures[0].text.strip():
            place, cells = (candidate.item.layout, candidate.label_at + 1), len(candidate.item.cells)
            begins[place] = min(begins.get(place, cells), cells)
    return begins


# (block of rows, cells in a row) -> the cells that hold the figures. Lines between them cut a table into blocks: what all
# of them show holds for full rows.
ANY_BLOCK = -1
Grids = dict[tuple[int, int], tuple[int, ...]]
_LEAST_FULL, _LEAST_SHARE = 3, 0.8
# So many rows that lack a figure say that the one that does not has one too many.
_LEAST_SHORT = 8
# So many neighbours with a blank cell between them.
_LEAST_GAPS, _BESIDE_BLANK = 6, 2


def grids_of(candidates: Iterable[Candidate], width: int) -> Grids:
    """Which cells of a row hold figures where walls of other tables left empty cells between them.

    Learnt from full rows of one block and one length that agree; one that does not has a cell too many.
    """
    full: dict[tuple[int, int], dict[tuple[int, ...], int]] = {}
    for candidate in candidates:
        if isinstance(candidate.item, GridRow):
            at = candidate.label_at + 1
            written = written_in(candidate.figures)
            if len(written) == width:
                places = tuple([at + i for i in written])
                for block in (candidate.item.block, ANY_BLOCK):
                    counts = full.setdefault((block, len(candidate.item.cells)), {})
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


def squares_of(candidates: Iterable[Candidate], width: int) -> Squares:
    """Where figures begin in blocks in which all rows have as many cells: at the end, as many as the columns.

    So it is where all figures stand there, and labels before them: in several rows right before them.
    """
    blocks: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if isinstance(candidate.item, GridRow):
            blocks.setdefault(candidate.item.block, []).append(candidate)
    squares: Squares = {}
    for block, rows in blocks.items():
        start = len(rows[0].item.cells) - width
        if (
            all(len(row.item.cells) == start + width and row.label_at < start for row in rows)
            and sum(row.label_at == start - 1 for row in rows) >= _LEAST_FULL
            and not any(written_in(row.figures[: start - row.label_at - 1]) for row in rows)
        ):
            squares[block] = start
    return squares


def whole_ends_of(candidates: Iterable[Candidate], squares: Squares) -> frozenset[int]:
    """Such blocks in which a row whose label stands further left than most reaches as far as they do.

    Where none of them has its last cell written, the figures of that row must begin where theirs do, too.
    """
    rows = [
        (row, row.item) for row in candidates if isinstance(row.item, GridRow) and written_in(row.figures)
    ]
    rows = [(row, item) for row, item in rows if item.block in squares]
    reach: dict[int, int] = {}
    for row, item in rows:
        if row.label_at == squares[item.block] - 1:
            reach[item.block] = max(reach.get(item.block, 0), item.written[-1])
    return frozenset(
        item.block
        for row, item in rows
        if row.label_at < squares[item.block] - 1
        and item.written[-1] >= reach.get(item.block, len(item.cells) - 1)
        and (
            row.figures[-1].text.strip()
            or row.label_at + 1 + written_in(row.figures)[0] == squares[item.block]
        )
    )


def ends_of(candidates: Iterable[Candidate], width: int) -> frozenset[int]:
    """Blocks in which the last cells of each row are those of the columns, though the labels take up more or fewer.

    So it is where in several rows a figure stands right behind the label, with as many cells from there on as there are
    columns, and in all longer rows, of which some begin with their label as those do, a figure opens as many cells, none stands
    before them, and the last is blank only where it is in all rows: else the rest may have filled the row up. Nothing filled
    rows up where several that are shorter than others end in a blank.
    """
    blocks: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if isinstance(candidate.item, GridRow):
            blocks.setdefault(candidate.item.block, []).append(candidate)
    return frozenset(block for block, rows in blocks.items() if _end_in_columns(rows, width))


def _end_in_columns(rows: Sequence[Candidate], width: int) -> bool:
    exact = [row for row in rows if len(row.figures) == width and row.figures[0].text.strip()]
    longer = [row for row in rows if len(row.figures) > width and written_in(row.figures)]
    figures = [row.figures for row in longer]
    return (
        len(exact) >= _LEAST_FULL
        and all(len(row.figures) >= width for row in rows)
        and not {row.label_at for row in exact}.isdisjoint([row.label_at for row in longer])
        and all(written_in(own)[0] == len(own) - width for own in figures)
        and (
            all(spans(written_in(own), width) for own in figures)
            or not any(row.figures[-1].text.strip() for row in rows if len(row.figures) == width)
            or _is_ragged(rows)
        )
    )


def _is_ragged(rows: Sequence[Candidate]) -> bool:
    """Whether several rows end in a blank cell that have fewer cells than others."""
    longest = max(len(row.item.cells) for row in rows)
    short = [row for row in rows if len(row.item.cells) < longest]
    open_ended = [row for row in short if isinstance(row.item, GridRow) and not row.item.is_filled_up]
    return sum(not row.figures[-1].text.strip() for row in open_ended) >= _LEAST_FULL


def gapped_blocks(candidates: Iterable[Candidate], width: int) -> frozenset[int]:
    """Blocks in which no two figures of a row stand side by side, and most have one blank cell between.

    Empty cells between columns are none of the form's: how many cells a row has tells nothing of its columns. One row that
    has all figures so shows it, or several that have some.
    """
    gaps: dict[int, list[int]] = {}
    whole: set[int] = set()
    for candidate in candidates:
        if isinstance(candidate.item, GridRow):
            written, block = written_in(candidate.figures), candidate.item.block
            own = [b - a for a, b in pairwise(written)]
            gaps.setdefault(block, []).extend(own)
            if len(written) == width > 1 and set(own) == {_BESIDE_BLANK}:
                whole.add(block)
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
    return [i for i, cell in enumerate(cells) if cell.text.strip()]


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


def shown_by(candidates: Sequence[Candidate], width: int) -> Shown:
    """All of it, for rows of `width` columns."""
    squares = squares_of(candidates, width)
    return Shown(
        starts_of(candidates, width),
        grids_of(candidates, width),
        begins_of(candidates),
        squares,
        ends_of(candidates, width),
        gapped_blocks(candidates, width),
        whole_ends_of(candidates, squares) if squares else frozenset(),
        closed_up(candidates, width),
        wider_blocks(candidates, width),
        uneven_blocks(candidates, width),
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


def only_longer(rows: Sequence[Candidate], width: int) -> list[Candidate]:
    """The few rows of figures on a line that are whole, where all others, many, lack one and places tell nothing.

    A column is blank in all rows then, and what stands behind the last figure of one may be the next label's number, or a page's,
    and two of its figures may be the digits of one.
    """
    runs = [row for row in rows if isinstance(row.item, Run) and row.figures]
    whole = [row for row in runs if len(row.figures) == width]
    if not whole or len(runs) <= _LEAST_SHORT * len(whole) or any(aligned(row.figures) for row in whole):
        return []
    return whole if all(len(row.figures) == width - 1 for row in runs if len(row.figures) != width) else []
