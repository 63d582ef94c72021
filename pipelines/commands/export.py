"""`gouji export`: everything in a folder, for those who take it away."""

from __future__ import annotations

from pathlib import Path

import click

from pipelines.commands.common import Refusal, warehouse_option


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@warehouse_option
@click.option(
    "--only",
    "formats",
    metavar="duckdb,parquet,csv,xlsx",
    help="Write only these; csv comes with its datapackage.json.  [default: all]",
)
@click.option(
    "--agency", "agencies", multiple=True, metavar="TEXT", help="On a sheet: whose name holds TEXT."
)
@click.option("--year", "years", multiple=True, type=int, help="On a sheet: of this report year.")
@click.option("--report", "reports", multiple=True, metavar="ID", help="On a sheet: this report_id.")
@click.option(
    "--sheets",
    type=click.IntRange(0),
    default=200,
    show_default=True,
    help="Reports on a sheet at most; those with the most broken rules come first.",
)
def export(  # noqa: PLR0913 - a parameter for each option
    folder: Path,
    warehouse: Path,
    formats: str | None,
    agencies: tuple[str, ...],
    years: tuple[int, ...],
    reports: tuple[str, ...],
    sheets: int,
) -> None:
    """Write everything to DIR: DuckDB, Parquet, CSV, Excel.

    DIR is new, empty, or an earlier export. It is whole or absent. CSV comes with a data package. Excel: reports-YEAR.xlsx has all reports, a row each
    (several files beyond 20,000), and forms.xlsx a sheet for each report as on the official form (100 a file);
    --agency, --year and --report choose which reports get a sheet, and may be repeated. Everything else is always whole.

    \b
    Examples:
      gouji export ~/disclosure-2026
      gouji export ~/tables --only parquet
      gouji export ~/education --only xlsx --agency 教育局 --year 2023
    """
    from assets.warehouse.exports.folder import ExportError
    from pipelines.exporting import FORMATS, Selection, told
    from pipelines.exporting import export as write

    chosen = [part.strip() for part in formats.split(",")] if formats else list(FORMATS)
    if unknown := [part for part in chosen if part not in FORMATS]:
        raise Refusal(f"--only takes {', '.join(FORMATS)}, with commas between; not {unknown[0]!r}")
    try:
        done = write(
            folder,
            warehouse.absolute(),
            chosen,
            Selection(agencies, years, reports, sheets),
            say=lambda what: click.echo(f"Writing {what}", err=True),
        )
    except ExportError as error:
        raise Refusal(str(error)) from error
    for line in told(done, folder):
        click.echo(line)
