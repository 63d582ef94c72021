"""Figures that cannot be counts: the rule whose comparison is `whole_number`.

Belongs here: which columns count, what is no count, and one result for each table. Does not belong here: sums (rules.py),
nor how cells become arrays (grid.py).
"""

from __future__ import annotations

from functools import cache

import numpy as np
import polars as pl

from assets.check.grid import UNKNOWN, Grid, Truths, first_of, or_null, places
from schemas.form import CellKey, Column, forms
from schemas.rules import rules_of


@cache
def columns(form_id: str) -> tuple[Column, ...]:
    """The column of each place."""

    def column(cell: CellKey) -> Column:
        of_any = (c for f in (form_id, *forms()) for c in forms()[f].table(cell.table_no).columns)
        return next(c for c in of_any if c.key == cell.col_key)

    return tuple(column(cell) for _, cell in places(form_id))


def countless(grid: Grid) -> Truths:
    """Which figures cannot be counts. That is a fault of its own (rule whole_number), not told again by every sum."""
    counts, signed = (
        np.array([[getattr(c, name)] for c in columns(grid.form)]) for name in ("money", "signed")
    )
    wrong: Truths = ~counts & ((grid.value != np.floor(grid.value)) | (~signed & (grid.value < 0)))
    return wrong


def whole_numbers(grid: Grid, printed: pl.DataFrame) -> pl.DataFrame:
    """One result for each table of each report: how many of its figures cannot be counts, and which."""
    results = []
    wrong_ones, reported, doubtful = countless(grid), grid.has("reported"), grid.has(*UNKNOWN)
    for order, rule in enumerate(rules_of(grid.form)):
        if rule.kind.comparison != "whole_number":
            continue
        counts = [
            (line, cell)
            for line, ((previous, cell), column) in enumerate(
                zip(places(grid.form), columns(grid.form), strict=True)
            )
            if not previous and cell.table_no == rule.table_no and not column.money
        ]
        lines = [line for line, _ in counts]
        wrong, known, first = wrong_ones[lines], reported[lines].any(axis=0), grid.line[lines]
        for_wrong = first_of(first, wrong)
        line = np.where(for_wrong > 0, for_wrong, first_of(first, first > 0))
        at = np.argmax(doubtful[lines], axis=0)
        why = grid.reasons(np.array(lines)[at], np.arange(len(grid.reports)))
        told = [
            " ".join(
                f"{cell.row_key}/{cell.col_key}={printed[str(place)][report]}"
                for (place, cell), bad in zip(counts, wrong[:, report], strict=True)
                if bad
            )
            for report in np.flatnonzero(wrong.any(axis=0)).tolist()
        ]
        evidence = pl.Series(["", *told]).gather(np.where(wrong.any(axis=0), np.cumsum(wrong.any(axis=0)), 0))
        results.append(
            pl.DataFrame(
                {
                    "report_order": grid.reports,
                    "number": wrong.sum(axis=0).astype(np.float64),
                    "left_cells": evidence,
                    "line": or_null(line),
                    "known": known,
                    "why": why,
                    "doubtful": doubtful[lines].any(axis=0),
                    "there": (grid.at[lines] >= 0).any(axis=0),
                }
            )
            .filter("there")
            .with_columns(number=pl.when("known").then("number"))
            .select(
                "report_order",
                "left_cells",
                "line",
                rule_order=pl.lit(order, pl.Int64),
                rule_id=pl.lit(rule.kind.id),
                place=pl.lit(rule.place),
                table_no=pl.lit(rule.table_no),
                right_cells=pl.lit(""),
                left_sum="number",
                difference="number",
                right_sum=pl.when("known").then(0.0),
                reason=pl.when(~pl.col("known")).then(
                    pl.when("doubtful").then("why").otherwise(pl.lit("no-figure"))
                ),
                state=pl.when(~pl.col("known"))
                .then(pl.lit("not_assessable"))
                .when(pl.col("number") > 0)
                .then(pl.lit("fail"))
                .otherwise(pl.lit("pass")),
            )
        )
    return pl.concat(results)
