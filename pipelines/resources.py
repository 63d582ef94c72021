"""What runs are given from outside: the two folders, where frames are kept between stages, and who hears of progress.

Does not belong here: what is done with any of them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import dagster as dg
import polars as pl
from pydantic import Field

from pipelines.owner import tags

# Frames of this many runs are kept, so that one asset can be made again from the last run's frames.
KEEP_RUNS = 5


class Folders(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Where reports are read and where the warehouse is published."""

    source: str = Field(description="Folder of report texts, read with all its subfolders; never written to.")
    warehouse: str = Field(description="Folder in which warehouse.duckdb is published; made if missing.")

    def setup_for_execution(self, context: dg.InitResourceContext) -> None:
        """Tag the run with its process, wherever it was started from: called in that process, before any asset."""
        if context.instance and context.run:
            context.instance.add_run_tags(context.run.run_id, tags(context.run.run_id))

    @property
    def source_path(self) -> Path:
        """The source folder."""
        return Path(self.source)

    @property
    def warehouse_path(self) -> Path:
        """The warehouse folder."""
        return Path(self.warehouse)


class FrameStore(dg.ConfigurableIOManager):
    """Frames as Parquet, a folder for each run, so that two runs never mix.

    An asset that is not part of a run is read from the run that last made it.
    """

    folder: str = Field(
        default="", description="Folder for frames; empty: in the storage of the Dagster instance."
    )

    def handle_output(self, context: dg.OutputContext, obj: pl.DataFrame | None) -> None:
        """Write a frame whole or not at all."""
        if obj is None:  # the published warehouse is its own storage
            return
        runs = self._runs(context)
        folder = runs / context.run_id
        if not folder.exists():
            folder.mkdir(parents=True)
            self._sweep(context, runs)
        path = folder / f"{context.asset_key.to_python_identifier()}.parquet"
        part = path.with_suffix(".part")
        obj.write_parquet(part)
        part.replace(path)

    def load_input(self, context: dg.InputContext) -> pl.DataFrame:
        """Read a frame of this run, or of the last run that made it."""
        name = f"{context.asset_key.to_python_identifier()}.parquet"
        runs = self._runs(context)
        own = runs / context.step_context.run_id / name
        if own.exists():
            return pl.read_parquet(own)
        event = context.instance.get_latest_materialization_event(context.asset_key)
        path = runs / event.run_id / name if event else None
        if path is None or not path.exists():
            asset = context.asset_key.to_user_string()
            raise dg.Failure(f"no frame of {asset} is kept; materialize {asset} first, or run the whole job")
        return pl.read_parquet(path)

    def _runs(self, context: dg.OutputContext | dg.InputContext) -> Path:
        if self.folder:
            return Path(self.folder)
        instance = context.step_context.instance
        return Path(instance.storage_directory()) / "frames"

    def _sweep(self, context: dg.OutputContext, runs: Path) -> None:
        """Remove the frames of old runs, but of none that is under way."""
        folders = sorted(runs.iterdir(), key=lambda p: p.stat().st_mtime_ns, reverse=True)
        for folder in folders[KEEP_RUNS:]:
            run = context.step_context.instance.get_run_by_id(folder.name)
            if run is None or run.is_finished:
                shutil.rmtree(folder, ignore_errors=True)


def unheard(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
