"""The label of a group and that of its first row, broken side by side over the same lines: each piece of one beside one of the other.

    三、本年 （一）予 0 0 2 0 0 0 2
    度办理结 以公开
    果 （二）部 0 0 1 0 0 0 1

The narrow columns of two labels are told by their words alone: the pieces at the beginnings of the lines are the group's, those
behind them are the row's to the letter. The row's label is set together before its figures, the group's pieces are taken out.
Does not belong here: labels broken over lines of their own (brokenlabels.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.labels import squash
from schemas.form import forms

_ROW = re.compile(r"(\s*)(\S+) (\S+)((?: [0-9][0-9.,]*){3,} *)")
_TWO = re.compile(r"\s*(\S+)\s+(\S+)\s*")
# So long a piece of a group's label is no chance.
_LEAST_PIECE = 2


def with_labels_beside_groups(lines: list[str]) -> list[str]:
    """The lines, such a row's label whole before its figures, and the line of the rest blank."""
    out = lines
    for at in range(len(lines) - 1):
        row, rest = _ROW.fullmatch(lines[at]), _TWO.fullmatch(lines[at + 1])
        if row is None or rest is None:
            continue
        group, label = squash(row[2]) + squash(rest[1]), squash(row[3]) + squash(rest[2])
        groups, rows = _labels()
        if len(squash(row[2])) < _LEAST_PIECE or label not in rows:
            continue
        if any(whole.startswith(group) for whole in groups):
            out = list(lines) if out is lines else out
            out[at], out[at + 1] = f"{row[1]}{row[3]}{rest[2]}{row[4]}", ""
    return out


@cache
def _labels() -> tuple[frozenset[str], frozenset[str]]:
    """The labels of all groups of rows, and of all rows, of the forms."""
    tables = [table for form in forms().values() for table in form.tables]
    rows = (row for table in tables for block in table.blocks for row in block.rows)
    return (
        frozenset(squash(w) for table in tables for group in table.groups for w in group.wordings),
        frozenset(squash(w) for row in rows for w in row.wordings),
    )
