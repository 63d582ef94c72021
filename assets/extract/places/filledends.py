"""Ends of rows that a program may have filled up: with blanks, or with the sign that it prints for a cell that a merged one covers.

    | 二、上年结转政府信息公开申请数量 | 95 | 17 | 398 | 293 | 59 | 893 | - |

Where such a sign stands at the ends of a few rows and nowhere else in the table, it says no more than a blank cell would: the others all have
their totals, and whoever writes it for a nought does so amid figures, too. Belongs here: which cells at the ends of rows are such. Does not
belong here: what becomes of their rows (padded.py), signs in headers and behind labels (undone/signs/voidsigns.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.cells import CellReading
from assets.extract.labels import squash
from assets.extract.model import GridRow, Item
from assets.extract.rows.finding.chain import Link

# What no program fills cells up with.
_OF_FILERS = frozenset(("无", "/"))
# No more cells vanish from a row that is taken for one of its table.
MOST_FILLED = 3
# Of a larger share of rows it is the table's habit.
_MOST_SHARE = 0.4
# So many rows of a table with a sign amid their figures show that these are the filer's.
_LEAST_KEPT = 3
# So many blanks at the end of a row, and figures before them, are what is left of one whose merged cell was printed once.
_LEAST_AT_END, _LEAST_BEFORE = 2, 2
# Of one row they are the filer's, and of a larger share of rows the table's habit.
_LEAST_OPEN, _MOST_OPEN = 2, 0.25
# Layouts whose rows a program makes as wide as their table.
_FILLED_UP = ("pipes", "csv")

Read = tuple[Link, list[CellReading]]


def fill_the_end(places: Sequence[int], last: int) -> bool:
    """Whether cells are the last ones up to column `last`, and few."""
    return 0 < len(places) <= MOST_FILLED and [*places] == [*range(last + 1 - len(places), last + 1)]


def filled_with_signs(rows: Sequence[Read]) -> list[Link]:
    """The rows at whose ends signs stand that stand in no other cells of the table; none where a cell is blank, which got no sign."""
    if any(cell.status == "blank" for _, cells in rows for cell in cells):
        return []
    found: list[Link] = []
    for sign in sorted({_sign(cells[-1]) for _, cells in rows} - {""}):
        signed = [
            (link, cells, [at for at, cell in enumerate(cells) if _sign(cell) == sign])
            for link, cells in rows
        ]
        signed = [each for each in signed if each[2]]
        is_end = all(fill_the_end(at, len(cells) - 1) for _, cells, at in signed)
        if is_end and len(signed) <= _MOST_SHARE * len(rows):
            found += [link for link, cells, _ in signed if not is_one_figure(link.candidate.item, cells)]
    return found


def filled_with_blanks(rows: Sequence[Read]) -> list[Link]:
    """The few rows, not one alone, whose last cells are blank, the total among them, where nothing else of the table is.

    A program that prints a merged cell once moves what stands behind it to the left, and fills the row up: the total stands amid the row.
    Pages say how far a cell reaches, and behind tabs rows are as long as they were.
    """
    ends = [(link, cells, _last_blanks(cells)) for link, cells in rows]
    short = [(link, cells) for link, cells, count in ends if count]
    if not _LEAST_OPEN <= len(short) <= _MOST_OPEN * len(rows) or any(
        sum(cell.status == "blank" for cell in cells) != count for _, cells, count in ends
    ):
        return []
    if not all(
        count >= _LEAST_AT_END and len(cells) - count >= _LEAST_BEFORE for _, cells, count in ends if count
    ):
        return []
    return [
        link
        for link, cells in short
        if link.candidate.item.layout in _FILLED_UP and not is_one_figure(link.candidate.item, cells)
    ]


def _last_blanks(cells: Sequence[CellReading]) -> int:
    """How many cells at the end of a row are blank."""
    return next((n for n, cell in enumerate(reversed(cells)) if cell.status != "blank"), len(cells))


def row_is_filled_with_signs(cells: Sequence[CellReading], items: Sequence[Item]) -> bool:
    """Whether the only row of a table ends in signs, and none stands amid figures here or in several other rows of the text."""
    sign = _sign(cells[-1])
    at = [n for n, cell in enumerate(cells) if _sign(cell) == sign]
    if not sign or not fill_the_end(at, len(cells) - 1):
        return False
    amid = 0
    for item in items:
        if isinstance(item, GridRow):
            texts = [squash(cell.text) for cell in item.cells]
            figures = [n for n, text in enumerate(texts) if text.isdecimal()]
            amid += bool(figures) and sign in texts[figures[0] : figures[-1]]
    return amid < _LEAST_KEPT


def is_one_figure(item: Item, cells: Sequence[CellReading]) -> bool:
    """Whether a row on a line of its own has one and the same figure all along: moved by a cell it is the same row."""
    return is_on_a_line(item) and len({cell.value for cell in cells if cell.status == "reported"}) == 1


def is_on_a_line(item: Item) -> bool:
    """Whether all cells of a row are on one line, or in a page's own row; of a cell a line, the last ones would be, too."""
    is_page_row = isinstance(item, GridRow) and item.layout == "html"
    return is_page_row or item.line_start == item.line_end


def _sign(cell: CellReading) -> str:
    """What a cell says that has no figure and is not blank, words and strokes of filers left out."""
    text = squash(cell.raw or "") if cell.status == "not_applicable" else ""
    return "" if text in _OF_FILERS else text
