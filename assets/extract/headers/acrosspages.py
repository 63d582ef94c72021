"""A header row of cells that a page's end has cut through: its upper half stands on the line above, its lower one over the figures.

    ,自然,法人或其他组织,总计
                                        (the page ends)
    ,,,人,商业企业,科研机构,社会公益组织,法律服务机构,其他,
    一、本年新收政府信息公开申请数量,,,6,1,0,0,0,0,7

The lower half has the places of the rows below, the upper one the words, or halves of them, that are missing there. Belongs here: making
the row whole, in whatever order, where the halves are the labels of just the columns that are missing. Does not belong here: rows that are whole (gridheader.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Column, Table

_BETWEEN_CELLS = re.compile(r'[,;\t|｜"]')
# Most written lines from the lower half up to the upper one: the number of a page, a running head.
_MOST_BETWEEN = 3


def made_whole(
    rows: list[GridRow], start: Candidate, lines: Sequence[str], table: Table, columns: Sequence[Column]
) -> list[GridRow]:
    """The header rows above the row `start`, the last of them whole where its upper half stands above it."""
    own = start.item
    if not rows or not isinstance(own, GridRow):
        return rows
    row, first = rows[-1], len(own.cells) - len(columns)
    if len(row.cells) != len(own.cells) or not start.label_at < first or row.words[:1] != [first]:
        return rows
    texts = [squash(cell.text) for cell in row.cells[first:]]
    labels = [[squash(wording) for wording in column.wordings] for column in columns]
    missing = [n for n, text in enumerate(texts) if text not in labels[n]]
    if not missing or 2 * len(missing) >= len(columns) or not any(texts[n] for n in missing):
        return rows
    column_of = {label: n for n in missing for label in labels[n]}
    groups = {squash(wording) for group in table.groups for wording in group.wordings}
    written = [line for line in lines[: row.line_start - 1] if line.strip()]
    for line in reversed(written[-_MOST_BETWEEN:]):
        words = [word for cell in _BETWEEN_CELLS.split(line) if (word := squash(cell))]
        upper = [word for word in words if word not in groups]
        if len(upper) == len(missing) and len(upper) < len(words):
            whole = [word + texts[n] for word, n in zip(upper, missing, strict=True)]
            if {column_of.get(word) for word in whole} == {*missing}:
                named = dict(zip(missing, whole, strict=True))
                cells = [
                    replace(cell, text=named.get(at - first, cell.text)) for at, cell in enumerate(row.cells)
                ]
                return [*rows[:-1], replace(row, cells=cells)]
    return rows
