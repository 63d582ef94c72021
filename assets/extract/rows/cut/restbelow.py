"""Rows of cells that end in blank ones, with figures for them in the row below, which has no label: the rest of the row.

    | 三、本年度办理结果 | （五）不予处理 | 4.无正当理由大量反复申请 | 0 |   |   |   |   |   |   |
    | 三、本年度办理结果 | （五）不予处理 | 0 | 0 | 0 | 0 | 0 | 0 |   |   |

What merged cells repeat is no label of its own. A figure more than is lacking is the rest of one that was cut. Does not belong here: halves
that stand in their columns (secondhalves.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import GridRow, Item
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# So many figures where more are lacking are no number of a page; blank cells may be among the rest.
_LEAST = 2


def with_rest_below(links: Sequence[Link], items: Sequence[Item], table: Table) -> list[Link]:
    """Such rows."""
    taken = {link.candidate.index for link in links}
    return [
        link
        for link in links
        if link.candidate.index + 1 not in taken
        and link.candidate.index + 1 < len(items)
        and _is_rest(link, items[link.candidate.index + 1], len(table.keys_of[table.rows[link.row].key]))
    ]


def _is_rest(link: Link, below: Item, width: int) -> bool:
    """Whether the row below has what a row lacks at its end, and no words but those before its label."""
    row, figures = link.candidate.item, link.candidate.figures
    if not isinstance(row, GridRow) or not isinstance(below, GridRow):
        return False
    last = max((at for at, cell in enumerate(figures, 1) if cell.text.strip()), default=width)
    lacking, rest = width - last, len(below.written) - len(below.words)
    if lacking <= 0 or not min(lacking, _LEAST) <= rest <= lacking + 1:
        return False
    before = {squash(cell.text) for cell in row.cells[: max(0, link.candidate.label_at)]}
    return all(squash(below.cells[at].text) in before for at in below.words)
