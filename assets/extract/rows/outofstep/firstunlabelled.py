"""The first row of a group, in a table of cells, whose own label is blank beside that of the group.

    （三）不予公开 |                            | 0 | …
                   | 2.其他法律行政法规禁止公开 | 3 | …
    （四）无法提供 | 1.本机关不掌握相关政府信息 | 1 | …

Figures beside a group's name may be its sum. They are the first row's where the row right below is the second by its number, and where
other groups have their names beside their first rows and none on a row of its own. Belongs here: what shows that. Does not belong
here: rows further down (finding/blanklabels.py), that doubt of all others (shifted.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import normalize, squash
from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

_SECOND = re.compile(r"2[.、．]")
_FEWEST = 2


def is_first_unlabelled(link: Link, links: Sequence[Link], found: Sequence[Candidate], table: Table) -> bool:
    """Whether a row with the label of its group is known to be the group's first."""
    groups = _rows_of_groups(table, normalize(link.candidate.label))
    own = groups.pop(normalize(link.candidate.label), [])
    by_row = {other.row: other.candidate for other in links}
    if len(own) < _FEWEST or link.row != own[0] or own[1] not in by_row:
        return False
    below = by_row[own[1]]
    if not _is_right_below(link.candidate, below):
        return False
    if any(normalize(other.label) in groups for other in found):
        return False  # another group has a row of its own
    beside = [
        _has_group_beside(by_row[rows[0]], link.candidate.label_at, below, name)
        for name, rows in groups.items()
        if len(rows) >= _FEWEST and rows[0] in by_row
    ]
    return bool(beside) and all(beside)


def _rows_of_groups(table: Table, name: str) -> dict[str, list[int]]:
    """The rows of the group of that name, and of those beside it in the form, by their names."""
    levels = {group.parent for group in table.groups if normalize(group.zh) == name}
    return {
        normalize(group.zh): [at for at, row in enumerate(table.rows) if row.parent == group.key]
        for group in table.groups
        if group.parent in levels
    }


def _is_right_below(first: Candidate, second: Candidate) -> bool:
    """Whether the second row stands right below the first in one table, its number beside a blank cell of the other."""
    upper, lower, at = first.item, second.item, second.label_at
    if not isinstance(upper, GridRow) or not isinstance(lower, GridRow) or upper.block != lower.block:
        return False
    if (
        second.index != first.index + 1
        or len(upper.cells) != len(lower.cells)
        or not 0 <= first.label_at < at
    ):
        return False
    lead, own = ([squash(cell.text) for cell in row.cells[: at + 1]] for row in (lower, upper))
    is_led_alike = all(not text or text == other for text, other in zip(lead[:at], own, strict=False))
    return bool(_SECOND.match(lead[at])) and not any(own[first.label_at + 1 :]) and is_led_alike


def _has_group_beside(row: Candidate, column: int, like: Candidate, name: str) -> bool:
    """Whether a row has its own label below that of another, and its group's name in the column of group names."""
    item = row.item
    return (
        isinstance(item, GridRow)
        and row.block == like.block
        and row.label_at == like.label_at
        and normalize(item.cells[column].text) == name
    )
