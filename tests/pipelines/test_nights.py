"""Night after night: what a run does anew, what it keeps, and what it tells."""

import os
import random
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

import assets.check.assets
import assets.extract.assets
import assets.extract.batch
import assets.warehouse.assets
import assets.warehouse.runs
from assets.building import Redo
from assets.warehouse.publish import builds, published, roll_back
from tests.pipelines.nights import NEW, aged, ask, digest, night, quick_night, write
from tests.reports import folder, text


def test_what_did_not_change_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "source")
    aged(tmp_path / "source")
    first = quick_night(tmp_path)
    assert (first["files_seen"], first["files_read"], first["files_new"]) == (6, 6, 6)
    assert (first["texts_read"], first["reports_checked"]) == (3, 2)
    before = digest(tmp_path)
    opened = []
    real = os.open

    def watched(path: Any, *how: Any, **more: Any) -> int:
        if str(tmp_path / "source") in str(path):
            opened.append(path)
        return real(path, *how, **more)

    monkeypatch.setattr(os, "open", watched)
    second = night(tmp_path)
    assert opened == []
    assert (second["files_unchanged"], second["files_read"], second["texts_read"]) == (6, 0, 0)
    assert second["reports_checked"] == 0
    assert digest(tmp_path) == before


def test_each_kind_of_change_redoes_just_what_it_concerns(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    write(source / "other.txt", text("东湖区财政局", 2021))
    write(source / "other22.txt", text("东湖区财政局", 2022))
    write(source / "other25.txt", text("东湖区财政局", 2025))
    aged(source)
    quick_night(tmp_path)
    write(source / "new.txt", text("西山县教育局", 2021))
    added = quick_night(tmp_path)
    assert (added["files_new"], added["texts_read"], added["reports_checked"]) == (1, 1, 1)
    write(source / "other.txt", text("东湖区财政局", 2021, {NEW: "5"}))
    changed = quick_night(tmp_path)
    # and the next year of the agency, because rules look from one to the other
    assert (changed["files_changed"], changed["texts_read"], changed["reports_checked"]) == (1, 1, 2)
    revised = ask(tmp_path, "select cause, row_key, col_key, raw_from, raw_to from report_revisions")
    assert revised == [
        {"cause": "file", "row_key": NEW.row_key, "col_key": NEW.col_key, "raw_from": "0", "raw_to": "5"}
    ]
    (source / "new.txt").rename(source / "renamed.txt")
    moved = quick_night(tmp_path)
    assert (moved["files_moved"], moved["files_gone"], moved["files_new"]) == (1, 1, 0)
    [left] = ask(tmp_path, "select source_file, moved_to from retired_files")
    assert left == {"source_file": "new.txt", "moved_to": "renamed.txt"}
    shutil.copy(source / "renamed.txt", source / "twice.txt")
    copied = quick_night(tmp_path)
    assert (copied["files_moved"], copied["files_seen"]) == (1, 11)
    assert ask(tmp_path, "select count(*) as n from reports where agency = '西山县教育局'") == [{"n": 1}]
    # edited and renamed at once: told by the agency and year
    (source / "other.txt").unlink()
    write(source / "东湖.txt", text("东湖区财政局", 2021, {NEW: "6"}))
    quick_night(tmp_path)
    revised = ask(tmp_path, "select source_file, raw_from, raw_to from report_revisions where raw_from = '5'")
    assert revised == [{"source_file": "other.txt", "raw_from": "5", "raw_to": "6"}]
    (source / "东湖.txt").unlink()
    gone = quick_night(tmp_path)
    assert (gone["files_gone"], gone["reports_checked"]) == (1, 1)
    assert ask(tmp_path, "select count(*) as n from report_revisions where cause = 'gone'") == [{"n": 200}]
    assert ask(tmp_path, "select moved_to from retired_files where source_file = '东湖.txt'") == [
        {"moved_to": None}
    ]
    assert len(ask(tmp_path, "select run_id from ingest_runs")) == 7
    quick_night(tmp_path, Redo.ALL, "afresh")
    assert digest(tmp_path) == digest(tmp_path, "afresh")


@pytest.mark.parametrize("seed", range(2))
def test_nights_of_changes_end_where_one_full_run_does(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - the order of changes
    source = folder(tmp_path / "source")
    agencies = ["青岚县林业局", "云溪市水务局", "东湖区财政局"]
    for number in range(5):
        for _ in range(4):
            files = sorted(p for p in source.rglob("*") if p.is_file())
            victim = chance.choice(files)
            place = source / chance.choice(["", "x", "x/y"]) / f"{chance.randrange(9)}.txt"
            what = chance.choice(["write", "edit", "move", "copy", "remove", "spoil"])
            place.parent.mkdir(parents=True, exist_ok=True)
            if what == "write":
                figures = {NEW: str(chance.randrange(3))}
                write(place, text(chance.choice(agencies), chance.choice([2021, 2022, 2023, 2025]), figures))
            elif what == "edit":
                victim.write_bytes(victim.read_bytes().replace(b"\t0", b"\t7", 1))
            elif what == "move" and not place.exists():
                victim.rename(place)
            elif what == "copy" and not place.exists():
                shutil.copy(victim, place)
            elif what == "remove" and len(files) > 3:
                victim.unlink()
            elif what == "spoil":
                victim.write_bytes(b"%PDF-1.4")
        quick_night(tmp_path, chance.choice([Redo.CHANGED, Redo.CHANGED, Redo.CHECKS]))
        if number in (2, 4):
            shutil.rmtree(tmp_path / "afresh", ignore_errors=True)
            quick_night(tmp_path, warehouse="afresh")
            assert digest(tmp_path) == digest(tmp_path, "afresh")
    rows = digest(tmp_path)
    # how many changes there were before is nothing to Dagster: one of the sources goes through it
    (quick_night if seed else night)(tmp_path, Redo.ALL)
    assert digest(tmp_path) == rows
    elsewhere = shutil.copytree(source, tmp_path / "elsewhere" / "source")
    quick_night(elsewhere.parent, warehouse="../w")
    assert digest(tmp_path) == rows


def test_a_new_reader_reads_all_texts_and_new_rules_only_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a reader that reads otherwise leaves its revisions."""
    folder(tmp_path / "source")
    aged(tmp_path / "source")
    quick_night(tmp_path)
    rows = digest(tmp_path)
    for module in (assets.check.assets, assets.warehouse.runs):
        monkeypatch.setattr(module, "checker_version", lambda: "other rules")
    rules = quick_night(tmp_path)
    assert (rules["files_read"], rules["texts_read"], rules["reports_checked"]) == (0, 0, 2)

    def newer(reader: str) -> None:
        for module in (assets.extract.assets, assets.warehouse.runs):
            monkeypatch.setattr(module, "reader_version", lambda: reader)

    newer("other reader")
    reader = quick_night(tmp_path)
    assert (reader["files_read"], reader["texts_read"], reader["reports_checked"]) == (0, 3, 2)
    again = quick_night(tmp_path)
    assert (again["texts_read"], again["reports_checked"]) == (0, 0)
    assert digest(tmp_path) == rows
    assert ask(tmp_path, "select * from report_revisions") == []  # read anew, and alike
    newer("one that reads otherwise")
    real = assets.extract.batch.read_text

    def other(text: str, *more: str) -> Any:
        return real(text.replace("\t7", "\t8", 1), *more)

    monkeypatch.setattr(
        assets.extract.assets, "extract", lambda *a: assets.extract.batch.extract(*a, read=other)
    )
    quick_night(tmp_path)
    revised = ask(tmp_path, "select cause, raw_from, raw_to from report_revisions")
    assert revised == [{"cause": "reader", "raw_from": "7", "raw_to": "8"}]


def test_a_quiet_night_leaves_a_large_build_as_it_is_and_its_row_comes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "source")
    aged(source)
    quick_night(tmp_path)
    build = published(tmp_path / "w")
    monkeypatch.setattr(assets.warehouse.assets, "SMALL", 0)
    for _ in range(2):
        quick_night(tmp_path)
        assert published(tmp_path / "w") == build
    with (tmp_path / "w" / "runs.jsonl").open("a") as log:
        log.write('{"run_id": "half a li')
    write(source / "new.txt", text("西山县教育局", 2021))
    quick_night(tmp_path)
    read = ask(tmp_path, "select files_read, files_unchanged from ingest_runs order by started_at")
    assert [tuple(row.values()) for row in read] == [(6, 0), (0, 6), (0, 6), (1, 6)]
    assert not (tmp_path / "w" / "runs.jsonl").exists()


def test_a_build_can_be_shown_again_and_the_next_night_goes_on_from_it(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    quick_night(tmp_path)
    first = digest(tmp_path)
    write(source / "new.txt", text("西山县教育局", 2021))
    quick_night(tmp_path)
    second = digest(tmp_path)
    shown = roll_back(tmp_path / "w")
    assert digest(tmp_path) == first
    assert published(tmp_path / "w") == tmp_path / "w" / shown.name
    quick_night(tmp_path)
    assert digest(tmp_path) == second
    assert len(builds(tmp_path / "w")) == 3
    assert {stat.S_IMODE((tmp_path / "w" / b.name).stat().st_mode) for b in builds(tmp_path / "w")} == {0o444}
