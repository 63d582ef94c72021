"""Tables with fewer columns than the form: all organisations in one or several of them, only totals, or no totals.

The header must name every column of the rows, and all rows must have a figure for each: where a header names more, cells
have vanished. Does not belong here: columns beyond the form's (extracolumns.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from assets.extract.headers.columnnames import UNKNOWN, is_caption
from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Column, Table

# So many rows with one count of figures lack none.
_LEAST_ROWS = 8
# Between the names of columns that were merged, and between their keys.
_JOINS = re.compile(r"[、,，;；/和及与+]+")
_AND = "+"
# What stands over figures that are not told apart by applicant: they are the totals.
_QUANTITY = re.compile(r"(?:申请)?(?:数量|件数|总数|总量|合计数?)(?:\((?:单位:)?件\))?")


def fewer_columns(
    rows: Sequence[Sequence[Cell]], header: Sequence[Sequence[str]], table: Table, columns: Sequence[Column]
) -> list[str] | None:
    """The columns from left to right, UNKNOWN for a group's in one; None where the header does not prove them.

    `rows` are the figures of the block's rows, `header` the words of the lines above or cells of its rows.
    A single figure without any header may be one of which the others vanished, or all of them run into each other.
    """
    if len(rows) < _LEAST_ROWS:
        return None
    counts = {len([cell for cell in row if cell.text.strip()]) for row in rows}
    if len(counts) != 1 or max(counts) >= len(columns):
        return None
    if all(row and not row[-1].text.strip() for row in rows):
        return None  # the last column is blank, and it may be one whose label the header names
    (count,) = counts
    key_of = {squash(w): c.key for c in columns for w in c.wordings}
    groups = {
        squash(w): g.key for g in table.groups for w in g.wordings if g.key in {c.group for c in columns}
    }
    note = squash(table.note or "")
    levels: list[list[str]] = []
    for words in reversed(header):
        texts = [squash(word) for word in words]
        texts = [text for text in texts if any(letter.isalnum() for letter in text)]
        texts = [
            text
            for text, _ in groupby(texts)
            if text not in CORNERS and not (note and is_caption(text, table))
        ]  # merged cells may be printed again
        if count == 1 and not levels and len(texts) == 1 and _QUANTITY.fullmatch(texts[0]):
            return [columns[-1].key]
        keys = [groups.get(text) or key_of.get(text) or _several(text, key_of) for text in texts]
        if not all(keys):
            break
        if texts:
            levels.insert(0, [key for key in keys if key])
    order = _in_order(levels, columns, set(groups.values()))
    return order if order is not None and len(order) == count > 1 else None


def without_padding(rows: Sequence[Candidate], header: Sequence[GridRow]) -> list[list[Cell]]:
    """The figures of rows as wide as those of their header, without blank cells that no row has a word or figure at or behind.

    A sheet has one width, that of its widest table.
    """
    figures = [row.figures for row in rows]
    grid = [*header, *(row.item for row in rows if isinstance(row.item, GridRow))]
    is_grid = len(grid) == len(header) + len(rows) and len({len(row.cells) for row in grid}) == 1
    if not is_grid or not ends_above(header):
        return figures
    end = max(row.written[-1] for row in grid if row.written) + 1
    return [row.figures[: max(0, end - row.label_at - 1)] for row in rows]


def ends_above(header: Sequence[GridRow]) -> bool:
    """Whether the last label stands above the lowest row: then none fell out of this one and drew the rest after it."""
    ends = [row.written[-1] for row in header if row.written]
    return len(ends) > 1 and max(ends[:-1]) > ends[-1]


def _in_order(levels: list[list[str]], columns: Sequence[Column], groups: set[str]) -> list[str] | None:
    """The columns that one row of labels names, or two, of which the lower names those of a group in full."""
    if len(levels) == 2 and len(named := [key for key in levels[0] if key in groups]) == 1:
        own = [c.key for c in columns if c.group == named[0]]
        at = levels[0].index(named[0])
        before, behind = levels[0][:at], levels[0][at + 1 :]
        # labels that reach down beside the group's may be printed again in its row
        below = levels[1]
        is_again = below[: len(before)] == before and below[len(below) - len(behind) :] == behind
        below = below[len(before) : len(below) - len(behind)] if is_again else below
        if [key for one in below for key in one.split(_AND)] != own:
            return None
        order = [*before, *below, *behind]
    elif len(levels) == 1:
        order = levels[0]
    else:
        return None
    # a group stands for its columns, which are not told apart
    spread = [key for at in order for key in ([c.key for c in columns if c.group == at] or at.split(_AND))]
    if spread != [c.key for c in columns if c.key in spread]:
        return None
    return [UNKNOWN if key in groups or _AND in key else key for key in order]


def _several(text: str, key_of: Mapping[str, str]) -> str | None:
    """The keys of several columns that a filer merged and named together (`科研机构、社会公益组织`); None where it names others."""
    keys = [key_of.get(part) for part in _JOINS.split(text)]
    return _AND.join(key for key in keys if key) if len(keys) > 1 and all(keys) else None
