"""`gouji report`: the page on quality and findings."""

from __future__ import annotations

from pathlib import Path

import click

from pipelines.commands.common import Choice, Refusal, warehouse_option


@click.command()
@warehouse_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    help="File to write, - is standard output.  [default: quality.html beside the warehouse]",
)
@click.option("--lang", "language", type=Choice(["zh", "en"]), default="zh", show_default=True)
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
