"""The door of stage 4 to Dagster: the `dim_*` that schemas tell, `fact_*`, and `warehouse`, the published file."""

from collections.abc import Callable

import dagster as dg
import polars as pl

from assets.materialize import FRAME, OWNERS, Folders, Made, schema_check, table_result
from assets.warehouse import dimensions
from assets.warehouse.facts import FACTS, fact
from assets.warehouse.publish import LINK, publish
from assets.warehouse.views import fact_name, views
from schemas.tables import TABLES, dtypes

_KINDS = {"polars", "pandera"}

# The dimensions that are read from schemas alone.
_FROM_SCHEMAS: dict[str, Callable[[], pl.DataFrame]] = {
    "dim_form": dimensions.dim_form,
    "dim_row": dimensions.dim_row,
    "dim_column": dimensions.dim_column,
    "dim_rule": dimensions.dim_rule,
    "dim_finding": dimensions.dim_finding,
}


def _described(name: str) -> str:
    return f"{TABLES[name].en[0].upper()}{TABLES[name].en[1:]}. / {TABLES[name].zh}。"


def _table(name: str) -> Callable[[Callable[..., Made]], dg.AssetsDefinition]:
    """What the assets of all tables share; the function under it makes the frame."""
    return dg.asset(
        name=name,
        description=_described(name),
        group_name="warehouse",
        owners=OWNERS,
        kinds=_KINDS,
        code_version="1",
        metadata={"dagster/table_name": name},
        dagster_type=FRAME,
        check_specs=[schema_check(name)],
    )


def _dimension(name: str) -> dg.AssetsDefinition:
    @_table(name)
    def made() -> Made:
        return table_result(name, _FROM_SCHEMAS[name](), TABLES[name].model)

    return made


def _fact(table_no: str) -> dg.AssetsDefinition:
    name = fact_name(table_no)
    model = FACTS[table_no]
    of_reports = {"agency", "report_year"}
    lineage = {
        column: [("reports" if column in of_reports else "cells", column)]
        for column in dtypes(model)
        if column != "value_yuan"
    }
    if "value_yuan" in dtypes(model):
        lineage["value_yuan"] = [("cells", "value"), ("cells", "unit")]

    @_table(name)
    def made(cells: pl.DataFrame, reports: pl.DataFrame) -> Made:
        return table_result(name, fact(table_no, cells, reports), model, lineage=lineage)

    return made


@dg.asset(
    ins={name: dg.AssetIn() for name in TABLES},
    group_name="warehouse",
    owners=OWNERS,
    kinds={"duckdb"},
    code_version="1",
)
def warehouse(
    context: dg.AssetExecutionContext, folders: dg.ResourceParam[Folders], **frames: pl.DataFrame
) -> Made:
    """The published DuckDB file: all tables, the view `cells`, a wide view for each table, a comment on everything.

    Promises: what readers open is a whole warehouse, the old one or the new; a run that is killed changes nothing.
    """
    path = publish(folders.warehouse_path, context.run.run_id, frames)
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(folders.warehouse_path / LINK),
            "build": path.name,
            "size_bytes": path.stat().st_size,
            "rows": {name: frame.height for name, frame in frames.items()},
            "views": [view.name for view in views()],
        }
    )


dimension_assets = [_dimension(name) for name in _FROM_SCHEMAS]
fact_assets = [_fact(table_no) for table_no in FACTS]
