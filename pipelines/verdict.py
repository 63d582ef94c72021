"""One text through reading and checking, without a warehouse: what `gouji check` tells of it, as data.

The same functions as those of a run, on one file. Does not belong here: how it looks (verdict_text.py, verdict_html.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assets.check.agencies import agencies
from assets.check.batch import Batch, check
from assets.check.findings import place_label
from assets.crawl.decode import decode
from assets.crawl.walk import MAX_BYTES, digest
from assets.extract.batch import as_frames, read_or_failed
from assets.extract.reading import read_text
from schemas.form import CellKey, Form, Label, forms
from schemas.rules import Rule, rules_of
from schemas.tables import CELL_STATUSES

# What is wrong with the report, as opposed to what a reader of the text should know.
_OF_FILER = (
    "culprit",
    "rule-broken",
    "not-a-count",
    "story-contradicts",
    "story-sum-broken",
    "years-disagree",
)
UNKNOWN = ("unparsed", "absent", "uncertain")


@dataclass(frozen=True)
class Term:
    """A cell of a rule: what it is, what it prints, and on which line."""

    key: CellKey
    label: Label
    raw: str | None
    line: int | None
    sign: int


@dataclass(frozen=True)
class Broken:
    """A rule that does not hold: both sides with their cells and sums."""

    rule: Label
    table: Label
    place: Label
    left: list[Term]
    right: list[Term]
    left_sum: float
    right_sum: float
    line: int | None


@dataclass
class Checked:
    """A report and what is to be said of it. Rows are dicts in the columns of schemas.tables."""

    report: dict[str, Any]
    form: Form | None
    cells: dict[CellKey, dict[str, Any]] = field(default_factory=dict)
    broken: list[Broken] = field(default_factory=list)
    corrections: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    trust: dict[str, Any] = field(default_factory=dict)

    @property
    def faults(self) -> list[dict[str, Any]]:
        """The findings that are the filer's to mend."""
        return [row for row in self.findings if row["code"] in _OF_FILER]

    @property
    def unknown(self) -> list[dict[str, Any]]:
        """The cells that are not understood, in the form's order."""
        return [row for row in self.cells.values() if row["status"] in UNKNOWN]

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to mend and nothing unknown."""
        return not (self.broken or self.faults or self.unknown) and self.form is not None


class UnreadableError(Exception):
    """The bytes are no text: (Chinese, English)."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def inspect(data: bytes, name: str) -> tuple[list[Checked], list[dict[str, Any]]]:
    """(the reports in a file, findings about the file itself). Raises UnreadableError where it is no text."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"文件超过 {MAX_BYTES} 字节", f"larger than {MAX_BYTES} bytes")
    decoded = decode(data)
    if decoded.status != "text":
        said = {"empty": ("文件为空", "the file is empty")}.get(
            decoded.status, (f"不是文本文件（{decoded.detail}）", f"not a text file ({decoded.detail})")
        )
        raise UnreadableError(*said)
    found = as_frames(read_or_failed(data, name, digest(data), read_text))
    names, _ = agencies(found.reports)
    made = check(Batch(found.reports, found.cells, found.report_sections, names))
    findings = [*found.findings.to_dicts(), *made["findings"].to_dicts()]
    by_report: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for table in ("rule_results", "corrections", "report_trust"):
        for row in made[table].to_dicts():
            by_report.setdefault(row["report_id"], {}).setdefault(table, []).append(row)
    cells_of: dict[str, dict[CellKey, dict[str, Any]]] = {}
    for row in found.cells.to_dicts():
        key = CellKey(row["table_no"], row["row_key"], row["col_key"])
        cells_of.setdefault(row["report_id"], {})[key] = row
    checked = []
    for report in found.reports.to_dicts():
        own = by_report.get(report["report_id"], {})
        form = forms()[report["form"]] if report["form"] else None
        cells = cells_of.get(report["report_id"], {})
        checked.append(
            Checked(
                report,
                form,
                cells,
                broken_rules(form, cells, own.get("rule_results", [])) if form else [],
                own.get("corrections", []),
                [row for row in findings if row["report_id"] == report["report_id"]],
                next(iter(own.get("report_trust", [])), {}),
            )
        )
    return checked, [row for row in findings if row["report_id"] is None]


def broken_rules(
    form: Form, cells: dict[CellKey, dict[str, Any]], results: list[dict[str, Any]]
) -> list[Broken]:
    """The sums that do not hold, of rows of rule_results."""
    rules = {(rule.kind.id, rule.place): rule for rule in rules_of(form.id) if rule.kind.comparison == "sum"}
    found = []
    for row in results:
        rule = rules.get((row["rule_id"], row["place"]))
        if row["state"] != "fail" or rule is None:
            continue
        table = form.table(rule.table_no)
        found.append(
            Broken(
                Label(rule.kind.id, rule.kind.zh, rule.kind.en),
                Label(table.no, table.zh, table.en),
                place_label(form, rule),
                _terms(form, rule, cells, left=True),
                _terms(form, rule, cells, left=False),
                row["left_sum"],
                row["right_sum"],
                row["line"],
            )
        )
    return found


def _terms(form: Form, rule: Rule, cells: dict[CellKey, dict[str, Any]], *, left: bool) -> list[Term]:
    found = []
    for term in rule.left if left else rule.right:
        cell = cells.get(term.cell, {})
        table = form.table(term.cell.table_no)
        rows = {row.key: row for row in table.rows}
        columns = {column.key: column for column in table.columns}
        by_row = rule.place == term.cell.row_key
        label: Label = columns[term.cell.col_key] if by_row else rows[term.cell.row_key]
        found.append(Term(term.cell, label, cell.get("raw"), cell.get("line_start"), term.sign))
    return found


def as_json(checked: list[Checked], findings: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """All of it for machines; keys are those of the warehouse."""

    def terms(of: list[Term]) -> list[dict[str, Any]]:
        return [{**t.key._asdict(), "raw": t.raw, "line": t.line, "sign": t.sign} for t in of]

    def plain(row: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in row.items() if value is not None}

    return {
        "source_file": name,
        "clean": bool(checked) and all(one.is_clean for one in checked),
        "findings": [plain(row) for row in findings],
        "reports": [
            {
                "agency": one.report["agency"],
                "report_year": one.report["report_year"],
                "form": one.report["form"],
                "clean": one.is_clean,
                "cells": {status: one.report[status] for status in CELL_STATUSES},
                "broken_rules": [
                    {
                        "rule_id": broken.rule.key,
                        "table_no": broken.table.key,
                        "place": broken.place.key,
                        "line": broken.line,
                        "left": terms(broken.left),
                        "left_sum": broken.left_sum,
                        "right": terms(broken.right),
                        "right_sum": broken.right_sum,
                        "text_zh": broken.rule.zh,
                        "text_en": broken.rule.en,
                    }
                    for broken in one.broken
                ],
                "corrections": [plain(row) for row in one.corrections],
                "findings": [plain(row) for row in one.findings],
                "unknown_cells": [
                    {
                        k: row[k]
                        for k in ("table_no", "row_key", "col_key", "status", "reason", "raw", "line_start")
                    }
                    for row in one.unknown
                ],
                "verdict": one.trust.get("verdict"),
            }
            for one in checked
        ],
    }
