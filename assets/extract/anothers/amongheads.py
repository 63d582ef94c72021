"""Cells of a header that stand on lines of their own behind tabs, of which one says what captions say: 其他行政机关 between 其他 and 总计.

Belongs here: whether a line is such a cell. Does not belong here: what captions say (notown.py), columns that the form lacks (gridheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from schemas.form import forms


def is_among_heads(lines: Sequence[str], number: int) -> bool:
    """Whether a line is a cell right behind a head of the form, in one row with another or with a blank cell behind it."""
    if number < 2 or not lines[number - 1].startswith("\t"):
        return False
    behind = lines[number] if number < len(lines) else ""
    is_in_row = squash(behind) in _heads() if behind.strip() else behind.startswith("\t")
    return is_in_row and squash(lines[number - 2]) in _heads()


@cache
def _heads() -> frozenset[str]:
    """The labels of columns and of their groups in every form, and the words over them."""
    tables = [table for form in forms().values() for table in form.tables]
    labels = [label for table in tables for label in (*table.columns, *table.groups)]
    wordings = [squash(wording) for label in labels for wording in label.wordings]
    return frozenset([*wordings, *(squash(table.header) for table in tables), *CORNERS])
