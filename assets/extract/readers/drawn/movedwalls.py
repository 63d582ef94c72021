"""Walls that a letter of another width moved away from under their corners: each is told by the ones before it.

From such a letter on all walls of the line stand a column or two nearer or farther than the borders have them. Does not belong here: lines
whose walls stand where they should (boxes.py).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

_MOST = 2

# (columns of the wall in the line and of its corner)
_Wall = tuple[int, int]


def corners_of(walls: Sequence[int], edges: Collection[int]) -> list[_Wall]:
    """For each wall of a line the corner that it belongs under; none where any could belong under two, or under none."""
    for sign in (1, -1):
        found: list[_Wall] = []
        moved = 0
        for wall in walls:
            likely = [n for n in range(moved, moved + _MOST + 1) if wall + sign * n in edges]
            if len(likely) != 1:
                break
            moved = likely[0]
            found.append((wall, wall + sign * moved))
        corners = [corner for _, corner in found]
        if len(found) == len(walls) and moved and corners == sorted(set(corners)):
            return found
    return []
