"""Reports as they go into workbooks: cells with what is to be said of each, failed sums, corrections, read a batch at a time.

Belongs here: which mark a cell gets, its colour, the words of its comment. Does not belong here: writing spreadsheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb

from assets.warehouse.views import cell_labels
from schemas.form import CellKey, Form, forms
from schemas.rules import Rule, rules_of

# Reports held in memory at a time: some 200 cells each.
BATCH = 200
# Reports whose rows are set aside at a time, on disk where they do not fit.
PART = 20_000

_PLACE = re.compile(r"([a-z_]+)/([a-z_]+)=")


@dataclass(frozen=True)
class Kind:
    """A mark: its fill (None: none), and what it says in the legend."""

    key: str
    fill: str | None
    zh: str
    en: str


# A cell gets the first that applies. Red, orange and yellow say "look here", the others "there is no figure".
KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(
            "culprit",
            "#FF9A8F",
            "可能填错：改此一处即勾稽相符",
            "probably wrong: the one smallest repair of the sums",
        ),
        Kind("candidate", "#FFC46B", "可能填错的几处之一", "one of several that may be wrong"),
        Kind(
            "unparsed",
            "#D9B8F0",
            "有文字但不能识读为数字（保留原文）",
            "text that is no figure (kept as printed)",
        ),
        Kind("uncertain", "#B9A6E8", "不能确定是哪个数字", "the text does not let one know the figure"),
        Kind("absent", "#BFBFBF", "文本中没有该行或该表", "its row or table is not in the text"),
        Kind("suspect", "#FFF2A8", "所在的勾稽关系不成立", "stands in a sum that does not hold"),
        Kind("blank", "#DCEBFA", "所印为空白", "printed blank"),
        Kind("not_applicable", "#EAF3E6", "印有“-”“/”或“无”", "prints -, / or 无"),
        Kind("reported", None, "已填报", "a figure was read"),
    )
}


@dataclass
class Report:
    """A report with what workbooks show of it. Rows are dicts in the columns of the warehouse."""

    row: dict[str, Any]
    cells: dict[CellKey, dict[str, Any]] = field(default_factory=dict)
    corrections: dict[CellKey, list[dict[str, Any]]] = field(default_factory=dict)
    failures: list[dict[str, Any]] = field(default_factory=list)
    suspects: dict[CellKey, list[str]] = field(default_factory=dict)

    @property
    def form(self) -> Form | None:
        """The form it prints; None where none is known."""
        return forms().get(self.row["form"] or "")

    def mark(self, key: CellKey) -> str:
        """The key of the mark of a cell, in KINDS."""
        told = {row["status"] for row in self.corrections.get(key, ())}
        if "proposed" in told:
            return "culprit"
        if "candidate" in told:
            return "candidate"
        status = self.status(key)
        return (
            "suspect"
            if key in self.suspects and status in ("reported", "blank", "not_applicable")
            else status
        )

    def status(self, key: CellKey) -> str:
        """The status of a cell."""
        return str(self.cells[key]["status"]) if key in self.cells else "absent"

    def place(self, key: CellKey) -> str:
        """Which cell it is, as the form calls it. The report must print a form."""
        table = forms()[self.row["form"]].table(key.table_no)
        row = next(r for r in table.rows if r.key == key.row_key)
        column = next(c for c in table.columns if c.key == key.col_key)
        return cell_labels(table, row, column)[0]

    def why(self, key: CellKey) -> str:
        """What is to be said of a cell, a line each; empty where nothing is but that it has a figure."""
        cell, mark = self.cells.get(key), self.mark(key)
        said = [
            f"应为 {row['proposed_value']:.15g}：{row['reason_zh']}\nproposed {row['proposed_value']:.15g}: {row['reason_en']}"
            for row in self.corrections.get(key, ())
        ]
        said += self.suspects.get(key, ())
        if cell is None:
            return "\n".join(said)
        if cell["reason"]:
            said.append(f"{KINDS[self.status(key)].zh} / {KINDS[self.status(key)].en}（{cell['reason']}）")
        if said and cell["raw"]:
            said.append(f"原文 / printed: {' '.join(cell['raw'].split())}")
        if said and cell["line_start"]:
            said.append(f"第 {cell['line_start']} 行 / line {cell['line_start']}")
        return "\n".join(said) if said or mark != "reported" else ""


def reports(connection: duckdb.DuckDBPyConnection, wanted: Sequence[str]) -> Iterator[Report]:
    """The reports with these ids, in this order, each with its cells and what is said of them. A batch in memory at a time."""
    for start in range(0, len(wanted), PART):
        yield from _part(connection, list(wanted[start : start + PART]))


_ASIDE = {
    "reports": """
        SELECT r.*, verdict, rules_failed, rules_not_assessable, culprits, candidates
        FROM reports AS r LEFT JOIN report_trust USING (report_id)""",
    "cells": """
        SELECT report_id, table_no, row_key, col_key, value, raw, unit, status, reason, line_start, value_yuan FROM (
            SELECT '2' AS table_no, * FROM fact_proactive_disclosure
            UNION ALL BY NAME SELECT '3' AS table_no, * FROM fact_requests
            UNION ALL BY NAME SELECT '4' AS table_no, * FROM fact_review_litigation
        )""",
    "corrections": "FROM corrections",
    "failures": "FROM rule_failures",
}


def _part(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> Iterator[Report]:
    """Set what concerns these reports aside, in their order, so that a batch is found without going through all tables."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE chosen AS SELECT unnest(?) AS report_id, unnest(range(?)) AS n",
        [ids, len(ids)],
    )
    for name, query in _ASIDE.items():
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE chosen_{name} AS "  # noqa: S608 - queries of ours
            f"SELECT n, t.* FROM ({query}) AS t JOIN chosen USING (report_id) ORDER BY n"
        )
    for first in range(0, len(ids), BATCH):

        def rows(name: str, first: int = first) -> list[dict[str, Any]]:
            cursor = connection.execute(
                f"FROM chosen_{name} WHERE n >= ? AND n < ? ORDER BY n",
                [first, first + BATCH],
            )
            names = [column for column, *_ in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        yield from _assembled(rows("reports"), rows("cells"), rows("corrections"), rows("failures"))


def _assembled(
    found: list[dict[str, Any]],
    cells: list[dict[str, Any]],
    corrections: list[dict[str, Any]],
    failures: list[dict[str, Any]],
) -> list[Report]:
    made = {row["report_id"]: Report(row) for row in found}
    for row in cells:
        made[row["report_id"]].cells[_key(row)] = row
    for row in corrections:
        made[row["report_id"]].corrections.setdefault(_key(row), []).append(row)
    for row in failures:
        report = made[row["report_id"]]
        report.failures.append(row)
        said = f"不成立 / does not hold: {row['rule_zh']}（{row['place_zh'] or row['table_no']}），差 {row['difference']:.15g}"
        for key in _cells_of(row):
            report.suspects.setdefault(key, []).append(said)
    return list(made.values())


def _key(row: dict[str, Any]) -> CellKey:
    return CellKey(row["table_no"], row["row_key"], row["col_key"])


def _cells_of(failure: dict[str, Any]) -> list[CellKey]:
    """The report's own cells in a broken equation; of a rule stated for a table, those that break it."""
    rule = _rules(failure["form"]).get((failure["rule_id"], failure["table_no"], failure["place"]))
    if rule is None:
        return []
    if rule.kind.comparison == "sum":
        return [term.cell for term in rule.terms if not term.previous]
    named = {CellKey(rule.table_no, *place) for place in _PLACE.findall(failure["left_cells"])}
    return [key for key in forms()[rule.form].cells if key in named]


def _rules(form: str) -> dict[tuple[str, str, str], Rule]:
    return {(rule.kind.id, rule.table_no, rule.place): rule for rule in rules_of(form)}
