"""Which columns a column of a table is made from, for the lineage of columns in the UI.

Belongs here: what a reader of the code would answer, as data. Keys are taken over by name from the tables a table is made
from; the rest is listed. A test holds every name to the models. Does not belong here: which asset needs which (the doors).
"""

from __future__ import annotations

from schemas.tables import TABLES, dtypes

FACTS = ("fact_proactive_disclosure", "fact_requests", "fact_review_litigation")
# What a row is about; a table that has one has it from the tables that it is made from.
_KEYS = ("source_file", "content_hash", "report_id", "agency", "report_year", "form", "row_key", "col_key")

_From = tuple[tuple[str, str], ...]
_Columns = dict[str, _From]


def _columns(table: str, *names: str) -> _From:
    return tuple((table, name) for name in names)


def _cells(*names: str) -> _From:
    return tuple((fact, name) for name in names for fact in FACTS)


# Table -> (the tables its keys come from, what its other columns are made from).
_MADE: dict[str, tuple[tuple[str, ...], _Columns]] = {
    "retired_files": (
        ("report_files",),
        {name: _columns("report_files", name) for name in ("size_bytes", "modified_at", "status")}
        | {"moved_to": _columns("report_files", "source_file")},
    ),
    "reports": (("report_files",), {}),
    "report_sections": (("reports",), {}),
    **{name: (("reports",), {}) for name in FACTS},
    "report_revisions": (
        ("reports",),
        {f"{name}_{side}": _cells(name) for name in ("status", "value", "raw") for side in ("from", "to")}
        | {"row_key": _cells("row_key"), "col_key": _cells("col_key")},
    ),
    "agency_names": (
        ("reports",),
        dict.fromkeys(("agency_id", "evidence", "confidence"), _columns("reports", "agency", "signature")),
    ),
    "dim_agency": (
        (),
        {
            "agency_id": _columns("agency_names", "agency_id"),
            "agency": _columns("agency_names", "agency"),
            "names": _columns("agency_names", "agency"),
            "reports": _columns("agency_names", "report_id"),
            "first_year": _columns("reports", "report_year"),
            "last_year": _columns("reports", "report_year"),
        }
        | dict.fromkeys(
            ("body", "region", "province", "city", "county", "township", "division_code"),
            _columns("agency_names", "agency"),
        ),
    ),
    "rule_results": (
        ("reports",),
        {
            **{name: _cells("value") for name in ("left_sum", "right_sum", "difference")},
            **{name: _cells("raw") for name in ("left_cells", "right_cells")},
            "state": _cells("value", "status"),
            "reason": _cells("reason"),
            "line": _cells("line_start"),
            "other_report_id": (("agency_names", "agency_id"), ("reports", "report_year")),
        },
    ),
    "corrections": (
        ("reports", *FACTS),
        {
            "value": _cells("value"),
            "raw": _cells("raw"),
            "cell_status": _cells("status"),
            "layout": _cells("layout"),
            "line": _cells("line_start"),
            "proposed_value": (*_cells("value"), ("rule_results", "difference")),
            "rules": _columns("rule_results", "rule_id", "place"),
        },
    ),
    "narrative_figures": (
        ("report_sections",),
        {
            **dict.fromkeys(
                ("sentence", "raw", "value", "unit", "subject"), _columns("report_sections", "text")
            ),
            "section_no": _columns("report_sections", "section_no"),
            "line": _columns("report_sections", "lines"),
            "compared_cells": _cells("raw"),
            "compared_sum": _cells("value"),
            "compared_line": _cells("line_start"),
            "state": (("report_sections", "text"), *_cells("value", "status")),
            "difference": (("report_sections", "text"), *_cells("value")),
        },
    ),
    "report_trust": (
        ("reports",),
        {
            "agency_id": _columns("agency_names", "agency_id"),
            "verdict": (
                ("rule_results", "state"),
                ("narrative_figures", "state"),
                *_cells("status"),
            ),
            **{
                f"rules_{how}": _columns("rule_results", "state")
                for how in ("passed", "failed", "not_assessable")
            },
            "known": _cells("status"),
            "proved": (("rule_results", "state"), *_cells("value")),
            **dict.fromkeys(("culprits", "candidates", "deduced"), _columns("corrections", "status")),
            **dict.fromkeys(("story_agrees", "story_contradicts"), _columns("narrative_figures", "state")),
        },
    ),
    "findings": (
        ("report_files", "reports", *FACTS),
        {"line": (("corrections", "line"), ("rule_results", "line"), ("narrative_figures", "line"))},
    ),
}


def lineage(name: str) -> _Columns:
    """Column -> the (table, column) pairs that it is made from; empty for a table that is made of no other."""
    parents, listed = _MADE.get(name, ((), {}))
    own = dtypes(TABLES[name].model)
    keys = {
        key: tuple((parent, key) for parent in parents if key in dtypes(TABLES[parent].model))
        for key in _KEYS
        if key in own
    }
    return {column: of for column, of in {**keys, **listed}.items() if of}
