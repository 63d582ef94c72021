"""Which process a run belongs to, and what becomes of runs whose process is gone.

A process that is killed cannot say so: its run would stay "started" for ever, the sensor would wait for it, and it
would hold up the queue. So each run carries tags with its process, and whoever is about to start, ask for or queue
a run first marks failed what is dead. Only processes of this host are judged. Does not belong here: starting runs.
"""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

import dagster as dg

UNDER_WAY = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]

_HOST, _PID, _SINCE = "gouji/host", "gouji/pid", "gouji/process_started"
# A run that is run again inherits tags; those of another run say nothing about its process.
_RUN = "gouji/process_of_run"


def tags(run_id: str) -> dict[str, str]:
    """The tags that say that a run belongs to this process."""
    pid = os.getpid()
    return {_HOST: platform.node(), _PID: str(pid), _SINCE: _started(pid) or "", _RUN: run_id}


def end_dead_runs(instance: dg.DagsterInstance) -> list[str]:
    """Mark failed the runs of any job whose process on this host is gone; their ids."""
    ended = []
    for seen in instance.get_runs(dg.RunsFilter(statuses=UNDER_WAY)):
        if not _is_dead(seen):
            continue
        # Looked up anew: it may have ended properly between the two looks, and its process will not change it now.
        run = instance.get_run_by_id(seen.run_id)
        if run is None or run.is_finished:
            continue
        message = f"Process {run.tags[_PID]} on {run.tags[_HOST]}, which did this run, ended without a word (killed, or the machine stopped). Nothing of the run was published."
        instance.report_run_failed(run, message)
        ended.append(run.run_id)
    return ended


def _is_dead(run: dg.DagsterRun) -> bool:
    known = run.tags
    if known.get(_RUN) != run.run_id or known.get(_HOST) != platform.node() or not known.get(_SINCE):
        return False
    return _started(int(known[_PID])) != known[_SINCE]


def _started(pid: int) -> str | None:
    """When a living process began, so that another with the same number is not mistaken for it; None if it is dead."""
    boot = Path("/proc/sys/kernel/random/boot_id")
    if not boot.exists():  # no Linux
        command = ["/bin/ps", "-o", "lstart=", "-p", str(pid)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no user's words
        return done.stdout.strip() or None
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return None
    # The name of the program, in brackets, may hold anything; the state follows it, the start is the 20th from there.
    fields = stat.rpartition(")")[2].split()
    return None if fields[0] in "ZX" else f"{boot.read_text().strip()} {fields[19]}"
