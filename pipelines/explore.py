"""What the notebook asks of a published warehouse: whose reports there are, one report whole, its years.

Pure functions of a connection that answer with frames, each in the columns its query names. Does not belong here: its
peers (explore_peers.py), how any of it is drawn (form_html.py, explore_charts.py, notebook.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from assets.check.claims import SURE
from assets.warehouse.publish import LINK
from pipelines.show import command, connect
from pipelines.verdict import Checked, broken_rules
from schemas.form import CellKey, forms

# The figures by which agencies are compared, columns of the view agency_years.
MEASURES = ("new_received", "carried_over", "total_handled", "carried_forward")
UNKNOWN_REGION = "（地区不明 region unknown）"
UNKNOWN_AGENCY = "（机关不明 agency unknown）"
UNKNOWN_YEAR = "（年度不明 year unknown）"
# Rows that a query typed into the notebook may show.
SHOWN = 10_000


class NothingToExploreError(Exception):
    """There is no warehouse, or nothing in it: what to do, in Chinese and English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def open_warehouse(folder: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse published in a folder, read-only, as it is now. Raises NothingToExploreError."""
    path = folder / LINK
    made_by = command("run", "SOURCE", "--warehouse", folder)
    if not path.exists():
        raise NothingToExploreError(
            f"{path} 尚不存在。请先运行：{made_by}", f"There is no {path} yet. First run: {made_by}"
        )
    try:
        connection = connect(path)
        for name in ("preferred_reports", "agency_years", "report_trust"):
            connection.sql(f"SELECT report_id FROM {name} LIMIT 0").fetchall()  # noqa: S608 - names of ours
    except duckdb.Error as error:
        reason = next(iter(str(error).splitlines()), "")
        raise NothingToExploreError(
            f"{path} 无法读取，或由另一版本的 gouji 发布（{reason}）。请重新运行：{made_by}",
            f"{path} cannot be read, or another version of gouji published it ({reason}). Run again: {made_by}",
        ) from error
    if not _value(connection, "SELECT count(*) FROM reports"):
        files = _value(connection, "SELECT count(*) FROM report_files")
        raise NothingToExploreError(
            f"仓库中没有报告（来源文件夹有 {files} 个文件，其中没有年度报告；原因见 findings）。请换一个来源再运行：{made_by}",
            f"The warehouse holds no report (of {files} files in the source none is an annual report; findings says why). "
            f"Run with another source: {made_by}",
        )
    return connection


def frame(connection: duckdb.DuckDBPyConnection, query: str, *values: Any) -> pl.DataFrame:
    """The rows of a query of ours, its parameters $1, $2, … given in order."""
    found: pl.DataFrame = connection.sql(query, params=list(values)).pl()
    return found


def reports(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Every report, those with the most broken sums first: whose it is, and what it is called among its agency's.

    `agency_id` is null where it is not surely known whose the report is; `who` is then the report itself. `chosen`
    says whether it is the agency's preferred text of that year.
    """
    return frame(
        connection,
        """
        SELECT r.report_id, CASE WHEN n.confidence >= $1 THEN n.agency_id END AS agency_id,
            CASE WHEN n.confidence >= $1 THEN n.agency_id ELSE r.report_id END AS who, d.region, coalesce(d.agency, r.agency) AS agency,
            r.report_year, r.source_file, p.report_id IS NOT NULL AS chosen
        FROM reports AS r
        LEFT JOIN preferred_reports AS p USING (report_id)
        LEFT JOIN agency_names AS n USING (report_id)
        LEFT JOIN dim_agency AS d ON d.agency_id = n.agency_id
        LEFT JOIN report_trust AS t USING (report_id)
        ORDER BY t.rules_failed DESC NULLS LAST, r.report_year DESC NULLS LAST, r.source_file, r.report_id""",
        SURE,
    )


def regions(everything: pl.DataFrame) -> dict[str, str | None]:
    """The regions of a frame of `reports` to choose from: label -> region, None where it is not known."""
    return {name or UNKNOWN_REGION: name for name in everything["region"].unique(maintain_order=True)}


def agencies(everything: pl.DataFrame, region: str | None) -> dict[str, str]:
    """The agencies of a region to choose from: label -> `who`."""
    here = everything.filter(pl.col("region").eq_missing(pl.lit(region, dtype=pl.String)))
    return _options(here.select("agency", "who").rows(), UNKNOWN_AGENCY)


def texts(everything: pl.DataFrame, who: str) -> dict[str, str]:
    """The reports of an agency to choose from: label -> report_id. The year, and the file where it takes that to know."""
    own = everything.filter(pl.col("who") == who)
    year = pl.col("report_year").cast(pl.String).fill_null(UNKNOWN_YEAR)
    several = pl.col("report_year").is_null() | (pl.len().over("report_year") > 1)
    preferred = pl.when(pl.col("chosen")).then(pl.lit(" · 首选 preferred")).otherwise(pl.lit(""))
    told = pl.concat_str(year, pl.lit(" · "), "source_file", preferred)
    label = pl.when(several).then(told).otherwise(year)
    return _options(own.select(label, "report_id").rows(), UNKNOWN_YEAR)


def _options(pairs: list[tuple[str | None, str]], nameless: str) -> dict[str, str]:
    """Label -> key. Where two keys have one label, the key tells them apart."""
    found: dict[str, str] = {}
    for name, key in dict.fromkeys(pairs):
        label = name or nameless
        found[f"{label} · {key}" if label in found else label] = key
    return found


def whole(connection: duckdb.DuckDBPyConnection, report_id: str) -> Checked:
    """A report as `gouji check` tells of it, from what is published."""

    def rows(table: str, order: str) -> list[dict[str, Any]]:
        query = f"SELECT * FROM {table} WHERE report_id = $1 ORDER BY {order}"  # noqa: S608 - names of ours
        return frame(connection, query, report_id).to_dicts()

    (report,) = rows("reports", "ALL")
    form = forms()[report["form"]] if report["form"] else None
    cells = {CellKey(row["table_no"], row["row_key"], row["col_key"]): row for row in rows("cells", "ALL")}
    return Checked(
        report,
        form,
        cells,
        broken_rules(form, cells, rows("rule_results", "table_no, rule_id, place")) if form else [],
        rows("corrections", "hypothesis, table_no, line, row_key, col_key"),
        rows("findings", "line NULLS LAST, code"),
        next(iter(rows("report_trust", "ALL")), {}),
    )


def claim(everything: pl.DataFrame, report_id: str) -> tuple[str | None, int | None]:
    """(agency_id, report_year) of a report in a frame of `reports`."""
    return everything.filter(pl.col("report_id") == report_id).select("agency_id", "report_year").row(0)


def summary(trust: dict[str, Any]) -> dict[str, str]:
    """What is said first of a report's trust: column of report_trust -> what it says."""
    if not trust:
        return {}
    share = trust["proved_share"]
    return {
        "verdict": trust["verdict"],
        "rules_passed": f"{trust['rules_passed']:,}",
        "rules_failed": f"{trust['rules_failed']:,}",
        "rules_not_assessable": f"{trust['rules_not_assessable']:,}",
        "known": f"{trust['known']:,} / {trust['cells']:,}",
        "proved_share": "–" if share is None else f"{share:.0%}",
        "story_contradicts": f"{trust['story_contradicts']:,}",
    }


def cells(connection: duckdb.DuckDBPyConnection, report_id: str, language: str) -> pl.DataFrame:
    """Each cell of a report in the form's order with where it was printed."""
    return frame(
        connection,
        f"""
        SELECT table_no, concat_ws(' › ', r.parent_{language}, r.label_{language}) AS row,
            concat_ws(' › ', c.parent_{language}, c.label_{language}) AS column,
            raw, value, cells.unit, status, reason, line_start, line_end, source_file
        FROM cells JOIN dim_row AS r USING (form, table_no, row_key) JOIN dim_column AS c USING (form, table_no, col_key)
        WHERE report_id = $1 ORDER BY table_no, row_order, col_order""",  # noqa: S608 - zh or en
        report_id,
    )


def findings(connection: duckdb.DuckDBPyConnection, report_id: str, language: str) -> pl.DataFrame:
    """What was found of a report."""
    return frame(
        connection,
        f"SELECT severity, code, actor, line, message_{language} AS message FROM findings WHERE report_id = $1 "  # noqa: S608 - zh or en
        "ORDER BY line NULLS LAST, code",
        report_id,
    )


def years(connection: duckdb.DuckDBPyConnection, agency_id: str | None) -> pl.DataFrame:
    """The balance of an agency from year to year; no rows where the agency is not known."""
    return frame(
        connection,
        f"SELECT report_year, {', '.join(MEASURES)}, carried_forward_before, carried, verdict, source_file "  # noqa: S608 - names of ours
        "FROM agency_years WHERE agency_id = $1 ORDER BY report_year",
        agency_id,
    )


def meanings(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """Column -> its meaning (Chinese / English), as the warehouse itself says."""
    rows = connection.sql(
        "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = $1", params=[table]
    ).fetchall()
    return {name: comment or name for name, comment in rows}


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> pl.DataFrame:
    """The first rows of a query typed by hand. Raises duckdb.Error, also for what would write or read other files."""
    shown: pl.DataFrame = connection.cursor().sql(query).limit(SHOWN).pl()
    return shown


def first_query(report_id: str) -> str:
    """A query to go on from: the figures of the report that have a word to be said about them."""
    quoted = report_id.replace("'", "''")
    return f"""-- 这份报告中需要留意的单元格 The cells of this report that need a look
select c.table_no, c.row_key, c.col_key, c.raw, c.status, k.proposed_value, k.status as repair,
  c.source_file, c.line_start
from cells c left join corrections k using (report_id, table_no, row_key, col_key)
where c.report_id = '{quoted}' and (c.status <> 'reported' or k.status is not null)
order by c.line_start"""  # noqa: S608 - quoted


def _value(connection: duckdb.DuckDBPyConnection, query: str) -> Any:
    return connection.sql(query).fetchall()[0][0]
