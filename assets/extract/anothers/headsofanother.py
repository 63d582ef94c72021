"""Columns of another form's table over the rows of this one's: 本年新制作数量 over 规章 in a report whose other clauses are of 2021.

The rows of a clause have the same labels in all forms, and often as many figures; only the heads of the columns say what
these count. Where the heads are another form's, no figure of the clause is one of this form's, and all are in doubt.
Belongs here: that doubt. Does not belong here: which form it is (forms.py, clauseforms.py), and rows of another form
(otherrows.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.clauseforms import share_in
from assets.extract.headers.headerplace import own_header_start, title_line
from assets.extract.labels import letters as letters_of
from assets.extract.labels import normalize
from schemas.form import Block, Table, forms

# So many of the letters that only another form's heads have are above the rows; of this form's own, they may all be.
_THERE = 0.5
_CLAUSE = "第二十条"
_LONGEST_SHOWN = 40


@dataclass(frozen=True)
class _Heads:
    """The letters that only this form's heads of a clause have, and those that only another's have."""

    own: frozenset[str]
    others: tuple[frozenset[str], ...]


def doubt_heads_of_another(reading: TableReading, lines: Sequence[str], table: Table) -> None:
    """Put the cells of each block in doubt whose heads are another form's.

    Letters are compared, not labels: narrow cells break the labels, and a page gives their pieces by turns.
    """
    if len(table.blocks) == 1 or not reading.lines:
        return
    above = 0
    for block in table.blocks:
        keys = [key for row in block.rows for key in table.keys_of[row.key] if key in reading.cells]
        at = [line for key in keys if (line := reading.cells[key].line_start)]
        if not at:
            continue
        told = _of_another(lines, above, min(at), table, block)
        if told is not None:
            row = block.rows[0]
            if any(reading.cells[key].status != "uncertain" for key in keys):
                reading.note("header-unclear", line=min(at), row_key=row.key, row=row, detail=told)
            for key in keys:
                reading.doubt(key, "header-unclear", min(at))
        above = max(at)


def _of_another(lines: Sequence[str], above: int, first: int, table: Table, block: Block) -> str | None:
    """The heads between line `above` and the first figure of a block, if they are another form's."""
    heads = _heads(table, block)
    if heads is None:
        return None
    above = own_header_start(lines, first, above)
    over = list(lines[above:first])
    over = over[max(0, title_line(over, table) - 1) :]
    text = _over_rows("".join(map(letters_of, over)), block)
    if share_in(heads.own, text) == 1.0:
        return None
    if any(share_in(other, text) > _THERE for other in heads.others):
        return text.removeprefix(letters_of(block.clause.zh) if block.clause else "")[:_LONGEST_SHOWN]
    return None


def _over_rows(text: str, block: Block) -> str:
    """What of the letters down to the first figure stands below the words of the clause, and above those of its rows."""
    clause = letters_of(block.clause.zh) if block.clause else _CLAUSE
    start = max(text.rfind(clause if clause in text else _CLAUSE), 0)
    rows = [normalize(wording) for row in block.rows for wording in row.wordings]
    ends = [at for wording in rows if (at := text.find(wording, start)) >= 0]
    return text[start : min(ends, default=len(text))]


@cache
def _heads(table: Table, block: Block) -> _Heads | None:
    """What tells the heads of a block from those of other forms; None where no form has others with letters of their own."""
    own = _letters(block)
    rows = {row.key for row in block.rows}
    others = [
        _letters(other) - own
        for form in forms().values()
        for other in form.table(table.no).blocks
        if rows & {row.key for row in other.rows} and other is not block
    ]
    others = [letters for letters in others if letters]
    if not others:
        return None
    every = frozenset().union(
        *(
            _letters(other)
            for form in forms().values()
            for other in form.table(table.no).blocks
            if rows & {row.key for row in other.rows} and other is not block
        )
    )
    return _Heads(own - every, tuple(others))


def _letters(block: Block) -> frozenset[str]:
    """The letters of the official heads of a block, without the unit in brackets."""
    return frozenset("".join(normalize(column.zh.split("（")[0]) for column in block.columns))
