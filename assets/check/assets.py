"""The door of stage 3 to Dagster: agencies, `rule_results`, `corrections`, `narrative_figures`, `findings`."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets.check.agencies import agencies as join_agencies
from assets.check.claims import claims
from assets.check.corrections import corrections as correct
from assets.check.culprits import culprit_findings, unexplained
from assets.check.findings import collect
from assets.check.narrative import narrative_figures as compare_narrative
from assets.check.narrative_findings import story_findings
from assets.check.rules import evaluate
from assets.check.trust import trust
from assets.materialize import FRAME, OWNERS, Made, examples, schema_check, table_result
from schemas.tables import (
    TABLES,
    AgencyNames,
    Corrections,
    DimAgency,
    Findings,
    NarrativeFigures,
    ReportTrust,
    RuleResults,
)

_AGENCY_TABLES = {"agency_names": AgencyNames, "dim_agency": DimAgency}


@dg.multi_asset(
    outs={
        name: dg.AssetOut(
            description=f"{TABLES[name].en[0].upper()}{TABLES[name].en[1:]}. / {TABLES[name].zh}。",
            owners=OWNERS,
            kinds={"polars", "pandera"},
            code_version="1",
            dagster_type=FRAME,
        )
        for name in _AGENCY_TABLES
    },
    group_name="check",
    check_specs=[schema_check(name) for name in _AGENCY_TABLES],
)
def agencies(reports: pl.DataFrame) -> Iterator[Made]:
    """The agencies, whatever words their reports use for them.

    Promises: names are joined on evidence only, which is kept with a confidence; what is ambiguous stays apart.
    """
    for name, frame in zip(_AGENCY_TABLES, join_agencies(reports), strict=True):
        yield table_result(name, frame, _AGENCY_TABLES[name])


RULES_HOLD = dg.AssetCheckSpec(
    name="rules_hold",
    asset="rule_results",
    blocking=False,
    description="The figures of every report bear out the rules. A failure is the report's own and warns; it stops nothing.",
)


@dg.asset(
    group_name="check",
    owners=OWNERS,
    kinds={"polars", "pandera"},
    code_version="3",
    dagster_type=FRAME,
    check_specs=[schema_check("rule_results"), RULES_HOLD],
)
def rule_results(cells: pl.DataFrame, reports: pl.DataFrame, agency_names: pl.DataFrame) -> Made:
    """Each rule of each report's form: pass, pass_if_blank_zero, fail or not_assessable, with both sides' cells.

    Promises: every rule of the form has its rows; no printed figure is changed to make one hold.
    """
    frame = evaluate(cells, reports, claims(reports, agency_names))
    failed = frame.filter(pl.col("state") == "fail")
    hold = dg.AssetCheckResult(
        passed=failed.is_empty(),
        asset_key="rule_results",
        check_name=RULES_HOLD.name,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={
            "failed": failed.height,
            "reports": failed["report_id"].n_unique(),
            "examples": examples(
                failed.select("source_file", "rule_id", "place", "difference", "left_cells", "right_cells")
            ),
        },
    )
    states = dict(frame.group_by("state").len().sort("state").iter_rows())
    return table_result("rule_results", frame, RuleResults, checks=[hold], metadata={"by_state": states})


@dg.asset(
    group_name="check",
    owners=OWNERS,
    kinds={"polars", "pandera"},
    code_version="1",
    dagster_type=FRAME,
    check_specs=[schema_check("corrections")],
)
def corrections(cells: pl.DataFrame, rule_results: pl.DataFrame, reports: pl.DataFrame) -> Made:
    """The cells to blame for broken sums, with the value they should have, and missing cells that the sums determine.

    Promises: a culprit is named only where the smallest repair is unique; what was printed is never changed.
    """
    frame = correct(cells, rule_results, reports)
    statuses = dict(frame.group_by("status").len().sort("status").iter_rows())
    return table_result("corrections", frame, Corrections, metadata={"by_status": statuses})


@dg.asset(
    group_name="check",
    owners=OWNERS,
    kinds={"polars", "pandera"},
    code_version="1",
    dagster_type=FRAME,
    check_specs=[schema_check("narrative_figures")],
)
def narrative_figures(report_sections: pl.DataFrame, cells: pl.DataFrame, reports: pl.DataFrame) -> Made:
    """The figures of the prose that speak of what the tables count, beside the cells: agrees, contradicts, not comparable.

    Promises: a figure contradicts only where its words are plain, the cells are known, and no reading of the words agrees.
    """
    frame = compare_narrative(report_sections, cells, reports)
    states = dict(frame.group_by("state").len().sort("state").iter_rows())
    return table_result("narrative_figures", frame, NarrativeFigures, metadata={"by_state": states})


@dg.asset(
    group_name="check",
    owners=OWNERS,
    kinds={"polars", "pandera"},
    code_version="1",
    dagster_type=FRAME,
    check_specs=[schema_check("report_trust")],
)
def report_trust(  # noqa: PLR0913 - it counts what all others found
    reports: pl.DataFrame,
    cells: pl.DataFrame,
    rule_results: pl.DataFrame,
    agency_names: pl.DataFrame,
    corrections: pl.DataFrame,
    narrative_figures: pl.DataFrame,
) -> Made:
    """How far each report can be trusted: rules, cells proved, culprits, contradictions, and a verdict.

    Promises: one row a report; a report is `sound` only where all is known and every rule holds.
    """
    frame = trust(reports, cells, rule_results, agency_names, corrections, narrative_figures)
    verdicts = dict(frame.group_by("verdict").len().sort("verdict").iter_rows())
    return table_result("report_trust", frame, ReportTrust, metadata={"by_verdict": verdicts})


@dg.asset(
    group_name="check",
    owners=OWNERS,
    kinds={"polars", "pandera"},
    code_version="4",
    dagster_type=FRAME,
    check_specs=[schema_check("findings")],
)
def findings(  # noqa: PLR0913 - it gathers from all that was made
    report_files: pl.DataFrame,
    reading_findings: pl.DataFrame,
    rule_results: pl.DataFrame,
    cells: pl.DataFrame,
    reports: pl.DataFrame,
    agency_names: pl.DataFrame,
    narrative_figures: pl.DataFrame,
    corrections: pl.DataFrame,
) -> Made:
    """What somebody should know or act on: a stable code, the place, and the wording in both languages.

    Promises: every file that is not text is in it, and every broken rule, be it told by the one cell to blame for several.
    """
    told = pl.concat(
        [reading_findings, story_findings(narrative_figures), culprit_findings(corrections, reports)]
    )
    left = unexplained(rule_results, corrections)
    frame = collect(report_files, told, left, cells, reports, claims(reports, agency_names))
    codes = dict(frame.group_by("code").len().sort("code").iter_rows())
    return table_result("findings", frame, Findings, metadata={"by_code": codes})
