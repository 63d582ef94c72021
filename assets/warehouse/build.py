"""Frames to a DuckDB file: tables with their types, views, and a comment on everything, in both languages.

All names come from schemas. No keys or indexes: uniqueness is checked on the frames, and a key would cost ten times
the space. Does not belong here: when a file is built and which one readers see (publish.py).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from assets.warehouse.views import views
from schemas.tables import TABLES, TableModel, TableSpec, dtypes, meaning

# The oldest release whose command line should open the file.
STORAGE_VERSION = "v1.5.0"

_SQL_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    pl.Datetime: "TIMESTAMPTZ",
    pl.List: "BIGINT[]",
}


def build(path: Path, frames: Mapping[str, pl.DataFrame]) -> None:
    """Write all tables (keys as in schemas.tables.TABLES) and views to a new file, safe on disk on return."""
    if missing := TABLES.keys() - frames.keys():
        raise ValueError(f"tables without a frame: {', '.join(sorted(missing))}")
    with duckdb.connect(str(path), config={"storage_compatibility_version": STORAGE_VERSION}) as connection:
        connection.begin()  # one commit for some hundred statements
        for spec in TABLES.values():
            connection.execute(_create_table(spec))
            connection.register("incoming", frames[spec.name].to_arrow())
            connection.execute(f"INSERT INTO {spec.name} BY NAME SELECT * FROM incoming")  # noqa: S608
            connection.unregister("incoming")
            _comment(connection, "TABLE", spec.name, (spec.zh, spec.en), meaning(spec.model))
        for view in views():
            connection.execute(f"CREATE VIEW {view.name} AS {view.sql}")
            _comment(connection, "VIEW", view.name, view.about, view.columns)
        connection.commit()
        connection.execute("CHECKPOINT")
    sync(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Have a file's bytes, or a folder's names, on disk before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _create_table(spec: TableSpec) -> str:
    columns = ", ".join(
        f"{name} {_SQL_TYPES[dtype.base_type()]}{'' if _nullable(spec.model, name) else ' NOT NULL'}"
        for name, dtype in dtypes(spec.model).items()
    )
    return f"CREATE TABLE {spec.name} ({columns})"


def _nullable(model: type[TableModel], name: str) -> bool:
    return bool(model.to_schema().columns[name].nullable)


def _comment(
    connection: duckdb.DuckDBPyConnection,
    kind: str,
    name: str,
    about: tuple[str, str],
    columns: Mapping[str, tuple[str, str]],
) -> None:
    connection.execute(f"COMMENT ON {kind} {name} IS {_quoted(about)}")
    for column, text in columns.items():
        connection.execute(f"COMMENT ON COLUMN {name}.{column} IS {_quoted(text)}")


def _quoted(text: tuple[str, str]) -> str:
    """`zh / en` as an SQL string; COMMENT takes no parameters."""
    return "'" + " / ".join(text).replace("'", "''") + "'"
