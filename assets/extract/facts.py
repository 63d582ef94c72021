"""The fact tables: the cells of each table of the forms, with the agency and year of their report.

Does not belong here: any change to what was printed. `value_yuan` stands beside the figure, never in its place.
"""

from __future__ import annotations

import polars as pl

from schemas.form import forms
from schemas.tables import (
    TABLES,
    FactProactiveDisclosure,
    FactRequests,
    FactReviewLitigation,
    TableModel,
    dtypes,
)
from schemas.units import UNIT_IN_YUAN

FACTS: dict[str, type[TableModel]] = {
    "2": FactProactiveDisclosure,
    "3": FactRequests,
    "4": FactReviewLitigation,
}


def fact_name(table_no: str) -> str:
    """The name of the fact table of a table of the forms."""
    return next(name for name, spec in TABLES.items() if spec.model is FACTS[table_no])


def fact(table_no: str, cells: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """The cells of one table, in the order in which they come."""
    named = cells.filter(pl.col("table_no") == table_no).join(
        reports.select("report_id", "agency", "report_year"),
        on="report_id",
        how="left",
        maintain_order="left",
    )
    model = FACTS[table_no]
    if "value_yuan" in dtypes(model):
        named = named.with_columns(value_yuan=_yuan())
    return named.select(list(dtypes(model)))


def _yuan() -> pl.Expr:
    """Amounts in yuan, where the column is money and its unit known; to a hundredth of a fen."""
    money = {
        (form.id, column.key)
        for form in forms().values()
        for table in form.tables
        for column in table.columns
        if column.money
    }
    is_money = pl.any_horizontal(
        (pl.col("form") == form_id) & (pl.col("col_key") == key) for form_id, key in sorted(money)
    )
    factor = pl.col("unit").replace_strict(UNIT_IN_YUAN, default=None, return_dtype=pl.Float64)
    return pl.when(is_money).then((pl.col("value") * factor).round(4))
