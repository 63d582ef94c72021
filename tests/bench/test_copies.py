"""Copies of a small warehouse: as many, each with reports of its own, all of which the queries see."""

from __future__ import annotations

from pathlib import Path

import duckdb

from assets.warehouse.publish import LINK
from tests.bench.copies import multiply, timed
from tests.reports import folder, put_out, stale, tables


def test_copies_have_reports_of_their_own(tmp_path: Path) -> None:
    put_out(tmp_path, "one", tables(folder(tmp_path / "source"))[0])
    few = tmp_path / LINK
    many = multiply(few, tmp_path / "many.duckdb", 30)
    counts = "SELECT (SELECT count(*) FROM reports), (SELECT count(DISTINCT report_id) FROM cells), (SELECT count(*) FROM dim_row)"
    with duckdb.connect(str(few), read_only=True) as one, duckdb.connect(str(many), read_only=True) as all_of:
        [(reports, _, rows)] = one.execute(counts).fetchall()
        assert all_of.execute(counts).fetchall() == [(30 * reports, 30 * reports, rows)]
        assert stale(all_of) == []
    told = timed(many)
    assert told["reports"] == 30 * reports
    assert all(clock >= 0 and work >= 0 for clock, work in (t for t in told.values() if isinstance(t, tuple)))
