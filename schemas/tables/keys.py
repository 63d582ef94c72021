"""How the tables hang together: what identifies a row, and which columns point to rows of other tables.

Does not belong here: what the columns mean (their models). The DuckDB file has no keys (see assets/warehouse/build.py).
"""

from __future__ import annotations

from typing import NamedTuple

from schemas.tables.columns import TableModel


class ForeignKey(NamedTuple):
    """Columns that hold the key of a row of another table, or are null."""

    columns: tuple[str, ...]
    table: str
    referred: tuple[str, ...]


def _one(column: str, table: str, referred: str | None = None) -> ForeignKey:
    return ForeignKey((column,), table, (referred or column,))


_REPORT = _one("report_id", "reports")

# Only what holds in every row. report_revisions and retired_files speak of what is no longer there, and have none.
FOREIGN_KEYS: dict[str, tuple[ForeignKey, ...]] = {
    "reports": (_one("source_file", "report_files"), _one("form", "dim_form")),
    "report_sections": (_REPORT,),
    "fact_proactive_disclosure": (_REPORT, _one("form", "dim_form")),
    "fact_requests": (_REPORT, _one("form", "dim_form")),
    "fact_review_litigation": (_REPORT, _one("form", "dim_form")),
    "rule_results": (_REPORT, _one("rule_id", "dim_rule")),
    "report_trust": (_REPORT, _one("agency_id", "dim_agency")),
    "corrections": (_REPORT,),
    "narrative_figures": (_REPORT,),
    "findings": (_REPORT, _one("code", "dim_finding")),
    "agency_names": (_REPORT, _one("agency_id", "dim_agency")),
    "dim_row": (_one("form", "dim_form"),),
    "dim_column": (_one("form", "dim_form"),),
}


def primary_key(model: type[TableModel]) -> tuple[str, ...]:
    """The columns that identify a row; empty where none are promised to."""
    schema = model.to_schema()
    if schema.unique:
        return tuple(schema.unique)
    return tuple(name for name, column in schema.columns.items() if column.unique)[:1]
