"""A row's label among the cells of the row above: one of the two lost cells, so that the figures behind it are its own.

A program that leaves out what it has printed before may leave as many cells behind a label, label and figures of the next
row included, as the form has columns. No cell of such a row is known. Does not belong here: pieces of columns' labels
among figures (rowblock.py), and rows printed side by side on purpose (severalrows.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from assets.extract.labels import letters as letters_of
from assets.extract.labels import normalize
from assets.extract.model import Cell
from schemas.form import Table

# A label that says what it is; a shorter one only stands with its number (3.其他).
_LEAST_LETTERS = 2


def row_within(figures: Sequence[Cell], placed: Iterable[Cell], table: Table) -> str | None:
    """The label of a row or a group that stands between the first and the last figure of another row."""
    words = [i for i, cell in enumerate(figures) if not cell.text.isascii()]
    if not words:
        return None
    own = {id(cell) for cell in placed}
    at = [i for i, cell in enumerate(figures) if id(cell) in own and cell.text.strip()]
    between = [figures[i].text for i in words if at and at[0] <= i < at[-1]]
    return next((text for text in between if _is_label(text, table)), None)


def _is_label(text: str, table: Table) -> bool:
    labels, rows, groups = _labels(table)
    label = normalize(text)
    return label in labels or (label.startswith(groups) and letters_of(text).endswith(rows))


@cache
def _labels(table: Table) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The letters of all labels, of those of rows that say what they are, and of those of groups and clauses."""
    heads = [block.clause for block in table.blocks if block.clause]
    rows = {normalize(w) for row in table.rows for w in row.wordings}
    groups = {normalize(w) for label in (*table.groups, *heads) for w in label.wordings}
    long = tuple(row for row in rows if len(row) > _LEAST_LETTERS)
    return frozenset(rows | groups), long, tuple(groups)
