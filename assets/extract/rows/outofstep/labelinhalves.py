"""Two rows of figures beside the two halves of one label: nothing tells which is the label's, and the other's label is lost.

    1.属于   | 500  | 5390  | …
    国家秘密 | 7732 | 17614 | …

Belongs here: rows of which a neighbour has the rest of the label and figures of its own. Does not belong here: labels in two rows of
which one has no figures (cutrows.py), and a label that stands about the line of its figures (runlabels.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash, strip_numbering
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import NEAR_OVER_PAGE, has_figures
from schemas.form import Row, Table


def with_label_in_halves(links: Sequence[Link], found: Sequence[Candidate], table: Table) -> list[Link]:
    """The rows whose label is half of one, the rest of which stands beside figures right above or below."""
    taken = {id(link.candidate) for link in links}
    at = {id(candidate): n for n, candidate in enumerate(found)}
    halved: list[Link] = []
    for link in links:
        own, row = link.candidate, table.rows[link.row]
        place = at.get(id(own))
        if place is None or squash(own.label) == squash(row.zh) or not has_figures(own):
            continue
        for upper, lower in ((place - 1, place), (place, place + 1)):
            if upper < 0 or lower >= len(found):
                continue
            pair = found[upper], found[lower]
            other = pair[0] if upper < place else pair[1]
            if id(other) not in taken and has_figures(other) and _are_halves(*pair, row):
                halved.append(link)
                break
    return halved


def _are_halves(upper: Candidate, lower: Candidate, row: Row) -> bool:
    """Whether a label of the row begins in one and ends in the other."""
    if lower.line - upper.line_end > NEAR_OVER_PAGE:
        return False
    first, second = squash(upper.label), squash(lower.label)
    wordings = {squash(w) for w in row.wordings} | {strip_numbering(squash(w)) for w in row.wordings}
    return any(
        first.endswith(wording[:size]) and second.startswith(wording[size:])
        for wording in wordings
        for size in range(1, len(wording))
    )
