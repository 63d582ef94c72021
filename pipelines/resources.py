"""What runs are given from outside: the two folders, the building they fill, and who hears of progress.

Does not belong here: what is done with any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
from pydantic import Field

from assets.building import Building, Redo
from assets.crawl.walk import is_url
from assets.progress import Step
from assets.warehouse.publish import open_building, prepare, turn
from pipelines.owner import tags


class Folders(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Where reports are read and where the warehouse is published."""

    source: str = Field(
        description="Folder of report texts, or its URL (s3://…), read with all its subfolders; never written to."
    )
    warehouse: str = Field(description="Folder in which warehouse.duckdb is published; made if missing.")

    def setup_for_execution(self, context: dg.InitResourceContext) -> None:
        """Tag the run with its process, wherever it was started from: called in that process, before any asset."""
        if context.instance and context.run:
            context.instance.add_run_tags(context.run.run_id, tags(context.run.run_id))

    @property
    def source_at(self) -> Path | str:
        """The source folder, or the URL of shared storage."""
        return self.source if is_url(self.source) else Path(self.source)

    @property
    def warehouse_path(self) -> Path:
        """The warehouse folder."""
        return Path(self.warehouse)


class IncompleteRunError(RuntimeError):
    """A run was asked for that would do work and publish none of it."""


@dg.resource(
    description="The warehouse that the run builds. While another run builds there, this one waits.",
    required_resource_keys={"folders"},
    config_schema={
        "redo": dg.Field(
            dg.Enum(
                "Redo",
                [
                    dg.EnumValue("changed", description="Only what changed, and what concerns it."),
                    dg.EnumValue(
                        "checks", description="Besides, all checks; files that did not change are not read."
                    ),
                    dg.EnumValue(
                        "all", description="Everything, whether or not it changed; history is kept."
                    ),
                ],
            ),
            default_value="changed",
            description="What is done anew.",
        )
    },
)
def building(context: dg.InitResourceContext) -> Iterator[Building]:
    """Hold the warehouse folder's lock for the whole run; what was not published is gone when it ends."""
    folder = context.resources.folders.warehouse_path
    run_id = context.run.run_id if context.run else "unknown"
    chosen = context.run.asset_selection if context.run else None
    if chosen and dg.AssetKey("warehouse") not in chosen:
        raise IncompleteRunError(
            "these assets alone would be made and thrown away, since the run leaves out `warehouse`, which publishes them. "
            "Launch the job nightly, or recheck to read no file; or choose Materialize all"
        )
    prepare(folder)

    def waiting(holder: str) -> None:
        if context.log:
            context.log.info(f"Waiting: {folder} is being built by {holder}.")

    config: dict[str, Any] = context.resource_config
    with turn(folder, run_id, waiting):
        opened = open_building(folder, run_id, Redo(config["redo"]))
        try:
            yield opened
        finally:
            opened.discard()


def unheard(step: Step) -> None:
    """Progress that nobody watches."""
