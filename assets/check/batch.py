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


@dataclass(frozen=True)
class Batch:
    """What is checked: frames of schemas.tables Reports, Cells, ReportSections and AgencyNames, of whole agencies."""

    reports: pl.DataFrame
    cells: pl.DataFrame
    report_sections: pl.DataFrame
    agency_names: pl.DataFrame

    def of(self, report_ids: pl.Series) -> Batch:
        """The part of it that concerns these reports."""
        wanted = pl.col("report_id").is_in(report_ids.implode())
        return Batch(
            self.reports.filter(wanted),
            self.cells.filter(wanted),
            self.report_sections.filter(wanted),
            self.agency_names.filter(wanted),
        )


def check(batch: Batch) -> dict[str, pl.DataFrame]:
    """What is found: table -> its rows (schemas.tables RuleResults, Corrections, NarrativeFigures, ReportTrust, Findings)."""
    reports, cells = batch.reports, batch.cells
    claimed = claims(reports, batch.agency_names)
    results = evaluate(cells, reports, claimed)
    corrected = corrections(cells, results, reports)
    told = narrative_figures(batch.report_sections, cells, reports)
    raised = pl.concat([story_findings(told), culprit_findings(corrected, reports)])
    return {
        "rule_results": results,
        "corrections": corrected,
        "narrative_figures": told,
        "report_trust": trust(reports, results, batch.agency_names, corrected, told),
        "findings": collect(raised, unexplained(results, corrected), cells, reports, claimed),
    }
