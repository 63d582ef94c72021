"""The door of stage 3 to Dagster: agencies, `rule_results`, `corrections`, `narrative_figures`, `report_trust`, `findings`."""

from collections.abc import Iterator
from itertools import islice

import dagster as dg
import polars as pl

from assets.building import Building
from assets.check.affected import UNCHECKED, note
from assets.check.agencies import agencies_of
from assets.check.batch import Batch, check
from assets.check.claims import claims
from assets.check.stored import Stored
from assets.extract.facts import FACTS, fact_name
from assets.materialize import (
    Door,
    Engine,
    check_result,
    raised_by,
    schema_check,
    table_spec,
)
from assets.metadata import examples
from assets.progress import Pace, Watcher
from assets.usual import rules_failed_of, usual_failures
from assets.versions import checker_version
from schemas.tables import Cells, dtypes

# Rows that are put into a table at a time.
_ROWS = 50_000
# Batches whose results are validated and put into the building at a time: fewer cost more calls, more cost memory.
_TOGETHER = 4
_FACTS = [fact_name(no) for no in FACTS]
_READ = (*_FACTS, "report_sections")
# What the checks look at in a cell: for the rest there is the report.
_OF_CELLS = tuple(name for name in dtypes(Cells) if name not in ("source_file", "form", "line_end"))
# How reports word their agency, as of agencies.py.
_WORDINGS = """
    SELECT agency, signature, count(*) AS reports,
        coalesce(list_sort(list(DISTINCT report_year) FILTER (report_year IS NOT NULL)), []) AS years
    FROM reports WHERE agency IS NOT NULL GROUP BY agency, signature ORDER BY min(source_file), agency, signature NULLS FIRST"""
# The reports of the agencies of those that are to be checked.
_OF_WHOLES = "SELECT report_id FROM agency_names AS n JOIN (SELECT DISTINCT whole, batch FROM to_check) ON whole = n.agency_id WHERE true"
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
    context: dg.AssetExecutionContext,
    building: dg.ResourceParam[Building],
    engine: dg.ResourceParam[Engine],
    progress: dg.ResourceParam[Watcher],
) -> Iterator[dg.MaterializeResult[None]]:
    """Check every report that is new or changed, those held against it, and every report when the rules changed."""
    door = Door(building)
    pace = Pace("check", "reports", progress, context.log.info)

    def work() -> Iterator[dg.AssetCheckResult]:
        batches = _plan(door)
        done, wanted = 0, sum(batches)
        results = zip(batches, engine.map(check, _read(building, batches)), strict=True)
        while some := list(islice(results, _TOGETHER)):
            for name in some[0][1]:
                door.put(name, pl.concat([made[name] for _, made in some]))
            done += sum(size for size, _ in some)
            pace.at(done, wanted, door.rows.get("findings", 0))
        engine.close()  # this was the last that it had to do
        building.tally["reports_checked"] = wanted
        yield _rules_hold(building)
        ok, said = usual_failures(*rules_failed_of(building), building.table("ingest_runs"))
        yield check_result("rule_results", USUAL.name, passed=ok, told=said)

    def metadata(name: str) -> dict[str, float]:
        return pace.told() if name == "rule_results" else {}

    yield from door.through(work, list(_MADE), metadata, [RULES_HOLD, USUAL])


def _plan(door: Door) -> list[int]:
    """How many reports are to be checked, batch by batch (see affected.py), once the agencies are in the building."""
    building = door.building
    unchecked = building.value(f"SELECT count(*) FROM ({UNCHECKED})")  # noqa: S608 - a query of ours
    left = building.value("SELECT count(*) FROM agency_names ANTI JOIN reports USING (report_id)")
    known = building.value("SELECT checker_version FROM ingest_runs ORDER BY started_at DESC, run_id LIMIT 1")
    every = building.recheck or known != checker_version()
    if not (unchecked or left or every):
        return []
    connection = building.begin()
    given, dim_agency = agencies_of(building.frame(_WORDINGS))
    with building.given(given) as of_wordings:
        connection.execute(
            f"""
            CREATE TEMP TABLE agencies_now AS
            SELECT report_id, reports.agency, agency_id, evidence, confidence FROM reports JOIN {of_wordings} AS given
            ON given.agency = reports.agency AND given.signature IS NOT DISTINCT FROM reports.signature"""  # noqa: S608
        )
    note(building, every=every)
    door.put_all("dim_agency", dim_agency)
    connection.execute("CREATE TEMP TABLE arriving AS FROM agencies_now EXCEPT FROM agency_names")
    connection.execute(
        "DELETE FROM agency_names WHERE report_id IN (SELECT report_id FROM (FROM agency_names EXCEPT FROM agencies_now))"
    )
    for start in range(0, building.count("arriving"), _ROWS):
        door.put("agency_names", building.frame(f"FROM arriving LIMIT {_ROWS} OFFSET {start}"))
    checked = building.frame("SELECT report_id FROM to_check")["report_id"]
    for name in _OF_REPORTS:
        building.remove(name, "report_id", checked)
    building.remove("findings", "report_id", checked, raised_by("check"))
    sizes = building.frame("SELECT batch, count(*) AS size FROM to_check GROUP BY batch ORDER BY batch")
    return sizes["size"].to_list()


def _read(building: Building, batches: list[int]) -> Iterator[Batch]:
    """Each batch of reports as extraction made them, with those of the same agencies, and the cells of what they are held against."""
    if not batches:
        return
    stored = Stored(building, _READ, f"{_OF_WHOLES} UNION SELECT report_id FROM to_check")  # noqa: S608 - names of ours
    for (batch,) in building.frame("SELECT DISTINCT batch FROM to_check ORDER BY batch").iter_rows():
        wanted = building.frame(f"SELECT report_id FROM to_check WHERE batch = {batch}")["report_id"]  # noqa: S608 - names of ours
        whole = building.frame(
            f"{_OF_WHOLES} AND batch = {batch} UNION SELECT report_id FROM to_check WHERE batch = {batch}"  # noqa: S608 - names of ours
        )["report_id"]
        reports = building.select("reports", "report_id", whole).sort("source_file", "report_id")
        names = building.select("agency_names", "report_id", whole)
        held = claims(reports, names).filter(pl.col("report_id").is_in(wanted.implode()))
        with_cells = pl.concat([wanted, held["previous_id"], held["preferred_id"]]).drop_nulls().unique()
        cells = [
            stored.rows(fact_name(no), with_cells, _OF_CELLS)
            .with_columns(table_no=pl.lit(no))
            .select(_OF_CELLS)
            for no in FACTS
        ]
        yield Batch(reports, pl.concat(cells), stored.rows("report_sections", wanted), names, wanted)


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
