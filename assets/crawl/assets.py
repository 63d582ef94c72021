"""The door of stage 1 to Dagster: `report_files`."""

import dagster as dg

from assets.crawl.walk import scan
from assets.materialize import FRAME, OWNERS, Folders, Made, Report, schema_check, table_result
from schemas.tables import ReportFiles


@dg.asset(
    group_name="crawl",
    owners=OWNERS,
    kinds={"file", "polars", "pandera"},
    code_version="1",
    dagster_type=FRAME,
    check_specs=[schema_check("report_files")],
)
def report_files(folders: dg.ResourceParam[Folders], progress: dg.ResourceParam[Report]) -> Made:
    """The manifest of the source folder: one row for every file in it, with its digest, encoding and line count.

    Promises: every file has a row, also one that is empty, binary, too large or cannot be opened, and the row says
    which. Nothing outside the source is read.
    """
    frame = scan(folders.source_path, progress=lambda done, total: progress("crawl", done, total))
    counts = dict(frame.group_by("status").len().sort("status").iter_rows())
    return table_result(
        "report_files", frame, ReportFiles, metadata={"source": str(folders.source_path), "by_status": counts}
    )
