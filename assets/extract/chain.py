"""Finding a table in a text: the heaviest chain of items whose labels follow the order of the form.

A table of another kind whose labels resemble some of ours makes a shorter, lighter chain and is left behind.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from assets.extract.candidates import Candidate

_FITS = 0.6
_PROSE_COST, _MOST_PROSE_COST = 0.15, 0.9
_DISTANCE_COST, _MOST_DISTANCE_COST = 0.004, 0.4


@dataclass(frozen=True, slots=True)
class Link:
    """A candidate taken as a row of the form, with the likeness of its label."""

    candidate: Candidate
    row: int
    score: float


@dataclass(frozen=True, slots=True)
class _State:
    weight: float
    link: Link
    previous: _State | None


def chain(found: list[Candidate], widths: dict[int, int], prose_lines: list[int]) -> list[Link]:
    """The heaviest chain. `widths` gives the figures a row needs, `prose_lines` the sorted lines of prose.

    Weight is likeness of labels, more where the count of figures fits, less where prose or many lines lie between
    two rows.
    """
    best: dict[int, _State] = {}
    for candidate in found:
        fresh: list[_State] = []
        for row, score in candidate.options:
            link = Link(candidate, row, score)
            gain = score + (_FITS if _fits(candidate, widths[row]) else 0.0)
            state = _State(gain, link, None)
            for earlier in range(row):
                if earlier in best:
                    previous = best[earlier]
                    weight = previous.weight + gain - _cost(previous.link.candidate, candidate, prose_lines)
                    if weight > state.weight:
                        state = _State(weight, link, previous)
            fresh.append(state)
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
    written = sum(1 for cell in candidate.figures if cell.text.strip())
    return written == width or (candidate.label_at >= 0 and len(candidate.figures) >= width)


def _cost(first: Candidate, second: Candidate, prose_lines: list[int]) -> float:
    prose = bisect_left(prose_lines, second.line) - bisect_left(prose_lines, first.line)
    distance = max(0, second.line - first.line_end)
    return min(_MOST_PROSE_COST, _PROSE_COST * prose) + min(_MOST_DISTANCE_COST, _DISTANCE_COST * distance)
