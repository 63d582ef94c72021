"""How results look on a terminal: query results in three formats, the summary after a run,
and commands that can be copied.

Does not belong here: running jobs or deciding exit codes (commands/).
"""

from __future__ import annotations

import csv
import json
import shlex
import shutil
import sys
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assets.warehouse.publish import QUALITY_PAGE
from assets.warehouse.quality.coverage import FILES_BY_FATE
from assets.warehouse.runs import logged_runs
from pipelines.diff import Difference

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


class _Console(Console):
    """Rich would end the program with exit code 1 where nobody reads on; that is for the command line to say."""

    def on_broken_pipe(self) -> None:
        """Called while the error is handled."""
        raise  # noqa: PLE0704


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """As wide as it needs when piped; on a terminal cells fold, and too many columns become one field a line."""
    console = _Console(width=None if sys.stdout.isatty() else 100_000, highlight=False)
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


def difference(found: Difference) -> None:
    """What came, went and changed of a kind, and some of it."""
    print(f"{found.kind:9} {found.came:,} came, {found.went:,} went, {found.changed:,} changed")
    if found.rows:
        rows = [[_struct(value) if isinstance(value, dict) else value for value in row] for row in found.rows]
        _table(found.columns, rows)


def _struct(value: dict[str, Any]) -> str:
    return ", ".join(f"{name} {_text(part)}" for name, part in value.items())


def command(*arguments: object) -> str:
    """A gouji command that works as printed where this one was called, with everything quoted that needs it.

    `gouji` where that is this very program on PATH, else the path by which it was called.
    """
    called, found = Path(sys.argv[0]), shutil.which("gouji")
    own = called if called.name == "gouji" and called.exists() else Path(sys.executable).with_name("gouji")
    is_on_path = found is not None and own.exists() and Path(found).samefile(own)
    return shlex.join(["gouji" if is_on_path else str(own), *map(str, arguments)])


_CELLS = "select status, count(*) from cells group by all order by 2 desc, 1"
_RULES = "select state, count(*) from rule_results group by all order by 2 desc, 1"
_FINDINGS = """
    select severity, code, count(*) from findings group by severity, code
    order by array_position(['error', 'warn', 'info'], severity), 3 desc, 2"""
# What the run did: columns of ingest_runs, and their wording.
_WORK = {
    "files_unchanged": "files as they were",
    "files_read": "read",
    "files_new": "new",
    "files_changed": "changed",
    "files_moved": "moved or copied",
    "files_gone": "gone",
    "texts_read": "texts read into cells",
    "reports_checked": "reports checked",
}
_ALWAYS = ("files_unchanged", "files_read", "texts_read", "reports_checked")
_KNOWN = ("reported", "blank", "not_applicable")
# Without quotes, so that they are easily read and changed where they are printed in quotes.
_NEXT_FAILED = (
    "select agency, report_year, rule_id, place_zh, difference, source_file, line from rule_failures"
)
_NEXT_FOUND = "select severity, code, source_file, line, message_zh from findings"
_NEXT_CELLS = "select agency, report_year, new_received__total, source_file from wide_requests"


def summary(warehouse: Path, *, is_default: bool) -> None:
    """What a run read, what it found, where it is, and a query worth running next."""
    with connect(warehouse) as connection:

        def ask(query: str) -> list[Any]:
            return connection.execute(query).fetchall()

        [(reports,)] = ask("select count(*) from reports")
        files, cells, rules = ask(FILES_BY_FATE), ask(_CELLS), ask(_RULES)
        findings = ask(_FINDINGS)
        runs = connection.sql("from ingest_runs").pl()
    [run] = (
        pl.concat([runs, logged_runs(warehouse.parent).cast(dict(runs.schema))])
        .sort("started_at")
        .tail(1)
        .to_dicts()
    )
    told = [f"{run[column]:,} {what}" for column, what in _WORK.items() if run[column] or column in _ALWAYS]
    _line("Work", None, told)
    _line("Reports", reports, [])
    _line("Files", _total(files), [f"{count:,} {fate}" for fate, count in files])
    _line("Cells", _total(cells), [f"{status} {count:,}" for status, count in cells])
    known = sum(count for status, count in cells if status in _KNOWN)
    if cells:
        # Cut off, not rounded: 100 % is said of all only.
        percent = known * 1000 // _total(cells) / 10
        _line("", None, [f"{known:,} of {_total(cells):,} could be read ({percent:g} %)"])
    _line("Rules", _total(rules), [f"{state} {count:,}" for state, count in rules])
    name, total = "Findings", sum(count for *_, count in findings)
    for severity, codes in groupby(findings, key=itemgetter(0)):
        first, *rest = [f"{code} {count:,}" for _, code, count in codes]
        _line(name, total, [f"{severity:5} {first}", *rest], indent=6)
        name, total = "", None
    if not findings:
        _line(name, 0, [])
    print(f"Warehouse: {warehouse}")
    if (page := warehouse.with_name(QUALITY_PAGE)).exists():
        print(f"Page:      {page}")
    if any(state == "fail" for state, _ in rules):
        query = _NEXT_FAILED
    else:
        query = _NEXT_FOUND if findings else _NEXT_CELLS
    where = () if is_default else ("--warehouse", warehouse.parent)
    print(f"Next: {command('sql', query, *where)}")


def _total(counted: Sequence[tuple[str, int]]) -> int:
    return sum(count for _, count in counted)


def _line(name: str, total: int | None, parts: Sequence[str], indent: int = 0) -> None:
    """A line of the summary; too many parts for the terminal go on under the first, and none is broken."""
    start = f"{name:10}{'' if total is None else f'{total:,}':8} "
    width = shutil.get_terminal_size().columns
    line = start
    for number, part in enumerate(parts):
        if number and len(line) + len(part) + 2 > width:
            print(f"{line},")
            line = " " * (len(start) + indent) + part
        else:
            line += f", {part}" if number else part
    print(line.rstrip())
