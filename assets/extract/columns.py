"""Which figure of a row belongs to which column.

Positions come from the header or from a full row, never from counting what is left when blanks have vanished.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assets.extract.candidates import Candidate
from assets.extract.columnnames import UNKNOWN
from assets.extract.cutfigures import by_line, doubted
from assets.extract.gluedfirst import is_glued
from assets.extract.gridheader import Header
from assets.extract.labels import squash
from assets.extract.loose import Beside, of_blank
from assets.extract.looseplaces import loose_places
from assets.extract.model import Cell, GridRow, Run
from assets.extract.numbers import UNITS, looks_like_figure
from assets.extract.positions import aligned, columns_at, in_two, nearest
from assets.extract.rowshapes import Shown, ends_so, shown_grid, spans, written_in
from assets.extract.rulers import Ruler

# A figure behind the words of a label.
_AT_END = re.compile(r"[0-9][0-9,.]*$")
_FULL_WIDTH = re.compile("[０-９]")
# A figure whose last group of thousands lacks digits: they may be on the next line.
_GROUP_CUT = re.compile(r"[0-9][,，][0-9]{1,2}$")
# Lines below a row that are those of a page's end.
_FAR = 2
# A block of so few columns has rows of other widths than its header's.
_WIDE = 4


@dataclass(slots=True)
class Placed:
    """The cells of a row by column key, `doubtful` ones among them.

    A `problem` is the finding code that says why there are none, `found` how many figures there were, `detail` what the
    header says that is not understood.
    """

    cells: dict[str, Cell] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    problem: str | None = None
    found: int = 0
    detail: str | None = None


def place(candidate: Candidate, order: list[str], header: Header, shown: Shown) -> Placed:
    """Give each figure of a grid row its column (_place), unless a merged cell with a figure lies under several of them.

    What a merged cell says in words, it says of each column that it lies under.
    """
    placed = _place(candidate, order, header, shown)
    row = candidate.item
    if isinstance(row, GridRow) and placed.cells and candidate.label_at >= 0:
        _doubt_in_label(placed, row.cells[candidate.label_at], order[0])
    if not isinstance(row, GridRow) or not row.starts or not placed.cells:
        return placed
    under = {id(cell) for cell in placed.cells.values()}
    ends = (*row.starts[1:], len(row.cells))
    for at, end in zip(row.starts, ends, strict=True):
        columns = sum(id(cell) in under for cell in row.cells[at:end])
        if columns > 1 and looks_like_figure(row.cells[at].text):
            found = sum(start > candidate.label_at for start in row.starts)
            return Placed(problem="row-short", found=found)
        if columns > 1 and row.cells[at].text.strip():
            covered = set(map(id, row.cells[at:end]))
            placed.cells |= {key: row.cells[at] for key, c in placed.cells.items() if id(c) in covered}
    return placed


def _doubt_in_label(placed: Placed, label: Cell, first: str) -> None:
    """A figure at the end of the label's cell may be that of the first column, if this is blank: a wall stands behind it."""
    found = _AT_END.search(label.text.rstrip())
    cell = placed.cells.get(first)
    if found and cell is not None and not cell.text.strip():
        placed.cells[first] = Cell(found[0], label.line_start, label.line_end)
        placed.doubtful.add(first)


def _place(candidate: Candidate, order: list[str], header: Header, shown: Shown) -> Placed:
    """Give each figure of a grid row its column. `order` are the columns from left to right, strange ones included.

    A full row speaks for itself. A row with blanks is read only in a shape that full rows have shown, or where it
    has exactly as many cells as the form, the header is whole, and no full row of its kind says otherwise: nor the label
    of the first column, nor a row whose label stands further right, and whose figures begin where those of this one do.
    """
    if candidate.stray:
        return Placed(problem="row-split", found=len(candidate.stray))
    figures, width = candidate.figures, len(order)
    written = written_in(figures)
    if written and all(squash(figures[i].text) in UNITS for i in written):
        # units without figures are the rest of a row that the end of a page cut: its other cells are not blank
        return Placed(problem="row-split", found=len(written))
    if candidate.index in shown.closed_up and not header.strange:
        return _zip(order, figures[:width])
    by_grid = _by_places(candidate, header)
    if by_grid is not None and not _slid(candidate, header, shown):
        return by_grid
    at = candidate.label_at + 1
    if grid := shown_grid(candidate, written, width, shown):
        return _zip(order, [candidate.item.cells[i] for i in grid])
    if len(written) == width and spans(written, width):
        return _zip(order, figures[written[0] : written[-1] + 1])
    start = _start(candidate, order, header, shown)
    if start is not None and _says_otherwise(candidate, order, header, start):
        start = None
    window = figures[start - at : start - at + width] if start is not None else []
    outside = figures[: start - at] + figures[start - at + width :] if start is not None else figures
    if len(window) == width and not written_in(outside):
        return _zip(order, window)
    found = len(figures) if len(figures) < width else len(written)
    # more cells than columns, but fewer figures: blank ones among them, and nothing tells which columns these are
    short = len(figures) < width or 0 < len(written) < width
    return Placed(problem="row-short" if short else "row-long", found=found)


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


def place_run(  # noqa: PLR0913 - all are read-only context of one row
    candidate: Candidate,
    order: list[str],
    full_rows: Sequence[Sequence[Cell]],
    header: Sequence[Cell] | None,
    breaks: Sequence[int],
    beside: Beside,
    fit: Mapping[str, int] | None,
    ruler: Ruler | None = None,
) -> Placed:
    """Give each figure of a run its column: all of them, or those whose place on the line is known.

    `full_rows` are full rows of figures on one line each, `header` the column labels with their places,
    `beside` the loose figures around the row, `fit` what loose digits are judged by (cutfigures.py), `ruler` the columns
    of the page, if they are known from its header and all rows.
    """
    figures, width = candidate.figures, len(order)
    short = Placed(problem="row-short" if len(figures) < width else "row-long", found=len(figures))
    if isinstance(candidate.item, Run) and candidate.item.maybe_page in figures:
        return Placed(problem="page-number-doubt", found=len(figures))
    one_line = len({cell.line_start for cell in figures}) == 1
    if any(map(is_cut, figures)) or (not one_line and any(_GROUP_CUT.search(c.text) for c in figures)):
        return Placed(problem="row-split", found=len(figures))
    if len(figures) == width:
        return _doubt_split_digits(_zip(order, figures), candidate, fit, full_rows)
    if not figures:
        return Placed(problem="row-split", found=len(candidate.stray))
    run = candidate.item
    is_in_words = isinstance(run, Run) and is_glued(run, figures)
    if len(figures) > width or is_in_words or not one_line or not aligned(figures) or candidate.stray:
        return short
    label = None
    if isinstance(run, Run) and run.head_line == candidate.line:
        label = Cell(
            run.head, run.head_line, run.head_line, run.head_x0, run.head_x0 + len(run.head), run.head_x0
        )
    anchors = nearest(candidate.line, full_rows, breaks)
    columns = columns_at(figures, anchors, header, label)
    if columns is None and ruler is not None:
        anchors = [ruler.cells]
        columns = columns_at(figures, [], ruler.cells, label, ruler.measure)
    if columns is None:
        return short
    line = figures[0].line_start
    cells = [Cell("", line, line)] * width
    for column, cell in zip(columns, figures, strict=True):
        cells[column] = cell
    placed = _zip(order, cells)
    placed.doubtful |= {order[i] for i in in_two(figures, columns, anchors)} - {UNKNOWN}
    for column, key in enumerate(order):
        if column not in columns and key != UNKNOWN:
            around = [row[column] for row in anchors or ([header] if header else [])]
            whole = of_blank(around, line, beside)
            if whole is not None:
                placed.cells[key] = whole
                placed.doubtful.add(key)
    return placed


def _doubt_split_digits(
    placed: Placed,
    candidate: Candidate,
    fit: Mapping[str, int] | None,
    full_rows: Sequence[Sequence[Cell]],
) -> Placed:
    """Digits on a line of their own above or below a row may be the rest of a figure of it."""
    if _goes_on_over_page(candidate):
        in_line = columns_at(candidate.figures, full_rows, None)
        if in_line != [*range(len(candidate.figures))]:
            placed.doubtful |= placed.cells.keys()  # what opens the next page stands in line with nothing
    # digits of two widths move what stands behind them
    is_wide = any(_FULL_WIDTH.search(cell.text) for cell in (*candidate.figures, *candidate.stray))
    is_aligned = candidate.item.layout == "aligned" and not is_wide
    for line in by_line(candidate.stray):
        # a line that begins left of all figures is not to their scale
        stands = is_aligned and (len(line) == 1 or line[0].x1 >= candidate.figures[0].x0)
        placed.doubtful |= doubted(placed.cells, line, fit, is_aligned=stands)
        if is_aligned and _goes_on(candidate.figures, line[0]):
            last = candidate.figures[-1]
            placed.doubtful |= {key for key, cell in placed.cells.items() if cell is last}
    return placed


def _goes_on_over_page(candidate: Candidate) -> bool:
    """Whether loose figures stand so far below a row of one line that a page ends between."""
    first, last = candidate.figures[0].line_start, candidate.figures[-1].line_end
    return first == last and any(cell.line_start - last > _FAR for cell in candidate.stray)


def _goes_on(figures: Sequence[Cell], below: Cell) -> bool:
    """Whether a line may have been cut within its last figure: digits begin the next one, left of all of the row."""
    first, last = figures[0], figures[-1]
    return (
        first.line_start == last.line_end == below.line_start - 1
        and below.x1 <= first.x0
        and below.w0 < first.w0
    )


def is_cut(cell: Cell) -> bool:
    """Whether a figure ends in the middle, as in `37,`: then the next figure may be its rest, and no count tells."""
    return cell.text.rstrip().endswith((".", ","))


def _zip(order: list[str], cells: Sequence[Cell]) -> Placed:
    return Placed({key: cell for key, cell in zip(order, cells, strict=True) if key != UNKNOWN})


def _by_places(candidate: Candidate, header: Header) -> Placed | None:
    """Read a row by the grid columns of its header; None where header and row do not share one grid."""
    row = candidate.item
    if not isinstance(row, GridRow) or not header.places or len(row.cells) != header.width:
        return None
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
    stray = [i for i in row.written if i > candidate.label_at and i not in used]
    if any(i < min(used) for i in stray) and not all(cell.text.strip() for cell in cells.values()):
        # words where figures belong, in a row that lost a blank cell before them, or a label's that say nothing
        return Placed(problem="row-long", found=len(written_in(candidate.figures)))
    if any(looks_like_figure(row.cells[i].text) for i in stray):
        if not header.strange and (loose := loose_places(row, candidate.label_at, header.places)):
            return Placed(loose)
        return _by_covers(row, candidate.label_at, header) or Placed(
            problem="row-long", found=len(written_in(candidate.figures))
        )
    return Placed(cells)


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
