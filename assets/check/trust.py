"""How far the figures of a report can be trusted: one row a report, for people.

Belongs here: counting what the other modules of this stage found. Does not belong here: finding it.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import polars as pl

from assets.check.claims import KNOWN
from schemas.rules import sums_of
from schemas.tables import ReportTrust, dtypes

_PASSED = ["pass", "pass_if_blank_zero"]


def trust(
    reports: pl.DataFrame,
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
    for more in (rules, _proved(reports, rule_results), culprits, story):
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


def _proved(reports: pl.DataFrame, rule_results: pl.DataFrame) -> pl.DataFrame:
    """For each report the cells that stand in a sum, and those of them in a sum that holds and in none that fails.

    Each form's reports at once: a matrix of its sums' states times the matrix of which cell stands in which sum.
    """
    of_form = reports.select("report_id", "form").drop_nulls()
    found = [pl.DataFrame(schema={"report_id": pl.String, "summed": pl.Int64, "proved": pl.Int64})]
    for (form_id,), own in of_form.group_by("form", maintain_order=True):
        sums, stands_in = _sums(str(form_id))
        ids = own.select("report_id", report=pl.int_range(pl.len()))
        results = (
            rule_results.select("report_id", "rule_id", "place", "state")
            .filter(pl.col("rule_id").is_in(sums["rule_id"].unique().implode()))
            .join(ids, on="report_id")
            .join(sums, on=["rule_id", "place"])
        )
        told, passed, failed = (np.zeros((own.height, sums.height), np.float32) for _ in range(3))
        at = results["report"].to_numpy(), results["sum"].to_numpy()
        told[at] = 1
        passed[at] = results["state"].is_in(_PASSED).to_numpy()
        failed[at] = (results["state"] == "fail").to_numpy()
        holds = (passed @ stands_in > 0) & (failed @ stands_in == 0)
        counts = {"summed": (told @ stands_in > 0).sum(1), "proved": holds.sum(1)}
        found.append(ids.select("report_id", **{k: pl.Series(v, dtype=pl.Int64) for k, v in counts.items()}))
    return pl.concat(found)


@cache
def _sums(form_id: str) -> tuple[pl.DataFrame, npt.NDArray[np.float32]]:
    """The sums of a form, numbered, and a matrix of sums by cells: 1 where the cell stands in the sum."""
    rules = sums_of(form_id)
    cells = {cell: n for n, cell in enumerate(dict.fromkeys(c for rule in rules for c in rule.coefficients))}
    stands_in = np.zeros((len(rules), len(cells)), np.float32)
    for n, rule in enumerate(rules):
        stands_in[n, [cells[cell] for cell in rule.coefficients]] = 1
    numbered = [(rule.kind.id, rule.place, n) for n, rule in enumerate(rules)]
    schema = {"rule_id": pl.String, "place": pl.String, "sum": pl.Int64}
    return pl.DataFrame(numbered, schema=schema, orient="row"), stands_in
