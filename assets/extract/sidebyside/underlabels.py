"""The row of table 4 with blanks in it or between its columns: figures that stand under the labels of their columns.

Belongs here: where the labels of the header stand, on the line or among the cells, and which of them each figure stands under.
Does not belong here: rows with a figure for each column (onerow.py), and the columns of tables with several rows (positions.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow
from assets.extract.places.positions import CHARACTERS, DISPLAY, display_width, span
from schemas.form import Table

_WORD = re.compile(r"\S+")
_WRITTEN = re.compile(r"\S")
# Lines of a header in which labels are broken, and how far beside its label a figure may stand.
_LINES, _REACH = 8, 2


def under_labels(figures: Sequence[Cell], above: Sequence[str], table: Table) -> list[Cell] | None:
    """The row with a blank cell for each label that no figure stands under; None where a figure is not under just one.

    `above` are the lines over the row. The labels must all be there, in the order of the form.
    """
    answers = []
    for measure in (CHARACTERS, DISPLAY):
        labels = _labels(above[-_LINES:], table, measure)
        columns = _columns(figures, labels, measure) if labels else None
        if columns is not None:
            answers.append(columns)
    if not answers or any(answer != answers[0] for answer in answers):
        return None
    line = figures[0].line_start
    cells = [Cell("", line, line)] * (len(table.rows) * len(table.columns))
    for column, figure in zip(answers[0], figures, strict=True):
        cells[column] = figure
    return cells


def under_label_cells(row: GridRow, above: Sequence[GridRow], table: Table) -> GridRow | None:
    """The row's cells under the label of each column, blank or not, in a grid that has more columns than the form.

    A program that finds columns on a page sets empty ones between them, and one that draws a table anew cuts a column in two.
    `above` are the rows of the block over it. None where the labels are not those of the form in its order, each over one
    cell, or where anything stands elsewhere.
    """
    width, wanted = len(row.cells), [{squash(w) for w in c.wordings} for c in table.columns] * len(table.rows)
    lowest: dict[int, str] = {}
    for header in above:
        if len(header.cells) != width:
            return None
        lowest |= {at: squash(header.cells[at].text) for at in header.written}
    over = {squash(w) for label in (*table.rows, *table.groups) for w in label.wordings}
    places = sorted(at for at, text in lowest.items() if text not in over)
    starts = row.starts or tuple(range(width))
    if width <= len(wanted) or [lowest[at] in own for at, own in zip(places, wanted, strict=False)] != [
        True
    ] * len(wanted):
        return None
    if len(places) != len(wanted) or not set(row.written) <= set(places) <= set(starts):
        return None
    return replace(row, cells=[row.cells[at] for at in places], starts=())


def _labels(lines: Sequence[str], table: Table, measure: str) -> list[tuple[int, int]] | None:
    """Where the label of each column stands, from left to right; None where any is not found as the form has it."""
    over = {squash(w) for label in (*table.rows, *table.groups) for w in label.wordings}
    first = next((n for n, line in enumerate(lines) if over & {squash(w) for w in line.split()}), len(lines))
    stacks: list[tuple[int, int, str]] = []
    for line in lines[first:]:
        for word in _WORD.finditer(line):
            text = squash(word[0])
            if text in over:
                continue
            cell = Cell(text, 1, 1, word.start(), word.end(), display_width(line[: word.start()]))
            x0, x1 = span(cell, measure)
            at = [i for i, (a0, a1, _) in enumerate(stacks) if x0 < a1 and a0 < x1]
            if len(at) > 1:
                return None
            if at:
                a0, a1, upper = stacks[at[0]]
                stacks[at[0]] = (min(a0, x0), max(a1, x1), upper + text)
            else:
                stacks.append((x0, x1, text))
    stacks.sort()
    names = [{squash(w) for w in column.wordings} for column in table.columns] * len(table.rows)
    known = set().union(*names)
    labels = [stack for stack in stacks if stack[2] in known]
    if len(labels) != len(names) or any(s[2] not in own for s, own in zip(labels, names, strict=True)):
        return None
    return [(x0, x1) for x0, x1, _ in labels]


def _columns(figures: Sequence[Cell], labels: Sequence[tuple[int, int]], measure: str) -> list[int] | None:
    """The label that each figure stands under, or right beside where it is under none."""
    columns: list[int] = []
    for figure in figures:
        x0, x1 = span(figure, measure)
        for reach in range(_REACH + 1):
            under = [i for i, (a0, a1) in enumerate(labels) if x0 < a1 + reach and a0 - reach < x1]
            if under:
                break
        if len(under) != 1:
            return None
        columns += under
    return columns if all(a < b for a, b in pairwise(columns)) else None
