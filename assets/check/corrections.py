"""All reports' corrections as one frame: culprits, candidates and deduced values, beside what was printed.

Belongs here: which reports are looked at, and the evidence of reading that stands with each correction. Does not belong here:
the search (localize.py, deduce.py), and the rules (schemas/rules.toml).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import polars as pl

from assets.check.deduce import deduce
from assets.check.localize import localize
from assets.check.systems import System, systems_of
from schemas.corrections import KINDS
from schemas.form import forms
from schemas.tables import Corrections, dtypes

_KEY = ["table_no", "row_key", "col_key"]
_IN_SYSTEM = {"form": pl.String, **dict.fromkeys(_KEY, pl.String), "system": pl.Int32, "position": pl.Int32}
_ZEROS_A_GAP = 10  # a report with so many zeros printed for each gap writes its zeros as 0

# Layouts without separators between cells: the column of a figure was inferred from positions or counts.
WEAK_LAYOUTS = ("running", "cell_per_line", "aligned")

_MADE = {
    "report_id": pl.String,
    **dict.fromkeys(_KEY, pl.String),
    "proposed_value": pl.Float64,
    "kind": pl.String,
    "status": pl.String,
    "hypothesis": pl.Int64,
    "cells_changed": pl.Int64,
    "alternatives": pl.Int64,
    "rules": pl.String,
}


def corrections(cells: pl.DataFrame, rule_results: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Every correction (schemas.tables.Corrections), in the order of reports, then of hypotheses.

    Only reports with a broken sum reach the search, only systems without one the deduction.
    """
    made = [
        row
        for report in _looked_at(cells, rule_results, reports).iter_rows(named=True)
        for row in _of_report(report)
    ]
    order = reports.select("report_id", "source_file", report_order=pl.int_range(pl.len()))
    corrected = pl.Series(list({row[0] for row in made}), dtype=pl.String)
    return (
        pl.DataFrame(made, schema=_MADE, orient="row")
        .with_row_index("made_order")
        .join(order, on="report_id")
        .join(
            cells.filter(pl.col("report_id").is_in(corrected.implode())).select(
                "report_id",
                *_KEY,
                "value",
                "raw",
                "layout",
                cell_status="status",
                line="line_start",
            ),
            on=["report_id", *_KEY],
        )
        .sort("report_order", "made_order")
        .with_columns(actor=_actor(), reason_zh=_reason("zh"), reason_en=_reason("en"))
        .select(list(dtypes(Corrections)))
    )


@cache
def _positions() -> pl.DataFrame:
    """The place of each cell in the systems of its form."""
    rows = [
        (form_id, *key, number, position)
        for form_id in forms()
        for number, system in enumerate(systems_of(form_id))
        for position, key in enumerate(system.cells)
    ]
    return pl.DataFrame(rows, schema=_IN_SYSTEM, orient="row")


def _looked_at(cells: pl.DataFrame, rule_results: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """The reports with a broken sum or a missing cell: a list of figures and one of statuses, by system, then position."""
    sums = {e.rule_id for form_id in forms() for s in systems_of(form_id) for e in s.equations}
    failed = rule_results.filter(
        (pl.col("state") == "fail")
        & pl.col("rule_id").is_in(sorted(sums))
        & pl.col("other_report_id").is_null()
    )
    figures, form_of = (
        cells.select("report_id", *_KEY, "value", "status"),
        reports.select("report_id", "form"),
    )
    gaps = figures.filter(pl.col("value").is_null()).join(form_of, on="report_id")
    missing = gaps.join(_positions(), on=["form", *_KEY], how="semi")
    wanted = pl.concat([failed["report_id"], missing["report_id"]]).unique()
    return (
        figures.filter(pl.col("report_id").is_in(wanted.implode()))
        .join(form_of, on="report_id")
        .join(_positions(), on=["form", *_KEY])
        .sort("report_id", "system", "position")
        .group_by("report_id", "form", maintain_order=True)
        .agg("value", "status")
    )


def _of_report(report: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """The rows (_MADE) of one report."""
    values, statuses = report["value"], report["status"]
    prints_zeros = values.count(0) >= _ZEROS_A_GAP * values.count(None)
    first, hypothesis = 0, 0
    for system in systems_of(report["form"]):
        part = slice(first, first + len(system.cells))
        first += len(system.cells)
        known = [_is_term(*pair) for pair in zip(values[part], statuses[part], strict=True)]
        answer = localize(system, values[part], known, prints_zeros=prints_zeros)
        for kind, repair in answer.repairs:
            hypothesis += 1
            status = "proposed" if answer.proposed else "candidate"
            for cell, right in repair.items():
                rules = _rules(system, cell, answer.broken)
                yield (
                    report["report_id"], *system.cells[cell], float(right), kind, status, hypothesis,
                    len(repair), len(answer.repairs), rules,
                )  # fmt: skip
        if answer.broken or None not in values[part]:
            continue
        figures = [
            None if value is None or not ok else int(value)
            for value, ok in zip(values[part], known, strict=True)
        ]
        for cell, right in deduce(system, figures).items():
            if values[part][cell] is None:
                hypothesis += 1
                rules = _rules(system, cell, [e for e, _ in system.of_cell[cell]])
                yield (
                    report["report_id"], *system.cells[cell], float(right), "value_deduced", "deduced", hypothesis,
                    1, 1, rules,
                )  # fmt: skip


def _is_term(value: float | None, status: str) -> bool:
    """Whether the cell can be a term of a sum: a count, or a blank that counts as 0."""
    if value is None:
        return status in ("blank", "not_applicable")
    return value >= 0 and value == int(value)


def _rules(system: System, cell: int, among: Sequence[int]) -> str:
    own = {e for e, _ in system.of_cell[cell]}
    return " ".join(f"{system.equations[e].rule_id}:{system.equations[e].place}" for e in among if e in own)


def _actor() -> pl.Expr:
    weak = pl.col("layout").is_in(WEAK_LAYOUTS) | pl.col("cell_status").is_in(["uncertain", "absent"])
    return pl.when(weak).then(pl.lit("gouji")).otherwise(pl.lit("filer"))


def _reason(language: str) -> pl.Expr:
    """E.g. `one digit is wrong: 7 is printed, 17 would satisfy the sums`."""
    zh = language == "zh"
    slip = pl.col("kind").replace_strict({key: getattr(label, language) for key, label in KINDS.items()})
    should = _figure("proposed_value")
    nothing = pl.lit("无可用数字" if zh else "no figure")
    printed = pl.when(pl.col("value").is_null()).then(nothing).otherwise(_figure("value"))
    tied = (
        pl.when(pl.col("status") == "candidate")
        .then(
            pl.format(
                "（{} 种可能之一，不作认定）" if zh else " (one of {} explanations; none is chosen)",
                "alternatives",
            )
        )
        .otherwise(pl.lit(""))
    )
    together = (
        pl.when(pl.col("cells_changed") > 1)
        .then(
            pl.format(
                "，连同同一假设的共 {} 个单元格" if zh else ", together with the others of its {} cells",
                "cells_changed",
            )
        )
        .otherwise(pl.lit(""))
    )
    wording = "{}：原为{}，应为 {} 方能勾稽相符{}{}" if zh else "{}: {} printed, {} satisfies the sums{}{}"
    return pl.format(wording, slip, printed, should, together, tied)


def _figure(column: str) -> pl.Expr:
    """A figure in digits; one that is larger than any count, as it is."""
    whole = pl.col(column).cast(pl.Int64, strict=False).cast(pl.String)
    return pl.coalesce(whole, pl.col(column).cast(pl.String))
