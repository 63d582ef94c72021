"""Which figure of a row of plain text belongs to which column.

Positions come from the header or from full rows of the same page, never from counting what is left when blanks have vanished. Does
not belong here: rows of cells (columns.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.model import Cell, Run
from assets.extract.places.cutfigures import by_line, doubted
from assets.extract.places.loose import Beside, of_blank
from assets.extract.places.placed import Placed, in_order
from assets.extract.places.positions import aligned, columns_at, in_two, nearest
from assets.extract.places.rulers import Ruler
from assets.extract.places.yearsinrows import is_count
from assets.extract.rows.figures.gluedfirst import is_glued
from assets.extract.rows.finding.candidates import Candidate

_FULL_WIDTH = re.compile("[０-９]")
# A figure whose last group of thousands lacks digits: they may be on the next line.
_GROUP_CUT = re.compile(r"[0-9][,，][0-9]{1,2}$")
# So many rows that lack a figure say that the one that does not has one too many.
_LEAST_SHORT = 8
# Lines below a row that are those of a page's end.
_FAR = 2


def place_run(  # noqa: PLR0912, PLR0913 - one question after the other; all are read-only context of one row
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
    if (
        isinstance(candidate.item, Run)
        and candidate.item.maybe_page in figures
        and not is_count(candidate, width, full_rows)
    ):
        if candidate.item.cells != figures or not candidate.item.ends_in_page(width):
            return Placed(problem="page-number-doubt", found=len(figures))
        candidate = replace(candidate, figures=figures[:-1])
        return place_run(candidate, order, full_rows, header, breaks, beside, fit, ruler)
    one_line = len({cell.line_start for cell in figures}) == 1
    if any(map(is_cut, figures)) or (not one_line and any(_GROUP_CUT.search(c.text) for c in figures)):
        return Placed(problem="row-split", found=len(figures))
    if len(figures) == width:
        return _doubt_split_digits(in_order(order, figures), candidate, fit, full_rows)
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
    placed = in_order(order, cells)
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
