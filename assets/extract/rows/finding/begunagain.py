"""A row of few letters whose number begun again in each row: `1.其他` below `1.申请人逾期未按收费通知要求…`, where the form has 3.其他.

A program that makes a list of one item of each cell numbers every row alike. The letters 其他 are those of many rows, so that the number
counts for them (labelmatcher.py); where it is that of all rows above it in its group, it says nothing, and the place tells. Belongs here:
whether a number is such a one. Does not belong here: that the place is one row's (links.py), and labels that tell by their letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import normalize, number_of
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.labels.groupsinfront import without_groups
from schemas.form import Table

# One row above has the number that the form prints; the next shows that it begins again.
_LEAST_ABOVE = 2


def begins_again(candidate: Candidate, row: int, links: Sequence[Link], table: Table) -> bool:
    """Whether a label is the row's to the letter but for its number, which all rows above it in its group have as well."""
    own, number = table.rows[row], number_of(candidate.label)
    if number is None or normalize(candidate.label) not in map(normalize, own.wordings):
        return False
    above = [at for at in range(row) if own.parent and table.rows[at].parent == own.parent]
    numbers = {
        link.row: number_of(without_groups(link.candidate.label, table.rows[link.row], table))
        for link in links
        if link.row in above
    }
    return len(above) >= _LEAST_ABOVE and all(numbers.get(at) == number for at in above)
