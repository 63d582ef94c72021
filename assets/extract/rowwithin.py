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
    own = {id(cell) for cell in placed}
    at = [i for i, cell in enumerate(figures) if id(cell) in own and cell.text.strip()]
    if len(at) < 2:
        return None
    for cell in figures[at[0] : at[-1]]:
        if not cell.text.isascii() and _is_label(cell.text, table):
            return cell.text
    return None


def _is_label(text: str, table: Table) -> bool:
    rows, groups = _labels(table)
    label = normalize(text)
    if label in rows or label in groups:
        return True
    letters = letters_of(text)
    return any(letters.endswith(row) for row in rows if len(row) > _LEAST_LETTERS) and any(
        label.startswith(group) for group in groups
    )


@cache
def _labels(table: Table) -> tuple[frozenset[str], frozenset[str]]:
    """The letters of the labels of rows, and those of groups and clauses."""
    heads = [block.clause for block in table.blocks if block.clause]
    rows = {normalize(w) for row in table.rows for w in row.wordings}
    groups = {normalize(w) for label in (*table.groups, *heads) for w in label.wordings}
    return frozenset(rows), frozenset(groups)
