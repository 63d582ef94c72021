"""The row of a run in `ingest_runs`, and the file in which rows wait while there is nothing else to publish.

Copying a large warehouse for one row would cost a quiet night more than looking at all files. So the row goes into a file
beside the warehouse, and into the table with the next build.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from assets.building import Building
from assets.usual import rules_failed_of
from assets.versions import checker_version, reader_version
from schemas.tables import IngestRuns, dtypes, empty, frame

_LOG = "runs.jsonl"


def run_row(building: Building) -> pl.DataFrame:
    """What a run did, as a row of schemas.tables.IngestRuns."""
    failed, assessed = rules_failed_of(building)
    told = {
        **{name: 0 for name, dtype in dtypes(IngestRuns).items() if dtype == pl.Int64},
        "files_seen": building.count("report_files"),
        **building.tally,
        "run_id": building.run_id,
        "started_at": building.started_at,
        "finished_at": datetime.now(UTC),
        "is_full": building.full,
        "reports": building.count("reports"),
        "rules_failed": failed,
        "rules_assessed": assessed,
        "findings": building.count("findings"),
        "reader_version": reader_version(),
        "checker_version": checker_version(),
        "base": building.base.name if building.base else None,
    }
    return frame([told], IngestRuns)


def log_run(folder: Path, row: pl.DataFrame) -> None:
    """Add a run to the file, safe on disk on return."""
    with (folder / _LOG).open("a", encoding="utf-8") as log:
        log.write(json.dumps(row.to_dicts()[0], default=lambda when: when.isoformat()) + "\n")
        log.flush()
        os.fsync(log.fileno())


def logged_runs(folder: Path) -> pl.DataFrame:
    """The runs in the file (schemas.tables.IngestRuns); a line that was not written whole is left out."""
    try:
        lines = (folder / _LOG).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return empty(IngestRuns)
    rows = []
    for line in lines:
        try:
            row = json.loads(line)
            times = {name: datetime.fromisoformat(row[name]) for name in ("started_at", "finished_at")}
        except (ValueError, KeyError, TypeError):
            continue
        rows.append({**row, **times})
    return frame([row for row in rows if row.keys() == dtypes(IngestRuns).keys()], IngestRuns)


def forget_logged_runs(folder: Path) -> None:
    """Remove the file, whose runs are in the published table."""
    (folder / _LOG).unlink(missing_ok=True)
