"""What one slip of a hand or a converter does to figures: recognising it in a repair, and repairs that only it explains.

Belongs here: names of slips (digit slip, transposition, move, exchange, shift), told from the figures before and after. Does
not belong here: which repairs heal the sums (localize.py), or the wording of a slip (schemas/corrections.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assets.check.systems import Equation, System

_TERMS_OF_A_SUM = 3


def single(system: System, cell: int, printed: float | None, right: int) -> str:
    """The slip that makes `right` into what is printed (None: no figure)."""
    if printed is None:
        return "blank_for_value"
    was, now = str(int(right)), str(int(printed))
    if len(was) == len(now):
        places = [n for n, (a, b) in enumerate(zip(was, now, strict=True)) if a != b]
        if len(places) == 1:
            return "digit_slip"
        if len(places) == 2 and places[1] == places[0] + 1 and was[places[0]] == now[places[1]]:
            swapped = was[places[1]] == now[places[0]]
            if swapped:
                return "transposition"
    if _without_one(was, now):
        return "digit_dropped"
    if _without_one(now, was):
        return "digit_added"
    return "wrong_total" if _is_total(system, cell) else "value"


def several(system: System, values: Sequence[int], missing: Sequence[bool], repair: Mapping[int, int]) -> str:
    """The one operation that explains a repair of several cells (cell -> right value), or `values`."""
    cells = sorted(repair)
    rows, columns = {system.rows[c] for c in cells}, {system.columns[c] for c in cells}
    if len(cells) == 2 and _neighbours(rows, columns):
        a, b = cells
        if (repair[a], repair[b]) == (values[b], values[a]):
            return "moved" if 0 in (values[a], values[b]) else "exchanged"
    if all(missing[c] and _is_total(system, c) for c in cells):
        return "totals_blank"
    if len(rows) == 1:
        row = system.at[rows.pop()]
        if all(missing[c] for c in row):
            return "row_lost"
        if len(cells) > 2 and _shifted([values[c] for c in row], [repair.get(c, values[c]) for c in row]):
            return "row_shifted"
    elif len(rows) == 2 and max(rows) - min(rows) == 1 and len(cells) > 2:
        upper, lower = (system.at[r] for r in sorted(rows))
        if all(
            repair.get(a, values[a]) == values[b] and repair.get(b, values[b]) == values[a]
            for a, b in zip(upper, lower, strict=True)
        ):
            return "rows_exchanged"
    return "values"


def _neighbours(rows: set[int], columns: set[int]) -> bool:
    if len(rows) == 1:
        return max(columns) - min(columns) == 1
    return len(columns) == 1 and max(rows) - min(rows) == 1


def _shifted(printed: list[int], right: list[int]) -> bool:
    """Whether a gap was put in before some cell (the last one lost), or a cell lost and the rest drawn up."""
    for gap in range(len(right)):
        if printed[:gap] != right[:gap]:
            return False
        if printed[gap] == 0 and printed[gap + 1 :] == right[gap:-1]:
            return True
        if printed[-1] == 0 and printed[gap:-1] == right[gap + 1 :]:
            return True
    return False


def _without_one(longer: str, shorter: str) -> bool:
    return len(longer) == len(shorter) + 1 and any(
        longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer))
    )


def total_of(equation: Equation) -> int | None:
    """The cell that adds all others of an equation up: its sign differs from theirs."""
    for cell, coefficient in equation.terms:
        same = sum(1 for _, other in equation.terms if other == coefficient)
        if same == 1 and len(equation.terms) >= _TERMS_OF_A_SUM:
            return cell
    return None


def _is_total(system: System, cell: int) -> bool:
    return any(total_of(system.equations[e]) == cell for e, _ in system.of_cell[cell])
