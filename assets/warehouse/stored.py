"""The rows of the wide views, kept in the file: to turn every cell of a country into columns anew takes seconds a query.

Belongs here: writing them from the facts, those of the reports that a run wrote anew, or all. They stand in a schema of
their own, so that `show tables` lists what people ask. Does not belong here: the views that show them (views.py).
"""

from __future__ import annotations

from itertools import pairwise

import duckdb
import polars as pl

from assets.building import Building
from assets.warehouse.views import STORED, Wide, wides

# Reports whose cells are turned at a time: DuckDB's memory is bounded.
_AT_ONCE = 4_000
# Sorts behind every name of a file.
_END = "\U0010ffff"


def store(building: Building, *, anew: bool) -> None:
    """Have the rows of the wide views say what the facts say; `anew` where other code wrote those that are there."""
    connection = building.begin()
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {STORED}")
    rewritten = building.rewritten
    for wide in wides():
        if anew or rewritten is None or not _is_there(connection, wide):
            _make(connection, wide)
        elif rewritten:
            ids = pl.Series("report_id", sorted(rewritten))
            for start in range(0, len(ids), _AT_ONCE):
                with building.given(ids.slice(start, _AT_ONCE)) as given:
                    which = f"report_id IN (FROM {given})"
                    connection.execute(f"DELETE FROM {wide.table} WHERE {which}")  # noqa: S608 - names of ours
                    connection.execute(f"INSERT INTO {wide.table} {wide.query(which)}")


def _is_there(connection: duckdb.DuckDBPyConnection, wide: Wide) -> bool:
    found = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE schema_name = ? AND table_name = ?", [STORED, wide.name]
    ).fetchall()
    return found == [(1,)]


def _make(connection: duckdb.DuckDBPyConnection, wide: Wide) -> None:
    """All rows, in the order of their files, some thousand reports at a time."""
    connection.execute(f"CREATE OR REPLACE TABLE {wide.table} AS {wide.query('false')}")
    starts = connection.execute(
        f"""SELECT source_file FROM (SELECT source_file, row_number() OVER (ORDER BY source_file) AS n FROM reports)
        WHERE n % {_AT_ONCE} = 1 ORDER BY source_file"""  # noqa: S608 - a number of ours
    ).fetchall()
    for start, end in pairwise(["", *(name for (name,) in starts[1:]), _END]):
        connection.execute(
            f"INSERT INTO {wide.table} {wide.query('source_file >= $start AND source_file < $end')}",
            {"start": start, "end": end},
        )
