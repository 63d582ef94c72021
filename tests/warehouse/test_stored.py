"""The rows of the wide views: as the facts are, after every way of writing those."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pytest

from assets import building as under_construction
from assets.building import Building
from assets.warehouse import stored
from assets.warehouse.publish import LINK, open_building, prepare, publish, turn
from assets.warehouse.views import wides
from tests.reports import folder, put_out, stale, tables


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    return tables(folder(tmp_path_factory.mktemp("source")))[0]


def _next(warehouse: Path, change: str, frames: dict[str, pl.DataFrame], run: str) -> Building:
    """A run that takes a report out, puts it in or writes it anew, as it stands when it is published."""
    prepare(warehouse)
    with turn(warehouse, run, lambda _: None):
        building = open_building(warehouse, run)
        for name in ("reports", *(wide.fact for wide in wides())):
            rows = frames[name]
            one = rows.filter(pl.col("source_file") == "b.txt")
            building.remove(name, "report_id", one["report_id"])
            if change == "anew":
                one = one.with_columns(value=pl.col("value") + 1) if "value" in one.columns else one
            building.add(name, one if change != "out" else one.clear())
        publish(warehouse, building)
        return building


def _wide(warehouse: Path) -> list[tuple[str, float]]:
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        assert stale(connection) == []
        return connection.execute(
            "SELECT source_file, new_received__natural_person FROM wide_requests ORDER BY 1"
        ).fetchall()


@pytest.mark.parametrize("named", [50_000, 0])
def test_changes_show(
    tmp_path: Path, made: dict[str, pl.DataFrame], named: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_construction, "NAMED", named)
    monkeypatch.setattr(stored, "_AT_ONCE", 1)
    put_out(tmp_path, "one", made)
    assert _wide(tmp_path) == [("a.txt", 0.0), ("b.txt", 7.0)]
    building = _next(tmp_path, "anew", made, "two")
    assert (building.rewritten is None) is (named == 0)
    assert _wide(tmp_path) == [("a.txt", 0.0), ("b.txt", 8.0)]
    _next(tmp_path, "out", made, "three")
    assert _wide(tmp_path) == [("a.txt", 0.0)]
    _next(tmp_path, "in", made, "four")
    assert _wide(tmp_path) == [("a.txt", 0.0), ("b.txt", 7.0)]


def test_rows_that_other_code_kept_are_made_anew(
    tmp_path: Path, made: dict[str, pl.DataFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(stored, "_make", lambda connection, wide: None)  # a build of before there were any
        before.setattr("assets.warehouse.build.views", lambda: ())
        put_out(tmp_path, "one", made)
    _next(tmp_path, "in", made, "two")
    assert _wide(tmp_path) == [("a.txt", 0.0), ("b.txt", 7.0)]


def test_a_file_that_is_attached_shows_them(tmp_path: Path, made: dict[str, pl.DataFrame]) -> None:
    put_out(tmp_path, "one", made)
    quoted = str(tmp_path / LINK).replace("'", "''")
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{quoted}' AS warehouse (READ_ONLY)")
        assert connection.execute("SELECT count(*) FROM warehouse.wide_requests").fetchall() == [(2,)]
