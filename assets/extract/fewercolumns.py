"""Tables with fewer columns than the form: all organisations in one, only totals, or no totals.

The header must name every column of the rows, and all rows must have a figure for each: where a header names more, cells
have vanished. Does not belong here: columns beyond the form's (extracolumns.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.columnnames import UNKNOWN
from assets.extract.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.model import Cell
from schemas.form import Column, Table

# So many rows with one count of figures lack none.
_LEAST_ROWS = 8
# What stands over figures that are not told apart by applicant: they are the totals.
_QUANTITY = re.compile(r"(?:申请)?(?:数量|件数|总数|总量|合计数?)(?:\((?:单位:)?件\))?")


def fewer_columns(
    rows: Sequence[Sequence[Cell]], header: Sequence[Sequence[str]], table: Table, columns: Sequence[Column]
) -> list[str] | None:
    """The columns from left to right, UNKNOWN for a group's in one; None where the header does not prove them.

    `rows` are the figures of the block's rows, `header` the words of the lines above or cells of its rows.
    A single figure without any header may be one of which the others vanished, or all of them run into each other.
    """
    counts = {sum(bool(cell.text.strip()) for cell in row) for row in rows}
    if len(rows) < _LEAST_ROWS or len(counts) != 1 or max(counts) >= len(columns):
        return None
    if all(row and not row[-1].text.strip() for row in rows):
        return None  # the last column is blank, and it may be one whose label the header names
    (count,) = counts
    key_of = {squash(w): c.key for c in columns for w in c.wordings}
    groups = {
        squash(w): g.key for g in table.groups for w in g.wordings if g.key in {c.group for c in columns}
    }
    levels: list[list[str]] = []
    for words in reversed(header):
        texts = [squash(word) for word in words]
        texts = [text for text in texts if any(letter.isalnum() for letter in text)]
        texts = [text for text in texts if text not in CORNERS]
        if count == 1 and not levels and len(texts) == 1 and _QUANTITY.fullmatch(texts[0]):
            return [columns[-1].key]
        if not all(text in key_of or text in groups for text in texts):
            break
        if texts:
            levels.insert(0, [groups.get(text) or key_of[text] for text in texts])
    order = _in_order(levels, columns, set(groups.values()))
    return order if order is not None and len(order) == count > 1 else None


def _in_order(levels: list[list[str]], columns: Sequence[Column], groups: set[str]) -> list[str] | None:
    """The columns that one row of labels names, or two, of which the lower names those of a group in full."""
    if len(levels) == 2 and len(named := [key for key in levels[0] if key in groups]) == 1:
        if levels[1] != [c.key for c in columns if c.group == named[0]]:
            return None
        at = levels[0].index(named[0])
        order = [*levels[0][:at], *levels[1], *levels[0][at + 1 :]]
    elif len(levels) == 1:
        order = levels[0]
    else:
        return None
    # a group stands for its columns, which are not told apart
    spread = [key for at in order for key in ([c.key for c in columns if c.group == at] or [at])]
    if spread != [c.key for c in columns if c.key in spread]:
        return None
    return [UNKNOWN if key in groups else key for key in order]
