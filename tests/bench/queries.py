"""What people ask of a warehouse: the queries of docs/queries.md, about an agency of the corpus, and the wide views.

Does not belong here: timing them (measure.py).
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import duckdb

from tests.docs.readme import examples

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "queries.md"
# The agencies that the page asks about.
_AGENCY = re.compile(r"(?:平澜县人民政府|云溪县林业局)")


def queries(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Name -> query."""
    found = connection.execute(
        "SELECT agency FROM reports WHERE agency IS NOT NULL ORDER BY agency LIMIT 1"
    ).fetchall()
    agency = found[0][0] if found else "?"
    wide = [
        name
        for (name,) in connection.execute(
            "SELECT view_name FROM duckdb_views() WHERE view_name LIKE 'wide_%' ORDER BY view_name"
        ).fetchall()
    ]
    return {
        **{f"docs/queries.md, {n}": _AGENCY.sub(agency, query) for n, query in enumerate(of_page(), start=1)},
        **{f"{name}: one agency": f"SELECT * FROM {name} WHERE agency = '{agency}'" for name in wide},
        **{f"{name}: by year": f"SELECT report_year, count(*) FROM {name} GROUP BY ALL" for name in wide},
        **{f"{name}: all of it": f"CREATE OR REPLACE TEMP TABLE whole AS FROM {name}" for name in wide},
        "cells: one row of the form, by year": (
            "SELECT report_year, count(*), sum(value) FROM cells WHERE row_key = 'granted' AND col_key = 'total' GROUP BY ALL"
        ),
        "cells: one report": "SELECT * FROM cells WHERE report_id = (SELECT min(report_id) FROM reports)",
        "rule_failures: by rule": "SELECT rule_id, count(*) FROM rule_failures GROUP BY ALL ORDER BY ALL",
        "findings: by code": "SELECT code, count(*) FROM findings GROUP BY ALL ORDER BY ALL",
        "agency_years: most requests": (
            "SELECT agency, report_year, new_received FROM agency_years ORDER BY new_received DESC NULLS LAST LIMIT 20"
        ),
    }


def of_page() -> list[str]:
    """The queries of the page on its first warehouse, in order."""
    found = []
    for example in examples(_PAGE.read_text(encoding="utf-8")):
        if example.language == "console" and example.source.startswith(".venv/bin/gouji sql"):
            words = shlex.split(example.source)
            if "--warehouse" not in words and "&&" not in words:
                found.append(" ".join(words[2].split()))
    return found
