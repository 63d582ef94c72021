"""What missing cells must hold where the sums, with no negative counts, leave exactly one answer.

Pure functions on one system of equations (systems.py). Belongs here: narrowing each missing cell to the whole numbers that the
equations allow. Does not belong here: systems with a broken sum (localize.py), where a deduction would only spread the
fault.

Each equation bounds each of its missing cells by the bounds of the others (a sum of 0 fixes all its parts to 0), until nothing
narrows. Every step keeps all solutions, so a cell left with one value has that value in all of them. Bounds that cross
say that no solution exists: then nothing is deduced.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.check.systems import System

_Bounds = dict[int, tuple[int, int | None]]
_ROUNDS = 50  # where no solution exists, two unbounded cells may push each other up for ever


def deduce(system: System, values: Sequence[int | None]) -> dict[int, int]:
    """Missing cell -> its only value. `values` of the system's cells, None where missing; empty if nothing is certain."""
    bounds: _Bounds = {cell: (0, None) for cell, value in enumerate(values) if value is None}
    waiting = set(range(len(system.equations)))
    known = [
        sum(k * value for cell, k in equation.terms if (value := values[cell]) is not None)
        for equation in system.equations
    ]
    steps = _ROUNDS * len(waiting)
    while waiting:
        steps -= 1
        if steps < 0:
            return {}
        e = min(waiting)
        waiting.remove(e)
        unknown = [(cell, k) for cell, k in system.equations[e].terms if cell in bounds]
        if not unknown and known[e]:
            return {}
        narrowed = _narrow(unknown, known[e], bounds)
        if narrowed is None:
            return {}
        for cell in narrowed:
            waiting |= {other for other, _ in system.of_cell[cell]}
    return {cell: low for cell, (low, high) in bounds.items() if low == high}


def _narrow(unknown: list[tuple[int, int]], known: int, bounds: _Bounds) -> list[int] | None:
    """Narrow the missing cells of one equation; those that got narrower, or None where nothing fits."""
    narrowed = []
    for cell, k in unknown:
        # k * x = -(known + the others), and each of the others lies within its own bounds
        least: int | None = known
        most: int | None = known
        for other, factor in unknown:
            if other != cell:
                low, high = bounds[other]
                ends = (low, high) if factor > 0 else (high, low)
                least = None if least is None or ends[0] is None else least + factor * ends[0]
                most = None if most is None or ends[1] is None else most + factor * ends[1]
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
    return narrowed
