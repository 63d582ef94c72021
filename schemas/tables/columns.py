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

UTC_TIME = pl.Datetime("us", "UTC")


def column(zh: str, en: str, **checks: Any) -> Any:
    """A column with its meaning in both languages; `checks` are those of `pandera.Field`."""
    return pa.Field(description=en, metadata={"zh": zh}, **checks)


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
