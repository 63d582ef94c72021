"""What an asset's page in the UI shows of its rows: tables with bars, numbers that the UI plots over time, pictures.

Belongs here: what is counted on which page, in SQL on the building. All of it is bounded, however many reports there are:
a table has some rows and the rest in one, a picture some bars. Words out of texts stand in tables (which the UI shows as
text) and in pictures, never in Markdown. Does not belong here: drawing (pictures.py), how it looks (metadata.py),
or what columns come from (lineage.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import polars as pl

from assets import pictures as p
from schemas.corrections import STATUSES as CORRECTION_STATUSES
from schemas.findings import SEVERITIES
from schemas.tables import CELL_STATUSES, VERDICTS
from schemas.tables.runs import CAUSES

# Rows of a table and bars of a picture; what is more goes into one row, or is left out of the picture.
MOST = 12
_YEARS = 8
# Longer words of a text are cut.
_WORD = 40

# Best first, in the colours of a picture.
_STATUS = dict(zip(CELL_STATUSES, (p.GOOD, p.FAIR, p.NONE, p.DOUBT, p.UNKNOWN, p.BAD), strict=True))
_STATE = {"pass": p.GOOD, "pass_if_blank_zero": p.FAIR, "not_assessable": p.UNKNOWN, "fail": p.BAD}
_VERDICT = {"sound": p.GOOD, "unknown": p.UNKNOWN, "incomplete": p.DOUBT, "broken": p.BAD}


@dataclass(frozen=True)
class Page:
    """`tables`: key -> a query whose column `n` is counted, shown with a bar of its share of all, or of a column `share`.

    `numbers`: expressions over the table, one for each number. `picture`: (query, what draws its result).
    """

    tables: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    picture: tuple[str, Callable[[pl.DataFrame], str | None]] | None = None


def _share(condition: str) -> str:
    """Per cent of rows, cut off and not rounded: 100 is said of all only."""
    return f"floor(1000 * avg(({condition})::INT)) / 10"


def _counted(condition: str) -> str:
    return f"count(*) FILTER ({condition})"


def _each(prefix: str, column: str, words: tuple[str, ...]) -> dict[str, str]:
    """A number for each word of a column."""
    return {f"{prefix}_{word}": _counted(f"{column} = '{word}'") for word in words}


def _by(table: str, columns: str, extra: str = "") -> str:
    return f"SELECT {columns}, count(*) AS n{extra} FROM {table} GROUP BY ALL ORDER BY n DESC, 1"  # noqa: S608


def _drawn(table: str, row: str, part: str) -> str:
    """(row, part, n) of the rows that have most."""
    return (
        f"SELECT {row}::VARCHAR AS {row}, {part}, count(*) AS n FROM {table} "  # noqa: S608
        f"WHERE {row} IN (SELECT {row} FROM {table} GROUP BY ALL ORDER BY count(*) DESC, {row} LIMIT {MOST}) "
        f"GROUP BY ALL ORDER BY ALL"
    )


_KNOWN = "status IN ('reported', 'blank', 'not_applicable')"


def _fact(name: str) -> Page:
    return Page(
        tables={
            "by_status": _by(name, "status"),
            "known_by_layout": _by(name, "layout", f", avg(({_KNOWN})::INT) AS share"),
        },
        numbers={
            "cells_known_percent": _share(_KNOWN),
            **_each("cells", "status", CELL_STATUSES),
        },
        picture=(
            _drawn(name, "layout", "status"),
            partial(p.stacked, colours=_STATUS, title="各版式单元格状态 / cells by layout and status"),
        ),
    )


PAGES: dict[str, Page] = {
    "report_files": Page(tables={"by_status": _by("report_files", "status, encoding")}),
    "retired_files": Page(
        tables={"by_fate": _by("retired_files", "if(moved_to IS NULL, 'gone', 'moved') AS fate")}
    ),
    "reports": Page(
        tables={
            "by_year": "SELECT report_year, form, count(*) AS n FROM reports GROUP BY ALL ORDER BY report_year DESC, form",
            "by_layout": _by("reports", "layout"),
        },
        numbers={
            "cells_known_percent": "floor(1000 * sum(reported + blank + not_applicable) / nullif(sum(cells), 0)) / 10",
            "reports_without_agency": _counted("agency IS NULL"),
            "reports_without_year": _counted("report_year IS NULL"),
            "reports_without_tables": _counted("reported + blank + not_applicable = 0"),
        },
    ),
    "report_sections": Page(tables={"by_section": _by("report_sections", "section_no")}),
    **{
        name: _fact(name) for name in ("fact_proactive_disclosure", "fact_requests", "fact_review_litigation")
    },
    "report_revisions": Page(
        tables={"by_cause": _by("report_revisions", "cause, status_from, status_to")},
        numbers=_each("cells_revised_by", "cause", CAUSES),
    ),
    "agency_names": Page(
        tables={"by_evidence": _by("agency_names", "evidence, confidence")},
        numbers={"names_joined_percent": _share("evidence <> 'name'")},
    ),
    "dim_agency": Page(
        tables={"by_region": _by("dim_agency", "coalesce(city, province, region) AS region")},
        numbers={"agencies_without_region": _counted("region IS NULL")},
        picture=(
            f"""WITH told AS (
                    SELECT coalesce(city, province, region, '–') AS region, report_year
                    FROM report_trust JOIN dim_agency USING (agency_id) WHERE report_year IS NOT NULL)
                SELECT region[:{_WORD}] AS region, report_year, count(*) AS n FROM told
                WHERE region IN (SELECT region FROM told GROUP BY ALL ORDER BY count(*) DESC, region LIMIT {MOST})
                    AND report_year IN (SELECT DISTINCT report_year FROM told ORDER BY 1 DESC LIMIT {_YEARS})
                GROUP BY ALL ORDER BY ALL""",  # noqa: S608
            partial(p.heat, title="各地区各年度报告数 / reports by region and year"),
        ),
    ),
    "rule_results": Page(
        tables={
            "by_state": _by("rule_results", "state"),
            "failing_by_rule": "SELECT rule_id, count(*) FILTER (state = 'fail') AS failed, "
            "count(*) FILTER (state <> 'not_assessable') AS n, failed / nullif(n, 0) AS share "
            "FROM rule_results GROUP BY rule_id ORDER BY share DESC NULLS LAST, rule_id",
        },
        numbers={
            "rules_failing": _counted("state = 'fail'"),
            "rules_failing_percent": "round(100 * count(*) FILTER (state = 'fail') / nullif(count(*) FILTER (state <> 'not_assessable'), 0), 2)",
            "rules_not_assessable": _counted("state = 'not_assessable'"),
        },
        picture=(
            _drawn("rule_results", "rule_id", "state"),
            partial(p.stacked, colours=_STATE, title="各规则状态 / rules by state"),
        ),
    ),
    "corrections": Page(
        tables={"by_slip": _by("corrections", "status, kind, actor")},
        numbers=_each("cells", "status", CORRECTION_STATUSES),
    ),
    "narrative_figures": Page(
        tables={"by_state": _by("narrative_figures", "state, reason")},
        numbers={
            "figures_contradicting": _counted("state = 'contradicts'"),
            "figures_compared_percent": _share("state <> 'not_comparable'"),
        },
    ),
    "report_trust": Page(
        tables={"by_verdict": _by("report_trust", "verdict")},
        numbers=_each("reports", "verdict", VERDICTS),
        picture=(
            _drawn("report_trust", "report_year", "verdict"),
            partial(p.stacked, colours=_VERDICT, title="各年度报告结论 / verdicts by year"),
        ),
    ),
    "findings": Page(
        tables={"by_code": _by("findings", "code, severity, actor")},
        numbers=_each("findings", "severity", SEVERITIES),
    ),
}
