"""Readers in processes of their own: open the published file again and again, and say whether what they saw was whole.

Needs nothing but duckdb, so that it runs on other versions of it: `python readers.py LINK open|hold|once SEED`, until
its input ends; prints one JSON object. A generation is whole where its tables agree with the row that its run left, which differs
from one to the next.
"""

from __future__ import annotations

import json
import random
import select
import sys
import time
from pathlib import Path
from typing import Any

import duckdb

_FACTS = ("fact_proactive_disclosure", "fact_requests", "fact_review_litigation")
_SUMS = " + ".join(f"(SELECT count(*) FROM {name})" for name in _FACTS)
WHOLE = f"""
WITH last AS (SELECT * FROM ingest_runs ORDER BY started_at DESC, run_id LIMIT 1)
SELECT run_id,
  [files_seen, reports, findings, rules_failed, rules_assessed, reports, (SELECT sum(cells)::BIGINT FROM reports), (SELECT sum(cells)::BIGINT FROM reports)],
  [(SELECT count(*) FROM report_files), (SELECT count(*) FROM reports), (SELECT count(*) FROM findings),
   (SELECT count(*) FROM rule_results WHERE state = 'fail'),
   (SELECT count(*) FROM rule_results WHERE state <> 'not_assessable'),
   (SELECT count(*) FROM report_trust),
   {_SUMS}, (SELECT count(*) FROM cells)]
FROM last
"""
_ALL = "SELECT count(*), bit_xor(hash(COLUMNS(*)::VARCHAR)) FROM "


def whole(connection: Any) -> tuple[str, str | None]:
    """(the run that made what is seen, what does not agree)."""
    rows = connection.execute(WHOLE).fetchall()
    if len(rows) != 1:
        return "", f"{len(rows)} last runs"
    run_id, told, counted = rows[0]
    return run_id, None if told == counted else f"run {run_id} told {told}, there are {counted}"


def everything(connection: Any) -> list[tuple[str, Any]]:
    """A digest of every table and view, each read in full."""
    names = connection.execute(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY 1"
    ).fetchall()
    return [(name, connection.execute(_ALL + f'"{name}"').fetchall()) for (name,) in names]


def main(link: str, way: str, seed: str) -> None:
    """Open until the input ends."""
    rng = random.Random(seed)  # noqa: S311
    told: dict[str, Any] = {"version": duckdb.__version__, "opens": 0, "held": 0, "faults": []}
    if way == "once":
        with duckdb.connect(link, read_only=True) as connection:
            _, differs = whole(connection)
            told["faults"] += [differs] if differs else []
            told["rows"] = {name: rows[0][0] for name, rows in everything(connection)}
        print(json.dumps(told))
        return
    seen: set[str] = set()
    while not _ended(rng.uniform(0, 0.3)):
        before = Path(link).readlink().name
        try:
            connection = duckdb.connect(link, read_only=True)
        except duckdb.Error as error:
            told["faults"].append(f"refused: {error}")
            continue
        told["opens"] += 1
        try:
            run_id, differs = whole(connection)
            if before == Path(link).readlink().name and before != f"build-{run_id}.duckdb":
                differs = f"the link says {before}, the last run is {run_id}"
            if differs:
                told["faults"].append(f"mixed: {differs}")
            seen.add(run_id)
            if way == "hold":
                first = everything(connection)
                _ended(rng.uniform(1, 12))
                if everything(connection) != first or whole(connection) != (run_id, None):
                    told["faults"].append(f"what was held changed: {run_id}")
                told["held"] += Path(link).readlink().name != before
        except duckdb.Error as error:
            told["faults"].append(f"could not be read: {error}")
        finally:
            connection.close()
    told["generations"] = len(seen)
    print(json.dumps(told))


def _ended(seconds: float) -> bool:
    """Whether the input ended, which is looked for so long."""
    end = time.monotonic() + seconds
    ready, _, _ = select.select([sys.stdin], [], [], max(0.0, end - time.monotonic()))
    return bool(ready)


if __name__ == "__main__":
    main(*sys.argv[1:])
