"""What changed in the source folder since the last run, and at which place a content that lies at several is at home.

Belongs here: comparing two manifests. Does not belong here: looking at files (walk.py).
"""

from __future__ import annotations

from datetime import datetime

import polars as pl

from assets.crawl.walk import Look
from schemas.findings import finding
from schemas.tables import FILE_STATUSES, Findings, RetiredFiles, dtypes, frame

# A file that is not text is a finding of the same name.
FILE_CODES = {status: f"file-{status.replace('_', '-')}" for status in FILE_STATUSES if status != "text"}


def counts(before: pl.DataFrame, look: Look, left: pl.DataFrame) -> dict[str, int]:
    """How many files are what, in columns of schemas.tables.IngestRuns.

    `before` is the manifest of the last run, `left` its rows that are gone.
    """
    was = before.select("source_file", was="content_hash")
    compared = look.files.join(was, on="source_file", how="left")
    old_place = pl.col("source_file").is_in(before["source_file"].implode())
    old_content = (
        pl.col("content_hash").is_in(before["content_hash"].drop_nulls().implode()).fill_null(value=False)
    )
    changed = old_place & ~pl.col("content_hash").eq_missing(pl.col("was"))
    told = compared.select(
        files_new=(~old_place & ~old_content).sum(),
        files_moved=(~old_place & old_content).sum(),
        files_changed=changed.sum(),
        files_read=pl.col("content_hash").is_not_null().sum(),
    ).row(0, named=True)
    return {
        **told,
        "files_seen": look.seen,
        "files_unchanged": len(look.unchanged),
        "files_gone": left.height,
    }


def gone(before: pl.DataFrame, look: Look) -> pl.DataFrame:
    """The rows of the last manifest whose places hold nothing any more."""
    place = pl.col("source_file")
    there = pl.concat([look.files["source_file"], look.unchanged])
    return before.filter(~place.is_in(there.implode()))


def retired(left: pl.DataFrame, home: pl.DataFrame, run_id: str, retired_at: datetime) -> pl.DataFrame:
    """The files that are gone (schemas.tables.RetiredFiles), with where their bytes are now at home."""
    types = dtypes(RetiredFiles)
    return (
        left.join(home.rename({"at_home": "moved_to"}), on="content_hash", how="left")
        .with_columns(
            retired_at=pl.lit(retired_at).cast(types["retired_at"]),
            run_id=pl.lit(run_id),
        )
        .select(list(types))
    )


def homes(report_files: pl.DataFrame) -> pl.DataFrame:
    """For each content_hash the place its text is said to be from, `at_home`; all others are duplicates of it.

    The fewest folders deep, then the shortest, then the first by alphabet: copies/… is the copy, wherever it sorts.
    """
    path = pl.col("at_home")
    return (
        report_files.lazy()
        .filter(pl.col("status") == "text")
        .select("content_hash", at_home="source_file")
        .sort(path.str.count_matches("/", literal=True), path.str.len_chars(), path)
        .unique("content_hash", keep="first", maintain_order=True)
        .collect()
    )


def file_findings(report_files: pl.DataFrame, home: pl.DataFrame) -> pl.DataFrame:
    """What is to be said of files (schemas.tables.Findings): those that are no text, and second places of the same bytes."""
    told = report_files.filter(pl.col("status") != "text").sort("source_file")
    found = [
        finding(FILE_CODES[status], source_file=source_file, detail=detail)
        for source_file, status, detail in told.select("source_file", "status", "detail").iter_rows()
    ]
    second = (
        report_files.lazy()
        .filter(pl.col("status") == "text")
        .join(home.lazy(), on="content_hash")
        .filter(pl.col("source_file") != pl.col("at_home"))
        .select("source_file", "at_home")
        .sort("source_file")
        .collect()
    )
    found += [
        finding("file-duplicate", source_file=place, other=other) for place, other in second.iter_rows()
    ]
    return frame(found, Findings)
