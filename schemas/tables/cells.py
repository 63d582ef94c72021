"""The cells of the forms: as extraction tells them, and as facts ready to query."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.findings import CATALOGUE
from schemas.form import forms
from schemas.tables.columns import CELL_STATUSES, TABLE_NOS, TableModel, column, common


class Known(TableModel):
    """What holds of every cell, wherever it stands; columns are those of the models that take it up."""

    @pa.dataframe_check(error="a value stands exactly where the status is `reported`")
    def value_iff_reported(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Law 3: a figure is given exactly where one was read."""
        return data.lazyframe.select(pl.col("value").is_not_null() == (pl.col("status") == "reported"))

    @pa.dataframe_check(error="what was printed has its lines, what was not has none")
    def lines_iff_printed(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Every non-blank cell knows its first and last line."""
        printed = pl.col("status").is_in(["reported", "not_applicable", "unparsed"])
        ordered = pl.col("line_start") <= pl.col("line_end")
        return data.lazyframe.select(
            ~printed | (pl.col("raw").is_not_null() & ordered.fill_null(value=False))
        )

    @pa.dataframe_check(error="a reason stands exactly where the cell is not known")
    def reason_iff_unknown(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Law 3: "unknown, because ..."."""
        unknown = pl.col("status").is_in(["unparsed", "absent", "uncertain"])
        return data.lazyframe.select(pl.col("reason").is_not_null() == unknown)


class CellsBase(TableModel):
    """What is known of one cell of a form in one report."""

    report_id: str = common("report_id")
    source_file: str = common("source_file")
    form: str = common("form", isin=tuple(forms()))
    table_no: str = column("表号", "table: 2, 3 or 4", isin=TABLE_NOS)
    row_key: str = common("row_key")
    col_key: str = common("col_key")
    value: float = common("value", nullable=True)
    raw: str = common("raw", nullable=True)
    unit: str = common("unit", nullable=True)
    status: str = common("status", isin=CELL_STATUSES)
    line_start: int = column(
        "首行", "first line in the source file; null where nothing was printed", nullable=True, ge=1
    )
    line_end: int = common("line_end", nullable=True, ge=1)
    layout: str = common("layout", nullable=True)
    reason: str = column(
        "状态的原因（问题代码）",
        "finding code that says why the cell is absent, uncertain or unparsed",
        nullable=True,
        isin=tuple(CATALOGUE),
    )


class Cells(Known, CellsBase):
    """Every cell of the form of every report."""

    class Config:
        """One row a cell."""

        unique = ["report_id", "table_no", "row_key", "col_key"]  # noqa: RUF012 - read by pandera


class FactBase(Known):
    """Cells of one table, ready to query: keys, figure, place."""

    source_file: str = common("source_file")
    report_id: str = common("report_id")
    agency: str = common("agency", nullable=True)
    report_year: int = common("report_year", nullable=True)
    form: str = common("form", isin=tuple(forms()))
    row_key: str = common("row_key")
    col_key: str = common("col_key")
    value: float = common("value", nullable=True)
    raw: str = common("raw", nullable=True)
    unit: str = common("unit", nullable=True)
    status: str = common("status", isin=CELL_STATUSES)
    line_start: int = column("首行", "first line in the source file", nullable=True, ge=1)
    line_end: int = common("line_end", nullable=True, ge=1)
    layout: str = common("layout", nullable=True)
    reason: str = column(
        "状态的原因（问题代码）",
        "finding code that says why the cell is not known",
        nullable=True,
        isin=tuple(CATALOGUE),
    )


class FactProactiveDisclosure(FactBase):
    """Table 2."""

    value_yuan: float = column(
        "金额折合元（仅金额列，单位明确时）",
        "amounts in yuan, where the column is money and its unit known",
        nullable=True,
    )

    class Config:
        """One row a cell."""

        unique = ["report_id", "row_key", "col_key"]  # noqa: RUF012 - read by pandera


class FactRequests(FactBase):
    """Table 3."""

    class Config:
        """One row a cell."""

        unique = ["report_id", "row_key", "col_key"]  # noqa: RUF012 - read by pandera


class FactReviewLitigation(FactBase):
    """Table 4."""

    class Config:
        """One row a cell."""

        unique = ["report_id", "row_key", "col_key"]  # noqa: RUF012 - read by pandera
