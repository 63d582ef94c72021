"""One row with one figure too many among whole rows of one figure a line: which of these may have a strange figure, too.

A row looks whole with a strange figure where another of its cells vanished. Where no row is short none is known to lose cells, and
what the figure beyond may be tells what to look for: the number of a page, which has its neighbours at the next pages, or the
half of a figure too long for its cell, which fills it. Sums are never looked at. Does not belong here: more such rows
(intruded.py).
"""

from __future__ import annotations

from collections.abc import Sequence
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


def free_of_strangers(links: Sequence[Link], table: Table) -> set[str]:
    """The keys of the whole rows in which no figure can be strange; none where more than one row has a figure too many."""
    width = len(table.columns)
    runs = [(link, item) for link in links if isinstance(item := link.candidate.item, Run)]
    if len(runs) < len(links) or any(run.layout != "cell_per_line" for _, run in runs):
        return set()
    whole = [(link, run) for link, run in runs if len(run.cells) == len(link.candidate.figures) == width]
    beyond = [run for _, run in runs if len(run.cells) == width + 1]
    if len(beyond) != 1 or len(whole) != len(runs) - 1:
        return set()
    if len(whole) < max(_LEAST_WHOLE, _LEAST_SHARE * len(table.rows)):
        return set()
    (strange,) = beyond
    longest = max(len(text) for _, run in whole for text in _texts(run)[:-1])
    if any(len(a) >= longest and a != "0" for a, _ in pairwise(_texts(strange))):
        return set()  # it may be cut
    pages = [int(text) for text in _texts(strange) if text != "0" and PAGE_NUMBER.fullmatch(text)]
    return {table.rows[link.row].key for link, run in whole if not _may_hold_page(run, strange, pages)}


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
