"""Labels of which a program kept the first paragraph alone: `本年新 | 本年新 | 对外公开总数量`, for 本年新 above 制作数量 in one cell.

Belongs here: header rows in which every column has its cell, and each is the label in its place or the beginning of it.
Does not belong here: labels that a header lacks (headerlost.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.columnnames import UNKNOWN, Named
from assets.extract.labels import squash
from assets.extract.model import GridRow
from schemas.form import Column

# So many letters are the beginning of a label.
_LEAST_BEGUN = 2


def with_cut_labels(
    named: Named, columns: Sequence[Column]
) -> list[tuple[GridRow, list[tuple[int, str | None]]]]:
    """The rows of a header, in which the beginnings of labels name the columns in whose places they stand."""
    return [(row, _completed(row, names, columns)) for row, names in named]


def _completed(
    row: GridRow, names: list[tuple[int, str | None]], columns: Sequence[Column]
) -> list[tuple[int, str | None]]:
    """The names of a row, if it has one for each column, all in place, and one at least that is no other column's too."""
    if len(names) != len(columns) or all(key != UNKNOWN for _, key in names):
        return names
    labels = [squash(column.zh) for column in columns]
    told = False
    for (at, key), column, label in zip(names, columns, labels, strict=True):
        text = squash(row.cells[at].text)
        if key not in (column.key, UNKNOWN) or (key == UNKNOWN and not _begins(text, label)):
            return names
        told |= key == column.key or sum(_begins(text, other) for other in labels) == 1
    return [(at, column.key) for (at, _), column in zip(names, columns, strict=True)] if told else names


def _begins(text: str, label: str) -> bool:
    return len(text) >= _LEAST_BEGUN and label.startswith(text)
