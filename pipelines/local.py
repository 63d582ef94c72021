"""A run of the job in this process, with a progress bar: what `gouji run` does between its checks and its summary.

The run is recorded in the same instance as all others and shows in the UI. Does not belong here: the command line.
"""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from sqlalchemy.exc import DatabaseError

from assets.building import Redo
from assets.progress import Step, Watcher
from pipelines.definitions import defs
from pipelines.jobs import nightly
from pipelines.notify import tell
from pipelines.owner import end_dead_runs, tags

# By this the UI counts a run among those of the job, whoever started it; the name is that of workspace.yaml.
_OF_LOCATION = {".dagster/repository": "__repository__@gouji"}
_INTERRUPTED = "interrupted; the warehouse is as it was, run it again"
_TELLING = ("EngineError", "SourceError", "OtherVersionError", "IncompleteRunError")


@dataclass(frozen=True)
class Failure:
    """A run that failed, and the first reason it gave."""

    run_id: str
    message: str
    is_interrupted: bool = False


def run_nightly(
    source: Path | str,
    warehouse: Path,
    *,
    redo: Redo = Redo.CHANGED,
    processes: int = 0,
    scheduler: str = "",
) -> Failure | None:
    """Run the job on a source (a folder, or a URL as str) into a warehouse folder, doing anew what `redo` says.

    `processes` and `scheduler` as in pipelines.engine. None when it did its work.
    """
    run_id = str(uuid.uuid4())
    engine: dict[str, int | str] = {"processes": processes, "scheduler": scheduler}
    try:
        reason = _run(run_id, source, warehouse, redo, engine)
    except (OSError, DatabaseError) as error:
        home = os.environ.get("DAGSTER_HOME")
        reason = f"the run history in {home} cannot be written ({_first_line(error)}); free space, or set DAGSTER_HOME to another folder"
    return None if reason is None else Failure(run_id, reason, is_interrupted=reason == _INTERRUPTED)


def _run(
    run_id: str, source: Path | str, warehouse: Path, redo: Redo, engine: dict[str, int | str]
) -> str | None:
    """Do the run and tell of it; why it failed, None where it did its work."""
    with dg.DagsterInstance.get() as instance, _progress() as progress:
        end_dead_runs(instance)
        result = defs.resolve_job_def(nightly.name).execute_in_process(
            instance=instance,
            run_id=run_id,
            tags={**tags(run_id), **_OF_LOCATION},
            raise_on_error=False,
            # The folders stand in the run's own configuration, so that the UI shows them and runs it again as it was.
            run_config={
                "resources": {
                    "folders": {"config": {"source": str(source), "warehouse": str(warehouse)}},
                    "building": {"config": {"redo": redo.value}},
                    "engine": {"config": engine},
                },
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            resources={"progress": dg.ResourceDefinition.hardcoded_resource(progress)},
        )
        reason = None if result.success else _reason(result)
        tell(instance, run_id, reason)
    return reason


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _reason(result: dg.ExecuteInProcessResult) -> str:
    """The innermost error of the first failed step, else of the run."""
    for event in result.all_events:
        if event.is_step_failure:
            if _is_interrupted(event.step_failure_data.error):
                return _INTERRUPTED
            return f"{event.step_key}: {_innermost(event.step_failure_data.error) or event.message}"
    failed = next((event for event in result.all_events if event.is_failure), None)
    if failed is None:
        return "unknown"
    return _innermost(getattr(failed.event_specific_data, "error", None)) or failed.message or "unknown"


def _is_interrupted(error: Any) -> bool:
    """Whether Ctrl-C, or a signal that asks a process to end, was what ended it."""
    while error is not None:
        if error.cls_name in (dg.DagsterExecutionInterruptedError.__name__, KeyboardInterrupt.__name__):
            return True
        error = error.cause
    return False


def _innermost(error: Any) -> str:
    """The message of the error that caused all others; or of one of ours, which say what to do."""
    while error is not None and error.cause is not None and error.cls_name not in _TELLING:
        error = error.cause
    message = error.message.strip() if error else ""
    # The words of the system, whichever library passes them on.
    full = any(os.strerror(number) in message for number in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT))
    return f"{message}; free space, or name another folder with --warehouse" if full else message


@contextmanager
def _progress() -> Iterator[Watcher]:
    """A line for each stage that reads files: how many of them, how fast, how long still, what was found; on a terminal only."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description:8}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def watch(step: Step) -> None:
            if step.stage not in tasks:
                tasks[step.stage] = bars.add_task(step.stage, total=step.total, pace="")
            bars.update(tasks[step.stage], completed=step.done, total=step.total, pace=step.pace)

        yield watch
