"""What somebody should know of the figures: the rules that do not hold, and all else this stage found, in one list.

Belongs here: when a code is raised by this stage, and where it points. Does not belong here: the wording of a code
(schemas/findings.toml), or deciding whether a rule holds (rules.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from assets.check.claims import KNOWN
from schemas.findings import finding
from schemas.form import Form, Label, Row, Table, forms
from schemas.rules import Rule, RuleKind, rules_of
from schemas.tables import Findings, frame

_PLACE = ["source_file", "line", "report_id", "code", "table_no", "row_key", "col_key", "message_en"]
_CELL = ["table_no", "row_key", "col_key"]
# So many cells are named in a message; all are in rule_results.
_NAMED = 3


def collect(
    told: pl.DataFrame,
    rule_results: pl.DataFrame,
    cells: pl.DataFrame,
    reports: pl.DataFrame,
    claims: pl.DataFrame,
) -> pl.DataFrame:
    """All findings of this stage (schemas.tables.Findings), ordered by place: those `told`, and of the rules that do not hold."""
    failed = rule_results.filter(pl.col("state") == "fail").join(
        reports.select("report_id", "form"), on="report_id"
    )
    file_of = dict(reports.select("report_id", "source_file").iter_rows())
    raised = frame(
        _of_sums(failed, file_of)
        + _of_counts(failed, cells, file_of)
        + _of_texts(failed, rule_results, cells, reports, file_of)
        + _of_years(reports, claims),
        Findings,
    )
    return pl.concat([told, raised]).sort(_PLACE, nulls_last=False)


def _of_sums(failed: pl.DataFrame, file_of: Mapping[str, str]) -> list[dict[str, Any]]:
    """One finding for each broken sum, on the line of its first printed cell."""
    found = []
    rules = {(f, r.kind.id, r.place): r for f in forms() for r in rules_of(f) if r.kind.comparison == "sum"}
    for row in failed.iter_rows(named=True):
        rule = rules.get((row["form"], row["rule_id"], row["place"]))
        if rule is None:
            continue
        by_row = rule.kind.scope == "row"
        other = row["other_report_id"]
        found.append(
            finding(
                "rule-broken" if other is None else "years-disagree",
                source_file=row["source_file"],
                report_id=row["report_id"],
                table_no=rule.table_no,
                row_key=rule.place if by_row else None,
                col_key=None if by_row else rule.place,
                line=row["line"],
                place=place_label(forms()[rule.form], rule),
                rule=_as_label(rule.kind),
                other=file_of.get(other) if other else None,
                left=f"{row['left_sum']:.0f}",
                right=f"{row['right_sum']:.0f}",
                difference=f"{row['difference']:.0f}",
            )
        )
    return found


def _of_counts(failed: pl.DataFrame, cells: pl.DataFrame, file_of: Mapping[str, str]) -> list[dict[str, Any]]:
    """One finding for each figure that cannot be a count."""
    tables = failed.filter(pl.col("rule_id") == "whole_number").select("report_id", "table_no", "left_cells")
    if tables.is_empty():
        return []
    form_of = dict(failed.select("report_id", "form").iter_rows())
    named = tables.with_columns(
        cell=pl.col("left_cells").str.split(" ").list.eval(pl.element().str.split("=").list.first())
    ).explode("cell")
    wrong = cells.with_columns(cell=pl.concat_str("row_key", pl.lit("/"), "col_key")).join(
        named, on=["report_id", "table_no", "cell"], how="semi"
    )
    return [
        finding(
            "not-a-count",
            source_file=file_of[row["report_id"]],
            report_id=row["report_id"],
            line=row["line_start"],
            raw=row["raw"],
            **{key: row[key] for key in _CELL},
            **_labels(forms()[form_of[row["report_id"]]], row["table_no"], row["row_key"], row["col_key"]),
        )
        for row in wrong.iter_rows(named=True)
    ]


def _of_texts(
    failed: pl.DataFrame,
    rule_results: pl.DataFrame,
    cells: pl.DataFrame,
    reports: pl.DataFrame,
    file_of: Mapping[str, str],
) -> list[dict[str, Any]]:
    """One finding for each report that says something else, or tells more or less, than the preferred one."""
    pairs = (
        rule_results.filter(pl.col("rule_id") == "same_figures")
        .select("report_id", "other_report_id")
        .unique(maintain_order=True)
    )
    if pairs.is_empty():
        return []
    known = cells.filter(pl.col("status").is_in(KNOWN)).select("report_id", *_CELL)
    theirs = known.rename({"report_id": "other_report_id"}).join(pairs, on="other_report_id")
    mine = known.join(pairs, on="report_id")
    on = ["report_id", *_CELL]
    lone = pl.concat(
        [
            mine.join(theirs, on=on, how="anti").select("report_id"),
            theirs.join(mine, on=on, how="anti").select("report_id"),
        ]
    )
    one_sided = dict(lone.group_by("report_id").len().iter_rows())
    differ: dict[str, list[str]] = {}
    for report_id, no, mine_, their in (
        failed.filter(pl.col("rule_id") == "same_figures")
        .select("report_id", "table_no", "left_cells", "right_cells")
        .iter_rows()
    ):
        told = zip(mine_.split(" "), their.split(" "), strict=False)
        differ.setdefault(report_id, []).extend(
            f"{no}.{cell} | {other.rpartition('=')[2]}" for cell, other in told
        )
    whose = reports.join(pairs, on="report_id").sort("source_file", "report_id")
    found = []
    for row in whose.iter_rows(named=True):
        report_id = row["report_id"]
        apart = differ.get(report_id, [])
        if not apart and not one_sided.get(report_id):
            continue
        which = "; ".join(apart[:_NAMED]) + (" …" if len(apart) > _NAMED else "") or "-"
        found.append(
            finding(
                "report-twice",
                source_file=row["source_file"],
                report_id=report_id,
                line=row["title_line"] or row["line_start"],
                agency=row["agency"],
                report_year=row["report_year"],
                other=file_of[row["other_report_id"]],
                differ=len(apart),
                which=which,
                one_sided=one_sided.get(report_id, 0),
            )
        )
    return found


def _of_years(reports: pl.DataFrame, claims: pl.DataFrame) -> list[dict[str, Any]]:
    """One finding for each gap in the years of an agency, on the report that follows the gap."""
    preferred = (
        claims.filter(pl.col("report_id") == pl.col("preferred_id"))
        .sort("agency_id", "report_year")
        .with_columns(before=pl.col("report_year").shift(1).over("agency_id"))
        .filter(pl.col("report_year") - pl.col("before") > 1)
        .join(reports.drop("report_year"), on="report_id")
    )
    return [
        finding(
            "year-missing",
            source_file=row["source_file"],
            report_id=row["report_id"],
            line=row["title_line"] or row["line_start"],
            agency=row["agency"],
            before=row["before"],
            after=row["report_year"],
            missing="、".join(str(year) for year in range(row["before"] + 1, row["report_year"])),
        )
        for row in preferred.iter_rows(named=True)
    ]


def place_label(form: Form, rule: Rule) -> Label:
    """The row or column a rule is stated for, with the groups above it: 3.其他 alone would not say which."""
    table: Table = form.table(rule.table_no)
    if rule.kind.scope == "row":
        row = next(r for r in table.rows if r.key == rule.place)
        path: tuple[Label, ...] = (*reversed(table.ancestors(row.key)), row)
    else:
        column = next(c for c in table.columns if c.key == rule.place)
        path = (*(g for g in table.groups if g.key == column.group), column)
    return Label(rule.place, " › ".join(p.zh for p in path), " › ".join(p.en for p in path))


def _labels(form: Form, table_no: str, row_key: str, col_key: str) -> dict[str, Any]:
    table = form.table(table_no)
    row: Row = next(r for r in table.rows if r.key == row_key)
    return {"row": row, "column": next(c for c in table.columns if c.key == col_key)}


def _as_label(kind: RuleKind) -> Label:
    return Label(kind.id, kind.zh, kind.en)
