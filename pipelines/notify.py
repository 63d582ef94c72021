"""Telling somebody that a run failed or that a night was unusual: one place, into which any messenger can be plugged.

GOUJI_NOTIFY names a program (with arguments, as in a shell, but no shell is involved). It gets one JSON object on its
standard input: `event` (run_failed or unusual_night), `run_id`, `job`, `message`, `warehouse`. Whatever becomes of it
never harms the run. Does not belong here: what is unusual (assets/usual.py).
"""

from __future__ import annotations

import json
import logging
import os
import shlex
import subprocess
from typing import Any

import dagster as dg

# A messenger that hangs is given up after so many seconds.
PATIENCE = 30

# The checks that compare a run with those before it.
UNUSUAL = ("usual_number", "usual_share_of_failures")

# The tag of a run of which the process that did it has told.
_TOLD = "gouji/told"

_log = logging.getLogger("gouji.notify")


def notify(event: str, **told: Any) -> bool:
    """Hand an event to the program that GOUJI_NOTIFY names; whether it was handed over and taken."""
    command = shlex.split(os.environ.get("GOUJI_NOTIFY", ""))
    if not command:
        return False
    text = json.dumps({"event": event, **told}, ensure_ascii=False, default=str)
    # Only the name of the program is logged: its arguments may hold a secret.
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own program
            command, input=text.encode(), capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.warning("GOUJI_NOTIFY: %s could not be told: %s", command[0], type(error).__name__)
        return False
    if done.returncode:
        _log.warning("GOUJI_NOTIFY: %s ended with exit code %s", command[0], done.returncode)
    return done.returncode == 0


@dg.run_failure_sensor(
    name="run_failed",
    description="Tells GOUJI_NOTIFY of every run that failed, was killed, or never started.",
    default_status=dg.DefaultSensorStatus.RUNNING,
    minimum_interval_seconds=30,
)
def run_failed(context: dg.RunFailureSensorContext) -> None:
    """A failed run, whoever started it: the daemon sees it, also where the process that ran it is dead."""
    run = context.dagster_run
    if _TOLD not in run.tags:
        notify("run_failed", **_of(run), message=context.failure_event.message)


@dg.run_status_sensor(
    run_status=dg.DagsterRunStatus.SUCCESS,
    name="night_was_unusual",
    description="Tells GOUJI_NOTIFY of a run that brought far fewer files, or far more failing rules, than those before.",
    default_status=dg.DefaultSensorStatus.RUNNING,
    minimum_interval_seconds=30,
)
def night_was_unusual(context: dg.RunStatusSensorContext) -> None:
    """A run that did its work, and found what may be the sign of a fault."""
    if _TOLD not in context.dagster_run.tags:
        tell_unusual(context.instance, context.dagster_run)


def tell(instance: dg.DagsterInstance, run_id: str, failure: str | None) -> None:
    """Tell of a run right after it, by the process that did it; the sensors see that it was told."""
    run = instance.get_run_by_id(run_id)
    if run is None:
        return
    instance.add_run_tags(run_id, {_TOLD: "true"})
    if failure is not None:
        notify("run_failed", **_of(run), message=failure)
    else:
        tell_unusual(instance, run)


def tell_unusual(instance: dg.DagsterInstance, run: dg.DagsterRun) -> None:
    """Tell of the checks of a run that compare it with the runs before, where they did not pass."""
    for log in instance.all_logs(run.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION):
        check: Any = log.dagster_event.event_specific_data if log.dagster_event else None
        if check is not None and check.check_name in UNUSUAL and not check.passed:
            figures = ", ".join(f"{name} {value.value:g}" for name, value in sorted(check.metadata.items()))
            notify("unusual_night", **_of(run), message=f"{check.check_name}: {figures}")


def _of(run: dg.DagsterRun) -> dict[str, Any]:
    config: Any = run.run_config or {}
    folders = config.get("resources", {}).get("folders", {}).get("config", {})
    warehouse = folders.get("warehouse") or os.environ.get("GOUJI_WAREHOUSE")
    return {"run_id": run.run_id, "job": run.job_name, "warehouse": warehouse}
