"""The tables as Parquet and as CSV, written by DuckDB row group by row group, so that no table has to fit into memory.

Parquet: a table with `report_year` is a folder `report_year=2023/part-0.parquet` (Hive's convention, which DuckDB, Polars, Arrow and
Spark read; the year stands in the path only). Rows without a year, and the only file of an empty table, are under
`__HIVE_DEFAULT_PARTITION__`, which those readers take for null. Any other table is one file.

CSV: UTF-8 with byte order mark, so that Excel shows Chinese; RFC 4180 (commas, CRLF between rows, doubled quotes). An empty field is null,
`""` an empty text. Times are ISO 8601 in UTC, lists JSON arrays. Excel executes a text that begins like a formula, and turns
one that looks like a number or date into another (`0/0`, `00`, an identifier of digits): such texts get an apostrophe in front, and
so do those that begin with one. Taking away one leading apostrophe from text columns gives back what was there; numbers have none.

Does not belong here: what the columns mean (schemas.tables), the description of the files (package.py).
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from schemas.tables import TABLES, TableModel, dtypes

PARTITION = "report_year"
NO_YEAR = "__HIVE_DEFAULT_PARTITION__"
BOM = "\ufeff"

# As RE2, which is DuckDB's. Formula signs also full-width, and behind any blanks, which spreadsheets skip.
_FORMULA = r"^([\t\r\n']|[\s\p{Z}\p{C}]*[=+\-@＝＋－＠])"
# Made of what numbers, dates and times are made of ...
_LIKE_NUMBER = r"^[0-9.,][0-9.,:/\-eE+ %年月日时分秒]*$"
# ... and yet not a number that comes out of Excel as it went in.
_PLAIN = r"^(0|[1-9][0-9]{0,14}|(0|[1-9][0-9]{0,8})\.[0-9]{0,5}[1-9])$"


def literal(text: object) -> str:
    """A text as an SQL literal, where SQL takes no parameter."""
    return "'" + str(text).replace("'", "''") + "'"


def write_parquet(connection: duckdb.DuckDBPyConnection, name: str, folder: Path, build: str) -> None:
    """Write a table below `folder`; `build` goes into the files' own metadata. Raises duckdb.Error."""
    spec = TABLES[name]
    about = f"{{build: {literal(build)}, description: {literal(f'{spec.zh} / {spec.en}')}}}"
    options = f"(FORMAT parquet, COMPRESSION zstd, KV_METADATA {about})"
    if PARTITION not in dtypes(spec.model):
        folder.mkdir(parents=True, exist_ok=True)
        _copy(connection, f"FROM {name}", folder / f"{name}.parquet", options)
        return
    years = connection.execute(f"SELECT DISTINCT {PARTITION} FROM {name} ORDER BY 1").fetchall()  # noqa: S608 - a name of ours
    for (year,) in years or [(None,)]:
        place = folder / name / f"{PARTITION}={NO_YEAR if year is None else year}"
        place.mkdir(parents=True)
        which = f"{PARTITION} IS NOT DISTINCT FROM {'NULL' if year is None else int(year)}"
        query = f"SELECT * EXCLUDE {PARTITION} FROM {name} WHERE {which}"  # noqa: S608 - names of ours, an integer
        _copy(connection, query, place / "part-0.parquet", options)


def write_csv(connection: duckdb.DuckDBPyConnection, name: str, folder: Path) -> Path:
    """Write a table as `folder/<name>.csv`; the connection's time zone must be UTC. Raises duckdb.Error."""
    # The mark goes in front of the first name of the header, which is where the file begins.
    marks = [BOM, *[""] * len(dtypes(TABLES[name].model))]
    columns = [
        f'{_in_csv(column, dtype)} AS "{mark}{column}"'
        for mark, (column, dtype) in zip(marks, dtypes(TABLES[name].model).items(), strict=False)
    ]
    path = folder / f"{name}.csv"
    query = f"SELECT {', '.join(columns)} FROM {name}"  # noqa: S608 - names from schemas
    _copy(
        connection,
        query,
        path,
        r"""(FORMAT csv, HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"', NEW_LINE '\r\n')""",
    )
    return path


def unescaped(texts: pl.Expr) -> pl.Expr:
    """What a text column of a CSV held: without the apostrophe that `write_csv` put in front."""
    return texts.str.strip_prefix("'")


def is_text(dtype: pl.DataType) -> bool:
    """Whether a column holds text, and is escaped."""
    return dtype == pl.String


def outdated(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Tables of this version of gouji that the build lacks, or has with other columns."""
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"
    ).fetchall():
        found.setdefault(table, []).append(column)
    return [name for name, spec in TABLES.items() if found.get(name) != _names(spec.model)]


def _names(model: type[TableModel]) -> list[str]:
    return list(dtypes(model))


def _in_csv(column: str, dtype: pl.DataType) -> str:
    if is_text(dtype):
        return (
            f"CASE WHEN regexp_matches({column}, {literal(_FORMULA)})"
            f" OR (regexp_matches({column}, {literal(_LIKE_NUMBER)}) AND NOT regexp_matches({column}, {literal(_PLAIN)}))"
            f" THEN '''' || {column} ELSE {column} END"
        )
    if isinstance(dtype, pl.Datetime):
        return f"strftime({column}, '%Y-%m-%dT%H:%M:%S.%fZ')"
    if isinstance(dtype, pl.List):
        return f"CAST(to_json({column}) AS VARCHAR)"
    return column


def _copy(connection: duckdb.DuckDBPyConnection, query: str, path: Path, options: str) -> None:
    connection.execute(f"COPY ({query}) TO {literal(path)} {options}")
