"""When the job runs by itself, by what arrives: a run whenever anything in the source folder changed."""

import dagster as dg

from assets.crawl.walk import fingerprint
from pipelines.automation import starts_on
from pipelines.jobs import nightly
from pipelines.owner import UNDER_WAY, end_dead_runs
from pipelines.resources import Folders


@dg.sensor(
    job=nightly,
    minimum_interval_seconds=60,
    description="Looks each minute whether a file of the source folder came, went or changed, and then runs nightly.",
    default_status=dg.DefaultSensorStatus.RUNNING if starts_on() else dg.DefaultSensorStatus.STOPPED,
)
def source_changed(context: dg.SensorEvaluationContext, folders: Folders) -> dg.SensorResult | dg.SkipReason:
    """Start a run when a file of the source folder came, went or changed; never while one is under way.

    A run whose process was killed is marked failed, and does not count as under way.

    The cursor is a digest of paths, sizes and times, so a look costs no reading.
    """
    end_dead_runs(context.instance)
    under_way = dg.RunsFilter(statuses=UNDER_WAY)  # of any job: it may be reading what came
    if context.instance.get_runs(under_way, limit=1):
        return dg.SkipReason("A run is under way; what changed since is seen at the next look.")
    try:
        seen = fingerprint(folders.source_at)
    except OSError as error:
        return dg.SkipReason(f"The source folder cannot be listed: {error}")
    if seen == context.cursor:
        return dg.SkipReason("Nothing changed in the source folder.")
    # The key carries the last cursor: a folder that changes back to an earlier state is a change too.
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=f"{context.cursor}-{seen}")], cursor=seen)
