from pathlib import Path

import polars as pl

from assets.crawl.changes import file_findings, homes
from assets.crawl.walk import scan
from assets.extract.batch import unaccounted
from assets.extract.reading import Reading, read_text
from tests.reports import folder, frames, read_folder, text


def codes(found: pl.DataFrame) -> list[tuple[str, str]]:
    return list(found.select("source_file", "code").iter_rows())


def tell(source: Path) -> pl.DataFrame:
    """What is said of the files of a folder."""
    report_files = scan(source)
    return file_findings(report_files, homes(report_files))


def test_the_same_bytes_are_one_report(tmp_path: Path) -> None:
    source = folder(tmp_path)
    found = read_folder(source)
    assert found.reports["source_file"].to_list() == ["a.txt", "b.txt"]
    assert ("sub/a-again.txt", "file-duplicate") in codes(tell(source))
    assert unaccounted(found.reports, found.cells).is_empty()


def test_of_several_places_the_nearest_and_shortest_is_the_reports(tmp_path: Path) -> None:
    for place in ("backup/deep/report.txt", "copies/report.txt", "longest-name.txt", "report.txt", "z.txt"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text(), encoding="utf-8")
    for gone, home in (("z.txt", "z.txt"), ("report.txt", "report.txt"), ("longest-name.txt",) * 2):
        found = read_folder(tmp_path)
        assert found.reports["source_file"].to_list() == [home]
        others = {source_file for source_file, code in codes(tell(tmp_path)) if code == "file-duplicate"}
        assert others == {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.txt")} - {home}
        (tmp_path / gone).unlink()
    assert read_folder(tmp_path).reports["source_file"].to_list() == ["copies/report.txt"]


def test_our_fault_on_one_file_leaves_the_others(tmp_path: Path) -> None:
    def read(text: str, source_file: str, content_hash: str) -> Reading:
        if source_file == "a.txt":
            raise RuntimeError("planted")
        if source_file == "notes.txt":
            return Reading(reports=[{"report_id": object()}])
        return read_text(text, source_file, content_hash)

    source = folder(tmp_path)
    found = read_folder(source, read=read)
    assert found.reports["source_file"].to_list() == ["b.txt"]
    failed = found.findings.filter(pl.col("code") == "read-failed")
    assert failed["source_file"].to_list() == ["a.txt", "notes.txt"]
    assert "planted" in failed["message_en"][0]


def test_a_file_that_changes_after_the_manifest_is_left_out(tmp_path: Path) -> None:
    source = folder(tmp_path)
    manifest = scan(source)
    (source / "b.txt").write_text("changed")
    found = read_folder(source, manifest)
    assert ("b.txt", "file-changed") in codes(found.findings)
    assert found.reports["source_file"].to_list() == ["a.txt"]


def test_a_lost_doubled_or_miscounted_cell_is_seen() -> None:
    cells, reports = frames("2021")
    assert unaccounted(reports, cells).is_empty()
    assert unaccounted(reports, cells.head(-1)).height == 1
    assert unaccounted(reports, pl.concat([cells.head(-1), cells.head(1)])).height == 1
    assert unaccounted(reports.with_columns(blank=pl.lit(1, pl.Int64)), cells).height == 1
    swapped = reports.with_columns(blank=pl.lit(1, pl.Int64), reported=pl.col("reported") - 1)
    assert unaccounted(swapped, cells).height == 1
