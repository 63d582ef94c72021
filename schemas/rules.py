"""The rules the figures must bear out: read from rules.toml, applied to each form.

Belongs here: what a rule says, of which cells, on whose authority. Does not belong here: evaluation (assets/check).
Extraction never imports this module: were the reading bent to please the sums, a filer's error would vanish before
it was seen.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from schemas.form import CellKey, Column, Form, Row, Table, forms

SCOPES = ("row", "column", "table")
COMPARISONS = ("sum", "whole_number", "same")
SOURCES = ("printed", "follows", "arithmetic", "practice")

_TERM = re.compile(
    r"(?P<minus>-)?(?P<previous>previous:)?(?P<row>[a-z_]+|\{row\})\.(?P<column>[a-z_]+|\{column\})"
)


@dataclass(frozen=True)
class RuleKind:
    """A rule as a reader of the form would state it, once for each row, column or table (`scope`) of `tables`."""

    id: str
    scope: str
    tables: tuple[str, ...]
    only: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    comparison: str
    severity: str
    source: str
    zh: str
    en: str


@dataclass(frozen=True)
class Term:
    """A signed cell; `previous`: of the same agency's report of the year before."""

    cell: CellKey
    sign: int = 1
    previous: bool = False


@dataclass(frozen=True)
class Rule:
    """One rule on one form, for one `place`: the key of a row or column, or the number of a table."""

    kind: RuleKind
    form: str
    table_no: str
    place: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, left side first."""
        return self.left + self.right

    @property
    def coefficients(self) -> dict[CellKey, int]:
        """The rule as an equation: what each cell is multiplied by for all of them to add up to nothing."""
        return {t.cell: t.sign for t in self.left} | {t.cell: -t.sign for t in self.right}


@cache
def rule_kinds() -> dict[str, RuleKind]:
    """All rules by id, in the order of rules.toml. Raises ValueError where the file uses a word that is not defined."""
    raw = tomllib.loads((files("schemas") / "rules.toml").read_text(encoding="utf-8"))
    kinds = {}
    for entry in raw["rule"]:
        lists = {name: tuple(entry.get(name, ())) for name in ("tables", "only", "left", "right")}
        kind = RuleKind(**{**entry, **lists})
        for word, known in ((kind.scope, SCOPES), (kind.comparison, COMPARISONS), (kind.source, SOURCES)):
            if word not in known:
                raise ValueError(f"rule {kind.id}: {word!r} is none of {', '.join(known)}")
        for term in (*kind.left, *kind.right):
            _parsed(term)
        kinds[kind.id] = kind
    return kinds


@cache
def rules_of(form_id: str) -> tuple[Rule, ...]:
    """Every rule that the cells of a report on the given form can be held against."""
    form = forms()[form_id]
    return tuple(
        rule
        for kind in rule_kinds().values()
        for table_no in kind.tables
        for place in _places(kind, form.table(table_no))
        if (rule := _apply(kind, form, table_no, place)) is not None
    )


@cache
def sums_of(form_id: str) -> tuple[Rule, ...]:
    """The rules of `rules_of` that are equations among the cells of one report."""
    return tuple(
        rule
        for rule in rules_of(form_id)
        if rule.kind.comparison == "sum" and not any(term.previous for term in rule.terms)
    )


def _places(kind: RuleKind, table: Table) -> Iterable[str]:
    if kind.scope == "table":
        return [table.no]
    keys = [label.key for label in (table.rows if kind.scope == "row" else table.columns)]
    return [key for key in keys if not kind.only or key in kind.only]


def _apply(kind: RuleKind, form: Form, table_no: str, place: str) -> Rule | None:
    """The rule for one place, or None where the form lacks a cell of it."""
    own = set(form.cells)
    before = {cell for other in forms().values() for cell in other.cells}
    sides = []
    for side in (kind.left, kind.right):
        terms = [term for text in side for term in _terms(text, form.table(table_no), place)]
        if any(term.cell not in (before if term.previous else own) for term in terms):
            return None
        sides.append(tuple(terms))
    return Rule(kind, form.id, table_no, place, *sides)


def _terms(text: str, table: Table, place: str) -> list[Term]:
    found = _parsed(text)
    sign, previous = (-1 if found["minus"] else 1), bool(found["previous"])
    keys = [
        (row, column)
        for row in _keys(found["row"], place, _parts_of_row(table))
        for column in _keys(found["column"], place, _parts_of_column(table))
    ]
    return [Term(CellKey(table.no, row, column), sign, previous) for row, column in keys]


def _parsed(text: str) -> re.Match[str]:
    found = _TERM.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no term of a rule")
    return found


def _keys(word: str, place: str, parts: list[Row] | list[Column]) -> list[str]:
    if word == "parts":
        return [part.key for part in parts]
    return [place if word.startswith("{") else word]


def _parts_of_row(table: Table) -> list[Row]:
    """The rows that the table's total row adds up; none where it has no such row."""
    total = next((row for row in table.rows if row.total_of is not None), None)
    if total is None:
        return []
    return [
        row
        for row in table.rows
        if row is not total and total.total_of in {group.key for group in table.ancestors(row.key)}
    ]


def _parts_of_column(table: Table) -> list[Column]:
    return [column for column in table.columns if not column.total]
