"""The sums of a form as systems of linear equations: integers in, integers out, cells by position.

Belongs here: taking the rules (schemas/rules.py) apart into what localization and deduction walk over. A system is a set of
cells that equations join: table 3 is one, each row of table 4 another. Does not belong here: any figure of a report.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from schemas.form import CellKey, forms
from schemas.rules import sums_of


@dataclass(frozen=True)
class Equation:
    """`terms` are (cell, coefficient) pairs whose products add up to 0. `row` is the row it runs along, if it does."""

    rule_id: str
    place: str
    terms: tuple[tuple[int, int], ...]
    row: int | None


@dataclass(frozen=True, eq=False)  # there is one of each
class System:
    """Cells joined by equations. Rows and columns are numbered in printed order; `at[row][column]` is a cell.

    Each cell is in one equation along its row at most; all others of its equations run along its column.
    """

    cells: tuple[CellKey, ...]
    equations: tuple[Equation, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    at: tuple[tuple[int, ...], ...]
    of_cell: tuple[tuple[tuple[int, int], ...], ...]
    along_row: tuple[tuple[int, int] | None, ...]
    along_column: tuple[tuple[tuple[int, int], ...], ...]


def equations_of(form_id: str) -> tuple[dict[CellKey, int], ...]:
    """The sums of a form as plain linear equations: cell -> coefficient, all products adding up to 0."""
    return tuple(rule.coefficients for rule in sums_of(form_id))


@cache
def systems_of(form_id: str) -> tuple[System, ...]:
    """The systems of a form, in printed order."""
    group: dict[CellKey, CellKey] = {}

    def head(key: CellKey) -> CellKey:
        while group.setdefault(key, key) != key:
            key = group[key]
        return key

    for coefficients in equations_of(form_id):
        first, *others = coefficients
        for other in others:
            group[head(other)] = head(first)
    members: dict[CellKey, list[CellKey]] = {}
    for key in forms()[form_id].cells:
        if key in group:
            members.setdefault(head(key), []).append(key)
    return tuple(_system(form_id, tuple(keys)) for keys in members.values())


def _system(form_id: str, cells: tuple[CellKey, ...]) -> System:
    index = {key: i for i, key in enumerate(cells)}
    row_no = {key: n for n, key in enumerate(dict.fromkeys(c.row_key for c in cells))}
    col_no = {key: n for n, key in enumerate(dict.fromkeys(c.col_key for c in cells))}
    equations = []
    for rule in sums_of(form_id):
        coefficients = rule.coefficients
        if next(iter(coefficients)) in index:
            rows = {key.row_key for key in coefficients}
            row = row_no[rows.pop()] if len(rows) == 1 else None
            terms = tuple((index[key], coefficient) for key, coefficient in coefficients.items())
            equations.append(Equation(rule.kind.id, rule.place, terms, row))
    of_cell: list[list[tuple[int, int]]] = [[] for _ in cells]
    for e, equation in enumerate(equations):
        for cell, coefficient in equation.terms:
            of_cell[cell].append((e, coefficient))
    along_row = tuple(next(((e, k) for e, k in own if equations[e].row is not None), None) for own in of_cell)
    return System(
        cells=cells,
        equations=tuple(equations),
        rows=tuple(row_no[key.row_key] for key in cells),
        columns=tuple(col_no[key.col_key] for key in cells),
        at=tuple(tuple(i for i, key in enumerate(cells) if key.row_key == row) for row in row_no),
        of_cell=tuple(tuple(own) for own in of_cell),
        along_row=along_row,
        along_column=tuple(tuple((e, k) for e, k in own if equations[e].row is None) for own in of_cell),
    )
