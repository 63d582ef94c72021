"""Where the rows of each report are stored, so that looking some reports up reads their part of a table only.

The rows of a report stand together, in the order in which reports were read. To go through all reports some at a time would
otherwise go through all rows each time. Does not belong here: which reports are looked up (affected.py).
"""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from assets.building import Building

# Rows that lie so near are read in one go: about as many as DuckDB keeps together.
_NEAR = 100_000


class Stored:
    """The rows of some reports in some tables, to which no row is added meanwhile."""

    def __init__(self, building: Building, tables: tuple[str, ...], wanted: str) -> None:
        """Note where they are; `wanted` is a query of ours for the report_ids."""
        self._building = building
        for name in tables:
            building.connection.execute(
                f"""
                CREATE OR REPLACE TEMP TABLE at_{name} AS
                SELECT report_id, min(rowid) AS first, max(rowid) AS last, count(*) AS rows
                FROM {name} WHERE report_id IN ({wanted}) GROUP BY report_id"""  # noqa: S608 - names of ours
            )

    def rows(self, name: str, report_ids: pl.Series, only: Collection[str] = ()) -> pl.DataFrame:
        """The rows of a table that belong to these reports, in the order in which they lie there; `only` some columns of them."""
        building = self._building
        with building.given(report_ids) as given:
            of_these = f"report_id IN (FROM {given})"
            places = building.frame(
                f"SELECT first, last, rows FROM at_{name} WHERE {of_these} ORDER BY first"  # noqa: S608 - names of ours
            )
            if places.is_empty():
                return building.table(name, "false", only=only)
            parts = [
                building.table(
                    name, f"rowid BETWEEN {first} AND {last} AND {of_these}", in_order=True, only=only
                )
                for first, last in _runs(places)
            ]
            found = pl.concat(parts)
            # a checkpoint may close the gaps that deleted rows left, and move what comes after
            if found.height != places["rows"].sum():
                found = building.table(name, of_these, in_order=True, only=only)
        return found


def _runs(places: pl.DataFrame) -> list[tuple[int, int]]:
    """Places, in order, as the fewest runs of rows that leave out what is far from all of them."""
    runs: list[tuple[int, int]] = []
    for first, last in places.select("first", "last").iter_rows():
        if runs and first - runs[-1][1] < _NEAR:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    return runs
