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
run_monitoring:
  enabled: true # a run that never starts is marked failed; one that is killed: pipelines/owner.py
concurrency:
  runs:
    max_concurrent_runs: 1 # runs take turns
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
