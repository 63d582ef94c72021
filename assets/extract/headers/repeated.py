"""Plain text in which a merged cell stands once for each column it covers (行政许可 4 4 4): what its header says.

The header repeats its labels as the rows repeat their figures, so that it tells which figures are one cell. Does not
belong here: merged cells in grids (gridheader.py), columns that the form does not have (extracolumns.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assets.extract.labelmatcher import LabelMatcher
from assets.extract.labels import squash
from assets.extract.model import Cell
from schemas.form import Column, Table


def repeated_columns(
    header: Sequence[str], table: Table, columns: Sequence[Column], matcher: LabelMatcher
) -> list[str] | None:
    """The column of each place in a row, if the header names all columns in order and some more than once.

    `header` are the lines above the first row; its labels are the words behind the last corner. None where they
    are anything but such labels.
    """
    words = [squash(word) for line in header for word in line.split()]
    corners = [i for i, word in enumerate(words) if word == squash(table.header)]
    if not corners:
        return None
    runs = [(word, len(list(again))) for word, again in groupby(words[corners[-1] + 1 :])]
    matches = [matcher.match(word) for word, _ in runs]
    if [match.key if match else None for match in matches] != [c.key for c in columns]:
        return None
    if all(count == 1 for _, count in runs):
        return None
    return [column.key for column, (_, count) in zip(columns, runs, strict=True) for _ in range(count)]


def one_each(figures: Sequence[Cell], places: Sequence[str]) -> list[Cell] | None:
    """The figures of a row, one for each column; None where there is not one for each place, or two of one cell differ."""
    if len(figures) != len(places):
        return None
    cells: list[Cell] = []
    for _, group in groupby(zip(places, figures, strict=True), key=lambda pair: pair[0]):
        printed = [cell for _, cell in group]
        if len({squash(cell.text) for cell in printed}) > 1:
            return None
        cells.append(printed[0])
    return cells
