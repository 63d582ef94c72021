"""Rows of plain text whose label stands above another one that is none of a row, and that is nearer to the figures.

    5.要求行政机关确认或重新出具已获取信息        四、结转下年度继续办理
    （六）其他处理 11 18 32 18 38 11 39         合计 28 8 2 36 26 24 18

An agency gives one row to a group, or puts a sum below the table, and the row above is blank: its label is all that plain text leaves
of it. The figures are the group's, or the sum's. Does not belong here: the label of a group as a row's own (shifted.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labels import ascii_width, normalize
from assets.extract.model import Run
from assets.extract.rows.finding.chain import Link
from schemas.form import Table
from schemas.meaning import TURNS

# Lines of a gloss that a page breaks; and the last of them, which opens no bracket and closes one at its end.
_LEAST_LINES, _CLOSES = 2, re.compile(r"[^()]+\)")


def below_others(links: Sequence[Link], table: Table) -> list[Link]:
    """Such rows of a table."""
    groups = _groups_of_rows(table)
    return [link for link in links if _is_below(link, groups, table)]


def _is_below(link: Link, groups: dict[str, str], table: Table) -> bool:
    run = link.candidate.item
    if not isinstance(run, Run) or (not run.head and not run.before):
        return False
    nearest = normalize(run.head or run.before[-1].text)
    if not nearest:
        return False
    row = table.rows[link.row]
    if any(nearest in normalize(wording) for wording in row.wordings):
        return False
    label = normalize(link.candidate.label)
    if nearest in TURNS.sums and label:
        return len(label) > len(nearest)
    if not label and any(nearest.endswith(word) for word in TURNS.sums):
        return True  # told by its place alone, which a sum of the rows above may have
    above = normalize(run.before[-2].text) if not run.head and len(run.before) > 1 else ""
    group = groups.get(nearest) or groups.get(above + nearest)
    if group is None or group in _above(table, row.key):
        return False
    return not _ends_gloss(run)


def _ends_gloss(run: Run) -> bool:
    """Whether the words nearest to figures are the end of a gloss that opens on a line above: `…、部分内容` / `不予公开的）`.

    They may say what a group's name says, and are none: the bracket that they close opens amid words of the label.
    """
    texts = [ascii_width(text) for text in (*[f.text for f in run.before], run.head) if text.strip()]
    if len(texts) < _LEAST_LINES or not _CLOSES.fullmatch(texts[-1].strip()):
        return False
    opened = "".join(texts[:-1])
    return opened.rfind("(") > opened.rfind(")") and bool(normalize(opened[opened.rfind("(") :]))


@cache
def _above(table: Table, row: str) -> frozenset[str]:
    return frozenset(group.key for group in table.ancestors(row))


@cache
def _groups_of_rows(table: Table) -> dict[str, str]:
    """The labels of groups of rows, not of columns, as they are compared."""
    keys = {group.key for row in table.rows for group in table.ancestors(row.key)}
    own = {normalize(w) for row in table.rows for w in row.wordings}
    return {
        name: group.key
        for group in table.groups
        if group.key in keys
        for wording in group.wordings
        if (name := normalize(wording)) not in own
    }
