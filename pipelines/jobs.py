"""The jobs: `nightly`, over all assets."""

import dagster as dg

nightly = dg.define_asset_job(
    "nightly",
    selection=dg.AssetSelection.all(),
    description="Read the source folder, check every report, publish the warehouse.",
)
