"""The findings of the prose: sentences that contradict a table, and sums that a sentence states wrongly.

Belongs here: the places that are quoted. Does not belong here: comparing (narrative.py), wording (schemas/findings.toml).
"""

from __future__ import annotations

import polars as pl

from schemas.findings import finding
from schemas.form import Label
from schemas.narrative import STATED_SUM
from schemas.tables import Findings, frame

# A sentence is quoted around the figure, at most so many letters of it on each side.
_QUOTED = 40


def story_findings(narrative_figures: pl.DataFrame) -> pl.DataFrame:
    """One finding (schemas.tables.Findings) for each figure that contradicts."""
    found = []
    for row in narrative_figures.filter(pl.col("state") == "contradicts").iter_rows(named=True):
        own_sum = row["subject"] == STATED_SUM
        cell = (row["compared_cells"] or "").split(" ")[0].lstrip("-").partition("=")[0].split("/")
        line = row["compared_line"]
        where = Label("", f"（第 {line} 行）", f" (line {line})") if line else Label("", "", "")
        found.append(
            finding(
                "story-sum-broken" if own_sum else "story-contradicts",
                source_file=row["source_file"],
                report_id=row["report_id"],
                table_no=None if own_sum else cell[0],
                row_key=None if own_sum else cell[1],
                col_key=None if own_sum else cell[2],
                line=row["line"],
                sentence=_quoted(row["sentence"], row["raw"]),
                raw=row["raw"],
                subject=Label(row["subject"], row["subject_zh"], row["subject_en"]),
                cells=row["compared_cells"],
                sum=f"{row['compared_sum']:.10g}",
                where=where,
            )
        )
    return frame(found, Findings)


def _quoted(sentence: str, raw: str) -> str:
    at = max(sentence.find(raw), 0)
    start, end = max(at - _QUOTED, 0), at + len(raw) + _QUOTED
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"
