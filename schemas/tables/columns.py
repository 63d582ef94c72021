"""What all tables are made of: the base model, a column with its meaning, and the words that several tables use."""

from __future__ import annotations

from typing import Any

import pandera.polars as pa
import polars as pl

FILE_STATUSES = ("text", "empty", "binary", "undecodable", "too_large", "unreadable", "special")
CELL_STATUSES = ("reported", "blank", "not_applicable", "unparsed", "absent", "uncertain")
RULE_STATES = ("pass", "pass_if_blank_zero", "fail", "not_assessable")
VERDICTS = ("sound", "incomplete", "broken", "unknown")
TABLE_NOS = ("2", "3", "4")

# Columns that several tables have, with what they mean in all of them (zh, en).
_COMMON = {
    "source_file": ("来源文件", "source file"),
    "report_id": ("报告标识", "report"),
    "agency_id": ("机关标识", "agency, see dim_agency"),
    "agency": ("行政机关名称", "name of the agency"),
    "report_year": ("报告年度", "year reported on"),
    "form": ("所用格式", "form"),
    "row_key": ("行", "row, see dim_row"),
    "col_key": ("列", "column, see dim_column"),
    "value": ("数值（按所印单位）", "figure in the unit printed; null unless reported"),
    "raw": ("原文", "text as printed"),
    "unit": ("单位（所印单位优先）", "unit: as printed, else as the form prescribes"),
    "status": ("状态", "reported, blank, not_applicable, unparsed, absent or uncertain"),
    "line_end": ("末行", "last line in the source file"),
    "layout": ("版式", "layout (reader) of its table"),
}

UTC_TIME = pl.Datetime("us", "UTC")


def column(zh: str, en: str, **checks: Any) -> Any:
    """A column with its meaning in both languages; `checks` are those of `pandera.Field`."""
    return pa.Field(description=en, metadata={"zh": zh}, **checks)


def common(name: str, **checks: Any) -> Any:
    """A column that several tables have, with the meaning it has in all of them."""
    return column(*_COMMON[name], **checks)


class TableModel(pa.DataFrameModel):
    """What all tables share: exactly the declared columns, in the declared types."""

    class Config:
        """Pandera: refuse columns that are not declared."""

        strict = True
        coerce = False


def dtypes(model: type[TableModel]) -> dict[str, pl.DataType]:
    """The Polars types of a model's columns, in declared order."""
    return {name: col.dtype.type for name, col in model.to_schema().columns.items()}


def empty(model: type[TableModel]) -> pl.DataFrame:
    """A frame of the model's columns without rows."""
    return pl.DataFrame(schema=dtypes(model))


def frame(rows: list[dict[str, Any]], model: type[TableModel]) -> pl.DataFrame:
    """A frame of the model's columns from dicts that hold them all."""
    return pl.DataFrame(rows, schema=dtypes(model), orient="row")


def meaning(model: type[TableModel]) -> dict[str, tuple[str, str]]:
    """Column name -> its meaning (zh, en)."""
    return {
        name: (str((col.metadata or {})["zh"]), str(col.description))
        for name, col in model.to_schema().columns.items()
    }
