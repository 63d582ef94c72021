"""The dimension tables that schemas tell: forms, rows, columns, rules, finding codes, as frames.

Does not belong here: figures (facts.py).
"""

from __future__ import annotations

from typing import Any

import polars as pl

from schemas.findings import CATALOGUE
from schemas.form import forms
from schemas.rules import rule_kinds
from schemas.tables import DimColumn, DimFinding, DimForm, DimRow, DimRule, frame


def dim_form() -> pl.DataFrame:
    """One row an official form."""
    return frame(
        [
            {
                "form": form.id,
                "label_zh": form.zh,
                "label_en": form.en,
                "instrument": form.instrument,
                "first_year": form.first_year,
                "last_year": form.last_year,
                "cells": len(form.cells),
            }
            for form in forms().values()
        ],
        DimForm,
    )


def dim_row() -> pl.DataFrame:
    """One row a form row, in printed order."""
    rows: list[dict[str, Any]] = []
    for form in forms().values():
        for table in form.tables:
            clauses = {row.key: block.clause for block in table.blocks for row in block.rows}
            for order, row in enumerate(table.rows, start=1):
                clause = clauses[row.key]
                above = tuple(reversed(table.ancestors(row.key)))
                rows.append(
                    {
                        "form": form.id,
                        "table_no": table.no,
                        "row_key": row.key,
                        "row_order": order,
                        "label_zh": row.zh,
                        "label_en": row.en,
                        "parent_key": row.parent,
                        "parent_zh": " › ".join(group.zh for group in above) or None,
                        "parent_en": " › ".join(group.en for group in above) or None,
                        "clause_zh": clause.zh if clause else None,
                    }
                )
    return frame(rows, DimRow)


def dim_column() -> pl.DataFrame:
    """One row a form column, in printed order."""
    return frame(
        [
            {
                "form": form.id,
                "table_no": table.no,
                "col_key": column.key,
                "col_order": order,
                "label_zh": column.zh,
                "label_en": column.en,
                "parent_zh": next((g.zh for g in table.groups if g.key == column.group), None),
                "parent_en": next((g.en for g in table.groups if g.key == column.group), None),
                "unit": column.unit,
                "is_total": column.total,
                "is_money": column.money,
            }
            for form in forms().values()
            for table in form.tables
            for order, column in enumerate(table.columns, start=1)
        ],
        DimColumn,
    )


def dim_rule() -> pl.DataFrame:
    """One row a kind of rule."""
    return frame(
        [
            {
                "rule_id": kind.id,
                "scope": kind.scope,
                "tables": " ".join(kind.tables),
                "left_terms": " + ".join(kind.left),
                "right_terms": " + ".join(kind.right),
                "comparison": kind.comparison,
                "severity": kind.severity,
                "source": kind.source,
                "text_zh": kind.zh,
                "text_en": kind.en,
            }
            for kind in rule_kinds().values()
        ],
        DimRule,
    )


def dim_finding() -> pl.DataFrame:
    """One row a finding code."""
    return frame(
        [
            {
                "code": kind.code,
                "stage": kind.stage,
                "severity": kind.severity,
                "actor": kind.actor,
                "text_zh": kind.zh,
                "text_en": kind.en,
            }
            for kind in CATALOGUE.values()
        ],
        DimFinding,
    )
