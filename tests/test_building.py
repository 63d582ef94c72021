"""What a building keeps of what is put into it: all of it, however it is committed, and nothing of what a fault cut off."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from assets import buildfile
from assets import building as of
from assets.building import Building
from schemas.findings import finding
from schemas.tables import Findings, ReportSections, dtypes, frame

NAME = "report_sections"


def _rows(text: str) -> pl.DataFrame:
    row = {name: {"text": text, "lines": [1, 2]}.get(name) for name in dtypes(ReportSections)}
    filled = {name: ("x" if dtypes(ReportSections)[name] == pl.String else 1) for name in row}
    return pl.DataFrame(
        [{**filled, **{name: value for name, value in row.items() if value is not None}}],
        schema=dtypes(ReportSections),
    )


def _kept(path: Path) -> list[str]:
    opened = Building(path.with_suffix(".other"), "later", path)
    try:
        return opened.table(NAME, in_order=True)["text"].to_list()
    finally:
        opened.close()


@pytest.mark.parametrize("bytes_at_a_time", [1, of.COMMIT])
def test_what_is_put_in_is_kept_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bytes_at_a_time: int
) -> None:
    monkeypatch.setattr(of, "COMMIT", bytes_at_a_time)
    path = tmp_path / "b.duckdb"
    building = Building(path, "run")
    for part in ("甲", "乙"):
        with building.filling():
            for number in range(3):
                building.add(NAME, _rows(f"{part}{number}"))
            assert building.count(NAME) >= 3  # seen at once by whoever fills
    building.add(NAME, _rows("丙"))
    building.close()
    assert _kept(path) == [*(f"{part}{number}" for part in "甲乙" for number in range(3)), "丙"]


def test_a_fault_leaves_what_was_committed_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "b.duckdb"
    building = Building(path, "run")
    building.add(NAME, _rows("before"))
    with pytest.raises(ValueError), building.filling():
        building.add(NAME, _rows("cut off"))
        raise ValueError
    building.close()
    assert _kept(path) == ["before"]


def _filled(path: Path, rows: str) -> Building:
    """A building whose table `readings` holds these rows: content_hash, and the rest of them alike."""
    building = Building(path, "run")
    building.begin().execute(
        f"INSERT INTO readings BY NAME SELECT content_hash, 'x' AS source_file, 'v' AS reader_version FROM ({rows})"
    )
    return building


@pytest.mark.parametrize("at_a_time", [1, 2, 100])
def test_rows_that_are_taken_out_are_gone_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_a_time: int
) -> None:
    monkeypatch.setattr(of, "REMOVED", at_a_time)
    building = _filled(tmp_path / "b.duckdb", "SELECT i::VARCHAR AS content_hash FROM range(9) AS r(i)")
    with building.filling():
        building.add(
            "readings",
            building.table("readings", "content_hash = '3'").with_columns(content_hash=pl.lit("9")),
        )
        building.remove("readings", "content_hash", pl.Series(["1", "2", "5", "none", "1"]))
        building.remove("readings", "content_hash", pl.Series(["7", "8"]), "content_hash > '7'")
    assert sorted(building.table("readings")["content_hash"]) == ["0", "3", "4", "6", "7", "9"]
    building.close()


def test_a_table_that_loses_all_its_rows_is_as_it_was_made(tmp_path: Path) -> None:
    building = _filled(tmp_path / "b.duckdb", "SELECT i::VARCHAR AS content_hash FROM range(9) AS r(i)")
    building.remove("readings", "content_hash", pl.Series([str(i) for i in range(9)]))
    assert building.count("readings") == 0
    with pytest.raises(duckdb.ConstraintException):
        building.connection.execute("INSERT INTO readings VALUES (NULL, 'x', 'v')")
    building.close()


def test_rows_of_nobody_stay(tmp_path: Path) -> None:
    """A finding about a file that is no report has no report_id, and is none of any report's."""
    building = Building(tmp_path / "b.duckdb", "run")
    lost = frame(
        [
            finding("file-empty", source_file="a.txt"),
            finding("table-absent", source_file="b.txt", report_id="b", line=1),
        ],
        Findings,
    )
    building.add("findings", lost)
    building.remove("findings", "report_id", pl.Series(["b"]))
    assert building.table("findings")["source_file"].to_list() == ["a.txt"]
    building.close()


def test_taking_rows_out_all_over_a_large_table_needs_no_more_memory_than_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buildfile, "MEMORY", "32MB")
    rows = "SELECT (i % 30_000)::VARCHAR AS content_hash FROM range(6_000_000) AS r(i)"
    out = pl.Series([str(i) for i in range(0, 30_000, 100)])

    def taken_out(path: Path) -> int:
        building = _filled(path, rows)
        try:
            for start in range(0, len(out), 30):
                building.remove("readings", "content_hash", out.slice(start, 30))
            return building.count("readings")
        finally:
            building.close()

    with pytest.raises(duckdb.OutOfMemoryException):
        taken_out(tmp_path / "all.duckdb")
    monkeypatch.setattr(of, "REMOVED", 30)
    assert taken_out(tmp_path / "b.duckdb") == 6_000_000 * 99 // 100
