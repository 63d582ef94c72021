"""Labels that took the figures of the next one, below a short row that stands above its label and was none of the row before.

    5.要求行政机关确认或重新出具已获取信息 0 0 5 2 9 3 19
    2 8
    1.申请人无正当理由逾期不补正…
    0 8 5 5 4 9 31
    2.申请人逾期未按收费通知要求缴纳费用…
    3.其他 5 4 0 0 0 9 18

The blanks of `2 8` vanished; the label below it has the figures of the label without any behind those. Belongs here: rows from such figures to
such a label, whose labels do not share a line with their figures. Does not belong here: whole rows without a label (shifted.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import Run
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.outofstep.looserows import is_beside, labels_alone, widths
from schemas.form import Table


def below_short_rows(
    links: Sequence[Link], found: Sequence[Candidate], lines: Sequence[str], table: Table
) -> list[Link]:
    """The rows between figures below a whole row of one line and a label that has none."""
    above = [link for link in links if _has_short_row_below(link.candidate, table)]
    if not above:
        return []
    first, last = links[0].candidate, links[-1].candidate
    beside = [c for c in found if first.index - 1 <= c.index <= last.index + 1]
    alone = {row for _, row in labels_alone(links, beside, lines, table)}
    by_row = {link.row: link for link in links}
    unsure: list[Link] = []
    for link in above if alone else ():
        slid: list[Link] = []
        row = link.row + 1
        while (
            row in by_row
            and isinstance(by_row[row].candidate.item, Run)
            and not is_beside(by_row[row], table)
        ):
            slid.append(by_row[row])
            row += 1
        if row in alone:
            unsure += slid
    return unsure


def _has_short_row_below(candidate: Candidate, table: Table) -> bool:
    """Whether all figures of a row stand on one line of plain text, and some that are none of it on the next."""
    figures, stray = candidate.figures, candidate.stray
    if not isinstance(candidate.item, Run) or not stray or len(figures) not in widths(table):
        return False
    last = max(cell.line_end for cell in figures)
    return min(cell.line_start for cell in figures) == last < min(cell.line_start for cell in stray)
