"""The page that `gouji check --html` writes: the report's tables as on the form, the cells in question marked.

One file, nothing loaded from elsewhere; everything that comes from the report is escaped. Does not belong here: what
there is to say (verdict.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assets.html_page import environment
from pipelines.verdict import UNKNOWN, Checked
from pipelines.verdict_text import lines
from schemas.form import Block, CellKey, Table


def page(checked: list[Checked], name: str, language: str) -> str:
    """The whole page as HTML."""
    reports = [{"lines": list(lines(one, language)), "tables": _tables(one, language)} for one in checked]
    return (
        environment(Path(__file__).parent)
        .get_template("verdict.html.j2")
        .render(name=name, language=language, reports=reports)
    )


def _tables(one: Checked, language: str) -> list[dict[str, Any]]:
    if one.form is None:
        return []
    return [
        {
            "title": getattr(table, language),
            "blocks": [_block(one, table, block, language) for block in table.blocks],
        }
        for table in one.form.tables
    ]


def _block(one: Checked, table: Table, block: Block, language: str) -> dict[str, Any]:
    rows = []
    for row in block.rows:
        above = [getattr(group, language) for group in reversed(table.ancestors(row.key))]
        cells = [_cell(one, CellKey(table.no, row.key, column.key), language) for column in block.columns]
        rows.append({"above": above, "label": getattr(row, language), "cells": cells})
    return {
        "clause": getattr(block.clause, language) if block.clause else "",
        "columns": [getattr(column, language) for column in block.columns],
        "rows": rows,
    }


def _cell(one: Checked, key: CellKey, language: str) -> dict[str, str]:
    """What stands in a cell, how it is marked, and why."""
    cell = one.cells[key]
    told = [row for row in one.corrections if (row["table_no"], row["row_key"], row["col_key"]) == key]
    in_broken = [b for b in one.broken if any(term.key == key for term in (*b.left, *b.right))]
    kind, why = "", ""
    if cell["status"] in UNKNOWN:
        kind, why = "unknown", cell["reason"]
    elif any(row["status"] == "proposed" for row in told):
        kind = "culprit"
    elif any(row["status"] == "candidate" for row in told):
        kind = "candidate"
    elif in_broken:
        kind, why = "suspect", "; ".join(dict.fromkeys(str(getattr(b.rule, language)) for b in in_broken))
    if kind in ("culprit", "candidate"):
        why = "; ".join(f"→ {row['proposed_value']:.10g}: {row[f'reason_{language}']}" for row in told)
    line = f"{cell['line_start']}" if cell["line_start"] else ""
    return {"raw": " ".join((cell["raw"] or "").split()), "kind": kind, "why": why or "", "line": line}
