"""What every asset door shares: frames validated by their Pandera model on the way into the building, and what Dagster is told.

Belongs here: asset and check specs, check results, and the resources that assets ask for. Does not belong here:
making frames (the stages), the file they go into (building.py), how they look on a page (metadata.py), or where resources come from (pipelines).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol, TypeVar

import dagster as dg
import pandera.errors
import polars as pl

from assets.building import Building
from assets.garbage import fewer_collections
from assets.metadata import examples, page, table_columns
from schemas.findings import CATALOGUE
from schemas.tables import TABLES, TableModel

T = TypeVar("T")
R = TypeVar("R")

OWNERS = ["team:gouji"]
# A night may be missed; two may not.
FRESH = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=50), warn_window=timedelta(hours=26))


class Folders(Protocol):
    """The resource `folders`: where reports are read and where the warehouse is published."""

    @property
    def source_at(self) -> Path | str:
        """The source folder, or the URL of shared storage."""

    @property
    def warehouse_path(self) -> Path:
        """The warehouse folder."""


class Engine(Protocol):
    """The resource `engine`: where chunks of work are done."""

    def map(self, work: Callable[[T], R], chunks: Iterable[T]) -> Iterator[R]:
        """The results of the chunks, in their order."""

    def close(self) -> None:
        """Let go of whatever does the work, with its memory; it starts anew where there is more to do."""


class FaultyFrameError(Exception):
    """A frame is not what its model says: our own fault, which stops the run."""


def table_spec(
    name: str, group: str, *, promises: str = "", deps: Iterable[str] = (), **more: Any
) -> dg.AssetSpec:
    """The asset of a table of schemas.tables.TABLES."""
    table = TABLES[name]
    told = f"{table.en[0].upper()}{table.en[1:]}. / {table.zh}。"
    return dg.AssetSpec(
        name,
        deps=list(deps),
        description=f"{told}\n\nPromises: {promises}" if promises else told,
        group_name=group,
        owners=OWNERS,
        kinds={"duckdb", "polars", "pandera"},
        metadata={"dagster/table_name": name, "dagster/column_schema": table_columns(name)},
        **more,
    )


def schema_check(asset: str) -> dg.AssetCheckSpec:
    """The blocking check that a frame is what its model says; where it fails, nothing downstream is made."""
    return dg.AssetCheckSpec(
        name="schema",
        asset=asset,
        blocking=True,
        description="The rows have exactly the declared columns, types, keys and states (schemas/tables/).",
    )


def raised_by(stage: str) -> str:
    """In SQL: that a row of `findings` has a code of this stage."""
    codes = ", ".join(f"'{kind.code}'" for kind in CATALOGUE.values() if kind.stage == stage)
    return f"code IN ({codes})"


def check_result(
    asset: str, name: str, *, passed: bool, blocks: bool = False, told: Mapping[str, Any] | None = None
) -> dg.AssetCheckResult:
    """The outcome of a check; what is no fault of ours warns and blocks nothing."""
    severity = dg.AssetCheckSeverity.ERROR if blocks else dg.AssetCheckSeverity.WARN
    return dg.AssetCheckResult(
        passed=passed, asset_key=asset, check_name=name, severity=severity, metadata=told or {}
    )


class Door:
    """The way of frames into the building: each is validated, counted, and put there.

    Eager and lazy=True: every fault is reported, not the first only.
    """

    def __init__(self, building: Building) -> None:
        """A door to a building."""
        self.building = building
        self.rows: dict[str, int] = {}
        self.fault: dg.AssetCheckResult | None = None

    def put(self, name: str, frame: pl.DataFrame) -> None:
        """Append rows to a table. Raises FaultyFrameError, and appends nothing, where they are not what its model says."""
        self.valid(name, frame)
        self.building.add(name, frame)

    def put_all(self, name: str, frame: pl.DataFrame) -> None:
        """Have a table hold these rows and no others."""
        self.valid(name, frame)
        self.building.replace(name, frame)

    def valid(self, name: str, frame: pl.DataFrame, model: type[TableModel] | None = None) -> None:
        """Count the rows of a frame that is what its model says; else raise FaultyFrameError.

        With `model` a frame from which the table is made is validated by that instead, and not counted.
        """
        try:
            (model or TABLES[name].model).validate(frame, lazy=True)
        except (pandera.errors.SchemaErrors, pandera.errors.SchemaError) as error:
            cases = getattr(error, "failure_cases", None)
            faults = cases if isinstance(cases, pl.DataFrame) else pl.DataFrame({"fault": [str(error)]})
            self.stop(
                check_result(
                    name,
                    "schema",
                    passed=False,
                    blocks=True,
                    told={"faults": faults.height, "examples": examples(faults)},
                )
            )
        if model is None:
            self.rows[name] = self.rows.get(name, 0) + frame.height

    def stop(self, fault: dg.AssetCheckResult) -> None:
        """End the work on a blocking check that fails."""
        self.fault = fault
        raise FaultyFrameError(f"{fault.asset_key}: {fault.check_name}")

    def through(
        self,
        work: Callable[[], Iterable[dg.AssetCheckResult]],
        names: Iterable[str],
        metadata: Callable[[str], Mapping[str, Any]] = lambda _: {},
        specs: Iterable[dg.AssetCheckSpec] = (),
    ) -> Iterator[dg.MaterializeResult[None]]:
        """Do the work, then tell Dagster of each table: its rows, examples, checks and `metadata`.

        `specs` are the checks besides `schema`, whose results `work` returns; where it was stopped they did not pass.
        """
        checks: list[dg.AssetCheckResult] = []
        try:
            with fewer_collections(), self.building.filling():
                checks += work()
        except FaultyFrameError:
            if self.fault is None:
                raise
            checks = [self.fault] + [
                check_result(
                    spec.asset_key.to_user_string(), spec.name, passed=False, told={"reached": False}
                )
                for spec in specs
                if (spec.asset_key, spec.name) != (self.fault.asset_key, self.fault.check_name)
            ]
        for name in names:
            own = [check for check in checks if check.asset_key == dg.AssetKey(name)]
            if not any(check.check_name == "schema" for check in own):
                own.append(
                    check_result(
                        name, "schema", passed=True, blocks=True, told={"rows_added": self.rows.get(name, 0)}
                    )
                )
            yield dg.MaterializeResult(
                asset_key=name,
                metadata={
                    "dagster/row_count": self.building.count(name),
                    "rows_added": self.rows.get(name, 0),
                    **({**metadata(name), **page(self.building, name)} if self.fault is None else {}),
                },
                check_results=own,
            )
