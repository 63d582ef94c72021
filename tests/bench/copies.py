"""A warehouse as large as a country's, made of a small one: each report many times, under other names.

So queries can be timed on millions of cells without hours of reading; what reading costs, only `measure` tells. Belongs
here: the copies, and the times of queries on them. Does not belong here: the queries (queries.py).
"""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path
from typing import Any

import duckdb

from assets.building import Building
from assets.warehouse.build import finish
from schemas.tables import TABLES, dtypes
from tests.bench.queries import queries

# What tells one copy of a report from the others; hashes keep their width.
_OWN = {
    "report_id": "lpad(to_hex(hash(report_id || '{n}')), 16, '0')",
    "source_file": "'{n}/' || source_file",
    "agency": "agency || '{n}'",
    "agency_id": "agency_id || '-{n}'",
}
# Copies committed at a time, and how often a query is asked.
_AT_ONCE, _TIMES = 25, 5


def multiply(warehouse: Path, into: Path, times: int) -> Path:
    """A new file at `into` with all rows of `warehouse` so many times over, but for what is the same for all reports."""
    building = Building(into, "copies")
    connection = building.connection
    quoted = str(warehouse).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS few (READ_ONLY)")
    for start in range(0, times, _AT_ONCE):
        connection.begin()
        for n in range(start, min(times, start + _AT_ONCE)):
            for name, spec in TABLES.items():
                columns = [*dtypes(spec.model)]
                if n == 0 or not _OWN.keys().isdisjoint(columns):
                    own = (f"{_OWN[c].format(n=f'{n:04d}')} AS {c}" if c in _OWN else c for c in columns)
                    connection.execute(f"INSERT INTO {name} BY NAME SELECT {', '.join(own)} FROM few.{name}")
        connection.commit()
    connection.execute("DETACH few")
    finish(building, anew=True)
    return into


def timed(warehouse: Path) -> dict[str, Any]:
    """Rows, MB, and of each query the middle of five times: seconds by the clock and of all processors."""
    told: dict[str, Any] = {"mb": round(warehouse.stat().st_size / 1e6)}
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for what in ("reports", "cells"):
            [(told[what],)] = connection.execute(f"SELECT count(*) FROM {what}").fetchall()
        for name, query in queries(connection).items():
            clock, work = [], []
            for _ in range(_TIMES):
                began, busy = time.perf_counter(), sum(os.times()[:2])
                connection.execute(query).fetchall()
                clock.append(time.perf_counter() - began)
                work.append(sum(os.times()[:2]) - busy)
            told[name] = (round(statistics.median(clock), 3), round(statistics.median(work), 3))
    return told
