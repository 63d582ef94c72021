"""What every asset door shares: validate a frame by its Pandera model and tell Dagster what it holds.

Belongs here: check specs and results, metadata, column schemas, and the resources that assets ask for. Does not
belong here: making frames (the stages) or where frames and resources live (pipelines).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import dagster as dg
import pandera.errors
import polars as pl
import polars.selectors as cs

from schemas.tables import TableModel, dtypes, meaning

OWNERS = ["team:gouji"]
# How many failing examples a check shows.
_EXAMPLES = 10


class Folders(Protocol):
    """The resource `folders`: where reports are read and where the warehouse is published."""

    @property
    def source_path(self) -> Path:
        """The source folder."""

    @property
    def warehouse_path(self) -> Path:
        """The warehouse folder."""


# What a door returns. Unparametrised at run time: Dagster takes a parametrised one for a single output.
if TYPE_CHECKING:
    Made = dg.MaterializeResult[pl.DataFrame]
else:
    Made = dg.MaterializeResult

# Said of each output, because Dagster reads "nothing" from an annotation of MaterializeResult.
FRAME = dg.PythonObjectDagsterType(pl.DataFrame, name="Frame", description="A Polars frame.")

# The resource `progress`: told the stage, the files done and the files in all.
Report = Callable[[str, int, int], None]


def schema_check(asset: str) -> dg.AssetCheckSpec:
    """The blocking check that a frame is what its model says; where it fails, nothing downstream is made."""
    return dg.AssetCheckSpec(
        name="schema",
        asset=asset,
        blocking=True,
        description="The frame has exactly the declared columns, types, keys and states (schemas/tables/).",
    )


def table_columns(model: type[TableModel]) -> dg.TableSchema:
    """A model's columns for the UI, with their meaning in both languages."""
    schema = model.to_schema().columns
    meanings = meaning(model)
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name=name,
                type=str(dtype),
                description=" / ".join(meanings[name]),
                constraints=dg.TableColumnConstraints(
                    nullable=bool(schema[name].nullable), unique=bool(schema[name].unique)
                ),
            )
            for name, dtype in dtypes(model).items()
        ]
    )


def examples(frame: pl.DataFrame) -> dg.TableMetadataValue | dg.TextMetadataValue:
    """The first rows of a frame, as a table in the UI."""
    if frame.is_empty():
        return dg.MetadataValue.text("none")
    flat = frame.head(_EXAMPLES).with_columns(cs.list().cast(pl.List(pl.String)).list.join(" "))
    shown = flat.select(pl.all().cast(pl.String).fill_null(""))
    return dg.MetadataValue.table(
        records=[dg.TableRecord(row) for row in shown.iter_rows(named=True)],
        schema=dg.TableSchema(columns=[dg.TableColumn(name) for name in shown.columns]),
    )


def validate(asset: str, frame: pl.DataFrame, model: type[TableModel]) -> dg.AssetCheckResult:
    """The result of the `schema` check. Eager and lazy=True: every fault is reported, not the first only."""
    try:
        model.validate(frame, lazy=True)
    except (pandera.errors.SchemaErrors, pandera.errors.SchemaError) as error:
        cases = getattr(error, "failure_cases", None)
        faults = cases if isinstance(cases, pl.DataFrame) else pl.DataFrame({"fault": [str(error)]})
        return dg.AssetCheckResult(
            passed=False,
            asset_key=asset,
            check_name="schema",
            severity=dg.AssetCheckSeverity.ERROR,
            metadata={"faults": faults.height, "examples": examples(faults)},
        )
    return dg.AssetCheckResult(
        passed=True, asset_key=asset, check_name="schema", metadata={"rows": frame.height}
    )


def table_result(  # noqa: PLR0913 - all but the first three are optional
    asset: str,
    frame: pl.DataFrame,
    model: type[TableModel],
    *,
    checks: Iterable[dg.AssetCheckResult] = (),
    lineage: Mapping[str, Iterable[tuple[str, str]]] | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> Made:
    """A finished frame: its value, its check results and what the UI shows of it.

    `lineage` maps a column to the (asset, column) pairs it is taken from.
    """
    known: dict[str, Any] = {
        "dagster/row_count": frame.height,
        "dagster/column_schema": table_columns(model),
        "examples": examples(frame),
    }
    if lineage:
        known["dagster/column_lineage"] = dg.TableColumnLineage(
            {
                column: [
                    dg.TableColumnDep(asset_key=dg.AssetKey(upstream), column_name=name)
                    for upstream, name in sources
                ]
                for column, sources in lineage.items()
            }
        )
    return dg.MaterializeResult(
        asset_key=asset,
        value=frame,
        metadata={**known, **(metadata or {})},
        check_results=[validate(asset, frame, model), *checks],
    )
