"""How far the figures of a report can be trusted: one row a report, for people.

Belongs here: counting what the other modules of this stage found. Does not belong here: finding it.
"""

from __future__ import annotations

import polars as pl

from assets.check.claims import KNOWN
from schemas.form import forms
from schemas.rules import sums_of
from schemas.tables import ReportTrust, dtypes

_CELL = ["table_no", "row_key", "col_key"]
_PASSED = ["pass", "pass_if_blank_zero"]


def trust(  # noqa: PLR0913 - it counts what all others found
    reports: pl.DataFrame,
    cells: pl.DataFrame,
    rule_results: pl.DataFrame,
    agency_names: pl.DataFrame,
    corrections: pl.DataFrame,
    narrative_figures: pl.DataFrame,
) -> pl.DataFrame:
    """One row for each report (schemas.tables.ReportTrust), in the order of reports."""
    state, status = pl.col("state"), pl.col("status")
    rules = rule_results.group_by("report_id").agg(
        rules_passed=state.is_in(_PASSED).sum(),
        rules_failed=(state == "fail").sum(),
        rules_not_assessable=(state == "not_assessable").sum(),
    )
    culprits = corrections.group_by("report_id").agg(
        culprits=(status == "proposed").sum(),
        candidates=(status == "candidate").sum(),
        deduced=(status == "deduced").sum(),
    )
    story = narrative_figures.group_by("report_id").agg(
        story_agrees=(state == "agrees").sum(), story_contradicts=(state == "contradicts").sum()
    )
    counted = reports.select(
        "report_id", "source_file", "agency", "report_year", "form", "cells", known=pl.sum_horizontal(KNOWN)
    ).join(agency_names.select("report_id", "agency_id"), on="report_id", how="left", maintain_order="left")
    for more in (rules, _proved(cells, rule_results), culprits, story):
        counted = counted.join(more, on="report_id", how="left", maintain_order="left")
    counts = [
        name for name, dtype in dtypes(ReportTrust).items() if dtype == pl.Int64 and name != "report_year"
    ]
    filled = counted.with_columns(pl.col(counts).fill_null(0).cast(pl.Int64))
    broken = (pl.col("rules_failed") > 0) | (pl.col("story_contradicts") > 0)
    return filled.with_columns(
        proved_share=pl.when(pl.col("summed") > 0).then(pl.col("proved") / pl.col("summed")),
        verdict=pl.when(broken)
        .then(pl.lit("broken"))
        .when(pl.col("proved") == 0)
        .then(pl.lit("unknown"))
        .when((pl.col("rules_not_assessable") > 0) | (pl.col("known") < pl.col("cells")))
        .then(pl.lit("incomplete"))
        .otherwise(pl.lit("sound")),
    ).select(list(dtypes(ReportTrust)))


def _proved(cells: pl.DataFrame, rule_results: pl.DataFrame) -> pl.DataFrame:
    """For each report the cells that stand in a sum, and those of them in a sum that holds and in none that fails."""
    terms = pl.DataFrame(
        [
            (form_id, rule.kind.id, rule.place, *cell)
            for form_id in forms()
            for rule in sums_of(form_id)
            for cell in rule.coefficients
        ],
        schema=dict.fromkeys(("form", "rule_id", "place", *_CELL), pl.String),
        orient="row",
    )
    results = rule_results.select("report_id", "rule_id", "place", "state")
    state = pl.col("state")
    by_cell = (
        cells.select("report_id", "form", *_CELL)
        .join(terms, on=["form", *_CELL])
        .join(results, on=["report_id", "rule_id", "place"])
        .group_by("report_id", *_CELL)
        .agg(proved=state.is_in(_PASSED).any() & ~(state == "fail").any())
    )
    return by_cell.group_by("report_id").agg(summed=pl.len(), proved=pl.col("proved").sum())
