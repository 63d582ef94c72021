"""Rows with one figure too many among whole rows of one figure a line: which of these may have a strange figure, too.

A row looks whole with a strange figure where another of its cells vanished. Where no row is short none is known to lose cells, and
what the figure beyond may be tells what to look for: the number of a page, which has its neighbours at the next pages, or the
half of a figure too long for its cell, which fills it. Several such rows must end in numbers that count pages, and then no other number of a page
stands between two that follow each other. Sums are never looked at. Does not belong here: whether rows leave it open what is
strange in them (intruded.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from assets.extract.labels import ascii_width, squash
from assets.extract.model import Run
from assets.extract.numbers import PAGE_NUMBER
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# So many rows are whole, and so large a share of the form's.
_LEAST_WHOLE, _LEAST_SHARE = 8, 0.5
# No page of a table of one figure a line has fewer lines.
_LEAST_LINES = 10
# So far from one number to the next pages have no number found, and no page has so many times the lines of another.
_MOST_SKIPPED, _MOST_UNEVEN = 3, 3


def free_of_strangers(links: Sequence[Link], table: Table) -> set[str]:
    """The keys of the whole rows in which no figure can be strange; none where it is open what the figures beyond rows are."""
    width = len(table.columns)
    runs = [(link, item) for link in links if isinstance(item := link.candidate.item, Run)]
    if len(runs) < len(links) or any(run.layout != "cell_per_line" for _, run in runs):
        return set()
    whole = [(link, run) for link, run in runs if len(run.cells) == len(link.candidate.figures) == width]
    beyond = [run for _, run in runs if len(run.cells) == width + 1]
    if not beyond or len(whole) != len(runs) - len(beyond):
        return set()
    if len(whole) < max(_LEAST_WHOLE, _LEAST_SHARE * len(table.rows)):
        return set()
    may_hold = _of_one(beyond[0], whole) if len(beyond) == 1 else _of_pages(beyond, whole)
    if may_hold is None:
        return set()
    return {table.rows[link.row].key for link, run in whole if not may_hold(run)}


def _of_one(strange: Run, whole: Sequence[tuple[Link, Run]]) -> Callable[[Run], bool] | None:
    """Whether a whole row may have a strange figure as the only one that has one too many; none where it may be cut."""
    longest = max(len(text) for _, run in whole for text in _texts(run)[:-1])
    if any(len(a) >= longest and a != "0" for a, _ in pairwise(_texts(strange))):
        return None
    pages = [int(text) for text in _texts(strange) if text != "0" and PAGE_NUMBER.fullmatch(text)]
    return lambda run: _may_hold_page(run, strange, pages)


def _of_pages(beyond: Sequence[Run], whole: Sequence[tuple[Link, Run]]) -> Callable[[Run], bool] | None:
    """Whether a whole row may hold the number of a page where others end in such; none where these count no pages, or may be cut."""
    ends = [_texts(run)[-1] for run in beyond]
    if not all(PAGE_NUMBER.fullmatch(end) and end != "0" for end in ends):
        return None
    pages = [(run.line_end, int(end)) for run, end in zip(beyond, ends, strict=True)]
    steps = [(below - above, n - m) for (above, m), (below, n) in pairwise(pages)]
    if not all(1 <= step <= _MOST_SKIPPED for _, step in steps):
        return None
    sizes = [lines // step for lines, step in steps]
    if min(sizes) < _LEAST_LINES or min(sizes) * _MOST_UNEVEN < max(sizes):
        return None
    columns = [max(map(len, texts)) for texts in zip(*(_texts(run) for _, run in whole), strict=True)]
    room = [max(columns[:-1])] * (len(columns) - 1) + [max(columns)]
    if any(len(a) >= most and a != "0" for run in beyond for a, most in zip(_texts(run), room, strict=False)):
        return None
    least = max(_LEAST_LINES, min(sizes) // _MOST_UNEVEN)

    def may_hold(run: Run) -> bool:
        numbers = {int(text) for text in _texts(run) if PAGE_NUMBER.fullmatch(text)}
        above = max((page for page in pages if page[0] < run.line_start), default=None)
        below = min((page for page in pages if page[0] > run.line_start), default=None)
        low = above[1] if above else below[1] - (below[0] - run.line_start) // least - 1 if below else 0
        high = below[1] if below else above[1] + (run.line_end - above[0]) // least + 1 if above else 0
        return any(low < number < high for number in numbers)

    return may_hold


def _texts(run: Run) -> list[str]:
    return [squash(ascii_width(cell.text)) for cell in run.cells]


def _may_hold_page(run: Run, strange: Run, pages: Sequence[int]) -> bool:
    """Whether a figure of a row may be the number of a later page than one of `pages` below it, or of an earlier one above."""
    lines = (
        run.line_end - strange.line_start
        if run.line_start > strange.line_start
        else strange.line_end - run.line_start
    )
    most = lines // _LEAST_LINES
    step = 1 if run.line_start > strange.line_start else -1
    numbers = {int(text) for text in _texts(run) if PAGE_NUMBER.fullmatch(text)}
    return any(1 <= (number - page) * step <= max(1, most) for number in numbers for page in pages)
