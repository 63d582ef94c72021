"""The door of stage 1 to Dagster: `report_files` and `retired_files`."""

from collections.abc import Iterator
from datetime import UTC, datetime

import dagster as dg
import polars as pl

from assets.building import Building
from assets.crawl.changes import counts, file_findings, gone, homes, retired
from assets.crawl.walk import look
from assets.materialize import Door, Folders, check_result, raised_by, schema_check, table_spec
from assets.progress import Pace, Watcher
from assets.usual import usual_files
from schemas.tables import IngestRuns, dtypes

USUAL = dg.AssetCheckSpec(
    name="usual_number",
    asset="report_files",
    blocking=False,
    description="There are about as many files as in the nights before; far fewer hint at a drive that is not mounted.",
)


@dg.multi_asset(
    name="crawl",
    specs=[
        table_spec(
            "report_files",
            "crawl",
            promises="every file has a row, also one that is empty, binary, too large or cannot be opened, and the row "
            "says which. Nothing outside the source is read; a file that looks as it did is not opened.",
            code_version="2",
        ),
        table_spec(
            "retired_files",
            "history",
            deps=["report_files"],
            promises="no file leaves without a row that says when, and where its bytes are now.",
            code_version="1",
        ),
    ],
    check_specs=[schema_check("report_files"), schema_check("retired_files"), USUAL],
)
def crawled(
    context: dg.AssetExecutionContext,
    folders: dg.ResourceParam[Folders],
    building: dg.ResourceParam[Building],
    progress: dg.ResourceParam[Watcher],
) -> Iterator[dg.MaterializeResult[None]]:
    """Look at every file of the source folder, and read those that changed."""
    door = Door(building)
    pace = Pace("crawl", "files", progress, context.log.info)

    def work() -> Iterator[dg.AssetCheckResult]:
        known = building.table("source_state")
        found = look(folders.source_at, known, progress=pace.at)
        before = building.before("report_files")
        if not found.seen and before.height and not building.full:
            raise dg.Failure(
                f"The source folder {folders.source_at} is empty, though it held {before.height} files when it was last "
                "read. Is a drive not mounted? If it is meant to be empty, run with --full."
            )
        left = gone(before, found)
        building.tally.update(counts(before, found, left))
        stored = building.table("report_files") if building.full else before
        fresh = found.files.join(stored, on=stored.columns, how="anti", nulls_equal=True)
        building.remove("report_files", "source_file", pl.concat([left["source_file"], fresh["source_file"]]))
        door.put("report_files", fresh)
        state = found.state.join(known, on=known.columns, how="anti", nulls_equal=True)
        building.remove("source_state", "source_file", pl.concat([left["source_file"], state["source_file"]]))
        door.put("source_state", state)
        del stored, before
        now = building.frame("SELECT source_file, content_hash, status, detail FROM report_files")
        building.tally["files_failed"] = now.filter(pl.col("status") != "text").height
        home = homes(now)
        door.put("retired_files", retired(left, home, building.run_id, datetime.now(UTC)))
        told = building.table("findings", raised_by("crawl"), in_order=True)
        tell = file_findings(now, home)
        if not told.equals(tell):
            building.remove("findings", "code", told["code"])
            door.put("findings", tell)
        ok, said = usual_files(found.seen, building.table("ingest_runs"))
        yield check_result("report_files", USUAL.name, passed=ok, told=said)

    def metadata(name: str) -> dict[str, object]:
        if name != "report_files":
            return {}
        return {
            "source": str(folders.source_at),
            **{key: building.tally[key] for key in dtypes(IngestRuns) if key.startswith("files_")},
            **pace.told(),
        }

    yield from door.through(work, ["report_files", "retired_files"], metadata, [USUAL])
