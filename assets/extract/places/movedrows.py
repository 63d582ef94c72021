"""Rows that a page moved to the right, each by a cell: their labels reach under the first column, and their last figure is gone.

    | 一、本年新收 |                |                |        12 | 3 | 15 |
    |              | 三、本年度办理 | （一）予以公开 |           | 9 |  2 |
    |              |                | （三）不予公开 | 1.属于…   | 4 |  1 |

The label of such a row, where it stands furthest right, shows it, and the row is not read; one whose label stands further left seems to
have a blank first column, and its figures to stand in the others. Does not belong here: rows moved without such labels (padded.py), and
blanks behind labels that no column is left for (leadingblanks.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assets.extract.cells import TableReading
from assets.extract.model import Cell, Run
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# So many rows with their label where figures belong, none of which fits the form, are no slips.
_LEAST_MOVED = 3
_NOTHING = ("blank", "not_applicable")


class Columns(Protocol):
    """Where the header has the columns."""

    @property
    def first_named_at(self) -> int | None:
        """The cell of the first one in rows of cells."""

    @property
    def first_place(self) -> Cell | None:
        """The label of the first one where columns are set by spaces."""


def doubt_moved(links: Sequence[Link], reading: TableReading, table: Table, columns: Columns) -> None:
    """Put in doubt the rows without a first figure beside rows whose label stands under the first column and that do not fit."""
    if len(table.blocks) != 1 or table.one_row:
        return
    keys = [table.keys_of[table.rows[link.row].key] for link in links]
    seeming = [
        (link, own)
        for link, own in zip(links, keys, strict=True)
        if reading.cells[own[0]].status in _NOTHING
        and reading.cells[own[-1]].status not in (*_NOTHING, "uncertain")
    ]
    if all(reading.cells[key].status in _NOTHING for _, own in seeming for key in own[:-1]):
        return  # there are none, or the total alone is filled in, which a row that lost its last cell has not
    unread = [
        link
        for link, own in zip(links, keys, strict=True)
        if all(reading.cells[key].status == "uncertain" for key in own)
    ]
    moved = [link for link in unread if _is_under_first(link, columns)]
    if len(moved) < _LEAST_MOVED:
        return
    for link, own in seeming:
        row, line = table.rows[link.row], link.candidate.line
        width = len(table.columns)
        reading.note("row-short", line=line, row_key=row.key, row=row, found=width - 1, expected=width)
        for key in own:
            reading.doubt(key, "row-short", line)


def _is_under_first(link: Link, columns: Columns) -> bool:
    """Whether the label of a row stands where the first column does, or behind it."""
    item = link.candidate.item
    if isinstance(item, Run):
        place = columns.first_place
        return place is not None and bool(item.head) and item.head_x0 >= max(place.x0, place.w0)
    at = columns.first_named_at
    return at is not None and link.candidate.label_at >= at
