"""What `gouji report` does: the quality page of the published warehouse, to a file or to standard output.

Does not belong here: the command line's options (cli.py), what is on the page (assets/warehouse/quality).
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

from assets.warehouse.disk import write_whole
from assets.warehouse.publish import LINK, QUALITY_PAGE, published
from assets.warehouse.quality.page import page
from pipelines.show import command

# So many characters of the page say which build it is of.
_HEAD = 1000


class ReportError(Exception):
    """The page cannot be written; the message says why and what to do."""


def unwritten(warehouse: Path) -> str | None:
    """What to say where the page beside a warehouse is not of its published build; None where it is."""
    build = published(warehouse)
    try:
        with (warehouse / QUALITY_PAGE).open(encoding="utf-8") as file:
            is_of_build = build is None or f'content="{build.name}"' in file.read(_HEAD)
    except (OSError, ValueError):
        is_of_build = False
    if is_of_build:
        return None
    return f"{QUALITY_PAGE} is not of this warehouse; write it with: {command('report', '--warehouse', warehouse)}"


def write_report(warehouse: Path, out: Path | None, language: str) -> Path | None:
    """Write the page of the warehouse in a folder, beside it where `out` is None; where it is. None for standard output, `-`."""
    link = warehouse / LINK
    run = command("run", "SOURCE", "--warehouse", warehouse)
    if not link.exists():
        raise ReportError(f"there is no warehouse at {link}; make it with: {run}")
    try:
        html = page(link, language)
    except duckdb.Error as error:
        first = str(error).splitlines()[0]
        raise ReportError(
            f"{link} cannot be read as this version of gouji builds it ({first}); build it anew with: {run}"
        ) from error
    if out == Path("-"):
        sys.stdout.buffer.write(html.encode())
        return None
    target = out or warehouse / QUALITY_PAGE
    try:
        write_whole(target, html)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReportError(f"{target} cannot be written ({reason}); name another file with --out") from error
    return target
