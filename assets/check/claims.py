"""Which report stands for an agency and year, and which one for the year before.

Several texts may claim the same agency and year: all are kept, and one is preferred wherever only one can be meant.
Does not belong here: which names mean one agency (agencies.py), or comparing what the texts say (texts.py).
"""

from __future__ import annotations

import polars as pl

# The statuses of a cell of which it is known what was printed.
KNOWN = ("reported", "blank", "not_applicable")

# A report is held against others of its agency only where it is this sure to be its.
SURE = 0.7

# Which of several texts is preferred: the most cells known, then the latest date, then the order of paths.
# The view preferred_reports orders by the same; a test holds the two together.
_PREFERENCE = {"known": True, "published_on": True, "source_file": False, "report_id": False}


def claims(reports: pl.DataFrame, agency_names: pl.DataFrame) -> pl.DataFrame:
    """One row for each report that says whose it is and for which year.

    Columns: report_id, agency_id, report_year, preferred_id (the report that stands for that agency and year, often
    itself) and previous_id (the one that stands for the year before; null where there is none).
    """
    sure = agency_names.filter(pl.col("confidence") >= SURE)
    claimed = (
        reports.drop_nulls(["agency", "report_year"])
        .join(sure.select("report_id", "agency_id"), on="report_id")
        .with_columns(known=pl.sum_horizontal(KNOWN))
        .sort(*_PREFERENCE, descending=list(_PREFERENCE.values()), nulls_last=True)
        .with_columns(preferred_id=pl.col("report_id").first().over("agency_id", "report_year"))
        .select("report_id", "agency_id", "report_year", "preferred_id")
    )
    before = claimed.filter(pl.col("report_id") == pl.col("preferred_id")).select(
        "agency_id", pl.col("report_year") + 1, previous_id="report_id"
    )
    return claimed.join(before, on=["agency_id", "report_year"], how="left").sort("report_id")
