"""Several texts for one agency and year: in which cells they differ.

Belongs here: the rule whose comparison is `same`. Does not belong here: which of the texts is preferred (claims.py).
"""

from __future__ import annotations

import polars as pl

from assets.check.claims import KNOWN
from schemas.rules import rule_kinds
from schemas.units import UNIT_IN_YUAN

_CELL = ["table_no", "row_key", "col_key"]


def differences(cells: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """The cells in which a report differs from the preferred one of the same agency and year.

    Columns: report_id, other_report_id, table_no, row_key, col_key, line_start, printed, other_printed; a cell that only one of
    the two tells is no difference. Amounts are the same when what one prints may be the other rounded.
    """
    pairs = claims.filter(pl.col("report_id") != pl.col("preferred_id")).select(
        "report_id", other_report_id="preferred_id"
    )
    known = cells.filter(pl.col("status").is_in(KNOWN)).select(
        "report_id",
        *_CELL,
        "line_start",
        "status",
        "value",
        printed=pl.when(pl.col("status") == "blank").then(pl.lit("blank")).otherwise(pl.col("raw")),
        yuan=pl.col("unit").replace_strict(UNIT_IN_YUAN, default=None, return_dtype=pl.Float64),
        decimals=pl.col("raw").str.extract(r"[0-9][.．]([0-9]+)").str.len_chars().fill_null(0),
    )
    mine = known.join(pairs, on="report_id")
    theirs = known.rename({"report_id": "other_report_id"}).drop("line_start")
    both = mine.join(theirs, on=["other_report_id", *_CELL], suffix="_theirs")
    return both.filter(~_same()).select(
        "report_id", "other_report_id", *_CELL, "line_start", "printed", other_printed="printed_theirs"
    )


def _same() -> pl.Expr:
    value, theirs = pl.col("value"), pl.col("value_theirs")
    amounts = pl.col("yuan").is_not_null() & pl.col("yuan_theirs").is_not_null()
    # half of the last digit printed, in yuan
    half = [
        pl.lit(0.5) * pl.lit(10.0).pow(-pl.col(f"decimals{of}").cast(pl.Float64)) * pl.col(f"yuan{of}")
        for of in ("", "_theirs")
    ]
    apart = (value * pl.col("yuan") - theirs * pl.col("yuan_theirs")).abs()
    figures = pl.when(amounts).then(apart <= pl.max_horizontal(half) + 1e-6).otherwise(value == theirs)
    return (
        pl.when((pl.col("status") == "reported") & (pl.col("status_theirs") == "reported"))
        .then(figures)
        .otherwise(pl.col("status") == pl.col("status_theirs"))
    )


def compare(cells: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """One result for each table of a report that is not the preferred one of its agency and year."""
    kind = next(kind for kind in rule_kinds().values() if kind.comparison == "same")
    pairs = claims.filter(pl.col("report_id") != pl.col("preferred_id")).select(
        "report_id", other_report_id="preferred_id"
    )
    # most reports stand alone: only the cells of those that do not are looked at
    cells = cells.filter(pl.col("report_id").is_in(pl.concat(list(pairs.iter_columns())).implode()))
    known = cells.filter(pl.col("status").is_in(KNOWN)).group_by("report_id", "table_no").len("known")
    tables = pairs.join(pl.DataFrame({"table_no": kind.tables}), how="cross")
    for whose in ("report_id", "other_report_id"):
        tables = tables.join(
            known.rename({"report_id": whose, "known": f"known_{whose}"}), on=[whose, "table_no"], how="left"
        )
    at = pl.concat_str("row_key", pl.lit("/"), "col_key", pl.lit("="))
    bare = pl.col("printed", "other_printed").str.replace_all(r"\s", "")
    apart = (
        differences(cells, claims)
        .with_columns(bare)
        .group_by("report_id", "table_no", maintain_order=True)
        .agg(
            left_sum=pl.len().cast(pl.Float64),
            left_cells=(at + pl.col("printed")).str.join(" "),
            right_cells=(at + pl.col("other_printed")).str.join(" "),
            line=pl.col("line_start").drop_nulls().first(),
        )
    )
    untold = pl.col("known_report_id").is_null() | pl.col("known_other_report_id").is_null()
    number = pl.when(~untold).then(pl.col("left_sum").fill_null(0))
    return (
        tables.join(apart, on=["report_id", "table_no"], how="left")
        .with_columns(
            rule_id=pl.lit(kind.id),
            place=pl.col("table_no"),
            left_sum=number,
            right_sum=pl.when(~untold).then(0.0),
            difference=number,
            left_cells=pl.col("left_cells").fill_null(""),
            right_cells=pl.col("right_cells").fill_null(""),
            reason=pl.when(untold).then(pl.lit("table-absent")),
            state=pl.when(untold)
            .then(pl.lit("not_assessable"))
            .when(number > 0)
            .then(pl.lit("fail"))
            .otherwise(pl.lit("pass")),
        )
        .drop("known_report_id", "known_other_report_id")
    )
