"""Which reports are to be checked again when some came, went or changed, and in which batches.

Rules that look beyond a report look at reports of the same agency only; so where a report changed, all of its agency are
checked, and batches are made of whole agencies. Does not belong here: checking them.
"""

from __future__ import annotations

import polars as pl

from assets.check.claims import SURE

# About so many reports are checked at a time, which bounds memory at any number of reports.
BATCH = 500


def affected(
    unchecked: pl.Series, names_before: pl.DataFrame, names: pl.DataFrame, reports: pl.DataFrame
) -> pl.Series:
    """The report_id of all that are to be checked: the unchecked, and every report of an agency that gained, lost or changed one.

    `names_before` and `names` as schemas.tables.AgencyNames; `reports` has report_id.
    """
    on = names.columns
    differ = pl.concat(
        [names_before.join(names, on=on, how="anti"), names.join(names_before, on=on, how="anti")]
    )
    own = names.filter(pl.col("report_id").is_in(unchecked.implode()))
    touched = pl.concat([differ, own])["agency_id"].unique()
    of_agencies = names.filter(pl.col("agency_id").is_in(touched.implode()))["report_id"]
    wanted = pl.concat([unchecked, of_agencies]).unique()
    return reports["report_id"].filter(reports["report_id"].is_in(wanted.implode()))


def batches(report_ids: pl.Series, names: pl.DataFrame, size: int = BATCH) -> list[pl.Series]:
    """The reports in batches of about `size`, the reports of an agency always together."""
    sure = names.filter(pl.col("confidence") >= SURE).select("report_id", "agency_id")
    grouped = (
        report_ids.to_frame("report_id")
        .join(sure, on="report_id", how="left")
        .with_columns(group=pl.coalesce("agency_id", "report_id"))
    )
    sizes = grouped.group_by("group").len().sort("group")
    numbered = sizes.select("group", batch=(pl.col("len").cum_sum() - pl.col("len")) // size)
    each = grouped.join(numbered, on="group").sort("batch", "group", "report_id")
    return [part["report_id"] for part in each.partition_by("batch", maintain_order=True)]
