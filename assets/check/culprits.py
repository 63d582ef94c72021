"""One finding for each fault that the sums can name, in the place of all the sums it breaks.

Belongs here: telling of unique repairs. Does not belong here: finding them (corrections.py); broken sums without one
(findings.py).
"""

from __future__ import annotations

import polars as pl

from schemas.corrections import KINDS
from schemas.findings import finding
from schemas.form import Label, forms
from schemas.tables import Findings, frame

_HYPOTHESIS = ["report_id", "hypothesis"]


def culprit_findings(corrections: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """One finding (schemas.tables.Findings) for each proposed repair, on the first of its cells."""
    form_of = dict(reports.select("report_id", "form").iter_rows())
    proposed = corrections.filter(pl.col("status") == "proposed")
    healed = {key: rules.n_unique() for key, rules in _rules_of(proposed)}
    found = []
    for row in proposed.unique(_HYPOTHESIS, keep="first", maintain_order=True).iter_rows(named=True):
        table = forms()[form_of[row["report_id"]]].table(row["table_no"])
        more = row["cells_changed"] - 1
        several = (
            Label("", f"，连同另外 {more} 个单元格", f", with {more} more cells")
            if more
            else Label("", "", "")
        )
        found.append(
            finding(
                "culprit" if row["actor"] == "filer" else "culprit-weak",
                source_file=row["source_file"],
                report_id=row["report_id"],
                table_no=row["table_no"],
                row_key=row["row_key"],
                col_key=row["col_key"],
                line=row["line"],
                row=next(r for r in table.rows if r.key == row["row_key"]),
                column=next(c for c in table.columns if c.key == row["col_key"]),
                raw=" ".join((row["raw"] or "").split()),
                proposed=f"{row['proposed_value']:.0f}",
                slip=KINDS[row["kind"]],
                rules=healed[row["report_id"], row["hypothesis"]],
                several=several,
            )
        )
    return frame(found, Findings)


def unexplained(rule_results: pl.DataFrame, corrections: pl.DataFrame) -> pl.DataFrame:
    """The rule results without those that a proposed repair heals."""
    healed = corrections.filter(pl.col("status") == "proposed").select(
        "report_id", rule=pl.col("rules").str.split(" ")
    )
    parts = pl.col("rule").str.split_exact(":", 1)
    pairs = healed.explode("rule").select(
        "report_id", rule_id=parts.struct.field("field_0"), place=parts.struct.field("field_1")
    )
    return rule_results.join(pairs, on=["report_id", "rule_id", "place"], how="anti", maintain_order="left")


def _rules_of(proposed: pl.DataFrame) -> list[tuple[tuple[str, int], pl.Series]]:
    each = proposed.select(*_HYPOTHESIS, rule=pl.col("rules").str.split(" ")).explode("rule")
    return [((key[0], key[1]), group["rule"]) for key, group in each.group_by(_HYPOTHESIS)]
