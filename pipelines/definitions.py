"""The one code location: assets, job, schedule, sensor and resources, put together."""

import os
from pathlib import Path

import dagster as dg

import assets.check.assets
import assets.crawl.assets
import assets.extract.assets
import assets.warehouse.assets
from pipelines.code_links import linked
from pipelines.engine import engine
from pipelines.jobs import JOBS
from pipelines.notify import night_was_unusual, run_failed
from pipelines.resources import Folders, building, unheard
from pipelines.schedule import every_night
from pipelines.sensor import source_changed

_PROJECT = Path(__file__).resolve().parent.parent


def folder(variable: str, default: str) -> str:
    """The folder that an environment variable names, else the project's own."""
    return os.environ.get(variable) or str(_PROJECT / default)


defs = dg.Definitions(
    assets=linked(
        dg.load_assets_from_modules(
            [assets.crawl.assets, assets.extract.assets, assets.check.assets, assets.warehouse.assets]
        )
    ),
    jobs=JOBS,
    schedules=[every_night],
    sensors=[source_changed, run_failed, night_was_unusual],
    resources={
        "folders": Folders(
            source=folder("GOUJI_SOURCE", "data/samples"),
            warehouse=folder("GOUJI_WAREHOUSE", "data/warehouse"),
        ),
        "building": building,
        "engine": engine,
        "progress": dg.ResourceDefinition.hardcoded_resource(
            unheard, description="Told how far a stage is; the command draws its progress bar from it."
        ),
    },
    # One process: starting one for each asset would cost more than the work.
    executor=dg.in_process_executor,
)
