"""What somebody should know: the statuses of files, what reading found, and the rules that do not hold, in one list.

Belongs here: when a code is raised by this stage, and where it points. Does not belong here: the wording of a code
(schemas/findings.py), or deciding whether a rule holds (rules.py).
"""

from __future__ import annotations

from typing import Any

import polars as pl

from schemas.findings import finding
from schemas.form import Form, Label, Table, forms
from schemas.rules import KINDS, Rule, rules_of
from schemas.tables import FILE_STATUSES, Findings, frame

# A file that is not text is a finding of the same name.
FILE_CODES = {status: f"file-{status.replace('_', '-')}" for status in FILE_STATUSES if status != "text"}

# The statuses of a cell of which it is known what was printed.
KNOWN = ("reported", "blank", "not_applicable")
_COUNTS = ("differ", "one_sided")

_PLACE = ["source_file", "line", "report_id", "code", "table_no", "row_key", "col_key", "message_en"]


def collect(
    report_files: pl.DataFrame,
    reading_findings: pl.DataFrame,
    rule_results: pl.DataFrame,
    cells: pl.DataFrame,
    reports: pl.DataFrame,
) -> pl.DataFrame:
    """All findings (schemas.tables.Findings), ordered by place."""
    raised = frame(
        _of_files(report_files) + _of_rules(rule_results, reports) + _of_reports(reports, cells), Findings
    )
    return pl.concat([reading_findings, raised]).sort(_PLACE, nulls_last=False)


def _of_files(report_files: pl.DataFrame) -> list[dict[str, Any]]:
    rows = report_files.filter(pl.col("status") != "text").select("source_file", "status", "detail")
    return [
        finding(FILE_CODES[status], source_file=source_file, detail=detail)
        for source_file, status, detail in rows.iter_rows()
    ]


def _of_reports(reports: pl.DataFrame, cells: pl.DataFrame) -> list[dict[str, Any]]:
    """One finding for each report that differs from the preferred one of the same agency and year."""
    claim = ["agency", "report_year"]
    several = (
        reports.drop_nulls(claim)
        .filter(pl.len().over(claim) > 1)
        .with_columns(known=pl.sum_horizontal(KNOWN))
    )
    # The order of the view preferred_reports (assets/warehouse/views.py); a test holds the two together.
    ordered = several.sort(
        "known",
        "published_on",
        "source_file",
        "report_id",
        descending=[True, True, False, False],
        nulls_last=True,
    )
    pairs = ordered.with_columns(
        other_id=pl.col("report_id").first().over(claim),
        other=pl.col("source_file").first().over(claim),
    ).filter(pl.col("report_id") != pl.col("other_id"))
    differ = _differences(pairs.select("report_id", "other_id"), cells)
    line = pl.coalesce("title_line", "line_start")
    found = pairs.join(differ, on="report_id").select(
        "source_file", "report_id", line, "other", *claim, *_COUNTS
    )
    return [
        finding("report-twice", **{"line": row.pop("title_line"), **row})
        for row in found.iter_rows(named=True)
    ]


def _differences(pairs: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """For each pair that differs: how many cells say something else, and how many only one of the two tells."""
    keys = ["table_no", "row_key", "col_key"]
    known = cells.filter(pl.col("status").is_in(KNOWN)).select("report_id", *keys, "status", "value", "unit")
    mine = known.join(pairs, on="report_id")
    theirs = known.rename({"report_id": "other_id"}).join(pairs, on="other_id")
    both = mine.join(theirs, on=["report_id", *keys], how="full", coalesce=True, suffix="_theirs")
    in_both = pl.col("status").is_not_null() & pl.col("status_theirs").is_not_null()
    reported = (pl.col("status") == "reported") & (pl.col("status_theirs") == "reported")
    same = (
        pl.col("status").eq_missing(pl.col("status_theirs"))
        & pl.col("value").eq_missing(pl.col("value_theirs"))
        & (~reported | pl.col("unit").eq_missing(pl.col("unit_theirs")))
    )
    counts = both.group_by("report_id").agg(differ=(in_both & ~same).sum(), one_sided=(~in_both).sum())
    return counts.filter((pl.col("differ") > 0) | (pl.col("one_sided") > 0))


def _of_rules(rule_results: pl.DataFrame, reports: pl.DataFrame) -> list[dict[str, Any]]:
    """One finding for each broken rule, on the line of the first printed cell of its left side, else its right."""
    failed = rule_results.filter(pl.col("state") == "fail")
    form_of = dict(reports.select("report_id", "form").iter_rows())
    rules = {(f, r.kind.id, r.place): r for f in forms() for r in rules_of(f)}
    kinds = {kind.id: Label(kind.id, kind.zh, kind.en) for kind in KINDS}
    found = []
    for row in failed.iter_rows(named=True):
        report_id = row["report_id"]
        form = forms()[form_of[report_id]]
        rule = rules[form.id, row["rule_id"], row["place"]]
        by_row = rule.place == rule.left[0].row_key
        found.append(
            finding(
                "rule-broken",
                source_file=row["source_file"],
                report_id=report_id,
                table_no=row["table_no"],
                row_key=rule.place if by_row else None,
                col_key=None if by_row else rule.place,
                line=row["line"],
                place=place_label(form, rule),
                rule=kinds[row["rule_id"]],
                left=_shown(row["left_sum"]),
                right=_shown(row["right_sum"]),
                difference=_shown(row["difference"]),
            )
        )
    return found


def place_label(form: Form, rule: Rule) -> Label:
    """The row or column a rule is applied to, with the groups above it: 3.其他 alone would not say which."""
    table: Table = form.table(rule.kind.table_no)
    row = next((r for r in table.rows if r.key == rule.place), None)
    if row is not None and rule.place == rule.left[0].row_key:
        path = (*reversed(table.ancestors(row.key)), row)
    else:
        column = next(c for c in table.columns if c.key == rule.place)
        path = (*(g for g in table.groups if g.key == column.group), column)
    return Label(rule.place, " › ".join(p.zh for p in path), " › ".join(p.en for p in path))


def _shown(figure: float) -> str:
    """A figure without the `.0` of a whole number."""
    return f"{figure:.0f}" if figure == int(figure) else f"{figure:g}"
