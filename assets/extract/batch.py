"""A batch of texts through the reader: one bad file never in the way of the others.

Belongs here: order, faults, and the account of cells. Does not belong here: what a text says
(reading.py and the readers behind it).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from assets.crawl.decode import decode
from assets.crawl.walk import FileChangedError, read_bytes
from assets.extract.reading import Reading, read_text
from assets.garbage import fewer_collections
from schemas.findings import finding
from schemas.form import forms
from schemas.tables import CELL_STATUSES, Cells, Findings, Reports, ReportSections, frame

_LONGEST_ERROR = 300

Read = Callable[[str, str, str], Reading]


@dataclass(frozen=True)
class Extraction:
    """What the texts say: frames of schemas.tables Reports, ReportSections, Cells and Findings."""

    reports: pl.DataFrame
    report_sections: pl.DataFrame
    cells: pl.DataFrame
    findings: pl.DataFrame


def together(parts: Sequence[Extraction]) -> Extraction:
    """What several batches say, as one."""
    return Extraction(
        pl.concat([part.reports for part in parts]),
        pl.concat([part.report_sections for part in parts]),
        pl.concat([part.cells for part in parts]),
        pl.concat([part.findings for part in parts]),
    )


@fewer_collections()
def extract(
    source: Path | str, texts: pl.DataFrame, *, read: Read = read_text
) -> tuple[Extraction, pl.DataFrame]:
    """Read each of `texts` (columns source_file, content_hash), in the order of paths.

    Returns what they say, and those of `texts` that were read: a file that changed since it was listed was not.
    """
    readings: list[tuple[str, Reading]] = []
    done = []
    for source_file, content_hash in (
        texts.sort("source_file").select("source_file", "content_hash").iter_rows()
    ):
        try:
            readings.append((source_file, _read_file(source, source_file, content_hash, read)))
            done.append((source_file, content_hash))
        except FileChangedError:
            changed = Reading(findings=[finding("file-changed", source_file=source_file)])
            readings.append((source_file, changed))
    columns = {"source_file": pl.String, "content_hash": pl.String}
    return _gather(readings), pl.DataFrame(done, schema=columns, orient="row")


def _read_file(source: Path | str, source_file: str, content_hash: str, read: Read) -> Reading:
    """One file's reading. Raises FileChangedError."""
    return read_or_failed(read_bytes(source, source_file, content_hash), source_file, content_hash, read)


def read_or_failed(data: bytes, source_file: str, content_hash: str, read: Read) -> Reading:
    """The reading of a file's bytes; a fault of ours becomes a finding that carries the exception's text."""
    try:
        text = decode(data).text
        reading = read(text, source_file, content_hash)
    except Exception as error:
        return _failed(source_file, error)
    return reading


def _failed(source_file: str, error: Exception) -> Reading:
    text = f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]  # an error may quote the whole text
    return Reading(findings=[finding("read-failed", source_file=source_file, error=text)])


def _gather(readings: list[tuple[str, Reading]]) -> Extraction:
    """The frames of all readings (file, reading) in one. Rows that fit no column are their file's fault, not its batch's.

    Which file's they are is asked only where the frames of all of them fail.
    """
    try:
        return _frames([reading for _, reading in readings])
    except Exception:
        return _frames([_sound(source_file, reading) for source_file, reading in readings])


def _sound(source_file: str, reading: Reading) -> Reading:
    try:
        _frames([reading])
    except Exception as error:
        return _failed(source_file, error)
    return reading


def as_frames(reading: Reading) -> Extraction:
    """What was read, as frames."""
    return _frames([reading])


def _frames(readings: list[Reading]) -> Extraction:
    return Extraction(
        frame([row for reading in readings for row in reading.reports], Reports),
        frame([row for reading in readings for row in reading.sections], ReportSections),
        frame([row for reading in readings for row in reading.cells], Cells),
        frame([row for reading in readings for row in reading.findings], Findings),
    )


def unaccounted(reports: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """Law 3 as a query: the reports whose cells are not exactly those of their form, or are miscounted.

    Empty where all is well. `expected`, `counted` and `listed` are the cells of the form, the sum of the report's
    own counts, and the cells that stand in the frame and belong to the form.
    """
    keys = ["form", "table_no", "row_key", "col_key"]
    of_forms = pl.DataFrame(
        [(form.id, *cell) for form in forms().values() for cell in form.cells],
        schema=dict.fromkeys(keys, pl.String),
        orient="row",
    )
    expected = of_forms.group_by("form").agg(expected=pl.len().cast(pl.Int64))
    known = cells.select("report_id", *keys).unique().join(of_forms, on=keys, how="semi")
    rows = cells.group_by("report_id").agg(
        rows=pl.len().cast(pl.Int64),
        **{f"listed_{s}": (pl.col("status") == s).sum().cast(pl.Int64) for s in CELL_STATUSES},
    )
    listed = known.group_by("report_id").agg(listed=pl.len().cast(pl.Int64))
    account = (
        reports.join(expected, on="form", how="left")
        .join(listed, on="report_id", how="left")
        .join(rows, on="report_id", how="left")
        .with_columns(pl.col("expected", "listed", "rows", "^listed_.*$").fill_null(0))
        .with_columns(counted=pl.sum_horizontal(CELL_STATUSES))
    )
    expects = pl.col("expected")
    agrees = [pl.col(name) == expects for name in ("cells", "counted", "listed", "rows")]
    agrees += [pl.col(status) == pl.col(f"listed_{status}") for status in CELL_STATUSES]
    return account.filter(~pl.all_horizontal(agrees)).select(
        "report_id", "source_file", "form", "expected", "counted", "listed", "rows"
    )
