"""When the job runs by itself, by the clock. GOUJI_CRON and GOUJI_TIMEZONE change it."""

import os

import dagster as dg

from pipelines.automation import starts_on
from pipelines.jobs import nightly
from pipelines.owner import end_dead_runs


@dg.schedule(
    job=nightly,
    cron_schedule=os.environ.get("GOUJI_CRON", "0 2 * * *"),
    execution_timezone=os.environ.get("GOUJI_TIMEZONE", "Asia/Shanghai"),
    description="Runs nightly, 02:00 in Shanghai unless GOUJI_CRON and GOUJI_TIMEZONE say otherwise.",
    default_status=(dg.DefaultScheduleStatus.RUNNING if starts_on() else dg.DefaultScheduleStatus.STOPPED),
)
def every_night(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Ask for a run, after marking failed those whose process was killed: they would hold up the queue."""
    end_dead_runs(context.instance)
    return dg.RunRequest()
