"""Which reports are to be checked again when some came, went or changed, and in which batches.

A report is held against others of its agency only: those of the same year, the one of the year before, and the last year
that has any. In SQL on the building, where it notes each report with its batch. Does not belong here: checking them.
"""

from __future__ import annotations

from assets.building import Building
from assets.check.claims import SURE

# About so many reports are checked at a time, which bounds memory at any number of reports.
BATCH = 500

# Reports without a verdict.
UNCHECKED = "SELECT report_id FROM reports ANTI JOIN report_trust USING (report_id)"


def note(building: Building, *, every: bool = False) -> int:
    """Note the reports to check in the table `to_check` (report_id, whole, batch); how many there are.

    `agencies_now` holds what agency_names is to hold (schemas.tables.AgencyNames), report_trust the verdicts of reports that
    did not change; those that left or were read again were set aside. What a report is held against has the same `whole`.
    """
    wanted = "SELECT report_id FROM reports" if every else f"SELECT report_id FROM ({_affected(building)})"  # noqa: S608 - names of ours
    building.connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE to_check AS
        WITH wanted AS ({wanted}),
        grouped AS (
            SELECT report_id, reports.rowid AS place, coalesce(sure.agency_id, report_id) AS whole
            FROM wanted JOIN reports USING (report_id)
            LEFT JOIN (FROM agencies_now WHERE confidence >= {SURE}) AS sure USING (report_id)
        ),
        -- in the order in which they lie in the tables, so that a batch lies together
        sizes AS (SELECT whole, count(*) AS size, min(place) AS place FROM grouped GROUP BY whole),
        numbered AS (SELECT whole, (sum(size) OVER (ORDER BY place) - size) // {BATCH} AS batch FROM sizes)
        SELECT report_id, whole, batch::BIGINT AS batch FROM grouped JOIN numbered USING (whole)
        """  # noqa: S608 - names and numbers of ours
    )
    return building.count("to_check")


def _affected(building: Building) -> str:
    """The query for them: the unchecked, and what is held against a report that came, left, or is of another agency now."""
    return f"""
        WITH unchecked AS ({UNCHECKED}),
        arrived AS (
            SELECT report_id FROM (FROM agencies_now EXCEPT FROM agency_names) UNION FROM unchecked
        ),
        touched AS (
            SELECT agency_id, report_year FROM {building.aside("report_trust")}
            UNION SELECT agency_id, report_year FROM agencies_now JOIN reports USING (report_id) SEMI JOIN arrived USING (report_id)
            UNION SELECT agency_id, report_year
            FROM (FROM agency_names EXCEPT FROM agencies_now) JOIN reports USING (report_id)
        ),
        claimed AS (SELECT report_id, agency_id, report_year FROM agencies_now JOIN reports USING (report_id)),
        later AS (
            SELECT agency_id, min(claimed.report_year) AS report_year
            FROM touched JOIN claimed USING (agency_id) WHERE claimed.report_year > touched.report_year
            GROUP BY agency_id, touched.report_year
        )
        FROM arrived
        UNION SELECT report_id FROM claimed SEMI JOIN (FROM touched UNION FROM later) USING (agency_id, report_year)"""  # noqa: S608
