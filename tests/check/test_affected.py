"""Whatever a change concerns is checked again, and little else; and batches hold all that a report is held against."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import assets.check.stored
from assets.building import Building
from assets.check import affected
from assets.check.agencies import agencies
from assets.check.claims import claims
from assets.check.stored import Stored
from schemas.tables import ReportTrust, dtypes
from tests.reports import frames

NAMES = ("青岚县林业局", "云溪市水务局", "东湖区财政局", "财政局")
# number of a report -> its agency, year and place
Held = dict[int, tuple[str, int | None, str]]
REPORTS = st.dictionaries(
    st.integers(0, 12),
    st.tuples(st.sampled_from(NAMES), st.sampled_from([2021, 2022, 2023, 2025, None]), st.sampled_from("ab")),
    max_size=10,
)


def reports_of(held: Held) -> pl.DataFrame:
    made = [
        frames("2021", {}, number)[1].with_columns(
            agency=pl.lit(agency),
            report_year=pl.lit(year, pl.Int64),
            source_file=pl.lit(f"{folder}/{number}"),
        )
        for number, (agency, year, folder) in sorted(held.items())
    ]
    return pl.concat(made) if made else frames("2021")[1].clear()


def held_against(reports: pl.DataFrame, names: pl.DataFrame) -> dict[str, Any]:
    """For each report its row, its agency, and the rows of all that it is held against."""
    claimed = claims(reports, names)
    rows = {row[0]: row for row in reports.rows()}
    told = {row[0]: row for row in names.rows()}
    found = {}
    for report_id, row in rows.items():
        mine = claimed.filter(report_id=report_id)
        others, before = [], None
        if not mine.is_empty():
            agency_id, year, *others = mine.row(0)[1:]
            same = claimed.filter(agency_id=agency_id)
            before = same.filter(pl.col("report_year") < year)["report_year"].max()
        found[report_id] = (row, told.get(report_id), before, [rows.get(other) for other in others])
    return found


@contextmanager
def building_of(reports: pl.DataFrame, names: pl.DataFrame) -> Iterator[Building]:
    """With every report checked."""
    columns: dict[str, Any] = {
        name: pl.lit(0 if dtype.is_numeric() else "sound", dtype)
        for name, dtype in dtypes(ReportTrust).items()
    }
    whose = reports.select("report_id", "report_year").join(
        names.select("report_id", "agency_id"), on="report_id", how="left"
    )
    trust = whose.with_columns(**{k: v for k, v in columns.items() if k not in whose.columns})
    with tempfile.TemporaryDirectory() as folder:
        building = Building(Path(folder) / "b.duckdb", "x")
        for name, frame in (("reports", reports), ("agency_names", names), ("report_trust", trust)):
            building.add(name, frame)
        yield building
        building.close()


def noted(building: Building, names: pl.DataFrame, *, every: bool = False) -> dict[str, int]:
    """Report -> batch."""
    with building.given(names) as now:
        building.connection.execute(f"CREATE OR REPLACE TEMP TABLE agencies_now AS FROM {now}")
    count = affected.note(building, every=every)
    found = dict(building.frame("SELECT report_id, batch FROM to_check").iter_rows())
    assert len(found) == count
    return found


@settings(deadline=None, max_examples=25)
@given(REPORTS, REPORTS)
def test_all_that_is_held_against_something_else_is_checked_again(before: Held, now: Held) -> None:
    was, are = reports_of(before), reports_of(now)
    names_before, names = agencies(was)[0], agencies(are)[0]
    with building_of(was, names_before) as building:
        fresh = are.join(was, on=are.columns, how="anti", nulls_equal=True)
        left = was.join(are, on=are.columns, how="anti", nulls_equal=True)["report_id"]
        building.set_aside("report_trust", "report_id", left)
        building.remove("reports", "report_id", left)
        building.add("reports", fresh)
        found = noted(building, names)
    then, after = held_against(was, names_before), held_against(are, names)
    assert {report for report in after if after[report] != then.get(report)} <= found.keys()
    touched = {*fresh["report_id"], *left}
    of_agencies = pl.concat([names_before, names]).filter(pl.col("report_id").is_in(list(touched)))[
        "agency_id"
    ]
    moved = names.join(names_before, on=names.columns, how="anti")["report_id"]
    alone = names.filter(~pl.col("agency_id").is_in(of_agencies.implode()))["report_id"]
    assert found.keys() & {*alone} <= {*moved}


def test_of_many_years_only_the_next_is_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    held: Held = {year: (NAMES[0], year, "a") for year in (2021, 2022, 2023, 2025)}
    reports = reports_of(held)
    names = agencies(reports)[0]
    with building_of(reports, names) as building:
        assert not noted(building, names)
        for year, checked in ((2021, {"r2021", "r2022"}), (2023, {"r2023", "r2025"}), (2025, {"r2025"})):
            of_year = reports.filter(report_year=year)
            building.set_aside("report_trust", "report_id", of_year["report_id"])
            assert noted(building, names).keys() == checked
            building.connection.execute(f"INSERT INTO report_trust FROM {building.aside('report_trust')}")
            building.connection.execute(f"DELETE FROM {building.aside('report_trust')}")
        monkeypatch.setattr(affected, "BATCH", 2)
        # an agency's reports stay together, however many
        assert set(noted(building, names, every=True).values()) == {0}


def test_rows_are_found_where_they_lie_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets.check.stored, "_NEAR", 1)
    reports = reports_of({number: (NAMES[number % 3], 2021, "a") for number in range(9)})
    sections = pl.DataFrame(
        [
            {
                "report_id": f"r{n}",
                "source_file": f"a/{n}",
                "section_no": no,
                "heading": None,
                "text": f"{n}.{no}",
            }
            for n in range(9)
            for no in (1, 5, 6)
        ],
        schema_overrides={"heading": pl.String},
    ).with_columns(lines=pl.lit([1], pl.List(pl.Int64)), line_start=1, line_end=1)
    with building_of(reports, agencies(reports)[0]) as building:
        known = set(building.table("report_sections").columns)
        building.add("report_sections", sections.select(c for c in sections.columns if c in known))
        stored = Stored(building, ("report_sections",), "SELECT report_id FROM reports")
        wanted = pl.Series(["r7", "r1", "r2"])
        told = [f"{n}.{no}" for n in (1, 2, 7) for no in (1, 5, 6)]
        assert stored.rows("report_sections", wanted)["text"].to_list() == told
        assert stored.rows("report_sections", pl.Series(["r99"])).is_empty()
        # where rows have moved since, they are found nevertheless
        building.remove("report_sections", "report_id", pl.Series(["r0"]))
        building.connection.execute("UPDATE at_report_sections SET first = first + 1, last = last + 1")
        assert stored.rows("report_sections", wanted)["text"].to_list() == told
