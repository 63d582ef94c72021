"""A batch of reports through all checks: frames in, frames out, so that it can be done anywhere.

Belongs here: the order of the checks. Does not belong here: which reports make a batch (affected.py), or where frames come
from and go to (assets.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from assets.check.claims import claims
from assets.check.corrections import corrections
from assets.check.culprits import culprit_findings, unexplained
from assets.check.findings import collect
from assets.check.narrative import narrative_figures
from assets.check.narrative_findings import story_findings
from assets.check.rules import evaluate
from assets.check.trust import trust
from assets.garbage import fewer_collections


@dataclass(frozen=True)
class Batch:
    """What is checked: frames of schemas.tables Reports, Cells, ReportSections and AgencyNames.

    Of the cells the columns that reports have too, and `line_end`, may be left out.

    `reports` and `agency_names` are those of whole agencies, `wanted` the report_ids of those that are to be checked (None:
    all); of the others there are cells where one of these is held against them.
    """

    reports: pl.DataFrame
    cells: pl.DataFrame
    report_sections: pl.DataFrame
    agency_names: pl.DataFrame
    wanted: pl.Series | None = None


@fewer_collections()
def check(batch: Batch) -> dict[str, pl.DataFrame]:
    """What is found: table -> its rows (schemas.tables RuleResults, Corrections, NarrativeFigures, ReportTrust, Findings)."""
    wanted = pl.lit(True) if batch.wanted is None else pl.col("report_id").is_in(batch.wanted.implode())
    claimed = claims(batch.reports, batch.agency_names)
    reports, own = batch.reports.filter(wanted), batch.cells.filter(wanted)
    results = evaluate(batch.cells, reports, claimed.filter(wanted))
    corrected = corrections(own, results, reports)
    told = narrative_figures(batch.report_sections, own, reports)
    raised = pl.concat([story_findings(told), culprit_findings(corrected, reports)])
    found = collect(raised, unexplained(results, corrected), batch.cells, batch.reports, claimed)
    return {
        "rule_results": results,
        "corrections": corrected,
        "narrative_figures": told,
        "report_trust": trust(reports, results, batch.agency_names, corrected, told),
        "findings": found.filter(wanted),
    }
