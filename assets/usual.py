"""Whether a night is like the nights before: the number of files, and the share of rules that fail.

Belongs here: the comparison with `ingest_runs`. Does not belong here: what is done about it (pipelines/notify.py).
"""

from __future__ import annotations

import polars as pl

from assets.building import Building

# Nights looked back on, and how many there must be before one can be unusual.
NIGHTS, ENOUGH = 14, 3
# Files: less than this share of the median. Failing rules: this many times the median share, and so many points more.
FEWER = 0.8
TIMES, POINTS = 1.5, 0.01


def usual_files(files: int, ingest_runs: pl.DataFrame) -> tuple[bool, dict[str, float]]:
    """(whether the number of files is usual, what it was compared with)."""
    before = _latest(ingest_runs)["files_seen"]
    if before.len() < ENOUGH:
        return True, {"files": files, "nights": before.len()}
    median = float(str(before.median()))
    return files >= FEWER * median, {"files": files, "nights": before.len(), "median": median}


def rules_failed_of(building: Building) -> tuple[int, int]:
    """(rules that fail, rules that can be assessed)."""
    states = building.counts("rule_results", "state")
    return states.get("fail", 0), sum(states.values()) - states.get("not_assessable", 0)


def usual_failures(failed: int, assessed: int, ingest_runs: pl.DataFrame) -> tuple[bool, dict[str, float]]:
    """(whether the share of rules that fail is usual, what it was compared with)."""
    share = failed / assessed if assessed else 0.0
    shares = (
        _latest(ingest_runs)
        .filter(pl.col("rules_assessed") > 0)
        .select(pl.col("rules_failed") / pl.col("rules_assessed"))
        .to_series()
    )
    if shares.len() < ENOUGH:
        return True, {"share": share, "nights": shares.len()}
    median = float(str(shares.median()))
    usual = share <= max(TIMES * median, median + POINTS)
    return usual, {"share": share, "nights": shares.len(), "median": median}


def _latest(ingest_runs: pl.DataFrame) -> pl.DataFrame:
    return ingest_runs.sort("started_at", descending=True).head(NIGHTS)
