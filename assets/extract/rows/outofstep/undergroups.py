"""Rows of plain text below the name of a group that has a row of figures, above one of the group's that lacks its own.

    其他处理 27 0 1 0 0 27 55
    1.申请人无正当理由逾期不补正 0 6 2 5 14 0 27
    2.申请人逾期未按收费通知要求缴纳费用
    3.其他 36 0 19 0 0

The form has no figures for a group. They may be its sum, or those of the row below, whose label a program set beneath them as all after it.
Where each row of the group has its figures they are a sum. Belongs here: which rows are not known to be their labels' for it. Does not
belong here: a row that stands for its group (shifted.py), and the name of a group between a label and its figures (belowothers.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import normalize
from assets.extract.model import Run
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.labels.otherrowlabels import label_beside
from assets.extract.rows.outofstep.looserows import is_full
from schemas.form import Table


def under_groups(links: Sequence[Link], found: Sequence[Candidate], table: Table) -> list[Link]:
    """Such rows of a table. `found` are all candidates of the text, `links` the rows taken of it."""
    taken = {id(link.candidate) for link in links}
    width = len(table.columns)
    doubted: list[Link] = []
    for candidate in found:
        if id(candidate) in taken or not isinstance(candidate.item, Run) or not is_full(candidate, width):
            continue
        name = normalize(label_beside(candidate))
        for group in table.groups:
            if name not in map(normalize, group.wordings):
                continue
            rows = {at for at, row in enumerate(table.rows) if row.parent == group.key}
            own = [link for link in links if link.row in rows]
            whole = {link.row for link in own if is_full(link.candidate, width)}
            lacking = rows - whole
            doubted += [
                link
                for link in own
                if link.candidate.index > candidate.index and any(row >= link.row for row in lacking)
            ]
    return doubted
