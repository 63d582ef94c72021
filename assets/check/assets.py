"""The door of stage 3 to Dagster: `rule_results` and `findings`."""

import dagster as dg
import polars as pl

from assets.check.findings import collect
from assets.check.rules import evaluate
from assets.materialize import FRAME, OWNERS, Made, examples, schema_check, table_result
from schemas.tables import Findings, RuleResults

RULES_HOLD = dg.AssetCheckSpec(
    name="rules_hold",
    asset="rule_results",
    blocking=False,
    description="The sums of every report add up. A failure is the report's own and warns; it stops nothing.",
)


@dg.asset(
    group_name="check",
    owners=OWNERS,
    kinds={"polars", "pandera"},
    code_version="2",
    dagster_type=FRAME,
    check_specs=[schema_check("rule_results"), RULES_HOLD],
)
def rule_results(cells: pl.DataFrame, reports: pl.DataFrame) -> Made:
    """Each rule of each report's form: pass, pass_if_blank_zero, fail or not_assessable, with both sides' cells.

    Promises: every rule of the form has its rows; no printed figure is changed to make one hold.
    """
    frame = evaluate(cells, reports)
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
    code_version="2",
    dagster_type=FRAME,
    check_specs=[schema_check("findings")],
)
def findings(
    report_files: pl.DataFrame,
    reading_findings: pl.DataFrame,
    rule_results: pl.DataFrame,
    cells: pl.DataFrame,
    reports: pl.DataFrame,
) -> Made:
    """What somebody should know or act on: a stable code, the place, and the wording in both languages.

    Promises: every file that is not text and every broken rule is in it, beside all that reading found.
    """
    frame = collect(report_files, reading_findings, rule_results, cells, reports)
    codes = dict(frame.group_by("code").len().sort("code").iter_rows())
    return table_result("findings", frame, Findings, metadata={"by_code": codes})
