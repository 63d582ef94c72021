"""The file of a build: how DuckDB opens it, the tables in it as they are created, and taking away what is left of it.

Belongs here: what is true of the file before a row is in it. Does not belong here: its rows (building.py).
"""

from __future__ import annotations

import shutil
from hashlib import blake2b
from pathlib import Path

import duckdb
import polars as pl

from schemas.tables import TABLES, TableModel, TableSpec, dtypes

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
# What DuckDB may keep in memory; beyond that it writes to a folder beside the file.
MEMORY = "256MB"


def remove(left: Path) -> None:
    """Take away a file, or the folder that DuckDB spilled into."""
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink(missing_ok=True)


def structure() -> str:
    """A digest of all tables as they are created: a file of another structure cannot be added to."""
    text = STORAGE_VERSION + "".join(create_table(spec) for spec in TABLES.values())
    return blake2b(text.encode(), digest_size=6).hexdigest()


def log_of(path: Path) -> Path:
    """Where DuckDB keeps what somebody wrote to a build and did not finish; opening the build would take it for true."""
    return path.with_name(path.name + ".wal")


def connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open the file, for reading only or for both."""
    if read_only:
        connection = duckdb.connect(str(path), read_only=True)
    else:
        connection = duckdb.connect(str(path), config={"storage_compatibility_version": STORAGE_VERSION})
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"SET memory_limit = '{MEMORY}'")
    return connection


def create_table(spec: TableSpec) -> str:
    """The statement that creates a table."""
    columns = ", ".join(
        f"{name} {_SQL_TYPES[dtype.base_type()]}{'' if _nullable(spec.model, name) else ' NOT NULL'}"
        for name, dtype in dtypes(spec.model).items()
    )
    return f"CREATE TABLE {spec.name} ({columns})"


def _nullable(model: type[TableModel], name: str) -> bool:
    return bool(model.to_schema().columns[name].nullable)
