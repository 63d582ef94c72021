"""Two heads joined in one over one column of figures: 商业企业、科研机构, 法律服务机构及其他.

A figure below is of both columns together, and the figures behind it stand one place further to the left than the form has them; with
a column of its own behind the last (备注 without a head) a row still has as many. The columns before the joined ones keep their places,
and all from there on are in doubt. Where all heads stand so beside each other they are a list of them, and nothing is joined.
Belongs here: that doubt. Does not belong here: heads of one column that line breaks part (plainheaders/joinedlabels.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.headers.headerplace import header_start, title_line
from assets.extract.labels import TAG, squash
from schemas.form import Form, Table

_SIGN = re.compile("[、/和及与]")


def doubt_joined_heads(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the columns in doubt from the first on whose head is joined with the next one's."""
    for reading in tables:
        table = form.table(reading.table_no)
        if table.one_row or len(table.blocks) > 1 or not reading.cells:
            continue
        first = min([line for cell in reading.cells.values() if (line := cell.line_start)], default=1)
        joined = _joined(lines, first, table)
        if joined is None:
            continue
        at, words = joined
        both = {column.key for column in table.columns[at : at + 2]}
        if all(cell.status == "uncertain" for key, cell in reading.cells.items() if key.col_key in both):
            continue  # the header was understood
        own = {column.key for column in table.columns[at:]}
        doubted = [
            key for key, cell in reading.cells.items() if key.col_key in own and cell.status != "uncertain"
        ]
        if doubted:
            row = table.rows[0]
            reading.note("header-unclear", line=first, row_key=row.key, row=row, detail=words)
        for key in doubted:
            reading.doubt(key, "header-unclear", first)


def _joined(lines: Sequence[str], first: int, table: Table) -> tuple[int, str] | None:
    """Which column is the first whose head is joined with the next one's above line `first`, and the words of both."""
    over = lines[header_start(lines, first) : first - 1]
    if not any(map(_SIGN.search, over)):
        return None
    over = over[max(0, title_line(over, table)) :]
    text = "".join(squash(TAG.sub("|", line)) for line in over)
    text = text[text.rfind("。") + 1 :]
    _, corner, heads = text.rpartition(squash(table.header))
    found = [(at, said[0]) for at, pair in _pairs(table) if corner and (said := pair.search(heads))]
    if not found or len(found) * 2 >= len(_pairs(table)):
        return None
    return found[0]


@cache
def _pairs(table: Table) -> list[tuple[int, re.Pattern[str]]]:
    """The heads of each column and the next one of its group as one head has both, with the number of the first."""
    return [
        (at, re.compile(rf"{re.escape(squash(one.zh))}(?:[、/和及与]|以及){re.escape(squash(other.zh))}"))
        for at, (one, other) in enumerate(pairwise(table.columns))
        if one.group is not None and one.group == other.group
    ]
