"""Which figure of a row of cells belongs to which column.

Positions come from the header or from a full row, never from counting what is left when blanks have vanished. Does not belong
here: rows of plain text (runcolumns.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.headers.gridheader import Header
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import UNITS, looks_like_figure
from assets.extract.places.gluedlabels import move_behind_label
from assets.extract.places.looseplaces import loose_places
from assets.extract.places.placed import Placed, in_order
from assets.extract.places.rowshapes import Shown, ends_so, shown_grid, spans, written_in
from assets.extract.rows.finding.candidates import Candidate

# A block of so few columns has rows of other widths than its header's.
_WIDE = 4
# The layout of tables whose walls are drawn.
_DRAWN = "grid"
# That of cells a line each with bars behind them.
_BARS = "pipe_cells"
# The end of a figure, or the number of a page.
_FEW_DIGITS = re.compile("[0-9]{1,3}")


def place(candidate: Candidate, order: list[str], header: Header, shown: Shown) -> Placed:
    """Give each figure of a grid row its column (_place), unless a merged cell with a figure lies under several of them.

    What a merged cell says in words, it says of each column that it lies under.
    """
    row = candidate.item
    if candidate.index in shown.with_one_more:
        return Placed(problem="row-long", found=len(candidate.figures))
    order = order_of_figures(candidate, order)
    placed = _place(candidate, order, header, shown)
    if isinstance(row, GridRow) and placed.cells and candidate.label_at >= 0:
        move_behind_label(placed, row.cells[candidate.label_at], order)
    if not isinstance(row, GridRow) or not row.starts or not placed.cells:
        return placed
    in_columns = {id(cell) for cell in placed.cells.values()}
    ends = (*row.starts[1:], len(row.cells))
    for at, end in zip(row.starts, ends, strict=True):
        columns = sum(id(row.cells[n]) in in_columns for n in range(at, end) if n not in row.under)
        if columns > 1 and looks_like_figure(row.cells[at].text):
            found = sum(start > candidate.label_at for start in row.starts)
            if row.layout == _DRAWN:
                # its walls show that the other figures of the row stand under their own columns
                covered = set(map(id, row.cells[at:end]))
                placed.doubtful |= {key for key, c in placed.cells.items() if id(c) in covered}
                placed.doubt, placed.found = "row-short", found
                continue
            return Placed(problem="row-short", found=found)
        if columns > 1 and row.cells[at].text.strip():
            covered = set(map(id, row.cells[at:end]))
            placed.cells |= {key: row.cells[at] for key, c in placed.cells.items() if id(c) in covered}
    _doubt_under(placed, row)
    return placed


def _doubt_under(placed: Placed, row: GridRow) -> None:
    """The columns in which a merged cell of a row above reaches down to a row: whose figure it holds, it does not say."""
    reached = {id(row.cells[at]) for at in row.under}
    if lost := {key for key, cell in placed.cells.items() if id(cell) in reached}:
        placed.doubtful |= lost
        placed.doubt, placed.found = "row-short", len(placed.cells) - len(lost)


def order_of_figures(candidate: Candidate, order: list[str]) -> list[str]:
    """The columns from a row's label on: a strange first one is that of the row's number, where this stands before the label."""
    row = candidate.item
    if order[:1] != [UNKNOWN] or not isinstance(row, GridRow):
        return order
    before = row.cells[: max(candidate.label_at, 0)]
    return order[1:] if any(cell.text.strip().isdecimal() for cell in before) else order


def _place(candidate: Candidate, order: list[str], header: Header, shown: Shown) -> Placed:
    """Give each figure of a grid row its column. `order` are the columns from left to right, strange ones included.

    A full row speaks for itself. A row with blanks is read only in a shape that full rows have shown, or where it
    has exactly as many cells as the form, the header is whole, and no full row of its kind says otherwise: nor the label
    of the first column, nor a row whose label stands further right, and whose figures begin where those of this one do.
    """
    if candidate.stray:
        return _above_digits(candidate, order, header, shown) or Placed(
            problem="row-split", found=len(candidate.stray)
        )
    figures, width = candidate.figures, len(order)
    written = written_in(figures)
    lacks_blanks = candidate.index in shown.lost_blanks and len(written) < width
    if lacks_blanks or _lost_a_wall(candidate.item.layout, figures):
        return Placed(problem="row-short", found=len(written))
    if written and all(squash(figures[i].text) in UNITS for i in written):
        # units without figures are the rest of a row that the end of a page cut: its other cells are not blank
        return Placed(problem="row-split", found=len(written))
    if candidate.index in shown.closed_up and not header.strange:
        return in_order(order, figures[:width])
    by_grid = None if _is_no_grid(candidate, header, shown) else _by_places(candidate, header, shown)
    if by_grid is not None and not _slid(candidate, header, shown):
        return by_grid
    if candidate.block in shown.wider:
        return Placed(problem="row-long" if len(written) > width else "row-short", found=len(written))
    if by_grid is None and (
        _lacks_one_beside_strange(candidate, header)
        or (candidate.block in shown.signs_before and _begins_with_sign(figures, width))
    ):
        return Placed(problem="row-short", found=len(written))
    at = candidate.label_at + 1
    if grid := shown_grid(candidate, written, width, shown):
        placed = in_order(order, [candidate.item.cells[i] for i in grid])
        return _with_last_in_doubt(placed, order, grid) if header.ends_blank and not header.places else placed
    if len(written) == width and spans(written, width):
        return in_order(order, figures[written[0] : written[-1] + 1])
    start = _start(candidate, order, header, shown)
    by_header = header.order is not None or not _is_behind(candidate, header, shown)
    if start is not None and by_header and _says_otherwise(candidate, order, header, start):
        start = None
    window = figures[start - at : start - at + width] if start is not None else []
    outside = figures[: start - at] + figures[start - at + width :] if start is not None else figures
    if len(window) == width and not written_in(outside):
        if start is not None and header.order is None and _may_be_beside(candidate, start, width, shown):
            return Placed(problem="row-short", found=len(written))
        return in_order(order, window)
    found = len(figures) if len(figures) < width else len(written)
    # more cells than columns, but fewer figures: blank ones among them, and nothing tells which columns these are
    short = len(figures) < width or 0 < len(written) < width
    return Placed(problem="row-short" if short else "row-long", found=found)


def _with_last_in_doubt(placed: Placed, order: Sequence[str], grid: Sequence[int]) -> Placed:
    """The row with its last figure in doubt if only this one stands apart: under a column without a name, that of the form being blank."""
    if [at - grid[0] for at in grid[:-1]] == [*range(len(grid) - 1)] and grid[-1] - grid[-2] > 1:
        placed.doubtful |= {order[-1]}
        placed.doubt, placed.found = "row-short", len(grid) - 1
    return placed


def _start(candidate: Candidate, order: Sequence[str], header: Header, shown: Shown) -> int | None:
    """The cell of a row with blanks in which the first column stands; None where nothing tells."""
    figures, width, at = candidate.figures, len(order), candidate.label_at + 1
    written = written_in(figures)
    if candidate.block in shown.gapped:
        return None
    shapes = shown.starts.get((candidate.item.layout, candidate.label_at))
    from_end = candidate.block in shown.ends and len(figures) > width
    start = at + len(figures) - width if len(figures) == width or from_end else None
    if shapes:
        start = shapes.get(len(candidate.item.cells), start if from_end else None)
    elif _is_behind(candidate, header, shown):
        start = at
    elif header.texts and header.order is None and not spans(written, width):
        start = None
    elif candidate.block in shown.squares:
        # a header that begins where labels do lost blank cells before its words; one of rows that each begin there,
        # its merged labels printed once, tells no places
        at_end = header.at.get(order[-1], 0)
        begins = header.at.get(order[0]) == 0 and len(order) - 1 <= at_end < len(candidate.item.cells) - 1
        start = None if begins else shown.squares[candidate.block]
        if start is not None and start != header.at.get(order[0]) and not ends_so(candidate, start, shown):
            start = None
    elif written and written[0] and not from_end:
        begin = at + written[0]
        shortest = shown.begins.get((candidate.item.layout, begin))
        if header.at.get(order[0]) == begin or (shortest and shortest <= len(candidate.item.cells)):
            start = None
    return start


def _may_be_beside(candidate: Candidate, start: int, width: int, shown: Shown) -> bool:
    """Whether two cells of a row are blank in all rows like it, one among its columns and one behind them: either may be no column."""
    size = len(candidate.item.cells)
    blank = set(range(start, size)) - shown.written.get(size, frozenset())
    return any(at < start + width for at in blank) and any(at >= start + width for at in blank)


def _is_behind(candidate: Candidate, header: Header, shown: Shown) -> bool:
    """Whether the rows of the block show that the first column stands right behind such a label."""
    return not header.strange and (candidate.block, candidate.label_at) in shown.behind


def _lacks_one_beside_strange(candidate: Candidate, header: Header) -> bool:
    """Whether a row has fewer cells than a header with a column amid the form's that is none of them: any may be the one it lacks."""
    columns = [at for places in header.places.values() for at in places]
    strange = header.strange.difference(columns)  # a piece of a group's label stands over a column
    amid = any(min(columns) < at < max(columns) for at in strange) if columns else False
    return amid and len(candidate.item.cells) < header.width


def _lost_a_wall(layout: str, figures: Sequence[Cell]) -> bool:
    """Whether a cell has figures of two lines between bars and a blank cell ends the row: it is of the next label, and one is lost."""
    if layout != _BARS or not figures or figures[-1].text.strip():
        return False
    lines = ([line for line in cell.text.split("\n") if line.strip()] for cell in figures)
    return any(len(own) > 1 and all(map(looks_like_figure, own)) for own in lines)


def _is_no_grid(candidate: Candidate, header: Header, shown: Shown) -> bool:
    """Whether the header has a cell amid its columns, a group's label, and full rows have none there.

    Such a header is that of several rows in one: a row with as many cells as it has one too many, anywhere.
    """
    shapes = shown.starts.get((candidate.item.layout, candidate.label_at), {})
    return bool(header.amid) and header.width - len(header.amid) in shapes


def _begins_with_sign(figures: Sequence[Cell], width: int) -> bool:
    """Whether a sign for nothing stands before the blanks and figures of a row that has more cells than columns."""
    return (
        len(figures) > width and bool(figures[0].text.strip()) and not figures[0].text.strip()[-1].isdigit()
    )


def _slid(candidate: Candidate, header: Header, shown: Shown) -> bool:
    """Whether the header begins left of where all rows of its block have their figures: it lost blank cells before its words."""
    row = candidate.item
    start = shown.squares.get(row.block) if isinstance(row, GridRow) else None
    return start is not None and min(map(min, header.places.values())) < start


def _says_otherwise(candidate: Candidate, order: list[str], header: Header, start: int) -> bool:
    """Whether a row that lacks only the last cell of its header has its first figure under another column than counting gives it.

    A blank cell at its end may have been cut off, so that it has as many cells behind its label as the form by chance.
    """
    row = candidate.item
    if not isinstance(row, GridRow) or len(row.cells) != header.width - 1:
        return False
    if len(order) < _WIDE:
        # the header goes on behind its last label, and the row does not
        return header.width > start + len(order) and len(written_in(candidate.figures)) < len(order)
    first = next((at for at in row.written if at > candidate.label_at), start)
    told = {at: key for key, places in header.places.items() for at in places}
    return first in told and first >= start and told[first] != order[min(first - start, len(order) - 1)]


def _by_places(candidate: Candidate, header: Header, shown: Shown) -> Placed | None:
    """Read a row by the grid columns of its header; None where header and row do not share one grid."""
    row = candidate.item
    if not isinstance(row, GridRow) or not header.places or len(row.cells) != header.width:
        return None
    if header.layout not in ("", row.layout) and _BARS in (header.layout, row.layout):
        return None  # the places of one of the two are not known
    cells: dict[str, Cell] = {}
    used: set[int] = set()
    for key, places in header.places.items():
        used.update(places)
        if len(places) == 1:
            cells[key] = row.cells[places[0]]
            continue
        written = [row.cells[i] for i in places if row.cells[i].text.strip()]
        if len({squash(c.text) for c in written}) > 1:
            return Placed(problem="row-long", found=len(written_in(candidate.figures)))
        cells[key] = written[0] if written else row.cells[places[0]]
    if candidate.label_at >= min(used):
        return None
    used |= header.strange
    # what was behind the figures and is known for none is no stray one
    end = candidate.label_at + len(candidate.figures)
    stray = [i for i in row.written if candidate.label_at < i <= end and i not in used]
    if any(i < min(used) for i in stray) and not all(cell.text.strip() for cell in cells.values()):
        # words where figures belong, in a row that lost a blank cell before them, or a label's that say nothing
        return Placed(problem="row-long", found=len(written_in(candidate.figures)))
    if any(looks_like_figure(row.cells[i].text) for i in stray):
        is_beside = not header.strange and candidate.block not in shown.uneven
        if is_beside and (loose := loose_places(row, candidate.label_at, header.places)):
            return Placed(loose)
        return _by_covers(row, candidate.label_at, header) or Placed(
            problem="row-long", found=len(written_in(candidate.figures))
        )
    return Placed(cells)


def _above_digits(candidate: Candidate, order: list[str], header: Header, shown: Shown) -> Placed | None:
    """A whole row above a line of nothing but digits: they may be the rest of any of its figures but a nought."""
    row, (digits, *others) = candidate.item, candidate.stray
    if others or not _FEW_DIGITS.fullmatch(digits.text.strip()) or digits.line_start <= row.line_end:
        return None
    placed = _place(replace(candidate, stray=[]), order, header, shown)
    texts = {key: cell.text.strip() for key, cell in placed.cells.items()}
    if placed.problem or placed.doubtful or not all(map(looks_like_figure, texts.values())):
        return None
    noughts = {key for key, text in texts.items() if text == "0"}
    if not noughts:
        return None
    placed.doubtful, placed.doubt = texts.keys() - noughts, "row-split"
    placed.found = len(candidate.stray)
    return placed


def _by_covers(row: GridRow, label_at: int, header: Header) -> Placed | None:
    """Read a row whose merged cells are other ones than the header's; None where that leaves a doubt.

    It has one cell for each column, and each, from left to right, stands under a part of that column's label.
    """
    starts = [at for at in row.starts or range(len(row.cells)) if at > label_at]
    covers = sorted(header.covered.items(), key=lambda item: item[1].start)
    if len(starts) != len(covers) or len(covers) != len(header.places):
        return None
    ends = (*starts[1:], len(row.cells))
    for at, end, (_, cover) in zip(starts, ends, covers, strict=True):
        if end <= cover.start or at >= cover.stop or not row.cells[at].text.strip():
            return None
    return Placed({key: row.cells[at] for at, (key, _) in zip(starts, covers, strict=True)})
