"""Whether the figures bear out the rules (schemas/rules.toml), and with which cells.

All reports at once, as joins and aggregates. Belongs here: sums and whole numbers, the four states, their evidence.
Does not belong here: which rules there are; texts that claim the same agency and year (texts.py); telling anybody
about a broken rule (findings.py).
"""

from __future__ import annotations

import hashlib

import polars as pl

from assets.check.texts import compare
from schemas.form import CellKey, forms
from schemas.rules import Rule, rule_kinds, rules_of
from schemas.tables import RuleResults, dtypes

_CELL = ["table_no", "row_key", "col_key"]
_TERM = {
    "form": pl.String,
    **dict.fromkeys(_CELL, pl.String),
    "rule_id": pl.String,
    "place": pl.String,
    "rule_table": pl.String,
    "term_order": pl.Int32,
    "terms": pl.UInt32,
    "sign": pl.Int8,
    "previous": pl.Boolean,
    "is_left": pl.Boolean,
    "name": pl.String,
}
_EQUATION = ["report_id", "rule_id", "place"]
# Binary fractions add this much, at most, to sums of stray decimal figures.
_DECIMALS = 6


def evaluate(cells: pl.DataFrame, reports: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Every rule on every report (schemas.tables.RuleResults), in the order of reports, then of the form's rules.

    `claims` as of claims.py. A rule that speaks of the year before has a result where that year's report is at hand
    and prints all its cells.
    """
    judged = _judge(cells)
    results = pl.concat(
        [_sums(judged, reports, claims), _whole_numbers(judged), compare(cells, claims)], how="diagonal"
    )
    order = pl.DataFrame(
        [(r.form, r.kind.id, r.place, n) for f in forms() for n, r in enumerate(rules_of(f))],
        schema={"form": pl.String, "rule_id": pl.String, "place": pl.String, "rule_order": pl.Int32},
        orient="row",
    )
    who = reports.with_row_index("report_order").select(
        "report_order", "report_id", "source_file", "form", "agency", "report_year"
    )
    return (
        results.join(who, on="report_id")
        .join(order, on=["form", "rule_id", "place"])
        .sort("report_order", "rule_order")
        .with_columns(fingerprint=_fingerprint())
        .select(list(dtypes(RuleResults)))
    )


def terms(form_id: str) -> pl.DataFrame:
    """The sums of a form taken apart: one row for each term, with the part of the cell's key its place does not say."""
    rows = [
        {
            "form": form_id,
            **term.cell._asdict(),
            "rule_id": rule.kind.id,
            "place": rule.place,
            "rule_table": rule.table_no,
            "term_order": order,
            "terms": len(rule.terms),
            "sign": term.sign,
            "previous": term.previous,
            "is_left": order < len(rule.left),
            "name": _name(rule, term.cell, term.sign, previous=term.previous),
        }
        for rule in rules_of(form_id)
        if rule.kind.comparison == "sum"
        for order, term in enumerate(rule.terms)
    ]
    return pl.DataFrame(rows, schema=_TERM)


def _name(rule: Rule, cell: CellKey, sign: int, *, previous: bool) -> str:
    key = cell.col_key if rule.place == cell.row_key else cell.row_key
    return f"{'-' if sign < 0 else ''}{'previous:' if previous else ''}{key}"


def _judge(cells: pl.DataFrame) -> pl.DataFrame:
    """The cells with what sums need: `printed` (evidence), `doubt` (why the cell cannot be a term) and `countless`.

    A figure that cannot be a count is a fault of its own (rule whole_number); it is not told again by every sum.
    """
    columns = pl.DataFrame(
        [
            (form.id, table.no, column.key, column.signed)
            for form in forms().values()
            for table in form.tables
            for column in table.columns
            if not column.money
        ],
        schema={"form": pl.String, "table_no": pl.String, "col_key": pl.String, "signed": pl.Boolean},
        orient="row",
    )
    status, value = pl.col("status"), pl.col("value")
    return (
        cells.join(columns, on=["form", "table_no", "col_key"], how="left")
        .with_columns(
            printed=pl.when(status.is_in(["reported", "not_applicable"]))
            .then(pl.col("raw").str.replace_all(r"\s", ""))
            .when(status == "blank")
            .then(pl.lit("blank"))
            .otherwise(pl.lit("?")),
            # counts only: `signed` is null for amounts
            countless=(
                pl.col("signed").is_not_null()
                & ((value != value.floor()) | (~pl.col("signed") & (value < 0)))
            ).fill_null(value=False),
        )
        .with_columns(
            doubt=pl.when(status.is_in(["uncertain", "absent", "unparsed"]))
            .then("reason")
            .when("countless")
            .then(pl.lit("whole_number"))
        )
    )


def _sums(judged: pl.DataFrame, reports: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    every = pl.concat([terms(form_id) for form_id in forms()])
    on = ["form", *_CELL]
    own = judged.join(every.filter(~pl.col("previous")), on=on)
    # the cells of a report of the year before, under the name and form of the report that follows it
    following = claims.drop_nulls("previous_id").join(reports.select("report_id", "form"), on="report_id")
    before = (
        judged.rename({"report_id": "previous_id"})
        .drop("form")
        .join(following.select("report_id", "previous_id", "form"), on="previous_id")
        .join(every.filter(pl.col("previous")), on=on)
    )
    left, doubt = pl.col("is_left"), pl.col("doubt")
    figure = pl.col("value").fill_null(0) * pl.col("sign")
    evidence = pl.col("name") + "=" + pl.col("printed")
    sums = (
        pl.concat([own, before], how="diagonal_relaxed")
        .sort("term_order")
        .group_by(_EQUATION, maintain_order=True)
        .agg(
            pl.col("terms").first(),
            table_no=pl.col("rule_table").first(),
            found=pl.len(),
            other_report_id=pl.col("previous_id").drop_nulls().first(),
            reason=(pl.col("name") + ": " + doubt).filter(doubt.is_not_null()).first(),
            filled=pl.col("status").is_in(["blank", "not_applicable"]).any(),
            left_sum=figure.filter(left).sum(),
            right_sum=figure.filter(~left).sum(),
            left_cells=evidence.filter(left).str.join(" "),
            right_cells=evidence.filter(~left).str.join(" "),
            line=pl.col("line_start").filter(~pl.col("previous")).drop_nulls().first(),
        )
        .filter(pl.col("found") == pl.col("terms"))
    )
    known = pl.col("reason").is_null()
    difference = (pl.col("left_sum") - pl.col("right_sum")).round(_DECIMALS) + 0.0
    return sums.with_columns(
        left_sum=pl.when(known).then("left_sum"),
        right_sum=pl.when(known).then("right_sum"),
        difference=pl.when(known).then(difference),
        state=pl.when(~known)
        .then(pl.lit("not_assessable"))
        .when(difference != 0)
        .then(pl.lit("fail"))
        .when("filled")
        .then(pl.lit("pass_if_blank_zero"))
        .otherwise(pl.lit("pass")),
    ).drop("terms", "found", "filled")


def _whole_numbers(judged: pl.DataFrame) -> pl.DataFrame:
    """One result for each table of each report: how many of its figures cannot be counts, and which."""
    kind = next(kind for kind in rule_kinds().values() if kind.comparison == "whole_number")
    counts = judged.filter(pl.col("signed").is_not_null())
    wrong = pl.col("countless")
    evidence = pl.concat_str("row_key", pl.lit("/"), "col_key", pl.lit("="), "printed")
    known = (pl.col("status") == "reported").any()
    return (
        counts.group_by("report_id", "table_no", maintain_order=True)
        .agg(
            left_sum=pl.when(known).then(wrong.sum().cast(pl.Float64)),
            left_cells=evidence.filter(wrong).str.join(" "),
            line=pl.coalesce(
                pl.col("line_start").filter(wrong).first(), pl.col("line_start").drop_nulls().first()
            ),
            reason=pl.when(~known).then(pl.col("doubt").drop_nulls().first().fill_null("no-figure")),
        )
        .with_columns(
            rule_id=pl.lit(kind.id),
            place=pl.col("table_no"),
            right_sum=pl.when(pl.col("left_sum").is_not_null()).then(0.0),
            difference=pl.col("left_sum"),
            right_cells=pl.lit(""),
            state=pl.when(pl.col("left_sum").is_null())
            .then(pl.lit("not_assessable"))
            .when(pl.col("left_sum") > 0)
            .then(pl.lit("fail"))
            .otherwise(pl.lit("pass")),
        )
    )


def _fingerprint() -> pl.Expr:
    """The same for the same failure of the same agency and year, wherever its file lies and whatever else it says."""
    whose = pl.when(pl.col("agency").is_null() | pl.col("report_year").is_null()).then("report_id")
    parts = [
        whose.otherwise(pl.concat_str("agency", pl.lit(" "), "report_year")),
        *(pl.col(name) for name in ("rule_id", "place", "left_cells", "right_cells")),
    ]
    text = pl.concat_str(parts, separator="\n")
    return pl.when(pl.col("state") == "fail").then(
        text.map_elements(
            lambda t: hashlib.blake2b(t.encode(), digest_size=8).hexdigest(), return_dtype=pl.String
        )
    )
