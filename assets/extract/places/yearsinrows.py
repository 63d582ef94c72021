"""A year that the text names among the figures of a row (a total of 2019 in a report on 2020): when it is plainly a count.

A year behind a row may be a note's, one alone on a line the head of a page. It is a count where a row that is whole with it has it in
a column: by places on the line, where the row stands in line with whole ones; amid figures one a line, as no page ends between two
figures of a row; and where each line that is nothing but that year is such a figure of a row of its own, all in one column, in a table
of which no row lacks a figure. Does not belong here: which figures may be a page's (readers/plain/pages.py, strays.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from statistics import median_low

from assets.extract.model import Cell, Run
from assets.extract.places.positions import CHARACTERS, DISPLAY, nearest, span
from assets.extract.rows.finding.candidates import Candidate

_BY_LINE, _ALIGNED = "cell_per_line", "aligned"
# So many whole rows show where columns stand, and so far may the width of a sign in the label move all figures of a row.
_LEAST_ROWS, _MOST_MOVED = 3, 4
# The nearest of them.
_NEIGHBOURS = 4
# So many rows with the same year in one column.
_LEAST_ALIKE = 2


def is_count(candidate: Candidate, width: int, full_rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether what may be a year or the head of a page stands in a column of a row that is whole with it."""
    run = candidate.item
    if not isinstance(run, Run) or run.cells != candidate.figures or len(run.cells) != width:
        return False
    if run.layout == _BY_LINE:
        return run.is_only_year and _is_even(run) and run.maybe_page not in (run.cells[0], run.cells[-1])
    if run.layout != _ALIGNED or len(run.lines) > 1 or candidate.stray:
        return False
    rows = nearest(candidate.line, [row for row in full_rows if row is not candidate.figures], [])
    if len(rows) < _LEAST_ROWS:
        return False
    rows.sort(key=lambda row: abs(row[0].line_start - candidate.line))
    return any(_is_in_line(run.cells, row) for row in rows[:_NEIGHBOURS])


def _is_in_line(cells: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether the figures of a row begin, end or have their middles where those of another do, or all equally far beside.

    One may have slipped by a character, but not the last.
    """
    for measure in (CHARACTERS, DISPLAY):
        spans = [(span(own, measure), span(other, measure)) for own, other in zip(cells, row, strict=True)]
        starts, ends, middles = (
            [f(own) - f(other) for own, other in spans] for f in (itemgetter(0), itemgetter(1), sum)
        )
        for moved, most, loose in ((starts, 1, 0), (ends, 1, 0), (middles, 2, 2)):
            by = median_low(moved)
            is_near = all(abs(one - by) <= most for one in moved) and abs(moved[-1] - by) <= loose
            if is_near and abs(by) <= most * _MOST_MOVED:
                return True
    return False


def _is_even(run: Run) -> bool:
    """Whether equally many empty lines stand between all figures of a run."""
    return len(set(run.gaps)) == 1


def counts_alike(rows: Sequence[Candidate], lines: Sequence[str], width: int) -> set[int]:
    """The ids of the runs, of the rows of a block, of which a year is a count for what the other rows say."""
    doubted = [c for c in rows if isinstance(c.item, Run) and c.item.maybe_page is not None]
    if len(doubted) < _LEAST_ALIKE or any(len(c.figures) < width for c in rows):
        return set()
    found: set[int] = set()
    for year in {_year_of(c) for c in doubted} - {""}:
        alone = [n for n, line in enumerate(lines, 1) if line.strip() == year]
        own = [c for c in doubted if _year_of(c) == year and _is_whole(c, width)]
        columns = {at for c in own for at, cell in enumerate(c.figures) if cell.text.strip() == year}
        held = sorted(cell.line_start for c in own for cell in c.figures if cell.text.strip() == year)
        if len(own) >= _LEAST_ALIKE and held == alone and len(columns) == 1 and columns != {width - 1}:
            found |= {id(c.item) for c in own}
    return found


def _year_of(candidate: Candidate) -> str:
    """The year among the figures of a run that may be none; empty for the number of a page."""
    page = candidate.item.maybe_page if isinstance(candidate.item, Run) else None
    text = page.text.strip() if page else ""
    return text if len(text) == 4 and text.isdecimal() and text.startswith("20") else ""


def _is_whole(candidate: Candidate, width: int) -> bool:
    """Whether a run has the figures of a row, one a line and right below the line of its label."""
    run = candidate.item
    return (
        isinstance(run, Run)
        and run.layout == _BY_LINE
        and run.cells == candidate.figures
        and len(run.cells) == width
        and _is_even(run)
        and not run.head
        and bool(run.before)
        and run.before[-1].line == run.line_start - 1 - run.gaps[0]
    )
