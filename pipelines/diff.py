"""What differs between two builds: files, reports, cells, rules, findings. Queries only; how they look is show.py's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from assets.extract.facts import FACTS, fact_name

# A report is known by whose and of which year it is, where it alone says so; else by its place.
_REPORTS = """
    SELECT *, CASE
        WHEN agency IS NOT NULL AND report_year IS NOT NULL AND count(*) OVER (PARTITION BY agency, report_year) = 1
        THEN agency || ' ' || report_year
        ELSE source_file || ' #' || row_number() OVER (PARTITION BY source_file ORDER BY line_start, report_id) END AS report
    FROM {build}.reports"""

# What is compared -> (its identity, what of it may change, where it is found in either build).
_COMPARED: dict[str, tuple[list[str], list[str], str]] = {
    "files": (["source_file"], ["content_hash", "status"], "{build}.report_files"),
    "reports": (["report"], ["source_file", "form"], "r"),
    "cells": (
        ["report", "table_no", "row_key", "col_key"],
        ["status", "value", "raw"],
        "r JOIN cells USING (report_id)",
    ),
    "rules": (
        ["report", "rule_id", "table_no", "place"],
        ["state", "difference"],
        "r JOIN {build}.rule_results USING (report_id)",
    ),
    "findings": (
        ["about", "code", "message_en"],
        ["severity"],
        "(SELECT DISTINCT coalesce(report, f.source_file) AS about, code, message_en, severity "
        "FROM {build}.findings AS f LEFT JOIN r USING (report_id))",
    ),
}


@dataclass(frozen=True)
class Difference:
    """How many of a kind came, went and changed, and some of them: (what happened, identity, from, to)."""

    kind: str
    came: int
    went: int
    changed: int
    columns: list[str]
    rows: list[tuple[Any, ...]]


def differences(old: Path, new: Path, limit: int) -> Iterator[Difference]:
    """Compare two builds kind by kind, with at most `limit` rows of each."""
    with _both(old, new) as connection:
        for kind in _COMPARED:
            yield _compare(connection, kind, limit)


def _compare(connection: duckdb.DuckDBPyConnection, kind: str, limit: int) -> Difference:
    identity, values, _ = _COMPARED[kind]

    def packed(side: str) -> str:
        pack = ", ".join(f"{name} := {side}.{name}" for name in values)
        return f"CASE WHEN {side}.{identity[0]} IS NOT NULL THEN struct_pack({pack}) END"

    told = ", ".join(f"coalesce(n.{name}, o.{name}) AS {name}" for name in identity)
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE changes AS
        SELECT CASE WHEN before IS NULL THEN 'came' WHEN after IS NULL THEN 'went' ELSE 'changed' END AS what, *
        FROM (
            SELECT {told}, {packed("o")} AS before, {packed("n")} AS after
            FROM ({_of("old", kind)}) AS o FULL JOIN ({_of("new", kind)}) AS n
                ON {" AND ".join(f"o.{name} = n.{name}" for name in identity)}
        ) WHERE before IS DISTINCT FROM after
        """  # noqa: S608 - names of ours
    )
    counted = dict(connection.execute("SELECT what, count(*) FROM changes GROUP BY what").fetchall())
    found = connection.execute(f"SELECT * FROM changes ORDER BY ALL LIMIT {int(limit)}")  # noqa: S608
    columns = [name for name, *_ in found.description or ()]
    rows = found.fetchall()
    came, went, changed = (int(counted.get(what, 0)) for what in ("came", "went", "changed"))
    return Difference(kind, came, went, changed, columns, rows)


def _of(build: str, kind: str) -> str:
    identity, values, source = _COMPARED[kind]
    cells = " UNION ALL ".join(
        f"SELECT report_id, '{no}' AS table_no, row_key, col_key, status, value, raw FROM {build}.{fact_name(no)}"  # noqa: S608
        for no in FACTS
    )
    columns = ", ".join([*identity, *values])
    return f"WITH r AS ({_REPORTS.format(build=build)}), cells AS ({cells}) SELECT {columns} FROM {source.format(build=build)}"  # noqa: S608


@contextmanager
def _both(old: Path, new: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        for name, path in (("old", old), ("new", new)):
            quoted = str(path).replace("'", "''")
            connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
        connection.execute("SET enable_external_access = false")
        yield connection
