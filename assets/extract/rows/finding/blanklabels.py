"""Rows of cells whose own label is blank, under the label of their group in front.

    三、本年度办理结果 | （三）不予公开 | 3.危及“三安全一稳定” | 0 | …
    三、本年度办理结果 | （三）不予公开 |                      | 4 | …
    三、本年度办理结果 | （三）不予公开 | 5.属于三类内部事务信息 | 0 | …

The group's label stands in each of its rows, and is none of theirs. Belongs here: which row is such a one below another of its
group. Does not belong here: which row of the form it is (links.complete). A row that is the first with the label of its group
may be the group's own, with its sums.
"""

from __future__ import annotations

from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.finding.candidates import Candidate


def without_group(candidate: Candidate, before: Candidate) -> Candidate:
    """The row; its label is taken off where it is only the group's, which the row before it has in front of its own."""
    row, other, at = candidate.item, before.item, before.label_at
    if not isinstance(row, GridRow) or not isinstance(other, GridRow) or not 0 < at < len(row.cells):
        return candidate
    lead, same = ([squash(cell.text) for cell in cells[:at]] for cells in (row.cells, other.cells))
    if lead != same or not any(lead) or row.cells[at].text.strip() or len(row.cells) != len(other.cells):
        return candidate
    if any(map(looks_like_figure, filter(None, lead))) or candidate.label_at >= at:
        return candidate
    candidate.label, candidate.figures, candidate.label_at = "", row.cells[at + 1 :], at
    return candidate
