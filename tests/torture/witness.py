"""A process beside the killed runs which keeps what was published before, and says what of it was torn or lost.

A process of its own, for looking into a warehouse starts threads, and what forks runs may have none.
"""

from __future__ import annotations

import multiprocessing
import re
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

from assets.warehouse.digest import content_digest
from assets.warehouse.publish import KEEP, LINK, QUALITY_PAGE
from pipelines.owner import UNDER_WAY
from tests.torture.readers import whole

_BELONGS = {LINK, QUALITY_PAGE, "builds.json", ".publish.lock", "runs.jsonl"}
_BUILD = re.compile(r"build-[\w-]+\.duckdb")
_FACTS = ("fact_proactive_disclosure", "fact_requests", "fact_review_litigation")
_CELLS = " UNION ALL ".join(
    f"SELECT report_id, '{name}' AS fact, row_key, col_key, status, value, raw FROM {name}" for name in _FACTS
)


class Witness:
    """The other end of the process: each method returns what is wrong."""

    def __init__(self, warehouse: Path) -> None:
        """Start it."""
        context = multiprocessing.get_context("fork")
        self._end, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(warehouse, other, self._end), daemon=True)
        self._process.start()
        other.close()

    def look(self) -> list[str]:
        """After any run, finished or killed: is what readers see whole, and is all history in it."""
        return self._ask("look")

    def at_rest(self, fresh: Path) -> list[str]:
        """After a finished run: has it the content of the warehouse `fresh`, and did nothing remain of killed runs."""
        return self._ask("at_rest", fresh)

    def no_dead_runs(self) -> list[str]:
        """After a finished run of Dagster's: is none of its runs said to be under way."""
        return self._ask("no_dead_runs")

    def close(self) -> None:
        """End it."""
        self._end.close()
        self._process.join(10)
        self._process.kill()

    def _ask(self, *question: Any) -> list[str]:
        self._end.send(question)
        answer: list[str] = self._end.recv()
        return answer


def _serve(warehouse: Path, end: Connection, others: Connection) -> None:
    others.close()  # else this process would itself keep open what it waits to see closed
    kept = _Kept(warehouse)
    while True:
        try:
            name, *given = end.recv()
        except EOFError:
            return
        answer: Callable[..., list[str]] = getattr(kept, name)
        try:
            end.send(answer(*given))
        except Exception:  # the parent is to hear of it
            end.send([traceback.format_exc()])


def _difference(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, Any]:
    """Some rows of a table that the one warehouse has and the other has not."""
    ways = (("kept", "fresh"), ("fresh", "kept"))
    return {
        f"only {one}": connection.execute(
            f"(FROM {one}.{name} EXCEPT ALL FROM {other}.{name}) LIMIT 3"
        ).fetchall()
        for one, other in ways
    }


class _Kept:
    """What was last seen in the published warehouse."""

    def __init__(self, warehouse: Path) -> None:
        self.warehouse = warehouse
        self.runs: set[str] = set()
        self.places: set[str] = set()
        self.retired = self.revisions = 0
        self.reports: dict[str, int] = {}

    def look(self) -> list[str]:
        with duckdb.connect(str(self.warehouse / LINK), read_only=True) as connection:
            run_id, differs = whole(connection)
            if run_id in self.runs and not differs:
                return []
            faults = [differs] if differs else []

            def column(query: str) -> list[Any]:
                return [row[0] for row in connection.execute(query).fetchall()]

            runs, places = (
                column("SELECT run_id FROM ingest_runs"),
                set(column("SELECT source_file FROM report_files")),
            )
            if len(runs) != len(set(runs)) or not self.runs < set(runs):
                faults.append(f"runs were lost or doubled: {sorted(self.runs - set(runs))}")
            left = self.places - places
            retired = column("SELECT source_file FROM retired_files ORDER BY retired_at DESC")
            if sorted(retired[: len(retired) - self.retired]) != sorted(left):
                faults.append(f"{sorted(left)} left, but {len(retired)} - {self.retired} files were retired")
            reports = dict(
                connection.execute(
                    f"SELECT report_id, bit_xor(hash(fact, row_key, col_key, status, value, raw)) FROM ({_CELLS}) GROUP BY ALL"
                ).fetchall()
            )
            revised = column("SELECT report_id_from FROM report_revisions ORDER BY revised_at DESC")
            if len(revised) < self.revisions:
                faults.append(f"{self.revisions} revisions became {len(revised)}")
            now = set(reports.values())
            gone = {r for r, cells in self.reports.items() if r not in reports and cells not in now}
            if not gone <= set(revised[: len(revised) - self.revisions]):
                faults.append(f"reports went or changed without a revision: {sorted(gone)}")
            self.runs, self.places, self.reports = set(runs), places, reports
            self.retired, self.revisions = len(retired), len(revised)
            return faults

    def at_rest(self, fresh: Path) -> list[str]:
        with duckdb.connect() as connection:
            digests = []
            for name, folder in (("kept", self.warehouse), ("fresh", fresh)):
                connection.execute(f"ATTACH '{folder / LINK}' AS {name} (READ_ONLY)")
                connection.execute(f"USE {name}")
                digests.append(content_digest(connection))
            differ = [
                name for name, digest in digests[0].items() if digests[1][name] != digest and name != "*"
            ]
            faults = [
                f"{name} is not that of a run that was never killed: {_difference(connection, name)}"
                for name in differ
            ]
        there = {path.name for path in self.warehouse.iterdir()}
        built = {name for name in there if _BUILD.fullmatch(name)}
        if there - built - _BELONGS or len(built) > KEEP:
            faults.append(f"left behind: {sorted(there - _BELONGS)}")
        return faults

    def no_dead_runs(self) -> list[str]:
        with dg.DagsterInstance.get() as instance:
            alive = instance.get_runs(dg.RunsFilter(statuses=UNDER_WAY))
        return [f"run {run.run_id} is said to be {run.status}" for run in alive]
