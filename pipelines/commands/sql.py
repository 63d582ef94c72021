"""`gouji sql`: a query on the published warehouse."""

from __future__ import annotations

from pathlib import Path

import click

from pipelines.commands.common import Choice, Refusal, no_warehouse, warehouse_option


@click.command()
@click.argument("query")
@warehouse_option
@click.option("--format", "style", type=Choice(["table", "csv", "json"]), default="table", show_default=True)
def sql(query: str, warehouse: Path, style: str) -> None:
    """Print the result of an SQL QUERY on the warehouse.

    The query sees the warehouse that was published last, and can change nothing.

    \b
    Examples:
      gouji sql "show tables"
      gouji sql "from rule_failures"
      gouji sql "describe cells"
      gouji sql "from wide_requests" --format csv > requests.csv
    """
    import duckdb

    from assets.warehouse.publish import LINK
    from pipelines.show import connect, result

    path = warehouse / LINK
    if not path.exists():
        raise no_warehouse(warehouse)
    try:
        with connect(path) as connection:
            cursor = connection.execute(query)
            columns = [name for name, *_ in cursor.description or ()]
            rows = cursor.fetchall()
    except duckdb.Error as error:
        raise Refusal(str(error)) from error
    result(columns, rows, style)
