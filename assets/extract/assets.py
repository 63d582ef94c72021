"""The door of stage 2 to Dagster: `reports`, `report_sections`, `cells` and `reading_findings`."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets.extract.batch import extract, unaccounted
from assets.materialize import FRAME, OWNERS, Folders, Made, Report, examples, schema_check, table_result
from schemas.tables import Cells, Findings, Reports, ReportSections

_DESCRIPTIONS = {
    "reports": """One row for each report text: agency, year, form, signature, and the line each was found on.

Promises: the same bytes at two places are one report; the counts of its cells add up to the cells of its form.""",
    "report_sections": "The prose of each report by section, tables left out, with its lines.",
    "cells": """Every cell of the form of every report: figure, text as printed, status and lines.

Promises: nothing is guessed and sums are never looked at; a cell without a figure says why.""",
    "reading_findings": "What reading found: texts that are no report, tables and rows that could not be read, and why.",
}
_KINDS = {"polars", "pandera"}

ACCOUNTED = dg.AssetCheckSpec(
    name="cells_accounted_for",
    asset="cells",
    additional_deps=["reports"],
    blocking=True,
    description="Every report has exactly the cells of its form, and its counts by status add up to them.",
)


@dg.multi_asset(
    name="extract",
    group_name="extract",
    outs={
        name: dg.AssetOut(description=text, owners=OWNERS, kinds=_KINDS, code_version="1", dagster_type=FRAME)
        for name, text in _DESCRIPTIONS.items()
    },
    check_specs=[*(schema_check(name) for name in _DESCRIPTIONS), ACCOUNTED],
)
def extracted(
    report_files: pl.DataFrame, folders: dg.ResourceParam[Folders], progress: dg.ResourceParam[Report]
) -> Iterator[Made]:
    """Read every text of the manifest."""
    found = extract(
        folders.source_path,
        report_files,
        lambda done, total: progress("extract", done, total),
    )
    missing = unaccounted(found.reports, found.cells)
    accounted = dg.AssetCheckResult(
        passed=missing.is_empty(),
        asset_key="cells",
        check_name=ACCOUNTED.name,
        severity=dg.AssetCheckSeverity.ERROR,
        metadata={"reports": missing.height, "examples": examples(missing)},
    )
    yield table_result("reports", found.reports, Reports)
    yield table_result("report_sections", found.report_sections, ReportSections)
    by_status = dict(found.cells.group_by("status").len().sort("status").iter_rows())
    yield table_result("cells", found.cells, Cells, checks=[accounted], metadata={"by_status": by_status})
    yield table_result("reading_findings", found.findings, Findings)
