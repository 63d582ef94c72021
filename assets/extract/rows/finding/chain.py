"""Finding a table in a text: the heaviest chain of items whose labels follow the order of the form.

A table of another kind whose labels resemble some of ours makes a shorter, lighter chain and is left behind.
"""

from __future__ import annotations

from bisect import bisect_left

from assets.extract.records import record
from assets.extract.rows.finding.candidates import Candidate

# A label this much alike is the label.
STRONG = 0.95
_FITS = 0.6
_PROSE_COST, _MOST_PROSE_COST = 0.15, 0.9
_DISTANCE_COST, _MOST_DISTANCE_COST = 0.004, 0.4


@record
class Link:
    """A candidate taken as a row of the form, with the likeness of its label."""

    candidate: Candidate
    row: int
    score: float


@record
class _State:
    weight: float
    link: Link
    previous: _State | None
    # last line of the candidate, and how many lines of prose stand above it
    line_end: int
    prose: int


def chain(found: list[Candidate], widths: dict[int, int], prose_lines: list[int]) -> list[Link]:
    """The heaviest chain. `widths` gives the figures a row needs, `prose_lines` the sorted lines of prose.

    Weight is likeness of labels, more where the count of figures fits, less where prose or many lines lie between
    two rows.
    """
    best: dict[int, _State] = {}
    for candidate in found:
        if not candidate.options:
            continue
        fresh: list[_State] = []
        line, line_end = candidate.line, candidate.line_end
        above = bisect_left(prose_lines, line)
        for row, score in candidate.options:
            link = Link(candidate, row, score)
            gain = score + (_FITS if _fits(candidate, widths[row]) else 0.0)
            weight, before = gain, None
            # the nearest rows first, which are mostly the heaviest; of equals the first row of the form
            for earlier in range(row - 1, -1, -1):
                if earlier not in best:
                    continue
                previous = best[earlier]
                if previous.weight + gain < weight and previous.prose <= above:
                    continue  # costs only take off weight
                cost = _cost(above - previous.prose, max(0, line - previous.line_end))
                joined = previous.weight + gain - cost
                if joined > weight or (joined == weight and before is not None):
                    weight, before = joined, previous
            fresh.append(_State(weight, link, before, line_end, above))
        for state in fresh:
            row = state.link.row
            if row not in best or state.weight > best[row].weight:
                best[row] = state
    end = max(best.values(), key=lambda s: s.weight, default=None)
    links: list[Link] = []
    while end is not None:
        links.append(end.link)
        end = end.previous
    return links[::-1]


def _fits(candidate: Candidate, width: int) -> bool:
    if candidate.label_at >= 0 and len(candidate.figures) >= width:
        return True
    return len([cell for cell in candidate.figures if cell.text.strip()]) == width


def _cost(prose: int, distance: int) -> float:
    """What lines of prose, and lines of any kind, between two rows take off their weight."""
    return min(_MOST_PROSE_COST, _PROSE_COST * prose) + min(_MOST_DISTANCE_COST, _DISTANCE_COST * distance)
