"""Errors planted in tables that add up: how many are located, tied, left alone, or blamed on the wrong cell.

    python -m tests.check.planted --tables 20000
    python -m tests.check.planted --tables 2000 --ties

One line for each kind of error: `located` (the one answer, with every right value), `tied` (candidates, the truth among them),
`missed` (candidates without the truth), `abstained`, `unseen` (no sum of the system is broken) and `WRONG` (one answer, not the
truth). Times are given as a ratio to the building of the plain sums, so that they compare across machines, and in
milliseconds. `--ties` tells of the moves that leave a printed 0 and are tied how many must be: an oracle that knows nothing of the
search tries every change of one cell, every other move and exchange of neighbours, and every two slips.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from random import Random

from assets.check.deduce import deduce
from assets.check.localize import Answer, localize
from assets.check.operations import single
from assets.check.systems import System, systems_of

Values = list[int | None]
SHAPES = ("sparse", "one_column", "counts", "dense")
OUTCOMES = ("located", "tied", "missed", "abstained", "unseen", "WRONG")


def _draw(rng: Random, shape: str, column: int) -> int:
    if shape == "sparse":
        return rng.choice((0,) * 12 + (1, 1, 2, 3))
    if shape == "one_column":
        return rng.choice((0, 0, 0, 1, 2, 5, rng.randint(1, 60))) if column == 0 else 0
    if shape == "counts":
        often = 0.6 if column == 0 else 0.2 if column == 1 else 0.04
        return (
            (rng.randint(1, 9) if rng.random() < 0.6 else rng.randint(10, 400)) if rng.random() < often else 0
        )
    return rng.choice((0, rng.randint(1, 40), rng.randint(1, 900)))


def right_figures(rng: Random, system: System, shape: str) -> list[int]:
    """Figures of a system that bear out all its sums."""
    values = [0] * len(system.cells)
    if len(system.equations) == 1:  # a row of table 4: the last cell is the total
        for cell in range(len(values) - 1):
            values[cell] = rng.choice((0, 0, 1, 2, 7, rng.randint(0, 40)))
        values[-1] = sum(values)
        return values
    row = {key.row_key: n for n, key in enumerate({c.row_key: c for c in system.cells}.values())}
    total, forward = row["total_handled"], row["carried_forward"]
    parts = range(2, total)
    for column in range(6):
        for r in parts:
            values[system.at[r][column]] = _draw(rng, shape, column)
        handled = sum(values[system.at[r][column]] for r in parts)
        values[system.at[total][column]] = handled
        left = _draw(rng, shape, column)
        values[system.at[forward][column]] = left
        over = min(_draw(rng, shape, column), handled + left)
        values[system.at[1][column]] = over
        values[system.at[0][column]] = handled + left - over
    for cells in system.at:
        values[cells[6]] = sum(values[c] for c in cells[:6])
    return values


def slip(rng: Random, value: int) -> int:
    """One digit of the value wrong."""
    text = str(value)
    at = rng.randrange(len(text))
    digit = rng.choice([d for d in "0123456789" if d != text[at]])
    return int(text[:at] + digit + text[at + 1 :])


def _digit(rng: Random, system: System, values: Values) -> None:
    cell = rng.randrange(len(values))
    values[cell] = slip(rng, values[cell] or 0)


def _transposition(rng: Random, system: System, values: Values) -> None:
    cells = [c for c, v in enumerate(values) if v and v > 9 and str(v)[0] != str(v)[1]]
    if cells:
        cell = rng.choice(cells)
        text = str(values[cell])
        values[cell] = int(text[1] + text[0] + text[2:])


def _blank(rng: Random, system: System, values: Values) -> None:
    if cells := [c for c, v in enumerate(values) if v]:
        values[rng.choice(cells)] = None


def _move(rng: Random, system: System, values: Values, *, down: bool, empty: int | None) -> None:
    """A value printed in the neighbouring cell, which had none; `empty` is what stands in its own place."""
    pairs = []
    for row, cells in enumerate(system.at):
        for column, cell in enumerate(cells):
            if values[cell]:
                near = (
                    [system.at[r][column] for r in (row - 1, row + 1) if 0 <= r < len(system.at)]
                    if down
                    else [cells[c] for c in (column - 1, column + 1) if 0 <= c < len(cells)]
                )
                pairs += [(cell, other) for other in near if not values[other]]
    if pairs:
        cell, other = rng.choice(pairs)
        values[other], values[cell] = values[cell], empty


def _shift(rng: Random, system: System, values: Values) -> None:
    cells = rng.choice([row for row in system.at if any(values[c] for c in row)] or [system.at[0]])
    old = [values[c] for c in cells]
    new = [0, *old[:-1]] if rng.random() < 0.5 else [*old[1:], 0]
    for cell, value in zip(cells, new, strict=True):
        values[cell] = value


def _exchange_rows(rng: Random, system: System, values: Values) -> None:
    if len(system.at) > 1:
        row = rng.randrange(len(system.at) - 1)
        for a, b in zip(system.at[row], system.at[row + 1], strict=True):
            values[a], values[b] = values[b], values[a]


def _total(rng: Random, system: System, values: Values) -> None:
    totals = [cells[-1] for cells in system.at]
    if len(system.at) > 1:
        totals += list(system.at[-2][:-1])
    cell = rng.choice(totals)
    was = values[cell] or 0
    values[cell] = max(0, was + rng.choice((-2, -1, 1, 2, 3, 10, rng.randint(-50, 50))))


def _row_lost(rng: Random, system: System, values: Values) -> None:
    for cell in rng.choice([row for row in system.at if any(values[c] for c in row)] or [system.at[0]]):
        values[cell] = None


def _totals_blank(rng: Random, system: System, values: Values) -> None:
    """The column of totals, the row of totals or both never filled in; or all but what is printed on the form's edge."""
    kind = rng.randrange(4) if len(system.at) > 1 else 0
    if kind in (0, 2):
        for cells in system.at:
            values[cells[-1]] = None
    if kind in (1, 2):
        for cell in system.at[-2]:
            values[cell] = None
    if kind == 3:
        for cells in system.at[2:-2]:
            values[cells[-1]] = None


def _two(rng: Random, system: System, values: Values) -> None:
    for cell in rng.sample(range(len(values)), 2):
        values[cell] = slip(rng, values[cell] or 0)


def _two_near(rng: Random, system: System, values: Values) -> None:
    """Two wrong by one or two in one row or column: the pairs that most look like something else."""
    cell = rng.randrange(len(values))
    row, column = system.rows[cell], system.columns[cell]
    near = [
        c for c in range(len(values)) if c != cell and (system.rows[c] == row or system.columns[c] == column)
    ]
    for changed in (cell, rng.choice(near)):
        values[changed] = max(0, (values[changed] or 0) + rng.choice((-2, -1, 1, 2)))


def _three(rng: Random, system: System, values: Values) -> None:
    for cell in rng.sample(range(len(values)), min(3, len(values))):
        values[cell] = slip(rng, values[cell] or 0)


PLANTS: dict[str, Callable[[Random, System, Values], None]] = {
    "digit": _digit,
    "transposition": _transposition,
    "blank for a value": _blank,
    "wrong total": _total,
    "moved by a column, 0 left": lambda r, s, v: _move(r, s, v, down=False, empty=0),
    "moved by a column, gap left": lambda r, s, v: _move(r, s, v, down=False, empty=None),
    "moved by a row, 0 left": lambda r, s, v: _move(r, s, v, down=True, empty=0),
    "moved by a row, gap left": lambda r, s, v: _move(r, s, v, down=True, empty=None),
    "row shifted": _shift,
    "rows exchanged": _exchange_rows,
    "row lost": _row_lost,
    "totals blank": _totals_blank,
    "two wrong": _two,
    "two wrong, near": _two_near,
    "three wrong": _three,
}


def outcome(right: list[int], wrong: Values, answer: Answer) -> str:
    """One of OUTCOMES."""
    truth = {c: r for c, (r, w) in enumerate(zip(right, wrong, strict=True)) if r != (w or 0)}
    if not truth or not answer.broken:
        return "unseen"
    if answer.proposed:
        return "located" if answer.repairs[0][1] == truth else "WRONG"
    if not answer.repairs:
        return "abstained"
    return "tied" if any(repair == truth for _, repair in answer.repairs) else "missed"


def run(
    tables: int, seed: int = 0, *, gaps: bool = False
) -> tuple[dict[tuple[str, str], Counter[str]], float, float]:
    """(kind of error, shape) -> outcomes; seconds for each broken system, and its ratio to summing up the system."""
    rng = Random(seed)  # noqa: S311
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    spent = sums = 0.0
    broken = 0
    systems = [systems_of(form)[0] for form in ("2019", "2021")]
    for number in range(tables):
        system = systems[number % 2]
        shape = SHAPES[number // 2 % len(SHAPES)]
        right = right_figures(rng, system, shape)
        for kind, plant in PLANTS.items():
            wrong: Values = [None if gaps and v == 0 else v for v in right]
            plant(rng, system, wrong)
            missing = sum(v is None for v in wrong)
            zeros = sum(v == 0 for v in wrong)
            start = time.process_time()
            answer = localize(system, wrong, [True] * len(wrong), prints_zeros=zeros >= 10 * missing)
            middle = time.process_time()
            for equation in system.equations:
                sum(k * (wrong[cell] or 0) for cell, k in equation.terms)
            if answer.broken:
                broken += 1
                spent += middle - start
                sums += time.process_time() - middle
            found[kind, shape][outcome(right, wrong, answer)] += 1
    return found, spent / max(1, broken), spent / max(sums, 1e-9)


def deduced(tables: int, seed: int = 0) -> Counter[str]:
    """Zeros blanked at random, half or all of them: how many are deduced, left open, or deduced wrongly."""
    rng = Random(seed)  # noqa: S311
    found: Counter[str] = Counter()
    for number in range(tables):
        for system in systems_of(("2019", "2021")[number % 2]):
            right = right_figures(rng, system, rng.choice(SHAPES))
            share = rng.choice((0.1, 0.5, 0.9, 1.0))
            wrong: Values = [None if v == 0 and rng.random() < share else v for v in right]
            answer = deduce(system, wrong)
            for cell, value in enumerate(wrong):
                if value is None:
                    given = answer.get(cell)
                    found["open" if given is None else "right" if given == 0 else "WRONG"] += 1
    return found


def _left_over(system: System, values: Sequence[int]) -> list[int]:
    return [sum(k * values[cell] for cell, k in equation.terms) for equation in system.equations]


def others_as_good(system: System, printed: Sequence[int], truth: Mapping[int, int]) -> str:
    """What else than the truth heals all sums, by trying: `one step` (a cell, a move, an exchange), `two slips`, or `nothing`."""
    left = _left_over(system, printed)
    effect = [dict(own) for own in system.of_cell]

    def heals(changes: Mapping[int, int]) -> bool:
        now = list(left)
        for cell, right in changes.items():
            for e, k in effect[cell].items():
                now[e] += k * (right - printed[cell])
        return not any(now)

    broken = [e for e, over in enumerate(left) if over]
    # what one cell must become for one of its broken sums to hold
    wanted = {
        (cell, printed[cell] - left[e] // k)
        for e in broken
        for cell, k in system.equations[e].terms
        if printed[cell] - left[e] // k >= 0
    }
    if any(heals({cell: right}) for cell, right in wanted):
        return "one step"
    for a in range(len(printed)):
        row, column = system.rows[a], system.columns[a]
        right_of, below = system.at[row][column + 1 : column + 2], system.at[row + 1 : row + 2]
        for b in (*right_of, *(cells[column] for cells in below)):
            undone = {a: printed[b], b: printed[a]}
            if printed[a] != printed[b] and undone != truth and heals(undone):
                return "one step"
    slips = [(cell, right) for cell, right in wanted if single(system, cell, printed[cell], right) != "value"]
    for (a, one), (b, other) in combinations(slips, 2):
        if a != b and {a: one, b: other} != truth and heals({a: one, b: other}):
            return "two slips"
    return "nothing"


def ties(tables: int, seed: int = 0) -> dict[str, Counter[str]]:
    """Kind of move that leaves a 0 -> how often it was located, and if tied, with what else that is as good."""
    rng = Random(seed)  # noqa: S311
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for number in range(tables):
        system = systems_of(("2019", "2021")[number % 2])[0]
        right = right_figures(rng, system, SHAPES[number // 2 % len(SHAPES)])
        for kind in (name for name in PLANTS if name.endswith("0 left")):
            wrong: Values = [*right]
            PLANTS[kind](rng, system, wrong)
            what = outcome(right, wrong, localize(system, wrong, [True] * len(wrong), prints_zeros=True))
            if what not in ("unseen", "located"):
                truth = {c: r for c, (r, w) in enumerate(zip(right, wrong, strict=True)) if r != w}
                what += f", as good: {others_as_good(system, [v or 0 for v in wrong], truth)}"
            found[kind][what] += 1
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tables", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--gaps", action="store_true", help="reports that leave zeros blank")
    parser.add_argument("--shapes", action="store_true", help="a line for each shape of table")
    parser.add_argument("--ties", action="store_true", help="why moves that leave a 0 are tied")
    options = parser.parse_args()
    if options.ties:
        for kind, counts in ties(options.tables, options.seed).items():
            print(kind, dict(counts))
        return
    found, each, ratio = run(options.tables, options.seed, gaps=options.gaps)
    lines: dict[str, Counter[str]] = defaultdict(Counter)
    for (kind, shape), outcomes in found.items():
        lines[f"{kind} / {shape}" if options.shapes else kind] += outcomes
    for line, outcomes in lines.items():
        seen = sum(outcomes.values()) - outcomes["unseen"] or 1
        print(
            f"{line:40}",
            *(f"{name} {outcomes[name]:5}" for name in OUTCOMES),
            f" {outcomes['located'] / seen:6.1%}",
        )
    print(f"{each * 1e3:.3f} ms a broken system, {ratio:.1f} times its plain sums")
    print("blanked zeros:", dict(deduced(options.tables // 4, options.seed)))


if __name__ == "__main__":
    main()
