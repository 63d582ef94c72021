"""What reads otherwise than before: the cells of texts that changed, vanished, or were read by another version of gouji.

Belongs here: keeping what is about to be taken out, and comparing it with what came in. In SQL on the building, because a
rebuild compares everything there is. Does not belong here: deciding what is read again (assets.py).
"""

from __future__ import annotations

from datetime import datetime

import polars as pl

from assets.building import Building
from assets.extract.facts import FACTS, fact_name

_REPORT = "report_id, source_file, content_hash, line_start, agency, report_year"


def keep(building: Building, outgoing: pl.Series) -> None:
    """Remember the reports of these content digests, and their cells, until `record`; in a rebuild, all there were."""
    if building.full:
        tables = building.previous_tables()
        source = "previous." if tables >= {"reports", *map(fact_name, FACTS)} else ""
        building.connection.execute(
            f"CREATE TEMP VIEW reports_before AS SELECT {_REPORT} FROM {source}reports"  # noqa: S608
        )
        building.connection.execute(f"CREATE TEMP VIEW cells_before AS {_cells(source)}")
        return
    connection = building.begin()
    connection.register("outgoing", outgoing.to_frame("value").to_arrow())
    connection.execute(
        f"CREATE TEMP TABLE reports_before AS SELECT {_REPORT} FROM reports WHERE content_hash IN (FROM outgoing)"  # noqa: S608
    )
    connection.unregister("outgoing")
    connection.execute(
        f"CREATE TEMP TABLE cells_before AS FROM ({_cells()}) WHERE report_id IN (SELECT report_id FROM reports_before)"  # noqa: S608
    )


def record(building: Building, arrived: pl.Series, now: datetime) -> int:
    """Add to `report_revisions` each cell that reads otherwise than what was kept; how many there are.

    `arrived` are the content digests that were read in this run.

    A report is compared with the one of the same bytes, wherever these lie now; else with the one that stands at the same
    place in the file of the same name; else with the one that came for the same agency and year, if there is one on either
    side; else it is gone.
    """
    connection = building.connection
    connection.register("arrived", arrived.to_frame("value").to_arrow())
    connection.execute(
        f"""
        CREATE TEMP TABLE pairs AS
        WITH before AS ({_numbered("reports_before")}), after AS ({_numbered("reports")}),
        same AS (SELECT report_id FROM before SEMI JOIN after USING (report_id)),
        placed AS (
            SELECT b.report_id AS id_from, a.report_id AS id_to FROM before AS b JOIN after AS a USING (source_file, place)
            WHERE b.report_id NOT IN (FROM same) AND a.report_id NOT IN (FROM same)
        ),
        -- edited and renamed: the only report that left for an agency and year, and the only one that came for them
        left_over AS ({_lone("before", "id_from")}),
        newcomers AS ({_lone("after", "id_to", "content_hash IN (FROM arrived)")}),
        renamed AS (SELECT l.report_id AS id_from, n.report_id AS id_to FROM left_over AS l JOIN newcomers AS n USING (agency, report_year)),
        paired AS (SELECT report_id AS id_from, report_id AS id_to FROM same UNION ALL FROM placed UNION ALL FROM renamed)
        SELECT b.*, id_to, CASE
            WHEN id_to IS NULL THEN 'gone' WHEN a.content_hash = b.content_hash THEN 'reader' ELSE 'file' END AS cause
        FROM before AS b LEFT JOIN paired ON id_from = b.report_id LEFT JOIN after AS a ON a.report_id = id_to
        """  # noqa: S608
    )
    connection.unregister("arrived")
    cells_now = f"(SELECT * FROM ({_cells()}) WHERE report_id IN (SELECT id_to FROM pairs))"  # noqa: S608
    digest = "report_id, bit_xor(hash(table_no, row_key, col_key, status, value, raw)) AS digest"
    connection.execute(
        f"""
        DELETE FROM pairs WHERE report_id IN (
            SELECT p.report_id FROM pairs AS p
            JOIN (SELECT {digest} FROM cells_before GROUP BY report_id) AS was ON was.report_id = p.report_id
            JOIN (SELECT {digest} FROM {cells_now} GROUP BY report_id) AS now ON now.report_id = p.id_to
            WHERE was.digest = now.digest
        )"""  # noqa: S608
    )
    cell = "table_no, row_key, col_key"
    changed = connection.execute(
        f"""
        INSERT INTO report_revisions BY NAME
        WITH was AS (SELECT p.report_id AS id, c.* EXCLUDE (report_id) FROM pairs AS p JOIN cells_before AS c USING (report_id)),
        now AS (SELECT p.report_id AS id, c.* EXCLUDE (report_id) FROM pairs AS p JOIN {cells_now} AS c ON c.report_id = p.id_to)
        SELECT $now::TIMESTAMPTZ AS revised_at, $run AS run_id, p.cause, p.source_file, p.report_id AS report_id_from,
            p.id_to AS report_id_to, p.agency, p.report_year, {cell},
            was.status AS status_from, was.value AS value_from, was.raw AS raw_from,
            now.status AS status_to, now.value AS value_to, now.raw AS raw_to
        FROM was FULL JOIN now USING (id, {cell}) JOIN pairs AS p ON p.report_id = id
        WHERE (was.status, was.value, was.raw) IS DISTINCT FROM (now.status, now.value, now.raw)
            AND (p.cause <> 'gone' OR was.raw IS NOT NULL)
        """,  # noqa: S608
        {"now": now, "run": building.run_id},
    ).fetchall()
    connection.execute("DROP TABLE pairs")
    for name in ("cells_before", "reports_before"):
        connection.execute(f"DROP {'VIEW' if building.full else 'TABLE'} {name}")
    return int(changed[0][0]) if changed else 0


def _numbered(reports: str) -> str:
    place = "row_number() OVER (PARTITION BY source_file ORDER BY line_start, report_id)"
    return f"SELECT {_REPORT}, {place} AS place FROM {reports}"  # noqa: S608


def _lone(reports: str, taken: str, where: str = "true") -> str:
    return f"""
        SELECT agency, report_year, min(report_id) AS report_id FROM {reports}
        WHERE report_id NOT IN (FROM same) AND report_id NOT IN (SELECT {taken} FROM placed)
            AND agency IS NOT NULL AND report_year IS NOT NULL AND {where}
        GROUP BY agency, report_year HAVING count(*) = 1"""  # noqa: S608


def _cells(source: str = "") -> str:
    return " UNION ALL ".join(
        f"SELECT report_id, '{no}' AS table_no, row_key, col_key, status, value, raw FROM {source}{fact_name(no)}"  # noqa: S608
        for no in FACTS
    )
