"""Numbers of labels that stand apart from them, where a figure stands: `属于国家秘密 | 1 | 0 | …`, or `2` on the line above `其他法律…`.

In a row that has a blank such a number fills up the count of its figures. Does not belong here: numbers beside which their labels
are known by themselves (rownumbers.py), and a column that counts all rows (numbercolumn.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash, strip_numbering
from assets.extract.model import Cell, GridRow
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

_NUMBERED = re.compile(r"([1-9][0-9]?)[.．、]")
# So many rows, and so large a share of them, that have the number of a list in the same place are numbered there.
_LEAST_NUMBERS, _NEARLY_ALL = 3, 0.8


def with_list_numbers(links: Sequence[Link], table: Table) -> list[Link]:
    """Whole rows whose first figure is the number of their label in the list, or whose last one is the next label's.

    That is so where nearly all labels which the form numbers are printed without, and have it there; and where most of them are
    printed with their numbers: that of another is gone from its place.
    """
    own: list[tuple[Link, bool, bool]] = []
    following: list[tuple[Link, bool, bool]] = []
    printed = sum(_number(link, table) is not None and _lost_number(link, table) is None for link in links)
    for link, after in zip(links, [*links[1:], None], strict=True):
        cells = _figures(link)
        if not cells:
            continue
        if number := _lost_number(link, table):
            own.append((link, squash(cells[0].text) == number, _is_whole(link, table)))
        is_next = (
            after is not None and after.row == link.row + 1 and not isinstance(after.candidate.item, GridRow)
        )
        if after and is_next and (number := _lost_number(after, table)):
            following.append((link, squash(cells[-1].text) == number, _is_whole(after, table)))
    found: list[Link] = []
    for rows in (own, following):
        hits = [link for link, is_number, _ in rows if is_number]
        if len(hits) < max(_LEAST_NUMBERS, _NEARLY_ALL * len(rows)):
            hits = [link for link, is_number, whole in rows if is_number and whole and printed > len(rows)]
        found += [link for link in hits if _count(link) <= len(table.columns)]
    return found


def _figures(link: Link) -> Sequence[Cell]:
    """The figures of a row of plain text, or the cells behind the label of one of cells."""
    item, at = link.candidate.item, link.candidate.label_at
    return item.cells[at + 1 :] if isinstance(item, GridRow) and at >= 0 else item.cells


def _count(link: Link) -> int:
    return sum(1 for cell in link.candidate.figures if cell.text.strip())


def _number(link: Link, table: Table) -> str | None:
    """The number that the form gives a row."""
    number = _NUMBERED.match(table.rows[link.row].zh)
    return number[1] if number else None


def _lost_number(link: Link, table: Table) -> str | None:
    """That number, where its label is printed without any, or nowhere near; in a row of cells it has a cell too many."""
    label, item = squash(link.candidate.label), link.candidate.item
    if isinstance(item, GridRow) and len(item.cells) - link.candidate.label_at - 1 <= len(table.columns):
        return None
    return _number(link, table) if strip_numbering(label) == label else None


def _is_whole(link: Link, table: Table) -> bool:
    """Whether nothing but the number of a label is gone: it may stand before another piece of it, or behind a mark."""
    return squash(link.candidate.label) == strip_numbering(squash(table.rows[link.row].zh))
