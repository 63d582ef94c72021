"""The door of stage 3 to Dagster: agencies, `rule_results`, `corrections`, `narrative_figures`, `report_trust`, `findings`."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets.building import Building
from assets.check.affected import affected, batches
from assets.check.agencies import agencies as join_agencies
from assets.check.batch import Batch, check
from assets.extract.facts import FACTS, fact_name
from assets.materialize import (
    Door,
    Engine,
    Report,
    check_result,
    raised_by,
    schema_check,
    table_spec,
)
from assets.metadata import examples
from assets.usual import rules_failed_of, usual_failures
from assets.versions import checker_version
from schemas.tables import Cells, dtypes

# Batches looked up in the tables at a time: each time they are gone through once, and what is found is kept in memory.
_TOGETHER = 3
_FACTS = [fact_name(no) for no in FACTS]
# Asset -> what it is made from, and what it promises. What follows from the others is not drawn.
_MADE = {
    "agency_names": (
        ["reports"],
        "names are joined on evidence only, which is kept with a confidence; what is ambiguous stays apart.",
    ),
    "dim_agency": (["agency_names"], "one row an agency, whatever words its reports use for it."),
    "rule_results": (
        [*_FACTS, "agency_names"],
        "every rule of the form has its rows; no printed figure is changed to make one hold.",
    ),
    "corrections": (
        ["rule_results"],
        "a culprit is named only where the smallest repair is unique; what was printed is never changed.",
    ),
    "narrative_figures": (
        [*_FACTS, "report_sections"],
        "a figure contradicts only where its words are plain, the cells are known, and no reading of the words agrees.",
    ),
    "report_trust": (
        ["corrections", "narrative_figures"],
        "one row a report; a report is `sound` only where all is known and every rule holds.",
    ),
    "findings": (
        ["corrections", "narrative_figures"],
        "every file that is not text is in it, and every broken rule, be it told by the one cell to blame for several.",
    ),
}
_OF_REPORTS = ("rule_results", "corrections", "narrative_figures", "report_trust")

RULES_HOLD = dg.AssetCheckSpec(
    name="rules_hold",
    asset="rule_results",
    blocking=False,
    description="The figures of every report bear out the rules. A failure is the report's own and warns; it stops nothing.",
)
USUAL = dg.AssetCheckSpec(
    name="usual_share_of_failures",
    asset="rule_results",
    blocking=False,
    description="About as many rules fail as in the nights before; many more hint at texts that are read wrongly.",
)


@dg.multi_asset(
    name="check",
    specs=[
        table_spec(name, "check", deps=deps, promises=promises, code_version=checker_version())
        for name, (deps, promises) in _MADE.items()
    ],
    check_specs=[*(schema_check(name) for name in _MADE), RULES_HOLD, USUAL],
)
def checked(
    building: dg.ResourceParam[Building],
    engine: dg.ResourceParam[Engine],
    progress: dg.ResourceParam[Report],
) -> Iterator[dg.MaterializeResult[None]]:
    """Check every report that is new or changed, with all of its agency, and every report when the rules changed."""
    door = Door(building)

    def work() -> Iterator[dg.AssetCheckResult]:
        wanted, names = _plan(door)
        done = 0
        parts = batches(wanted, names)
        found = engine.map(check, _read(building, parts, names))
        for ids, made in zip(parts, found, strict=True):
            for name, frame in made.items():
                door.put(name, frame)
            done += ids.len()
            progress("check", done, wanted.len())
        building.tally["reports_checked"] = wanted.len()
        yield _rules_hold(building)
        ok, said = usual_failures(*rules_failed_of(building), building.table("ingest_runs"))
        yield check_result("rule_results", USUAL.name, passed=ok, told=said)

    yield from door.through(work, list(_MADE), specs=[RULES_HOLD, USUAL])


def _plan(door: Door) -> tuple[pl.Series, pl.DataFrame]:
    """(report_id of the reports to check, agency_names), after putting the agencies into the building."""
    building = door.building
    unchecked = building.frame("SELECT report_id FROM reports ANTI JOIN report_trust USING (report_id)")[
        "report_id"
    ]
    left = building.value("SELECT count(*) FROM agency_names ANTI JOIN reports USING (report_id)")
    known = building.value("SELECT checker_version FROM ingest_runs ORDER BY started_at DESC, run_id LIMIT 1")
    before = building.table("agency_names")
    every = building.recheck or known != checker_version()
    if unchecked.is_empty() and not left and not every:
        return unchecked, before
    reports = building.frame(
        "SELECT report_id, agency, signature, report_year FROM reports ORDER BY source_file, report_id"
    )
    names, dim_agency = join_agencies(reports)
    wanted = affected(unchecked, before, names, reports)
    if every:
        wanted = reports["report_id"]
    door.put_all("agency_names", names)
    door.put_all("dim_agency", dim_agency)
    for name in _OF_REPORTS:
        building.remove(name, "report_id", wanted)
    building.remove("findings", "report_id", wanted, raised_by("check"))
    return wanted, names


def _read(building: Building, parts: list[pl.Series], agency_names: pl.DataFrame) -> Iterator[Batch]:
    """Each batch of reports as extraction made them, with their agencies."""
    for start in range(0, len(parts), _TOGETHER):
        near = parts[start : start + _TOGETHER]
        report_ids = pl.concat(near)
        reports = building.select("reports", "report_id", report_ids).sort("source_file", "report_id")
        facts = [
            building.select(fact_name(no), "report_id", report_ids)
            .with_columns(table_no=pl.lit(no))
            .select(list(dtypes(Cells)))
            for no in FACTS
        ]
        sections = building.select("report_sections", "report_id", report_ids)
        every = Batch(reports, pl.concat(facts), sections, agency_names)
        del facts
        for ids in near:
            yield every.of(ids)
        del every  # before the next are looked up: they are the most that is in memory at a time


def _rules_hold(building: Building) -> dg.AssetCheckResult:
    failed, _ = rules_failed_of(building)
    shown = "source_file, rule_id, place, difference, left_cells, right_cells"
    return check_result(
        "rule_results",
        RULES_HOLD.name,
        passed=not failed,
        told={
            "failed": failed,
            "reports": building.value(
                "SELECT count(DISTINCT report_id) FROM rule_results WHERE state = 'fail'"
            ),
            "examples": examples(
                building.frame(
                    f"SELECT {shown} FROM rule_results WHERE state = 'fail' ORDER BY source_file, rule_id, place LIMIT 10"  # noqa: S608
                )
            ),
        },
    )
