"""The command `gouji`: run, check, sql, report, builds, diff, rollback, ui.

Exit codes: 0 the work was done, also where reports have findings; 1 the run failed by a fault of gouji's own; 2 the
request cannot be met, and the message says what to do. Heavy imports stand inside the commands that need them, so
that `gouji --help` answers at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

_PROJECT = Path(__file__).resolve().parent.parent
_DEFAULT_WAREHOUSE = _PROJECT / "data" / "warehouse"


class Refusal(click.ClickException):
    """A request that cannot be met."""

    exit_code = 2


def _warehouse_option(command: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--warehouse",
        "warehouse",
        type=click.Path(path_type=Path),
        envvar="GOUJI_WAREHOUSE",
        default=_DEFAULT_WAREHOUSE,
        help="Folder of warehouse.duckdb.  [env var: GOUJI_WAREHOUSE; default: data/warehouse]",
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="gouji")
def main() -> None:
    """勾稽: from texts of government information disclosure reports to a DuckDB warehouse."""


@main.command()
@click.argument("source")
@_warehouse_option
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
    """
    from assets.building import Redo
    from assets.warehouse.publish import LINK, WarehouseError, being_built, prepare

    warehouse = warehouse.absolute()
    place = _source(source, {"warehouse folder": warehouse, "folder DAGSTER_HOME": _home()})
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
        click.echo(f"The run failed and published nothing: {failure.message}", err=True)
        click.echo(f"Its events: {command('ui')}, run {failure.run_id}", err=True)
        sys.exit(1)
    elsewhere = Path(os.environ.get("GOUJI_WAREHOUSE") or _DEFAULT_WAREHOUSE).absolute()
    summary(warehouse / LINK, is_default=warehouse == _DEFAULT_WAREHOUSE == elsewhere)
    if missing := unwritten(warehouse):
        click.echo(missing, err=True)


@main.command()
@click.argument("query")
@_warehouse_option
@click.option(
    "--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
def sql(query: str, warehouse: Path, style: str) -> None:
    """Print the result of an SQL QUERY on the warehouse.

    The query sees the warehouse that was published last, and can change nothing.
    """
    import duckdb

    from assets.warehouse.publish import LINK
    from pipelines.show import command, connect, result

    path = warehouse / LINK
    if not path.exists():
        raise Refusal(
            f"there is no warehouse at {path}; make it with: "
            + command("run", "SOURCE", "--warehouse", warehouse)
        )
    try:
        with connect(path) as connection:
            cursor = connection.execute(query)
            columns = [name for name, *_ in cursor.description or ()]
            rows = cursor.fetchall()
    except duckdb.Error as error:
        raise Refusal(str(error)) from error
    result(columns, rows, style)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a file, a line each, for machines."
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path),
    help="Write a page that shows the tables, with the cells in question marked.",
)
def check(files: tuple[str, ...], language: str, as_json: bool, page: Path | None) -> None:
    """Check reports before they are published.

    FILES are texts, - is standard input. Exit codes: 0 nothing to mend, 1 something to look at, 2 a file that cannot be read.

    \b
    Examples:
      gouji check 年报.txt
      gouji check --html check.html 年报.txt
      pdftotext -layout 年报.pdf - | gouji check -
    """
    from pipelines.checking import check_files

    if page is not None and len(files) > 1:
        raise Refusal("--html takes one file at a time")
    sys.exit(check_files(files, language, as_json=as_json, page=page))


@main.command()
@_warehouse_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    help="File to write, - is standard output.  [default: quality.html beside the warehouse]",
)
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def report(warehouse: Path, out: Path | None, language: str) -> None:
    """Write a page on quality and findings.

    What the warehouse holds, how far it can be trusted, what is to be mended: one HTML file that needs no network and
    holds both languages; --lang is what it shows first. Every run that publishes
    writes it, too.

    \b
    Examples:
      gouji report
      gouji report --out quality.html --lang en
    """
    from pipelines.reporting import ReportError, write_report

    try:
        written = write_report(warehouse, out, language)
    except ReportError as error:
        raise Refusal(str(error)) from error
    if written is not None:
        click.echo(f"{written}")


@main.command()
@_warehouse_option
def builds(warehouse: Path) -> None:
    """List the builds that are kept, and which one readers see."""
    from assets.warehouse.publish import builds as kept
    from assets.warehouse.publish import published
    from pipelines.show import result

    now = published(warehouse)
    rows = [
        ("→" if now and now.name == build.name else "", build.name, build.published_at, build.size_bytes)
        for build in kept(warehouse)
    ]
    result(["", "build", "published_at", "size_bytes"], rows, "table")


@main.command()
@click.argument("build", required=False)
@_warehouse_option
def rollback(build: str | None, warehouse: Path) -> None:
    """Show readers an earlier BUILD again.

    Without BUILD the one before the present. The next run goes on from there, and reads anew what changed since.
    """
    from assets.warehouse.publish import WarehouseError, roll_back
    from pipelines.reporting import unwritten

    try:
        shown = roll_back(warehouse, build)
    except WarehouseError as error:
        raise Refusal(str(error)) from error
    click.echo(f"Readers see {shown.name} of {shown.published_at}")
    if stale := unwritten(warehouse):
        click.echo(stale, err=True)


@main.command()
@click.argument("old", required=False)
@click.argument("new", required=False)
@_warehouse_option
@click.option(
    "--limit", type=click.IntRange(0), default=20, show_default=True, help="Rows shown of each kind."
)
def diff(old: str | None, new: str | None, warehouse: Path, limit: int) -> None:
    """Show what differs between two builds, OLD and NEW.

    By default NEW is what readers see and OLD the build before it. See `gouji builds`.
    """
    import duckdb

    from assets.warehouse.publish import builds as kept
    from assets.warehouse.publish import published
    from pipelines.diff import differences
    from pipelines.show import difference

    names = [build.name for build in kept(warehouse)]
    now = published(warehouse)
    seen = names.index(now.name) if now and now.name in names else len(names)

    def named(wanted: str | None, position: int) -> Path:
        found = [n for n in names if wanted in (n, n.removeprefix("build-").removesuffix(".duckdb"))]
        if wanted is None and 0 <= position < len(names):
            found = [names[position]]
        if not found:
            what = f"no build {wanted}" if wanted else "too few builds to compare"
            raise Refusal(f"{warehouse} keeps {what}; its builds: {', '.join(names) or 'none'}")
        return warehouse / found[0]

    older, newer = named(old, seen - 1), named(new, seen)
    click.echo(f"from {older.name} to {newer.name}", err=True)
    try:
        for found in differences(older, newer, limit):
            difference(found)
    except duckdb.Error as error:
        raise Refusal(f"the builds cannot be compared: {error}") from error


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=3000, show_default=True)
def ui(port: int) -> None:
    """Open the Dagster UI: lineage, runs, checks, schedule."""
    _home()
    import dagster as dg

    from pipelines.owner import end_dead_runs

    # The queue that is about to be worked on must not wait for what was killed.
    with dg.DagsterInstance.get() as instance:
        end_dead_runs(instance)
    for name in ("GOUJI_SOURCE", "GOUJI_WAREHOUSE"):
        if (value := os.environ.get(name)) and "://" not in value:
            os.environ[name] = str(Path(value).expanduser().absolute())
    dagster = Path(sys.executable).with_name("dagster")
    workspace = _PROJECT / "workspace.yaml"
    click.echo(f"Dagster is starting on http://127.0.0.1:{port} (Ctrl+C stops it)")
    sys.stdout.flush()
    os.chdir(_PROJECT)
    os.execv(dagster, [str(dagster), "dev", "-w", str(workspace), "-h", "127.0.0.1", "-p", str(port)])  # noqa: S606


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


def _home() -> Path:
    """Dagster's home, ready for use."""
    from pipelines.instance import prepare_home

    try:
        return prepare_home()
    except OSError as error:
        raise Refusal(f"DAGSTER_HOME cannot be written: {error}; set it to another folder") from error
