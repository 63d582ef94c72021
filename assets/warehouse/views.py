"""The views of the warehouse: `cells`, `preferred_reports`, `agency_years`, `rule_failures`, and a wide view for each table.

Belongs here: the SQL of a view and the meaning of its columns. Does not belong here: writing any of it (build.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assets.check.claims import SURE
from assets.extract.facts import FACTS, fact_name
from schemas.form import Column, Row, Table, forms
from schemas.tables import (
    TABLES,
    AgencyNames,
    Cells,
    DimAgency,
    DimRule,
    FactBase,
    Reports,
    ReportTrust,
    RuleResults,
    meaning,
)

# The columns of `cells` that everything else is promised, in this order; layout and reason follow.
CELL_COLUMNS = (
    "source_file",
    "report_id",
    "agency",
    "report_year",
    "form",
    "table_no",
    "row_key",
    "col_key",
    "value",
    "raw",
    "unit",
    "status",
    "line_start",
    "line_end",
    "layout",
    "reason",
)
# The schema of the tables that keep the rows of wide views.
STORED = "stored"
_REPORT = ("report_id", "source_file", "agency", "report_year", "form")


@dataclass(frozen=True)
class View:
    """A view: its name, its query, what one row is, and what each column means, in both languages (zh, en)."""

    name: str
    sql: str
    about: tuple[str, str]
    columns: dict[str, tuple[str, str]]


def views() -> tuple[View, ...]:
    """All views, `cells` first."""
    return (_cells(), _preferred(), _agency_years(), _failures(), *map(_view_of, wides()))


def _preferred() -> View:
    return View(
        name="preferred_reports",
        # A report that does not surely say whose it is, or for which year, claims nothing and stands for itself.
        sql=f"""
            SELECT r.*, n.agency_id, count(*) OVER claim AS texts
            FROM reports AS r LEFT JOIN agency_names AS n ON n.report_id = r.report_id AND n.confidence >= {SURE}
            WINDOW claim AS (
                PARTITION BY n.agency_id, r.report_year,
                CASE WHEN n.agency_id IS NULL OR r.report_year IS NULL THEN r.report_id END
            )
            QUALIFY row_number() OVER (
                PARTITION BY n.agency_id, r.report_year,
                CASE WHEN n.agency_id IS NULL OR r.report_year IS NULL THEN r.report_id END
                ORDER BY reported + blank + not_applicable DESC, published_on DESC NULLS LAST, r.source_file, r.report_id
            ) = 1
            ORDER BY r.source_file, r.report_id""",  # noqa: S608 - a number of ours
        about=(
            "每个机关每个年度一份报告：同一机关同一年度有多份时，取可知单元格最多、其次落款日期最晚的一份",
            "one report for each agency and year: of several, the one with the most cells known, then the latest date",
        ),
        columns={
            **meaning(Reports),
            "agency_id": meaning(AgencyNames)["agency_id"],
            "texts": ("该机关该年度的报告份数", "how many reports there are for this agency and year"),
        },
    )


def _agency_years() -> View:
    """The balance of table 3 from year to year, of the preferred report of each agency and year."""
    totals = ("new_received", "carried_over", "total_handled", "carried_forward")
    labels = {row.key: row for row in next(iter(forms().values())).table("3").rows}
    figures = ", ".join(f"max(value) FILTER (WHERE row_key = '{key}') AS {key}" for key in totals)
    dim, trust = meaning(DimAgency), meaning(ReportTrust)
    told = ("agency", "body", "province", "city", "county", "township", "division_code", "level")
    of_report = (
        "verdict",
        "rules_failed",
        "proved_share",
        "story_contradicts",
        "form",
        "report_id",
        "source_file",
    )
    return View(
        name="agency_years",
        sql=f"""
            WITH balance AS (
                SELECT report_id, {figures} FROM fact_requests WHERE col_key = 'total' GROUP BY report_id
            )
            SELECT agency_id, {", ".join(f"a.{name}" for name in told)}, p.report_year, {", ".join(totals)},
                CASE WHEN lag(p.report_year) OVER years = p.report_year - 1
                    THEN lag(carried_forward) OVER years END AS carried_forward_before,
                carried_over = carried_forward_before AS carried,
                {", ".join(f"t.{name}" for name in of_report)}
            FROM preferred_reports AS p JOIN dim_agency AS a USING (agency_id)
            LEFT JOIN balance USING (report_id) LEFT JOIN report_trust AS t USING (report_id)
            WHERE p.report_year IS NOT NULL
            WINDOW years AS (PARTITION BY agency_id ORDER BY p.report_year)
            ORDER BY agency_id, p.report_year""",  # noqa: S608 - names from schemas
        about=(
            "每个机关每个年度一行：申请收支（表三总计列）、与上年的衔接、可信程度",
            "one row for each agency and year: its balance of requests (total column of table 3), carried from year to year",
        ),
        columns={
            "agency_id": dim["agency_id"],
            **{name: dim[name] for name in told},
            "report_year": trust["report_year"],
            **{key: (labels[key].zh, labels[key].en) for key in totals},
            "carried_forward_before": (
                "上年报告的结转下年度继续办理",
                "carried forward in the report of the year before; null where there is none",
            ),
            "carried": (
                "上年结转是否等于上年报告的结转",
                "whether what was carried over is what the year before carried forward; null where unknown",
            ),
            **{name: trust[name] for name in of_report},
        },
    )


def _failures() -> View:
    def label(language: str) -> str:
        def path(of: str) -> str:
            return f"concat_ws(' › ', {of}.parent_{language}, {of}.label_{language})"

        return f"CASE WHEN r.row_key IS NULL THEN {path('c')} ELSE {path('r')} END"

    results, report, rule = meaning(RuleResults), meaning(FactBase), meaning(DimRule)
    columns = {
        "agency": ("agency", report["agency"]),
        "report_year": ("report_year", report["report_year"]),
        "source_file": ("f.source_file", report["source_file"]),
        "line": ("f.line", results["line"]),
        "rule_zh": ("text_zh", rule["text_zh"]),
        "rule_en": ("text_en", rule["text_en"]),
        "place_zh": (label("zh"), ("所在行或列的名称", "label of that row or column in Chinese")),
        "place_en": (label("en"), ("所在行或列的英文名称", "label of that row or column in English")),
        **{
            name: (name, results[name])
            for name in ("left_sum", "right_sum", "difference", "left_cells", "right_cells")
        },
        "report_id": ("report_id", results["report_id"]),
        "form": ("reports.form", report["form"]),
        "table_no": ("f.table_no", results["table_no"]),
        "rule_id": ("rule_id", results["rule_id"]),
        "place": ("place", results["place"]),
    }
    return View(
        name="rule_failures",
        sql=f"""
            SELECT {", ".join(f"{what} AS {name}" for name, (what, _) in columns.items())}
            FROM rule_results AS f JOIN reports USING (report_id) JOIN dim_rule USING (rule_id)
            LEFT JOIN dim_row AS r
                ON (r.form, r.table_no, r.row_key) = (reports.form, f.table_no, f.place)
            LEFT JOIN dim_column AS c
                ON (c.form, c.table_no, c.col_key) = (reports.form, f.table_no, f.place)
            WHERE state = 'fail' ORDER BY f.source_file, f.line, rule_id, place""",  # noqa: S608 - names from schemas
        about=("不成立的勾稽等式，每条一行", "the equations that do not hold, one row each"),
        columns={name: meant for name, (_, meant) in columns.items()},
    )


def _cells() -> View:
    def part(table_no: str) -> str:
        columns = (f"'{table_no}' AS table_no" if c == "table_no" else c for c in CELL_COLUMNS)
        return f"SELECT {', '.join(columns)} FROM {fact_name(table_no)}"  # noqa: S608 - names from schemas

    meanings = {**meaning(Cells), **meaning(FactBase)}
    return View(
        name="cells",
        sql=" UNION ALL ".join(part(table_no) for table_no in FACTS),
        about=("三张表的全部单元格，每个单元格一行", "every cell of all three tables, one row a cell"),
        columns={name: meanings[name] for name in CELL_COLUMNS},
    )


@dataclass(frozen=True)
class Wide:
    """What a wide view shows: its name, the table of its rows (stored.py), and how they are made of the facts."""

    name: str
    fact: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    places: dict[tuple[str, str], tuple[str, str]]

    @property
    def table(self) -> str:
        """The table that keeps the rows."""
        return f"{STORED}.{self.name}"

    @property
    def figures(self) -> tuple[str, ...]:
        """The names of the columns, one for each cell of the form."""
        return tuple([f"{row}__{column}" for row, column in self.places])

    def query(self, where: str) -> str:
        """One row a report and one column a cell, from the facts that fulfil a condition, in the order of their files.

        Cells to a row of the form, then rows to the report: seven and thirty filters a cell, where two hundred over every
        cell would cost sixty times as much.
        """
        of_row = ", ".join(
            f"'{column}': any_value(value) FILTER (WHERE col_key = '{column}')" for column in self.columns
        )
        of_report = ", ".join(
            f"any_value(figures) FILTER (WHERE row_key = '{row}') AS {row}" for row in self.rows
        )
        figures = ", ".join(f"{row}.{column} AS {row}__{column}" for row, column in self.places)
        report = ", ".join(_REPORT)
        return f"""
            WITH printed AS (
                SELECT {report}, row_key, {{{of_row}}} AS figures FROM {self.fact} WHERE {where} GROUP BY {report}, row_key
            ),
            report AS (SELECT {report}, {of_report} FROM printed GROUP BY {report})
            SELECT {report}, {figures} FROM report ORDER BY source_file, report_id"""  # noqa: S608 - names from schemas


@cache
def wides() -> tuple[Wide, ...]:
    """The wide views, one for each table of the form; a cell that only one of the forms has is null for the other."""
    return tuple(map(_wide, FACTS))


def _wide(table_no: str) -> Wide:
    fact = fact_name(table_no)
    places: dict[tuple[str, str], tuple[str, str]] = {}
    for form in forms().values():
        table = form.table(table_no)
        for block in table.blocks:
            for row in block.rows:
                for column in block.columns:
                    places[row.key, column.key] = cell_labels(table, row, column)
    rows, columns = (tuple(dict.fromkeys(place[k] for place in places)) for k in (0, 1))
    return Wide(fact.replace("fact_", "wide_"), fact, rows, columns, places)


def _view_of(wide: Wide) -> View:
    zh, en = TABLES[wide.fact].zh.split("，")[0], TABLES[wide.fact].en.split(":")[0]
    meanings = meaning(FactBase)
    return View(
        name=wide.name,
        sql=f"SELECT {', '.join((*_REPORT, *wide.figures))} FROM {wide.table}",  # noqa: S608 - names from schemas
        about=(f"{zh}，每份报告一行", f"{en}: one row a report, one column a cell"),
        columns={
            **{name: meanings[name] for name in _REPORT},
            **dict(zip(wide.figures, wide.places.values(), strict=True)),
        },
    )


def cell_labels(table: Table, row: Row, column: Column) -> tuple[str, str]:
    """What a cell is called (zh, en): its row with the groups above it, and its column."""
    above = tuple(reversed(table.ancestors(row.key)))
    path = (*above, row)
    return (
        f"{' › '.join(p.zh for p in path)}：{column.zh}",
        f"{' › '.join(p.en for p in path)}: {column.en}",
    )
