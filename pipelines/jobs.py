"""The jobs: `nightly`, over all assets; `rebuild`, the same but everything anew; `recheck`, without reading any file."""

import dagster as dg

from assets.building import Redo

nightly = dg.define_asset_job(
    "nightly",
    selection=dg.AssetSelection.all(),
    description="Read what changed in the source folder, check every report it concerns, publish the warehouse.",
)
rebuild = dg.define_asset_job(
    "rebuild",
    selection=dg.AssetSelection.all(),
    config={"resources": {"building": {"config": {"redo": Redo.ALL.value}}}},
    description="Read and check everything anew, whether or not it changed, and publish; history is kept.",
)
recheck = dg.define_asset_job(
    "recheck",
    selection=dg.AssetSelection.groups("check", "forms", "warehouse"),
    config={"resources": {"building": {"config": {"redo": Redo.CHECKS.value}}}},
    description="Check all reports of the published warehouse anew, without reading any file, and publish.",
)
JOBS = [nightly, rebuild, recheck]
