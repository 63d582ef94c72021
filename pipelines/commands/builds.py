"""`gouji builds`, `diff` and `rollback`: the builds that a warehouse keeps."""

from __future__ import annotations

from pathlib import Path

import click

from pipelines.commands.common import Refusal, complete_build, no_warehouse, warehouse_option


@click.command()
@warehouse_option
def builds(warehouse: Path) -> None:
    """List the builds that are kept, and which one readers see.

    \b
    Examples:
      gouji builds
      gouji builds --warehouse ~/disclosure
    """
    from assets.warehouse.publish import builds as kept
    from assets.warehouse.publish import published
    from pipelines.show import result

    now = published(warehouse)
    if now is None:
        raise no_warehouse(warehouse)
    rows = [
        ("→" if now.name == build.name else "", build.name, build.published_at, build.size_bytes)
        for build in kept(warehouse)
    ]
    result(["", "build", "published_at", "size_bytes"], rows, "table")


@click.command()
@click.argument("build", required=False, shell_complete=complete_build)
@warehouse_option
def rollback(build: str | None, warehouse: Path) -> None:
    """Show readers an earlier BUILD again.

    Without BUILD the one before the present. The next run goes on from there, and reads anew what changed since.

    \b
    Examples:
      gouji rollback
      gouji rollback build-0f3c….duckdb
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


@click.command()
@click.argument("old", required=False, shell_complete=complete_build)
@click.argument("new", required=False, shell_complete=complete_build)
@warehouse_option
@click.option(
    "--limit", type=click.IntRange(0), default=20, show_default=True, help="Rows shown of each kind."
)
def diff(old: str | None, new: str | None, warehouse: Path, limit: int) -> None:
    """Show what differs between two builds, OLD and NEW.

    By default NEW is what readers see and OLD the build before it. See `gouji builds`.

    \b
    Examples:
      gouji diff
      gouji diff --limit 0
      gouji diff build-0f3c….duckdb build-91ae….duckdb
    """
    import duckdb

    from assets.warehouse.publish import builds as kept
    from assets.warehouse.publish import published
    from pipelines.diff import differences
    from pipelines.show import difference

    names = [build.name for build in kept(warehouse)]
    if not names:
        raise no_warehouse(warehouse)
    now = published(warehouse)
    seen = names.index(now.name) if now and now.name in names else len(names)

    def named(wanted: str | None, position: int) -> Path:
        found = [n for n in names if wanted in (n, n.removeprefix("build-").removesuffix(".duckdb"))]
        if wanted is None and 0 <= position < len(names):
            found = [names[position]]
        if not found:
            if wanted is None:
                raise Refusal(f"{warehouse} keeps no build before this one; the next gouji run makes another")
            raise Refusal(f"{warehouse} keeps no build {wanted}; its builds: {', '.join(names)}")
        return warehouse / found[0]

    older, newer = named(old, seen - 1), named(new, seen)
    click.echo(f"from {older.name} to {newer.name}", err=True)
    try:
        for found in differences(older, newer, limit):
            difference(found)
    except duckdb.Error as error:
        raise Refusal(f"the builds cannot be compared: {error}") from error
