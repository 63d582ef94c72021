"""With whom an agency can be compared in a year, and where it stands among them.

Frames and figures from the view agency_years. Does not belong here: how they are drawn (explore_charts.py, notebook.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import polars as pl

from pipelines.explore import MEASURES, frame


def circles(connection: duckdb.DuckDBPyConnection, agency_id: str | None, year: int | None) -> dict[str, str]:
    """Whom an agency can be compared with in a year: label -> the circle that `peers` takes, the narrowest first.

    A circle in which it would stand alone is left out; none where agency or year is not known.
    """
    found = {}
    own = frame(connection, "SELECT level, kind, region FROM dim_agency WHERE agency_id = $1", agency_id)
    for level, kind, region in own.rows():
        labels = {
            "level": f"同级同类 same level and kind ({level}, {kind})",
            "region": f"同地区 same region ({region})",
            "all": "全部 all",
        }
        found = {
            label: circle
            for circle, label in labels.items()
            if peers(connection, agency_id, year, circle).height > 1
        }
    return found


def peers(
    connection: duckdb.DuckDBPyConnection, agency_id: str | None, year: int | None, circle: str
) -> pl.DataFrame:
    """The agencies of a circle ('level', 'region' or 'all') in a year, the agency itself among them, marked `own`."""
    joined = {
        "level": "d.level = o.level AND d.kind = o.kind",
        "region": "d.region = o.region",
        "all": "true",
    }[circle]
    return frame(
        connection,
        f"""
        SELECT y.agency, {", ".join(f"y.{name}" for name in MEASURES)}, y.verdict, y.source_file, y.agency_id = $1 AS own
        FROM agency_years AS y JOIN dim_agency AS d USING (agency_id)
        JOIN dim_agency AS o ON o.agency_id = $1 AND {joined}
        WHERE y.report_year = $2 ORDER BY y.agency, y.agency_id""",  # noqa: S608 - words of ours
        agency_id,
        year,
    )


@dataclass(frozen=True)
class Standing:
    """Where an agency stands among its peers: its figure, its rank from the highest, of how many, their median.

    `unknown` counts the peers that have no figure; `value` and `rank` are null where the agency itself has none.
    """

    value: float | None
    rank: int | None
    known: int
    median: float | None
    unknown: int

    def told(self) -> str:
        """The standing in words."""
        if self.value is None or self.median is None:
            return "这份报告没有这个数字。This report has no such figure."
        unknown = f"；{self.unknown} 家没有数字 {self.unknown} have none" if self.unknown else ""
        return (
            f"{self.value:,.10g} 件：在有数字的 {self.known} 家中从高到低列第 {self.rank}，中位数 {self.median:,.10g} · "
            f"rank {self.rank} of {self.known} from the highest, median {self.median:,.10g}{unknown}"
        )


def standing(among: pl.DataFrame, measure: str) -> Standing:
    """The standing of the row marked `own` in a frame of `peers`."""
    figures = among[measure].drop_nulls()
    own = among.filter(pl.col("own"))[measure].drop_nulls()
    value = float(own[0]) if len(own) else None
    rank = int((figures > value).sum()) + 1 if value is not None else None
    middle = figures.median()
    return Standing(
        value,
        rank,
        len(figures),
        float(middle) if isinstance(middle, int | float) else None,
        among.height - len(figures),
    )
