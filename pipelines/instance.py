"""The home of Dagster's run history: made on first use, with the few settings that gouji needs.

Does not belong here: anything about assets or runs.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent

_SETTINGS = """\
# Written by gouji; yours to change from here on.
telemetry:
  enabled: false
nux:
  enabled: false # no sign-up window over the page
compute_logs: # the stages print nothing; catching that would start four processes for each of them
  module: dagster._core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager
run_monitoring:
  enabled: true # a run that never starts is marked failed; one that is killed: pipelines/owner.py
run_retries:
  enabled: true
  max_retries: 1 # of a run whose process died; what fails by a fault of the data or of gouji fails again
  retry_on_asset_or_op_failure: false
concurrency:
  runs:
    max_concurrent_runs: 1 # runs take turns
freshness:
  enabled: true
retention: # ticks of the sensor and the schedule, in days
  schedule:
    purge_after_days: 90
  sensor:
    purge_after_days:
      skipped: 7
      failure: 30
      success: 90
"""


def prepare_home() -> Path:
    """Create $DAGSTER_HOME (data/dagster_home unless set) with a dagster.yaml, and set the variable to its path.

    A dagster.yaml that is there stays as it is.
    """
    home = Path(os.environ.get("DAGSTER_HOME") or _PROJECT / "data" / "dagster_home").expanduser().absolute()
    home.mkdir(parents=True, exist_ok=True)
    settings = home / "dagster.yaml"
    if not settings.exists():
        with tempfile.NamedTemporaryFile("w", dir=home, prefix=".dagster.yaml.", delete=False) as new:
            new.write(_SETTINGS)
        Path(new.name).replace(settings)
    os.environ["DAGSTER_HOME"] = str(home)
    return home
