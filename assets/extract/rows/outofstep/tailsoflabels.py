"""Rows of figures that have nothing but the end of a label, where labels have slid against the figures below them.

    申请5.要求行政机关确认或重新出具已获取,43,0,0
    信息,0,0,0
    （六）其他处理,8,3,11
    （七）总计,1,0,1
    四、结转下年度继续办理,,,

The figures beside `信息` may be those of the label below, and so may all that follow, since the last row has none. Belongs here: rows
of cells. Does not belong here: rows without any label (shifted.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import normalize
from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import has_figures
from assets.extract.rows.outofstep.looserows import widths
from schemas.form import Table


def below_tails(links: Sequence[Link], found: Sequence[Candidate], table: Table) -> list[Link]:
    """The rows below such a one, where the last row of the form has no figures."""
    last = len(table.rows) - 1
    if table.one_row or any(link.row == last and has_figures(link.candidate) for link in links):
        return []
    taken = {id(link.candidate) for link in links}
    first = links[0].candidate.index
    tails = [c.index for c in found if c.index > first and id(c) not in taken and _is_tail(c, table)]
    return [link for link in links if tails and link.candidate.index > min(tails)]


def _is_tail(candidate: Candidate, table: Table) -> bool:
    """Whether a whole row of figures stands beside the end of a label and nothing else."""
    item = candidate.item
    if not isinstance(item, GridRow):
        return False
    words = normalize("".join(item.cells[at].text for at in item.words))
    if not words or len(item.written) - len(item.words) not in widths(table):
        return False
    names = {normalize(w) for label in (*table.rows, *table.groups) for w in label.wordings}
    return words not in names and any(name.endswith(words) for name in names)
