"""How results look on a terminal: query results in three formats, and the summary after a run.

Does not belong here: running jobs or deciding exit codes (cli.py).
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console
from rich.markup import escape
from rich.table import Table

# Narrower than this a column of a table is hard to read, and rows are shown one field a line instead.
_READABLE = 12


def connect(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """The published warehouse, read-only; queries reach no other file."""
    return duckdb.connect(
        str(warehouse),
        read_only=True,
        config={"enable_external_access": "false", "lock_configuration": "true"},
    )


def result(columns: Sequence[str], rows: Sequence[Sequence[Any]], style: str) -> None:
    """Print a result as `table`, `csv` or `json`, complete in each."""
    if style == "json":
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        print(json.dumps(records, ensure_ascii=False, default=str, indent=2))
    elif style == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([None if value is None else _text(value) for value in row] for row in rows)
    else:
        _table(columns, rows)


def _text(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value)


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """As wide as it needs when piped; on a terminal cells fold, and too many columns become one field a line."""
    console = Console(width=None if sys.stdout.isatty() else 100_000, highlight=False)
    if sys.stdout.isatty() and len(columns) * (_READABLE + 3) > console.width:
        for number, row in enumerate(rows, start=1):
            console.rule(f"{number}")
            for name, value in zip(columns, row, strict=True):
                console.print(f"[bold]{escape(name)}[/]: {escape(_text(value))}")
    else:
        table = Table()
        for name in columns:
            table.add_column(escape(name), overflow="fold")
        for row in rows:
            table.add_row(*(escape(_text(value)) for value in row))
        console.print(table)
    console.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


_SUMMARY = (
    ("Files", "select status, count(*) from report_files group by all order by 2 desc, 1"),
    ("Cells", "select status, count(*) from cells group by all order by 2 desc, 1"),
    ("Rules", "select state, count(*) from rule_results group by all order by 2 desc, 1"),
    ("Findings", "select severity || ' ' || code, count(*) from findings group by all order by 2 desc, 1"),
)
_NEXT_FAILED = "select source_file, line, message_zh from findings where code = 'rule-broken'"
_NEXT_FOUND = "select severity, code, source_file, line, message_zh from findings"
_NEXT_CELLS = "select agency, report_year, value, source_file, line_start from cells where row_key = 'new_received' and col_key = 'total'"


def summary(warehouse: Path, default: bool) -> None:
    """What a run read, what it found, where it is, and a query worth running next."""
    console = Console(highlight=False)
    with connect(warehouse) as connection:
        reports = connection.execute("select count(*) from reports").fetchall()[0][0]
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        table.add_row("[bold]Reports[/]", f"{reports:,}", "")
        counts: dict[str, list[tuple[str, int]]] = {}
        for title, query in _SUMMARY:
            counts[title] = connection.execute(query).fetchall()
            total = sum(count for _, count in counts[title])
            parts = ", ".join(f"{escape(name)} {count:,}" for name, count in counts[title])
            table.add_row(f"[bold]{title}[/]", f"{total:,}", parts)
    console.print(table)
    console.print(f"Warehouse: {escape(str(warehouse))}", soft_wrap=True)
    if any(state == "fail" for state, _ in counts["Rules"]):
        query = _NEXT_FAILED
    else:
        query = _NEXT_FOUND if counts["Findings"] else _NEXT_CELLS
    where = "" if default else f" --warehouse {warehouse.parent}"
    console.print(f'Next: gouji sql "{escape(query)}"{escape(where)}', soft_wrap=True)
