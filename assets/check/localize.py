"""Which cells are to blame for broken sums: the fewest whose change satisfies every rule (Fellegi and Holt), in integers.

Pure functions on one system of equations (systems.py). Belongs here: the search, and when its answer may be trusted. Does not
belong here: frames (corrections.py); missing cells where no rule is broken (deduce.py).

Why a lone answer can be believed. Each cell lies in one equation along its row and in one or two along its column. So a
change that no sum of table 3 notices touches at least four cells (the corners of a rectangle), and one or two wrong cells can
never look like another single wrong cell. Two wrong cells can look like two others; then all are candidates. A move or shift
is preferred over sets of cells that no one slip explains. Where an equation cannot be assessed, a cell in it is never
proposed, only a candidate. A single sum (a row of table 4) names nobody: any of its cells may be the wrong one.

The search. Let k be the greater number of the rows and of the columns with broken sums. A repair changes at least k cells, and
a repair of exactly k has one cell in each of these lines, whose change the line's residuals fix; so all are found
by walking the lines. Where the least repair has more cells than k it is never the only one, and the search abstains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assets.check import operations
from assets.check.systems import System

MOST_CELLS = 3
_SMALL = 2
_MIMICKED = ("moved", "exchanged")
Repair = dict[int, int]  # cell -> the value that it should have
Named = tuple[str, Repair]


@dataclass(frozen=True)
class Answer:
    """`repairs` with their kinds: one and `proposed`, or all that tie; none where the search abstains."""

    repairs: tuple[Named, ...] = ()
    proposed: bool = False
    broken: tuple[int, ...] = ()


class _Figures:
    """The figures of one report in one system, and what its sums leave over."""

    def __init__(self, system: System, values: Sequence[float | None], known: Sequence[bool]) -> None:
        self.system = system
        self.known = known
        self.missing = [value is None for value in values]
        self.values = [int(value) if value and ok else 0 for value, ok in zip(values, known, strict=True)]
        self.residual: dict[int, int] = {}
        for e, equation in enumerate(system.equations):
            if all(known[cell] for cell, _ in equation.terms):
                self.residual[e] = sum(k * self.values[cell] for cell, k in equation.terms)
        self.broken = [e for e, left in self.residual.items() if left]
        self.rows = {row for e in self.broken if (row := system.equations[e].row) is not None}
        self.columns = {
            system.columns[system.equations[e].terms[0][0]]
            for e in self.broken
            if system.equations[e].row is None
        }
        self.along_column: dict[int, list[int]] = {}
        for e in self.residual:
            if system.equations[e].row is None:
                column = system.columns[system.equations[e].terms[0][0]]
                self.along_column.setdefault(column, []).append(e)

    def change(self, cell: int, equations: Sequence[int]) -> int | None:
        """What must be added to the cell for it alone to heal all these equations; None where it cannot."""
        own = dict(self.system.of_cell[cell])
        wanted: int | None = None
        for e in equations:
            left, k = self.residual[e], own.get(e, 0)
            if k == 0:
                if left:
                    return None
                continue
            if left % k or wanted not in (None, -left // k):
                return None
            wanted = -left // k
        if not wanted or not self.known[cell] or self.values[cell] + wanted < 0:
            return None
        return wanted

    def heals(self, changes: dict[int, int]) -> bool:
        """Whether the changes (cell -> what is added) satisfy every assessable equation."""
        left = {e: self.residual[e] for e in self.broken}
        for cell, added in changes.items():
            for e, k in self.system.of_cell[cell]:
                if e in self.residual:
                    left[e] = left.get(e, 0) + k * added
        return not any(left.values())


def localize(
    system: System, values: Sequence[float | None], known: Sequence[bool], *, prints_zeros: bool = False
) -> Answer:
    """The cells to blame in one system of one report.

    `values` are the figures of the system's cells, None where none is printed; `known` is False for those that cannot be a
    term of a sum (uncertain, absent, unparsed, not a count). `prints_zeros`: the report writes its zeros as 0, so that a
    gap is no zero. Evaluation in any order of equations gives the same answer.
    """
    figures = _Figures(system, values, known)
    if not figures.broken:
        return Answer()
    least = max(len(figures.rows), len(figures.columns))
    found = list(_least(figures, least)) if least <= MOST_CELLS else []
    found += [changes for changes in _of_one_row(figures) if changes not in found]
    found += [changes for changes in _of_rows_exchanged(figures) if changes not in found]
    found += [changes for changes in _of_blank_totals(figures) if changes not in found]
    named = []
    for changes in found:
        repair = {cell: figures.values[cell] + added for cell, added in sorted(changes.items())}
        named.append((_kind(figures, values, repair), repair))
    lost = prints_zeros and all(known)
    broken = tuple(figures.broken)
    operation = [n for n in named if n[0] != "values"]
    if least > MOST_CELLS:
        named = operation
    pool = _preferred(figures, named, operation)
    if any(len(repair) > least for _, repair in pool):
        pool = named  # one slip on many cells against a change of few: neither is the better tale
    if len(pool) > 1 and lost:
        pool = _filling(figures, operation) or pool
    if len(pool) == 1 and _trusted(figures, *pool[0], lost=lost):
        return Answer((pool[0],), proposed=True, broken=broken)
    return Answer(tuple(named), proposed=False, broken=broken)


def _preferred(figures: _Figures, named: list[Named], operation: list[Named]) -> list[Named]:
    """One operation before sets of cells that nothing explains.

    But a small figure that stands in the wrong place is easily mimicked by two figures that are off by as little; then
    sets of such plain slips stay in the running.
    """
    if not operation:
        return named
    if not all(
        kind in _MIMICKED
        and all(abs(right - figures.values[cell]) <= _SMALL for cell, right in repair.items())
        for kind, repair in operation
    ):
        return operation
    return operation + [n for n in named if n not in operation and _plain(figures, n[1])]


def _plain(figures: _Figures, repair: Repair) -> bool:
    """Whether each change of the repair is a slip with a name."""
    return all(
        operations.single(
            figures.system, cell, None if figures.missing[cell] else figures.values[cell], right
        )
        != "value"
        for cell, right in repair.items()
    )


def _least(figures: _Figures, least: int) -> Iterator[dict[int, int]]:
    """Every repair of exactly `least` cells, one in each broken column or, if these are fewer, each broken row."""
    system = figures.system
    by_column = len(figures.columns) == least
    options = []
    for line in sorted(figures.columns if by_column else figures.rows):
        if by_column:
            cells = [row[line] for row in system.at]
            equations = figures.along_column[line]
        else:
            cells = list(system.at[line])
            equations = [e for e in figures.broken if system.equations[e].row == line]
        fits = [(cell, added) for cell in cells if (added := figures.change(cell, equations))]
        options.append(fits)
    across = {
        e: figures.residual[e] for e in figures.broken if (system.equations[e].row is None) != by_column
    }
    yield from _walk(figures, options, across, {}, by_column)


def _walk(
    figures: _Figures,
    options: list[list[tuple[int, int]]],
    across: dict[int, int],
    chosen: dict[int, int],
    by_column: bool,
) -> Iterator[dict[int, int]]:
    """Choose one option a line such that the equations across the lines (`across`: what they leave over) heal, too."""
    if not options:
        if not across:
            yield dict(chosen)
        return
    system = figures.system
    lines = len(
        {
            system.equations[e].row if by_column else system.columns[system.equations[e].terms[0][0]]
            for e in across
        }
    )
    if lines > len(options):
        return
    for cell, added in options[0]:
        left = dict(across)
        along = (system.along_row[cell],) if by_column else system.along_column[cell]
        for pair in along:
            if pair is not None and pair[0] in figures.residual:
                e, k = pair
                now = left.get(e, 0) + k * added
                if now:
                    left[e] = now
                else:
                    left.pop(e, None)
        yield from _walk(figures, options[1:], left, {**chosen, cell: added}, by_column)


def _of_one_row(figures: _Figures) -> Iterator[dict[int, int]]:
    """The repairs that change one cell of one row in each broken column."""
    if len(figures.columns) < 2 or len(figures.rows) > 1:
        return
    columns = sorted(figures.columns)
    for row in range(len(figures.system.at)):
        changes = {}
        for column in columns:
            cell = figures.system.at[row][column]
            added = figures.change(cell, figures.along_column[column])
            if added is None:
                break
            changes[cell] = added
        else:
            if figures.heals(changes):
                yield changes


def _of_rows_exchanged(figures: _Figures) -> Iterator[dict[int, int]]:
    """The repairs that exchange two neighbouring rows. The sums of rows cannot see it, those of columns may."""
    if figures.rows:
        return
    for upper, lower in zip(figures.system.at, figures.system.at[1:], strict=False):
        if all(figures.known[cell] for cell in (*upper, *lower)):
            changes: dict[int, int] = {}
            for a, b in zip(upper, lower, strict=True):
                if added := figures.values[b] - figures.values[a]:
                    changes |= {a: added, b: -added}
            if changes and figures.heals(changes):
                yield changes


def _of_blank_totals(figures: _Figures) -> Iterator[dict[int, int]]:
    """The repair that fills every blank total with the sum of its parts, those of columns before those of rows."""
    equations = figures.system.equations
    changes: dict[int, int] = {}
    for e in sorted(figures.residual, key=lambda e: equations[e].row is not None):
        total = operations.total_of(equations[e])
        if total is not None and figures.missing[total]:
            terms = dict(equations[e].terms)
            sign = terms.pop(total)
            parts = sum(k * (figures.values[cell] + changes.get(cell, 0)) for cell, k in terms.items())
            if parts:
                changes[total] = -parts // sign
    if len(changes) > 1 and figures.heals(changes):
        yield changes


def _kind(figures: _Figures, values: Sequence[float | None], repair: Repair) -> str:
    if len(repair) == 1:
        ((cell, right),) = repair.items()
        return operations.single(figures.system, cell, values[cell], right)
    return operations.several(figures.system, figures.values, figures.missing, repair)


def _filling(figures: _Figures, pool: list[Named]) -> list[Named]:
    """The one operation, if any, that fills all the gaps of a report that writes its zeros as 0."""
    gaps = {cell for cell, gap in enumerate(figures.missing) if gap}
    filling = [(kind, repair) for kind, repair in pool if gaps & repair.keys() and kind != "values"]
    if len(filling) == 1 and (gaps <= filling[0][1].keys() or filling[0][0] == "row_lost"):
        return filling
    return []


def _trusted(figures: _Figures, kind: str, repair: Repair, *, lost: bool) -> bool:
    """Whether enough sums were there to speak against the repair."""
    own = [figures.system.of_cell[cell] for cell in repair]
    if not all(e in figures.residual for equations in own for e, _ in equations):
        return False
    if len(repair) > 1 and len(figures.residual) < len(figures.system.equations):
        return False
    if kind == "row_lost" and not lost:
        return False
    if kind == "values" and not _plain(figures, repair):
        return False
    alone = any(len(equations) < 2 for equations in own)
    return not alone or (lost and all(figures.missing[cell] for cell in repair))
