"""A label whose bracket opens at one row of figures and closes beside the next: two rows stand at one label.

A stamp or a text box pushes figures down the page: `（二）部分公开（区分处理的，`, then the figures of the row above, then `只计这一情形，不计其他情形）`
with those of its own. Nobody knows which are the label's. Does not belong here: labels that go on below their figures, where no
others stand beside the rest (runlabels.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Item, Run
from assets.extract.rows.finding.chain import Link
from schemas.form import Table


def closed_beside_another(links: Sequence[Link], items: Sequence[Item], table: Table) -> list[Link]:
    """Rows of plain text whose label closes its bracket in words beside the next row of figures, which has no label of its own."""
    taken = {link.candidate.index for link in links}
    found: list[Link] = []
    for link in links if not table.one_row else ():
        at = link.candidate.index + 1
        run, below = link.candidate.item, items[at] if at < len(items) else None
        if not isinstance(run, Run) or not isinstance(below, Run) or at in taken:
            continue
        label, rest = squash(link.candidate.label), squash(below.head)
        as_many = len(below.cells) == len(link.candidate.figures) > 1
        if as_many and label.count("(") > label.count(")") and rest.count(")") > rest.count("("):
            found.append(link)
    return found
