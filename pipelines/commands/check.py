"""`gouji check`: reports before they are published."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pipelines.commands.common import Choice, Refusal


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--lang", "language", type=Choice(["zh", "en"]), default="zh", show_default=True)
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
