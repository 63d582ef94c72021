"""`gouji run`: the whole of it, from a source folder to a published warehouse and a summary."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import click

from pipelines.commands.common import DEFAULT_WAREHOUSE, Refusal, complete_folder, home, warehouse_option

# What a shell makes of a command that Ctrl-C ended.
_BY_SIGINT = 128 + signal.SIGINT


@click.command()
@click.argument("source", shell_complete=complete_folder)
@warehouse_option
@click.option("--full", "redo", flag_value="all", help="Read and check everything anew; history is kept.")
@click.option(
    "--recheck", "redo", flag_value="checks", help="Check all reports anew, also where no file changed."
)
@click.option(
    "--no-wait", is_flag=True, help="Where another run builds there, say who, and do not wait for it."
)
@click.option(
    "--processes",
    type=click.IntRange(0),
    default=0,
    help="Processes that read and check.  [default: as many as there are processors]",
)
@click.option(
    "--scheduler",
    envvar="GOUJI_DASK",
    default="",
    metavar="ADDRESS",
    help="Have a Dask cluster read and check: tcp://host:8786.  [env var: GOUJI_DASK]",
)
def run(  # noqa: PLR0913 - a parameter for each option
    source: str, warehouse: Path, redo: str | None, no_wait: bool, processes: int, scheduler: str
) -> None:
    """Read what changed under SOURCE, check it, publish.

    SOURCE is a folder, or the URL of shared storage: s3://bucket/prefix.

    \b
    Examples:
      gouji run data/samples
      gouji run ~/reports --warehouse ~/disclosure
      gouji run ~/reports --warehouse ~/disclosure --recheck
    """
    from assets.building import Redo
    from assets.warehouse.publish import LINK, WarehouseError, being_built, prepare

    warehouse = warehouse.absolute()
    place = _source(source, {"warehouse folder": warehouse, "folder DAGSTER_HOME": home()})
    try:
        prepare(warehouse)
    except WarehouseError as error:
        raise Refusal(str(error)) from error
    if other := being_built(warehouse):
        if no_wait:
            raise Refusal(str(other))
        click.echo(f"Waiting: {warehouse} is being built by {other.holder}", err=True)

    from pipelines.local import run_nightly
    from pipelines.reporting import unwritten
    from pipelines.show import command, summary

    failure = run_nightly(
        place, warehouse, redo=Redo(redo or "changed"), processes=processes, scheduler=scheduler
    )
    if failure is not None:
        how = "was" if failure.is_interrupted else "failed and published nothing:"
        click.echo(f"The run {how} {failure.message}", err=True)
        click.echo(f"Its events: {command('ui')}, run {failure.run_id}", err=True)
        sys.exit(_BY_SIGINT if failure.is_interrupted else 1)
    elsewhere = Path(os.environ.get("GOUJI_WAREHOUSE") or DEFAULT_WAREHOUSE).absolute()
    summary(warehouse / LINK, is_default=warehouse == DEFAULT_WAREHOUSE == elsewhere)
    if missing := unwritten(warehouse):
        click.echo(missing, err=True)


def _source(named: str, ours: dict[str, Path]) -> Path | str:
    """The folder or URL to read, if it can be read and none of our own folders lies in it."""
    from assets.crawl.entries import SourceError
    from assets.crawl.walk import is_url, source_at

    if is_url(named) and not named.startswith("file://"):
        try:
            source_at(named)
        except SourceError as error:
            raise Refusal(str(error)) from error
        return named
    source = Path(named.removeprefix("file://")).absolute()
    if not source.exists():
        raise Refusal(
            f"the source folder {source} does not exist; give the folder that holds the report texts"
        )
    if not source.is_dir():
        raise Refusal(f"{source} is a file; give the folder that holds it")
    if not os.access(source, os.R_OK | os.X_OK):
        raise Refusal(f"the source folder {source} cannot be read; check its permissions")
    for name, folder in ours.items():
        if folder.resolve().is_relative_to(source.resolve()):
            raise Refusal(
                f"the {name} {folder} lies in the source folder and would be read as reports; move one"
            )
    return source
