"""A row of few figures beside a line of more that is no row's: the line may be the row, and the few a cell's that has several lines.

    2.没有现成信息需要另行   10
    制作                     余   0   0   0   0   9   17
                             件

Then nothing is blank of what the row seems to lack. A line with a label or a number of its own is a row that the form does not
have. Does not belong here: rows without any figure (looseends.py), figures about the cells of a row (places/loose.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import ascii_width
from assets.extract.model import Run
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.labels.labelfurniture import OPENS
from schemas.form import Table

# Lines and candidates between the two, and figures of such a line.
_NEAR, _NEXT, _LEAST = 4, 2, 2
# So much alike is a label that is there.
_PLAIN = 0.9


def beside_a_line(links: Sequence[Link], found: Sequence[Candidate], table: Table) -> list[Link]:
    """The rows with less than half of their figures beside such a line."""
    width = len(table.columns)
    if len(table.blocks) != 1 or table.one_row:
        return []
    taken = {id(link.candidate) for link in links}
    few = [
        link
        for link in links
        if isinstance(link.candidate.item, Run) and 0 < len(link.candidate.figures) * 2 < width
    ]
    at = {id(candidate): n for n, candidate in enumerate(found)} if few else {}
    split: list[Link] = []
    for link in few:
        own = link.candidate
        place = at.get(id(own))
        if place is None:
            continue
        near = [*found[max(0, place - _NEXT) : place], *found[place + 1 : place + 1 + _NEXT]]
        if any(id(other) not in taken and _is_line(other, own) for other in near):
            split.append(link)
    return split


def _is_line(other: Candidate, own: Candidate) -> bool:
    distance = other.line - own.line_end if other.line > own.line else own.line - other.line_end
    count = len(other.figures)
    if not isinstance(other.item, Run) or distance > _NEAR or count < max(_LEAST, len(own.figures)):
        return False
    is_named = bool(other.options) and other.options[0][1] >= _PLAIN
    return not is_named and not OPENS.match(ascii_width(other.item.head.strip()))
