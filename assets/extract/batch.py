"""All texts of a manifest through the reader: each content once, one bad file never in the way of the others.

Belongs here: order, duplicates, chunks, faults, and the account of cells. Does not belong here: what a text says
(reading.py and the readers behind it).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from assets.crawl.decode import decode
from assets.crawl.walk import FileChangedError, Progress, read_bytes
from assets.extract.reading import Reading, read_text
from schemas.findings import finding
from schemas.form import forms
from schemas.tables import CELL_STATUSES, Cells, Findings, Reports, ReportSections, frame

# Rows are gathered as dicts and cast to frames every so many files, which bounds memory at any number of files.
_CHUNK = 200

Read = Callable[[str, str, str], Reading]


@dataclass(frozen=True)
class Extraction:
    """What the texts say: frames of schemas.tables Reports, ReportSections, Cells and Findings."""

    reports: pl.DataFrame
    report_sections: pl.DataFrame
    cells: pl.DataFrame
    findings: pl.DataFrame


def extract(
    source: Path, report_files: pl.DataFrame, progress: Progress | None = None, *, read: Read = read_text
) -> Extraction:
    """Read every text of the manifest, in the order of paths, so that the order of arrival cannot matter."""
    texts = report_files.filter(pl.col("status") == "text").sort("source_file")
    total = texts.height
    home = _homes(texts)
    chunks = [_frames(Reading())]
    gathered = Reading()
    places = texts.select("source_file", "content_hash").iter_rows()
    for done, (source_file, content_hash) in enumerate(places, start=1):
        other = home[content_hash]
        if other == source_file:
            _add(gathered, _read_file(source, source_file, content_hash, read))
        else:
            gathered.findings.append(finding("file-duplicate", source_file=source_file, other=other))
        if done % _CHUNK == 0 or done == total:
            chunks.append(_frames(gathered))
            gathered = Reading()
        if progress:
            progress(done, total)
    return Extraction(*(pl.concat(parts) for parts in zip(*chunks, strict=True)))


def _homes(texts: pl.DataFrame) -> dict[str, str]:
    """Content hash -> the place its report is said to be from; all others are duplicates of it.

    The fewest folders deep, then the shortest, then the first by alphabet: copies/… is the copy, wherever it sorts.
    """
    path = pl.col("source_file")
    nearest = texts.sort(path.str.count_matches("/", literal=True), path.str.len_chars(), path)
    return dict(
        nearest.unique("content_hash", keep="first", maintain_order=True)
        .select("content_hash", "source_file")
        .iter_rows()
    )


def _read_file(source: Path, source_file: str, content_hash: str, read: Read) -> Reading:
    """One file's reading; a fault of ours becomes a finding that carries the exception's text."""
    try:
        text = decode(read_bytes(source, source_file, content_hash)).text
        reading = read(text, source_file, content_hash)
        _frames(reading)  # rows that fit no column are this file's fault, not its chunk's
    except FileChangedError:
        return Reading(findings=[finding("file-changed", source_file=source_file)])
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
        return Reading(findings=[finding("read-failed", source_file=source_file, error=text)])
    return reading


def _add(to: Reading, more: Reading) -> None:
    to.reports += more.reports
    to.sections += more.sections
    to.cells += more.cells
    to.findings += more.findings


def _frames(reading: Reading) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    return (
        frame(reading.reports, Reports),
        frame(reading.sections, ReportSections),
        frame(reading.cells, Cells),
        frame(reading.findings, Findings),
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
