"""Whether each report bears out the rules of its form (schemas/rules.py), and with which cells.

All reports at once, as joins and aggregates. Belongs here: the four states and their evidence. Does not belong
here: which rules there are, or telling anybody about a broken one (findings.py).
"""

from __future__ import annotations

import polars as pl

from schemas.form import forms
from schemas.rules import rules_of
from schemas.tables import RuleResults, dtypes

_TERM = {
    "form": pl.String,
    "table_no": pl.String,
    "row_key": pl.String,
    "col_key": pl.String,
    "rule_order": pl.Int32,
    "term_order": pl.Int32,
    "rule_id": pl.String,
    "place": pl.String,
    "is_left": pl.Boolean,
    "name": pl.String,
}


def terms() -> pl.DataFrame:
    """Every rule of every form taken apart: one row for each cell on one of its sides.

    `name` is the part of the cell's key that the rule's place does not already say.
    """
    rows = [
        {
            "form": form_id,
            **cell._asdict(),
            "rule_order": rule_order,
            "term_order": term_order,
            "rule_id": rule.kind.id,
            "place": rule.place,
            "is_left": term_order < len(rule.left),
            "name": cell.col_key if rule.place == cell.row_key else cell.row_key,
        }
        for form_id in forms()
        for rule_order, rule in enumerate(rules_of(form_id))
        for term_order, cell in enumerate(rule.cells)
    ]
    return pl.DataFrame(rows, schema=_TERM)


def evaluate(cells: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Every rule on every report (schemas.tables.RuleResults), in the order of reports, then of rules."""
    status = pl.col("status")
    order = reports.select("report_id").with_row_index("report_order")
    evidence = pl.concat_str(
        "name",
        pl.lit("="),
        pl.when(status.is_in(["reported", "not_applicable"]))
        .then(pl.col("raw").str.replace_all(r"\s", ""))
        .when(status == "blank")
        .then(pl.lit("blank"))
        .otherwise(pl.lit("?")),
    )
    left, right = pl.col("is_left"), ~pl.col("is_left")
    figure = pl.col("value").fill_null(0)
    sides = (
        cells.join(order, on="report_id")
        .join(terms(), on=["form", "table_no", "row_key", "col_key"])
        .with_columns(evidence=evidence)
        .sort("report_order", "rule_order", "term_order")
        .group_by("report_order", "rule_order", maintain_order=True)
        .agg(
            pl.col("report_id", "source_file", "rule_id", "table_no", "place").first(),
            unknown=status.is_in(["uncertain", "absent", "unparsed"]).any(),
            filled=status.is_in(["blank", "not_applicable"]).any(),
            left_sum=figure.filter(left).sum(),
            right_sum=figure.filter(right).sum(),
            left_cells=pl.col("evidence").filter(left).str.join(" "),
            right_cells=pl.col("evidence").filter(right).str.join(" "),
            line=pl.col("line_start").drop_nulls().first(),
        )
    )
    known = ~pl.col("unknown")
    # Counts compare exactly. Rounding takes away only what binary fractions add to a stray decimal figure.
    difference = (pl.col("left_sum") - pl.col("right_sum")).round(6) + 0.0
    return (
        sides.with_columns(
            left_sum=pl.when(known).then("left_sum"),
            right_sum=pl.when(known).then("right_sum"),
            difference=pl.when(known).then(difference),
        )
        .with_columns(
            state=pl.when(pl.col("unknown"))
            .then(pl.lit("not_assessable"))
            .when(pl.col("difference") != 0)
            .then(pl.lit("fail"))
            .when(pl.col("filled"))
            .then(pl.lit("pass_if_blank_zero"))
            .otherwise(pl.lit("pass"))
        )
        .select(list(dtypes(RuleResults)))
    )
