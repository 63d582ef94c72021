"""What torture found, each once more by itself."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

import assets.extract.assets
from assets.building import Redo
from assets.check.corrections import _figure
from assets.warehouse.publish import LINK
from tests.pipelines.nights import unseen
from tests.reports import text
from tests.torture.child import Order


def told(warehouse: Path) -> list[tuple[str, ...]]:
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        return connection.execute(
            "SELECT code, source_file FROM findings WHERE code = 'file-changed'"
        ).fetchall()


@pytest.mark.parametrize("then", ["changed", "gone", "no text"])
def test_a_file_that_changed_under_a_run_is_not_told_for_ever(
    then: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, file = tmp_path / "source", tmp_path / "source" / "b.txt"
    source.mkdir()
    (source / "a.txt").write_text(text(), encoding="utf-8")
    file.write_text(text("东湖区财政局"), encoding="utf-8")
    real = assets.extract.assets._plan

    def under_the_run(*given):  # type: ignore[no-untyped-def]
        file.write_text(text("西湖区财政局"), encoding="utf-8")
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(assets.extract.assets, "_plan", under_the_run)
        unseen(Order(source, tmp_path / "w", "a"))
    assert told(tmp_path / "w") == [("file-changed", "b.txt")]
    if then == "gone":
        file.unlink()
    if then == "no text":
        file.write_bytes(b"%PDF-1.7")
    unseen(Order(source, tmp_path / "w", "b"))
    assert told(tmp_path / "w") == []


def test_a_file_that_left_before_all_was_done_anew_is_retired_too(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name, agency in (("a", "东湖区财政局"), ("b", "西湖区财政局"), ("c", "南湖区财政局")):
        (source / f"{name}.txt").write_text(text(agency), encoding="utf-8")
    unseen(Order(source, tmp_path / "w", "c"))
    (source / "a.txt").unlink()
    (source / "b.txt").rename(source / "d.txt")
    unseen(Order(source, tmp_path / "w", "d", Redo.ALL))
    with duckdb.connect(str(tmp_path / "w" / LINK), read_only=True) as connection:
        retired = connection.execute("SELECT source_file, moved_to FROM retired_files ORDER BY 1").fetchall()
        counted = connection.execute(
            "SELECT files_seen, files_new, files_moved, files_gone FROM ingest_runs WHERE is_full ORDER BY started_at"
        ).fetchall()
    assert retired == [("a.txt", None), ("b.txt", "d.txt")]
    assert counted == [(3, 3, 0, 0), (2, 0, 1, 2)]


def test_a_figure_larger_than_any_count_is_still_told() -> None:
    told = pl.DataFrame({"value": [1e25, 3.0]}).select(_figure("value"))["value"].to_list()
    assert (float(told[0]), told[1]) == (1e25, "3")
