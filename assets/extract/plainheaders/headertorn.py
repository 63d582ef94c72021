"""Headers that a page's order tears in two: some labels stand above the first row's label, others below it.

A program that gives a page in blocks goes from left to right: what stands in the block of the rows' labels stands nearest to them, left of what comes
in a later block. Belongs here: the sign that the columns are so in another order than the form's. Does not belong here: headers that stand
together above the rows (plainheader.py, piecesofprint.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash, squash_lines
from schemas.form import Column, Table


def torn_apart(
    above: Sequence[str], below: Sequence[str], table: Table, columns: Sequence[Column]
) -> str | None:
    """A label above the first row's and one of its level below that, which the form has the other way round; None without such.

    `below` are the lines from the label of the first row to the first row that has a figure for each column.
    """
    rows = [squash(w) for label in (*table.rows, *table.groups) for w in label.wordings]
    words = {squash(word) for line in above for word in (*line.split(), line)}
    head, rest = squash_lines(above), squash_lines(below)
    first: dict[bool, Column] = {}
    for column in columns:
        names = [squash(w) for w in column.wordings]
        level = bool(column.group)
        if level in first and not words.isdisjoint(names):
            return f"{column.zh}、{first[level].zh}"
        own = [name for name in names if not any(name in row for row in rows)]
        if own and level not in first and not any(n in head for n in own) and any(n in rest for n in own):
            first[level] = column
    return None
