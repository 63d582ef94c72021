"""The door of stage 4 to Dagster: the `dim_*` that schemas tell, and `warehouse`, the published file."""

import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import dagster as dg
import polars as pl

from assets.building import Building
from assets.materialize import FRESH, OWNERS, Door, Folders, check_result, schema_check, table_spec
from assets.metadata import examples, table
from assets.warehouse import dimensions
from assets.warehouse.publish import LINK, publish, untouched
from assets.warehouse.runs import forget_logged_runs, log_run, logged_runs, run_row
from assets.warehouse.views import views
from schemas.tables import TABLES

# A build of this size is copied to add the row of a run that changed nothing; the row waits in a file beside a larger one.
SMALL = 64 * 1024 * 1024

# The dimensions that are read from schemas alone.
_FROM_SCHEMAS: dict[str, Callable[[], pl.DataFrame]] = {
    "dim_form": dimensions.dim_form,
    "dim_row": dimensions.dim_row,
    "dim_column": dimensions.dim_column,
    "dim_rule": dimensions.dim_rule,
    "dim_finding": dimensions.dim_finding,
}


@dg.multi_asset(
    name="dimensions",
    specs=[table_spec(name, "forms", code_version="1") for name in _FROM_SCHEMAS],
    check_specs=[schema_check(name) for name in _FROM_SCHEMAS],
)
def described(building: dg.ResourceParam[Building]) -> Iterator[dg.MaterializeResult[None]]:
    """What the forms, rules and findings are, from schemas."""
    door = Door(building)

    def work() -> list[dg.AssetCheckResult]:
        for name, made in _FROM_SCHEMAS.items():
            door.put_all(name, made())
        return []

    yield from door.through(work, _FROM_SCHEMAS)


@dg.multi_asset(
    name="publish",
    specs=[
        dg.AssetSpec(
            "warehouse",
            deps=[
                *_FROM_SCHEMAS,
                "dim_agency",
                "findings",
                "report_trust",
                "report_revisions",
                "retired_files",
            ],
            description="""The published DuckDB file: all tables, the view `cells`, a wide view for each table, a comment on everything.

Promises: what readers open is a whole warehouse, the old one or the new; a run that is killed changes nothing.
Beside it stands `quality.html`, a page of what it holds, how far it can be trusted, and what is to be mended.""",
            group_name="warehouse",
            owners=OWNERS,
            kinds={"duckdb"},
            code_version="2",
            freshness_policy=FRESH,
        ),
        table_spec(
            "ingest_runs",
            "warehouse",
            deps=["warehouse"],
            promises="every run has its row.",
            code_version="1",
        ),
    ],
    check_specs=[schema_check("ingest_runs")],
)
def published(
    context: dg.AssetExecutionContext,
    folders: dg.ResourceParam[Folders],
    building: dg.ResourceParam[Building],
) -> Iterator[dg.MaterializeResult[None]]:
    """Record the run, and publish what it built; a run that changed nothing leaves a large build as it stands."""
    folder = folders.warehouse_path
    row = run_row(building)
    logged = logged_runs(folder).join(building.table("ingest_runs"), on="run_id", how="anti")
    runs = pl.concat([row, logged, building.table("ingest_runs")])
    told = {}
    if not building.begun and untouched(folder) and building.base and building.base.stat().st_size > SMALL:
        log_run(folder, row)
        path, rows = building.base, {name: building.count(name) for name in TABLES}
    else:
        door = Door(building)
        building.begin()
        door.put("ingest_runs", pl.concat([logged, row]))
        rows = {name: building.count(name) for name in TABLES}
        path = publish(folder, building)
        forget_logged_runs(folder)
        told = _tell(context, path)
    context.log.info(f"Published {path}")
    yield dg.MaterializeResult(
        asset_key="warehouse",
        metadata={
            "path": dg.MetadataValue.path(folder / LINK),
            "open_it": shlex.join(["duckdb", "-readonly", str(folder / LINK)]),
            "tables": table(
                pl.DataFrame(
                    [(name, rows[name], f"{spec.zh} / {spec.en}") for name, spec in TABLES.items()],
                    schema=["table", "rows", "内容 / what it holds"],
                    orient="row",
                )
            ),
            "views": table(
                pl.DataFrame(
                    [(view.name, " / ".join(view.about)) for view in views()],
                    schema=["view", "内容 / what it shows"],
                    orient="row",
                )
            ),
            "build": path.name,
            "size_bytes": path.stat().st_size,
            **told,
        },
    )
    [this] = row.to_dicts()
    yield dg.MaterializeResult(
        asset_key="ingest_runs",
        metadata={
            "dagster/row_count": rows["ingest_runs"],
            "latest": examples(runs.sort("started_at", descending=True).drop("run_id", "base")),
            "seconds": round((this["finished_at"] - this["started_at"]).total_seconds(), 1),
            **{name: count for name, count in this.items() if type(count) is int},
        },
        check_results=[check_result("ingest_runs", "schema", passed=True, blocks=True)],
    )


def _tell(context: dg.AssetExecutionContext, build: Path) -> dict[str, dg.MetadataValue]:
    """Write the quality page of what is published; that it cannot be written is said, and fails no run."""
    try:
        from assets.warehouse.quality.page import write_page  # noqa: PLC0415 - needed here only

        return {"quality_page": dg.MetadataValue.path(write_page(build))}
    except Exception as error:  # whatever it is, the warehouse stands
        context.log.warning(f"The quality page was not written: {error}")
        return {"quality_page": dg.MetadataValue.text(f"not written: {error}")}
