"""Whether the figures bear out the rules (schemas/rules.toml), and with which cells.

Some reports at a time, each rule a few operations on their figures as arrays (grid.py). Belongs here: sums, their states
and evidence, and all results in order. Does not belong here: which rules there are; figures that are no counts
(counts.py); texts that claim the same agency and year (texts.py); telling anybody about a broken rule (findings.py).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import polars as pl

from assets.check.counts import countless, whole_numbers
from assets.check.grid import (
    UNKNOWN,
    Figures,
    Grid,
    Numbers,
    Truths,
    first_of,
    grids,
    or_null,
    places,
    printed_in,
)
from assets.check.texts import compare
from schemas.form import forms
from schemas.rules import Rule, Term, rules_of
from schemas.tables import RuleResults, dtypes

_FILLED = ("blank", "not_applicable")
_KEYS = ("report_order", "rule_order")


def evaluate(cells: pl.DataFrame, reports: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Every rule on every report (schemas.tables.RuleResults), in the order of reports, then of the form's rules.

    `claims` as of claims.py. A rule that speaks of the year before has a result where that year's report is at hand
    and prints all its cells. Reports may be given in batches: `cells` then also holds those of the reports that `claims`
    names beside the batch's own.
    """
    who = reports.with_row_index("report_order").select(
        pl.col("report_order").cast(pl.Int64), "report_id", "source_file", "form", "agency", "report_year"
    )
    same = _ordered(compare(cells, claims), who)
    made = []
    for batch in grids(cells, reports, claims):
        results = [told for grid in batch for told in _of_grid(grid)]
        if not results:
            continue
        first, last = min(g.reports[0] for g in batch), max(g.reports[-1] for g in batch)
        results.append(same.filter(pl.col("report_order").is_between(first, last)))
        ordered = pl.concat(results, how="diagonal").sort("report_order", "rule_order")
        whose = ordered.join(who, on="report_order", maintain_order="left")
        made.append(_with_fingerprints(whose).select(list(dtypes(RuleResults))))
    return pl.concat(made) if made else pl.DataFrame(schema=dtypes(RuleResults))


def _of_grid(grid: Grid) -> tuple[pl.DataFrame, pl.DataFrame]:
    printed = printed_in(grid)
    return _sums(grid, printed), whole_numbers(grid, printed)


@cache
def _order() -> pl.DataFrame:
    rows = [(r.form, r.kind.id, r.place, n) for f in forms() for n, r in enumerate(rules_of(f))]
    schema = {"form": pl.String, "rule_id": pl.String, "place": pl.String, "rule_order": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _ordered(results: pl.DataFrame, who: pl.DataFrame) -> pl.DataFrame:
    """Results of texts.py, with the order of their reports and rules."""
    of_report = results.join(who.select("report_order", "report_id", "form"), on="report_id")
    return of_report.join(_order(), on=["form", "rule_id", "place"]).drop("report_id", "form")


@dataclass(frozen=True)
class _Sum:
    """A sum of a form: for each term its place in the grid, its sign and its name; the first `lefts` are its left side."""

    order: int
    rule: Rule
    lines: tuple[int, ...]
    signs: Figures
    names: tuple[str, ...]

    @property
    def lefts(self) -> int:
        """How many terms the left side has."""
        return len(self.rule.left)

    @property
    def looks_back(self) -> bool:
        """Whether it holds a cell of the year before."""
        return any(term.previous for term in self.rule.terms)


@cache
def _sums_of(form_id: str) -> tuple[_Sum, ...]:
    line_of = {place: line for line, place in enumerate(places(form_id))}
    return tuple(
        _Sum(
            order,
            rule,
            tuple(line_of[term.previous, term.cell] for term in rule.terms),
            np.array([float(term.sign) for term in rule.terms]),
            tuple(_name(rule, term) for term in rule.terms),
        )
        for order, rule in enumerate(rules_of(form_id))
        if rule.kind.comparison == "sum"
    )


def _name(rule: Rule, term: Term) -> str:
    """The part of the cell's key that the place of the rule does not say."""
    key = term.cell.col_key if rule.place == term.cell.row_key else term.cell.row_key
    return f"{'-' if term.sign < 0 else ''}{'previous:' if term.previous else ''}{key}"


def _sums(grid: Grid, printed: pl.DataFrame) -> pl.DataFrame:
    """The sums whose cells are all there."""
    sums, nothing = _sums_of(grid.form), _nothing(len(grid.reports))
    no_counts, filled = countless(grid), grid.has(*_FILLED)
    doubtful = grid.has(*UNKNOWN) | no_counts
    # the line of what stands in this text
    own = np.where([[previous] for previous, _ in places(grid.form)], 0, grid.line)
    shown = printed.select(
        _evidence(sum_, side, number) for number, sum_ in enumerate(sums) for side in ("left", "right")
    )
    made: list[dict[str, Any]] = []
    doubts: list[tuple[_Sum, Truths]] = []
    for number, sum_ in enumerate(sums):
        lines, cut = list(sum_.lines), sum_.lefts
        whole = (grid.at[lines] >= 0).all(axis=0)
        if not whole.any():
            continue
        figures = grid.value[lines]
        doubts.append((sum_, doubtful[lines]))
        made.append(
            {
                "left_sum": sum_.signs[:cut] @ figures[:cut],
                "right_sum": sum_.signs[cut:] @ figures[cut:],
                "left_cells": shown[f"left{number}"],
                "right_cells": shown[f"right{number}"],
                "line": first_of(own[lines], own[lines] > 0),
                "known": ~doubts[-1][1].any(axis=0),
                "filled": filled[lines].any(axis=0),
                "whole": whole,
                "other_report_id": grid.previous if sum_.looks_back else nothing,
            }
        )
    of_sums = pl.DataFrame(
        [(s.order, s.rule.kind.id, s.rule.place, s.rule.table_no) for s, _ in doubts],
        schema={"rule_order": pl.Int64, "rule_id": pl.String, "place": pl.String, "table_no": pl.String},
        orient="row",
    )
    columns = {name: [one[name] for one in made] for name in made[0]}
    texts = {name: pl.concat(columns.pop(name)) for name in ("left_cells", "right_cells", "other_report_id")}
    numbers = {name: pl.Series(np.concatenate(parts)) for name, parts in columns.items()}
    told = of_sums[np.repeat(np.arange(len(made)), len(grid.reports))].with_columns(
        report_order=pl.Series(np.tile(grid.reports, len(made))),
        reason=_reasons(grid, doubts, no_counts),
        **texts,
        **numbers,
    )
    difference = pl.col("left_sum") - pl.col("right_sum") + 0.0
    return told.filter("whole").select(
        *_KEYS, "rule_id", "place", "table_no", "left_cells", "right_cells", "reason", "other_report_id",
        pl.when(pl.col("line") > 0).then("line"),
        pl.when("known").then(pl.col("left_sum", "right_sum")),
        difference=pl.when("known").then(difference),
        state=pl.when(~pl.col("known"))
        .then(pl.lit("not_assessable"))
        .when(difference != 0)
        .then(pl.lit("fail"))
        .when("filled")
        .then(pl.lit("pass_if_blank_zero"))
        .otherwise(pl.lit("pass")),
    )  # fmt: skip


def _evidence(sum_: _Sum, side: str, number: int) -> pl.Expr:
    """The cells of one side as they are printed, e.g. `new_received=3 carried_over=blank`."""
    terms = list(zip(sum_.names, sum_.lines, strict=True))
    of_side = terms[: sum_.lefts] if side == "left" else terms[sum_.lefts :]
    pieces = [
        piece
        for n, (name, line) in enumerate(of_side)
        for piece in (pl.lit(f"{' ' if n else ''}{name}="), pl.col(str(line)))
    ]
    return pl.concat_str(pieces).alias(f"{side}{number}")


def _reasons(grid: Grid, doubts: list[tuple[_Sum, Truths]], no_counts: Truths) -> pl.Series:
    """Why sums cannot be assessed, null where they can: the first term in doubt, e.g. `granted: row-short`.

    `doubts` are sums with their terms in doubt, the answer is for all reports of the first, then of the next.
    """
    size = len(grid.reports)
    at: Numbers = np.zeros(size * len(doubts), dtype=np.int64)
    names: list[str] = []
    found, lines, reports, count = [], [], [], 0
    for number, (sum_, doubted) in enumerate(doubts):
        own = np.flatnonzero(doubted.any(axis=0))
        if own.size:
            term = np.argmax(doubted[:, own], axis=0)
            found.append(term + len(names))
            lines.append(np.array(sum_.lines)[term])
            reports.append(own)
            at[own + number * size] = np.arange(count + 1, count + 1 + len(own))
            count += len(own)
            names += sum_.names
    if not count:
        return _nothing(len(at))
    line, report = np.concatenate(lines), np.concatenate(reports)
    told = pl.DataFrame(
        {
            "name": pl.Series(names).gather(np.concatenate(found)),
            "why": grid.reasons(line, report),
            "countless": no_counts[line, report],
        }
    ).select(pl.col("name") + ": " + pl.when("countless").then(pl.lit("whole_number")).otherwise("why"))
    return told.to_series().gather(or_null(at) - 1)


def _nothing(size: int) -> pl.Series:
    return pl.repeat(None, size, dtype=pl.String, eager=True)


def _with_fingerprints(results: pl.DataFrame) -> pl.DataFrame:
    """The same for the same failure of the same agency and year, wherever its file lies and whatever else it says."""
    whose = pl.when(pl.col("agency").is_null() | pl.col("report_year").is_null()).then("report_id")
    parts = [
        whose.otherwise(pl.concat_str("agency", pl.lit(" "), "report_year")),
        *(pl.col(name) for name in ("rule_id", "place", "left_cells", "right_cells")),
    ]
    failed = pl.col("state") == "fail"
    texts = results.filter(failed).select(pl.concat_str(parts, separator="\n")).to_series()
    made = pl.Series([hashlib.blake2b(t.encode(), digest_size=8).hexdigest() for t in texts], dtype=pl.String)
    number = results.select(pl.when(failed).then(failed.cum_sum().cast(pl.Int64) - 1)).to_series()
    return results.with_columns(fingerprint=made.gather(number))
