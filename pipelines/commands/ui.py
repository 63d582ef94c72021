"""`gouji ui`: becomes a Dagster that serves the UI, the schedule and the sensors of this project."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from pipelines.commands.common import PROJECT, home


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=3000, show_default=True)
def ui(port: int) -> None:
    """Open the Dagster UI: lineage, runs, checks, schedule.

    Reads GOUJI_SOURCE (data/samples) and publishes to GOUJI_WAREHOUSE (data/warehouse), also by itself, while it is
    open: every night, and within a minute of a change of the source. GOUJI_AUTOMATION=off leaves that to you.

    \b
    Examples:
      gouji ui
      GOUJI_SOURCE=~/reports GOUJI_WAREHOUSE=~/disclosure gouji ui --port 3001
    """
    home()
    import dagster as dg

    from pipelines.automation import VARIABLE
    from pipelines.owner import end_dead_runs

    # The queue that is about to be worked on must not wait for what was killed.
    with dg.DagsterInstance.get() as instance:
        end_dead_runs(instance)
    for name in ("GOUJI_SOURCE", "GOUJI_WAREHOUSE"):
        if (value := os.environ.get(name)) and "://" not in value:
            os.environ[name] = str(Path(value).expanduser().absolute())
    os.environ.setdefault(VARIABLE, "on")
    dagster = Path(sys.executable).with_name("dagster")
    workspace = PROJECT / "workspace.yaml"
    click.echo(f"Dagster is starting on http://127.0.0.1:{port} (Ctrl+C stops it)")
    sys.stdout.flush()
    os.chdir(PROJECT)
    os.execv(dagster, [str(dagster), "dev", "-w", str(workspace), "-h", "127.0.0.1", "-p", str(port)])  # noqa: S606
