"""Header cells of table 4 that say more than the label of a column: its row, too (行政复议 / 结果维持), or the label in another language.

A sheet whose merged header cells were taken apart names row and column in each cell; a bilingual one has `总计 Total`. Belongs here:
which row and which column such cells name, in their order. Does not belong here: cells that hold a label alone (sideways.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assets.extract.labels import squash
from schemas.form import Table

# A cell of more letters is a sentence.
_LONGEST = 80


def order_within(
    texts: Sequence[str], table: Table, rows: Sequence[str]
) -> list[tuple[str, str]] | str | None:
    """The row and the column of each figure, as cells name the column within other words; what is wrong with them, or None where they do not name all.

    Rows that no cell names are `rows`, those of the labels above. The columns of one row stand side by side: where they do not,
    the cells may be of header rows of several heights.
    """
    named = [(row, column) for row, column in (named_within(text, table) for text in texts) if column]
    standard = [column.key for column in table.columns]
    width = len(standard)
    if len(named) != width * len(table.rows):
        return None
    groups = [named[at : at + width] for at in range(0, len(named), width)]
    told = [{row for row, _ in group if row} for group in groups]
    # a few cells with the label of a row are those in which two rows of the header ran together
    are_paths = any(all(row for row, _ in group) for group in groups)
    above = _rows_of(told, table) if are_paths else list(rows)
    if above is None or any(sorted(c for _, c in group) != sorted(standard) for group in groups):
        return "、".join(text for text in texts if named_within(text, table)[1])
    return [(row, column) for row, group in zip(above, groups, strict=True) for _, column in group]


def _rows_of(told: Sequence[set[str]], table: Table) -> list[str] | None:
    """The row of each group of columns, each named by one; one row alone may be named by none of its cells. None where it is not so."""
    found = [next(iter(names), None) for names in told]
    lost = [row.key for row in table.rows if row.key not in found]
    if any(len(names) > 1 for names in told) or len(lost) != found.count(None) or len(lost) > 1:
        return None
    return [row or lost[0] for row in found]


def columns_within(texts: Sequence[str], table: Table) -> list[str]:
    """The labels of the columns that cells name in full, alone or within other words, in their order."""
    names = [squash(column.zh) for column in table.columns]
    found = [[name for name in names if name in text] if len(text) <= _LONGEST else [] for text in texts]
    return [own[0] for own in found if len(own) == 1]


def named_within(text: str, table: Table) -> tuple[str | None, str | None]:
    """The row and the column whose labels stand within a squashed text, each None where none does or several do.

    A label within that of another is the other's, as 行政复议 in 经行政复议后起诉; under 行政诉讼 stands nothing of 行政复议.
    """
    if not text or len(text) > _LONGEST:
        return None, None
    rows, columns, groups = _wordings(table)
    row = _one_in(text, rows)
    parent = next((r.parent for r in table.rows if r.key == row), None)
    if row and any(key != parent for wording, key in groups if wording in text):
        row = None
    return row, _one_in(text, columns)


@lru_cache(maxsize=8)
def _wordings(table: Table) -> tuple[list[tuple[str, str]], ...]:
    """The wordings of rows, columns and groups, each with its key."""
    labels = (table.rows, table.columns, table.groups)
    return tuple([(squash(w), label.key) for label in of for w in label.wordings] for of in labels)


def _one_in(text: str, wordings: Sequence[tuple[str, str]]) -> str | None:
    found = [(wording, key) for wording, key in wordings if wording in text]
    keys = {key for word, key in found if not any(word != other and word in other for other, _ in found)}
    return keys.pop() if len(keys) == 1 else None
