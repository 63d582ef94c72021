"""The door of stage 2 to Dagster: `reports`, `report_sections`, the three `fact_*`, and `report_revisions`."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import islice

import dagster as dg
import polars as pl

from assets.building import Building
from assets.crawl.changes import homes
from assets.extract.batch import Extraction, extract, together, unaccounted
from assets.extract.facts import FACTS, fact, fact_name
from assets.extract.revisions import keep, record
from assets.materialize import (
    FRESH,
    Door,
    Engine,
    Folders,
    check_result,
    raised_by,
    schema_check,
    table_spec,
)
from assets.metadata import examples
from assets.progress import Pace, Watcher
from assets.versions import reader_version
from schemas.tables import TABLES, dtypes

# So many texts are read at a time, and so many such batches validated and put into the building at a time: fewer cost more
# calls, more cost memory.
_BATCH, _TOGETHER = 200, 5

# Tables whose rows of a report go with it. Those of agencies and verdicts tell the check stage what a report leaves.
_OF_REPORTS = [
    name
    for name, spec in TABLES.items()
    if "report_id" in dtypes(spec.model) and name not in ("agency_names", "findings", "report_trust")
]
_FACT_NAMES = [fact_name(no) for no in FACTS]
_NAMES = ["reports", "report_sections", *_FACT_NAMES, "report_revisions"]

ACCOUNTED = dg.AssetCheckSpec(
    name="cells_accounted_for",
    asset="reports",
    additional_deps=_FACT_NAMES,
    blocking=True,
    description="Every report has exactly the cells of its form, and its counts by status add up to them.",
)


@dg.multi_asset(
    name="extract",
    specs=[
        table_spec(
            "reports",
            "extract",
            deps=["report_files"],
            promises="the same bytes at two places are one report; the counts of its cells add up to the cells of its form.",
            code_version=reader_version(),
            freshness_policy=FRESH,
        ),
        table_spec("report_sections", "extract", deps=["reports"], code_version=reader_version()),
        *(
            table_spec(
                name,
                "extract",
                deps=["reports"],
                promises="nothing is guessed and sums are never looked at; a cell without a figure says why.",
                code_version=reader_version(),
                freshness_policy=FRESH,
            )
            for name in _FACT_NAMES
        ),
        table_spec(
            "report_revisions",
            "history",
            deps=_FACT_NAMES,
            promises="no figure changes or goes without a row that says when, from what and to what.",
            code_version="1",
        ),
    ],
    check_specs=[*(schema_check(name) for name in _NAMES), ACCOUNTED],
)
def extracted(
    context: dg.AssetExecutionContext,
    folders: dg.ResourceParam[Folders],
    building: dg.ResourceParam[Building],
    engine: dg.ResourceParam[Engine],
    progress: dg.ResourceParam[Watcher],
) -> Iterator[dg.MaterializeResult[None]]:
    """Read every text that is new or changed, and every text when the reader changed."""
    door = Door(building)
    pace = Pace("extract", "files", progress, context.log.info)

    def work() -> list[dg.AssetCheckResult]:
        # Files that changed under an earlier run are looked at again, also those that left or hold what they held before;
        # what changes once more is told once more.
        told = building.table("findings", "code = 'file-changed'")
        building.remove("findings", "code", told["code"])
        todo, outgoing = _plan(building)
        building.tally["texts_read"] = todo.height
        if outgoing.is_empty() and todo.is_empty():
            return _accounted(0)
        keep(building, outgoing["content_hash"])
        _forget(building, outgoing)
        parts = [todo.slice(start, _BATCH) for start in range(0, todo.height, _BATCH)]
        made = zip(parts, engine.map(partial(extract, folders.source_at), parts), strict=True)
        reports = done = 0
        while batches := list(islice(made, _TOGETHER)):
            found = together([found for _, (found, _) in batches])
            _put(door, found)
            part = pl.concat([part for part, _ in batches])
            _settle(building, part, pl.concat([read for _, (_, read) in batches]))
            reports += found.reports.height
            done += part.height
            pace.at(done, todo.height, door.rows.get("findings", 0))
        engine.close()  # what readers remember of texts, nobody needs to check reports
        record(building, todo["content_hash"], datetime.now(UTC))
        return _accounted(reports)

    def metadata(name: str) -> dict[str, float]:
        return pace.told() if name == "reports" else {}

    yield from door.through(work, _NAMES, metadata, [ACCOUNTED])


def _plan(building: Building) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(texts to read, readings that no longer hold): both with source_file and content_hash."""
    texts = building.frame("SELECT source_file, content_hash, status FROM report_files WHERE status = 'text'")
    places = homes(texts).rename({"at_home": "source_file"})
    readings = building.table("readings")
    on = ["source_file", "content_hash"]
    holding = readings.filter(pl.col("reader_version") == reader_version()).join(places, on=on, how="semi")
    return (
        places.join(holding, on=on, how="anti").sort(on).select(on),
        readings.join(holding, on=on, how="anti").select(on),
    )


def _forget(building: Building, outgoing: pl.DataFrame) -> None:
    """Take out all that was made of these readings; the check stage sees by the agencies' tables whom it concerns."""
    reports = building.select("reports", "content_hash", outgoing["content_hash"])["report_id"]
    building.set_aside("report_trust", "report_id", reports)
    for name in _OF_REPORTS:
        building.remove(name, "report_id", reports)
    building.remove("findings", "report_id", reports)
    building.remove("findings", "source_file", outgoing["source_file"], raised_by("extract"))
    building.remove("readings", "content_hash", outgoing["content_hash"])


def _put(door: Door, found: Extraction) -> None:
    door.put("reports", found.reports)
    missing = unaccounted(found.reports, found.cells)
    if not missing.is_empty():
        fault = {"reports": missing.height, "examples": examples(missing)}
        door.stop(check_result("reports", ACCOUNTED.name, passed=False, blocks=True, told=fault))
    door.put("report_sections", found.report_sections)
    for no, name in zip(FACTS, _FACT_NAMES, strict=True):
        door.put(name, fact(no, found.cells, found.reports))
    door.put("findings", found.findings)


def _settle(building: Building, texts: pl.DataFrame, read: pl.DataFrame) -> None:
    """Note what was read; what changed meanwhile is to be looked into again by the next run."""
    building.add("readings", read.with_columns(reader_version=pl.lit(reader_version())))
    changed = texts.join(read, on="source_file", how="anti")["source_file"]
    if changed.is_empty():
        return
    state = building.select("source_state", "source_file", changed)
    building.remove("source_state", "source_file", changed)
    building.add(
        "source_state",
        state.with_columns(
            mtime_ns=pl.lit(None, pl.Int64), ctime_ns=pl.lit(None, pl.Int64), tag=pl.lit(None, pl.String)
        ),
    )


def _accounted(reports: int) -> list[dg.AssetCheckResult]:
    return [check_result("reports", ACCOUNTED.name, passed=True, blocks=True, told={"reports": reports})]
