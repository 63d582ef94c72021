"""The views of the warehouse, derived from the forms and the fact tables: `cells`, and a wide view for each table.

Belongs here: the SQL of a view and the meaning of its columns. Does not belong here: writing any of it (build.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from assets.warehouse.facts import FACTS
from schemas.form import Column, Row, Table, forms
from schemas.tables import TABLES, Cells, FactBase, meaning

# The columns of `cells` that everything else is promised, in this order; layout and reason follow.
CELL_COLUMNS = (
    "source_file",
    "report_id",
    "agency",
    "report_year",
    "form",
    "table_no",
    "row_key",
    "col_key",
    "value",
    "raw",
    "unit",
    "status",
    "line_start",
    "line_end",
    "layout",
    "reason",
)
_REPORT = ("report_id", "source_file", "agency", "report_year", "form")


@dataclass(frozen=True)
class View:
    """A view: its name, its query, what one row is, and what each column means, in both languages (zh, en)."""

    name: str
    sql: str
    about: tuple[str, str]
    columns: dict[str, tuple[str, str]]


def fact_name(table_no: str) -> str:
    """The name of the fact table of a table of the forms."""
    return next(name for name, spec in TABLES.items() if spec.model is FACTS[table_no])


def views() -> tuple[View, ...]:
    """All views, `cells` first."""
    return (_cells(), *(_wide(table_no) for table_no in FACTS))


def _cells() -> View:
    def part(table_no: str) -> str:
        columns = (f"'{table_no}' AS table_no" if c == "table_no" else c for c in CELL_COLUMNS)
        return f"SELECT {', '.join(columns)} FROM {fact_name(table_no)}"  # noqa: S608 - names from schemas

    meanings = {**meaning(Cells), **meaning(FactBase)}
    return View(
        name="cells",
        sql=" UNION ALL ".join(part(table_no) for table_no in FACTS),
        about=("三张表的全部单元格，每个单元格一行", "every cell of all three tables, one row a cell"),
        columns={name: meanings[name] for name in CELL_COLUMNS},
    )


def _wide(table_no: str) -> View:
    """One row a report, one column a cell; a cell that only one of the forms has is null for the other."""
    fact = fact_name(table_no)
    places: dict[tuple[str, str], tuple[str, str]] = {}
    for form in forms().values():
        table = form.table(table_no)
        for block in table.blocks:
            for row in block.rows:
                for column in block.columns:
                    places[row.key, column.key] = _labels(table, row, column)
    figures = [
        f"max(value) FILTER (WHERE row_key = '{row}' AND col_key = '{column}') AS {row}__{column}"
        for row, column in places
    ]
    report = ", ".join(_REPORT)
    meanings = meaning(FactBase)
    zh, en = TABLES[fact].zh.split("，")[0], TABLES[fact].en.split(":")[0]
    return View(
        name=fact.replace("fact_", "wide_"),
        sql=f"SELECT {report}, {', '.join(figures)} FROM {fact} GROUP BY {report} ORDER BY source_file, report_id",  # noqa: S608
        about=(f"{zh}，每份报告一行", f"{en}: one row a report, one column a cell"),
        columns={
            **{name: meanings[name] for name in _REPORT},
            **{f"{row}__{column}": labels for (row, column), labels in places.items()},
        },
    )


def _labels(table: Table, row: Row, column: Column) -> tuple[str, str]:
    above = tuple(reversed(table.ancestors(row.key)))
    path = (*above, row)
    return (
        f"{' › '.join(p.zh for p in path)}：{column.zh}",
        f"{' › '.join(p.en for p in path)}: {column.en}",
    )
