"""The table of one row as a sentence that names row and column before each figure: `行政复议结果维持1，…，行政诉讼复议后起诉总计0。`

All of its cells are named, each of them once, and nothing else is said: prose names a few. Belongs here: such sentences. Does not
belong here: a row whose label stands once before a colon (rowsentences.py), and whose the figures are (named.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.byname.leaves import column_of
from assets.extract.byname.rowsentences import named_cell, parted
from assets.extract.labels import squash
from assets.extract.numbers import OWN_COMMA
from schemas.form import Form, Table

# What ends a figure; a comma within thousands does not.
_END = re.compile(rf"[，、；;。]|{OWN_COMMA}")
_BETWEEN = "-—·_/>:：的 "
_LONGEST = 1_000


def rows_and_columns(text: str, form: Form) -> tuple[tuple[str, str, str], ...]:
    """The label of a row, the name of a column and the cell of each figure that a text says and nothing else."""
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return ()
    return next((said for table in form.tables if table.one_row and (said := _said(text, form, table))), ())


def _said(text: str, form: Form, table: Table) -> tuple[tuple[str, str, str], ...]:
    leads = _leads(table)
    pieces = [piece for piece in map(str.strip, _END.split(parted(text))) if piece]
    if len(pieces) != len(table.cells):
        return ()
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for piece in pieces:
        narrow = squash(piece)
        lead = next((lead for lead in leads if narrow.startswith(lead)), None)
        named = named_cell(narrow[len(lead) :].lstrip(_BETWEEN)) if lead is not None else None
        column = column_of(named[0], form, table) if named is not None else None
        if lead is None or named is None or column is None:
            return ()
        row, label = leads[lead]
        found[row, column] = (label, named[0], _printed(piece, named[1]))
    in_order = ((key.row_key, key.col_key) for key in table.cells)
    return tuple(found[key] for key in in_order) if len(found) == len(table.cells) else ()


def _printed(piece: str, cell: str) -> str:
    """The cell as printed at the end of a piece."""
    starts = (at for at in range(len(piece) - 1, -1, -1) if squash(piece[at:]) == cell)
    return piece[next(starts, len(piece)) :] if cell else ""


@cache
def _leads(table: Table) -> dict[str, tuple[str, str]]:
    """What may stand before a column's name, the longest first: a row's label, its group's in front of it or not; with the row's key and label."""
    groups = {group.key: group for group in table.groups}
    leads: dict[str, tuple[str, str]] = {}
    for row in table.rows:
        over = groups[row.parent].wordings if row.parent else ()
        for wording in row.wordings:
            label = squash(wording)
            for lead in (
                label,
                *(squash(w) + joint + label for w in over for joint in ("", *_BETWEEN.strip())),
            ):
                leads.setdefault(lead, (row.key, row.zh))
    return dict(sorted(leads.items(), key=lambda item: (-len(item[0]), item[0])))
