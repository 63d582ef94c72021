"""What missing cells must hold where the sums, with no negative counts, leave exactly one answer.

Pure functions on one system of equations (systems.py). Belongs here: narrowing each missing cell to the whole numbers that the
equations allow. Does not belong here: systems with a broken sum (localize.py), where a deduction would only spread the
fault.

Each equation bounds each of its missing cells by the bounds of the others (a sum of 0 fixes all its parts to 0), until nothing
narrows. Every step keeps all solutions, so a cell left with one value has that value in all of them. Bounds that cross
say that no solution exists: then nothing is deduced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from assets.check.systems import System

_Bounds = dict[int, tuple[int, int | None]]
_REMEMBERED = 5_000
_ROUNDS = 50  # where no solution exists, two unbounded cells may push each other up for ever


def deduce(system: System, values: Sequence[int | None]) -> Mapping[int, int]:
    """Missing cell -> its only value. `values` of the system's cells, None where missing; empty if nothing is certain."""
    return _deduced(system, tuple(values))


@lru_cache(maxsize=_REMEMBERED)  # most that lack cells lack the same ones, and print noughts beside them
def _deduced(system: System, values: tuple[int | None, ...]) -> Mapping[int, int]:
    bounds: _Bounds = {cell: (0, None) for cell, value in enumerate(values) if value is None}
    known, unknown = list[int](), list[list[tuple[int, int]]]()
    for equation in system.equations:
        known.append(sum(k * value for cell, k in equation.terms if (value := values[cell])))
        unknown.append([term for term in equation.terms if term[0] in bounds])
    if any(left and not missing for left, missing in zip(known, unknown, strict=True)):
        return {}
    waiting = {e for e, missing in enumerate(unknown) if missing}
    steps = _ROUNDS * len(waiting)
    while waiting:
        steps -= 1
        if steps < 0:
            return {}
        e = min(waiting)
        waiting.remove(e)
        narrowed = _narrow(unknown[e], known[e], bounds)
        if narrowed is None:
            return {}
        for cell in narrowed:
            waiting |= {other for other, _ in system.of_cell[cell]}
    return {cell: low for cell, (low, high) in bounds.items() if low == high}


def _narrow(unknown: list[tuple[int, int]], known: int, bounds: _Bounds) -> list[int] | None:
    """Narrow the missing cells of one equation; those that got narrower, or None where nothing fits."""
    narrowed: list[int] = []
    # the least and the most that all of them add up to, and how many of them have no such end
    ends = {cell: _ends(bounds[cell], k) for cell, k in unknown}
    low_sum, high_sum, low_open, high_open = known, known, 0, 0
    for own_low, own_high in ends.values():
        low_open, low_sum = (low_open + 1, low_sum) if own_low is None else (low_open, low_sum + own_low)
        high_open, high_sum = (
            (high_open + 1, high_sum) if own_high is None else (high_open, high_sum + own_high)
        )
    if low_open > 1 and high_open > 1:
        return narrowed  # whatever one of them is, others may make up for it
    for cell, k in unknown:
        # k * x = -(known + the others), and each of the others lies within its own bounds
        own_low, own_high = ends[cell]
        least = None if low_open > (own_low is None) else low_sum - (own_low or 0)
        most = None if high_open > (own_high is None) else high_sum - (own_high or 0)
        upper, lower = (least, most) if k > 0 else (most, least)
        low, high = bounds[cell]
        if lower is not None:
            low = max(low, -(lower // k))  # the smallest whole number not below -lower / k
        if upper is not None:
            top = -upper // k
            high = top if high is None else min(high, top)
        if high is not None and low > high:
            return None
        if (low, high) != bounds[cell]:
            bounds[cell] = (low, high)
            narrowed.append(cell)
            new_low, new_high = ends[cell] = _ends(bounds[cell], k)
            low_open += (new_low is None) - (own_low is None)
            high_open += (new_high is None) - (own_high is None)
            low_sum += (new_low or 0) - (own_low or 0)
            high_sum += (new_high or 0) - (own_high or 0)
    return narrowed


def _ends(bounds: tuple[int, int | None], k: int) -> tuple[int | None, int | None]:
    """The least and the most that k times a cell may be."""
    low, high = bounds
    top = None if high is None else k * high
    return (k * low, top) if k > 0 else (top, k * low)
