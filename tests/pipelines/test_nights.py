"""Night after night: what a run does anew, what it keeps, what it tells, and how it bears what goes wrong."""

import json
import os
import random
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest

import assets.check.assets
import assets.check.batch
import assets.crawl.assets
import assets.extract.assets
import assets.warehouse.assets
from assets.building import Redo
from assets.warehouse.digest import content_digest
from assets.warehouse.publish import LINK, builds, published, roll_back
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from schemas.form import CellKey
from tests.reports import folder, text
from tests.torture.child import Order, without_dagster

NEW = CellKey("3", "new_received", "natural_person")


def night(where: Path, redo: Redo = Redo.CHANGED, warehouse: str = "w") -> dict[str, Any]:
    """One run from `where`/source; its row in ingest_runs."""
    prepare_home()
    failure = run_nightly(where / "source", where / warehouse, redo=redo)
    assert failure is None, failure
    return ask(where, "select * from ingest_runs order by started_at desc limit 1", warehouse)[0]


def quick_night(where: Path, redo: Redo = Redo.CHANGED, warehouse: str = "w") -> None:
    """The stages of a night without Dagster, which takes most of the seconds of so small a one."""
    without_dagster(Order(where / "source", where / warehouse, f"{time.time_ns()}", redo))


def ask(where: Path, query: str, warehouse: str = "w") -> list[dict[str, Any]]:
    with duckdb.connect(str(where / warehouse / LINK), read_only=True) as connection:
        found = connection.execute(query)
        names = [name for name, *_ in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def digest(where: Path, warehouse: str = "w") -> dict[str, str]:
    with duckdb.connect(str(where / warehouse / LINK), read_only=True) as connection:
        return content_digest(connection)


def aged(source: Path) -> None:
    """Give every file a time long ago, so that a further change is sure to show."""
    for path in source.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    time.sleep(0.06)  # the times of attributes cannot be set; wait until they are settled


def write(path: Path, what: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(what, encoding="utf-8")


def test_what_did_not_change_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "source")
    aged(tmp_path / "source")
    first = night(tmp_path)
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
    aged(source)
    night(tmp_path)
    write(source / "new.txt", text("西山县教育局", 2021))
    added = night(tmp_path)
    assert (added["files_new"], added["texts_read"], added["reports_checked"]) == (1, 1, 1)
    write(source / "other.txt", text("东湖区财政局", 2021, {NEW: "5"}))
    changed = night(tmp_path)
    # both years of the agency, because rules look from one to the other
    assert (changed["files_changed"], changed["texts_read"], changed["reports_checked"]) == (1, 1, 2)
    revised = ask(tmp_path, "select cause, row_key, col_key, raw_from, raw_to from report_revisions")
    assert revised == [
        {"cause": "file", "row_key": NEW.row_key, "col_key": NEW.col_key, "raw_from": "0", "raw_to": "5"}
    ]
    (source / "new.txt").rename(source / "renamed.txt")
    moved = night(tmp_path)
    assert (moved["files_moved"], moved["files_gone"], moved["files_new"]) == (1, 1, 0)
    [left] = ask(tmp_path, "select source_file, moved_to from retired_files")
    assert left == {"source_file": "new.txt", "moved_to": "renamed.txt"}
    shutil.copy(source / "renamed.txt", source / "twice.txt")
    copied = night(tmp_path)
    assert (copied["files_moved"], copied["files_seen"]) == (1, 10)
    assert ask(tmp_path, "select count(*) as n from reports where agency = '西山县教育局'") == [{"n": 1}]
    # edited and renamed at once: told by the agency and year
    (source / "other.txt").unlink()
    write(source / "东湖.txt", text("东湖区财政局", 2021, {NEW: "6"}))
    night(tmp_path)
    revised = ask(tmp_path, "select source_file, raw_from, raw_to from report_revisions where raw_from = '5'")
    assert revised == [{"source_file": "other.txt", "raw_from": "5", "raw_to": "6"}]
    (source / "东湖.txt").unlink()
    gone = night(tmp_path)
    assert (gone["files_gone"], gone["reports_checked"]) == (1, 1)
    assert ask(tmp_path, "select count(*) as n from report_revisions where cause = 'gone'") == [{"n": 200}]
    assert ask(tmp_path, "select moved_to from retired_files where source_file = '东湖.txt'") == [
        {"moved_to": None}
    ]
    assert len(ask(tmp_path, "select run_id from ingest_runs")) == 7
    night(tmp_path, Redo.ALL, "afresh")
    assert digest(tmp_path) == digest(tmp_path, "afresh")


@pytest.mark.parametrize("seed", range(3))
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
                write(place, text(chance.choice(agencies), chance.choice([2021, 2022]), figures))
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
    night(tmp_path, Redo.ALL)
    assert digest(tmp_path) == rows
    elsewhere = shutil.copytree(source, tmp_path / "elsewhere" / "source")
    assert run_nightly(elsewhere, tmp_path / "w") is None
    assert digest(tmp_path) == rows


def test_a_new_reader_reads_all_texts_and_new_rules_only_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path / "source")
    aged(tmp_path / "source")
    night(tmp_path)
    rows = digest(tmp_path)
    for module in (assets.check.assets, assets.warehouse.runs):
        monkeypatch.setattr(module, "checker_version", lambda: "other rules")
    rules = night(tmp_path)
    assert (rules["files_read"], rules["texts_read"], rules["reports_checked"]) == (0, 0, 2)
    for module in (assets.extract.assets, assets.warehouse.runs):
        monkeypatch.setattr(module, "reader_version", lambda: "other reader")
    reader = night(tmp_path)
    assert (reader["files_read"], reader["texts_read"], reader["reports_checked"]) == (0, 3, 2)
    again = night(tmp_path)
    assert (again["texts_read"], again["reports_checked"]) == (0, 0)
    assert digest(tmp_path) == rows
    assert ask(tmp_path, "select * from report_revisions") == []  # read anew, and alike


def test_a_reader_that_reads_otherwise_leaves_its_revisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "source")
    night(tmp_path)
    for module in (assets.extract.assets, assets.warehouse.runs):
        monkeypatch.setattr(module, "reader_version", lambda: "other reader")
    real = assets.extract.batch.read_text

    def other(text: str, *more: str) -> Any:
        return real(text.replace("\t7", "\t8", 1), *more)

    monkeypatch.setattr(
        assets.extract.assets, "extract", lambda *a: assets.extract.batch.extract(*a, read=other)
    )
    assert (source / "b.txt").exists()
    night(tmp_path)
    revised = ask(tmp_path, "select cause, raw_from, raw_to from report_revisions")
    assert revised == [{"cause": "reader", "raw_from": "7", "raw_to": "8"}]


def test_a_file_that_changes_while_it_is_read_is_healed_by_the_next_night(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "source")
    aged(source)
    real = assets.extract.assets.extract

    def late(*args: Any) -> Any:
        write(source / "b.txt", text("云溪市水务局", 2023))
        monkeypatch.setattr(assets.extract.assets, "extract", real)
        return real(*args)

    monkeypatch.setattr(assets.extract.assets, "extract", late)
    night(tmp_path)
    assert ask(tmp_path, "select source_file from findings where code = 'file-changed'") == [
        {"source_file": "b.txt"}
    ]
    night(tmp_path)
    assert ask(tmp_path, "select source_file from findings where code = 'file-changed'") == []
    night(tmp_path, warehouse="afresh")
    assert digest(tmp_path) == digest(tmp_path, "afresh")


def test_a_source_that_vanishes_in_mid_run_is_healed_by_the_next_night(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "source")
    real = assets.extract.assets.extract

    def gone(*args: Any) -> Any:
        source.rename(tmp_path / "unplugged")
        monkeypatch.setattr(assets.extract.assets, "extract", real)
        return real(*args)

    monkeypatch.setattr(assets.extract.assets, "extract", gone)
    night(tmp_path)
    assert ask(tmp_path, "select count(*) as n from reports") == [{"n": 0}]
    failure = run_nightly(source, tmp_path / "w")
    assert failure is not None
    assert str(source) in failure.message
    (tmp_path / "unplugged").rename(source)
    night(tmp_path)
    assert ask(tmp_path, "select count(*) as n from reports") == [{"n": 2}]


def test_an_empty_source_is_taken_for_a_drive_that_is_not_mounted(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    night(tmp_path)
    rows = digest(tmp_path)
    shutil.rmtree(source)
    source.mkdir()
    failure = run_nightly(source, tmp_path / "w")
    assert failure is not None
    assert "held 6 files" in failure.message and "--full" in failure.message
    assert digest(tmp_path) == rows
    emptied = night(tmp_path, Redo.ALL)
    assert (emptied["files_gone"], emptied["reports"]) == (6, 0)
    assert len(ask(tmp_path, "select * from retired_files")) == 6


def test_a_quiet_night_leaves_a_large_build_as_it_is_and_its_row_comes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "source")
    aged(source)
    night(tmp_path)
    build = published(tmp_path / "w")
    monkeypatch.setattr(assets.warehouse.assets, "SMALL", 0)
    for _ in range(2):
        assert run_nightly(source, tmp_path / "w") is None
        assert published(tmp_path / "w") == build
    with (tmp_path / "w" / "runs.jsonl").open("a") as log:
        log.write('{"run_id": "half a li')
    write(source / "new.txt", text("西山县教育局", 2021))
    night(tmp_path)
    read = ask(tmp_path, "select files_read, files_unchanged from ingest_runs order by started_at")
    assert [tuple(row.values()) for row in read] == [(6, 0), (0, 6), (0, 6), (1, 6)]
    assert not (tmp_path / "w" / "runs.jsonl").exists()


def test_a_build_can_be_shown_again_and_the_next_night_goes_on_from_it(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    night(tmp_path)
    first = digest(tmp_path)
    write(source / "new.txt", text("西山县教育局", 2021))
    night(tmp_path)
    second = digest(tmp_path)
    shown = roll_back(tmp_path / "w")
    assert digest(tmp_path) == first
    assert published(tmp_path / "w") == tmp_path / "w" / shown.name
    night(tmp_path)
    assert digest(tmp_path) == second
    assert len(builds(tmp_path / "w")) == 3
    assert {stat.S_IMODE((tmp_path / "w" / b.name).stat().st_mode) for b in builds(tmp_path / "w")} == {0o444}


def test_hostile_names_go_through_as_they_are(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    names = [
        "'; drop table reports; --.txt",
        '"quoted".txt',
        "a\nb.txt",
        "..\\..\\x.txt",
        "=cmd()|' '!A0.txt",
    ]
    for number, name in enumerate(names):
        write(source / name, text("西山县教育局", 2015 + number))
    Path(os.fsdecode(os.fsencode(source) + b"/\xff\xfe.txt")).write_text(text("西山县教育局", 2014))
    write(source / "<script>alert(1)</script>" / "x.txt", text("东湖区财政局"))
    night(tmp_path)
    found = {row["source_file"] for row in ask(tmp_path, "select source_file from reports")}
    assert {names[0], names[1], "a\\x0ab.txt", "..\\\\..\\\\x.txt", "\\xff\\xfe.txt"} <= found
    assert len(found) == 2 + 7
    aged(source)
    night(tmp_path)
    assert night(tmp_path)["files_unchanged"] == 13


@pytest.mark.parametrize("megabytes", [0.3, 5.5])
def test_a_full_disk_fails_the_run_says_so_and_leaves_what_was_published(
    megabytes: float, tmp_path: Path
) -> None:
    """The limit on the size of a file stands for the full disk: writing fails where it would."""
    source = folder(tmp_path / "source")
    night(tmp_path)
    rows = digest(tmp_path)
    write(source / "new.txt", text("西山县教育局", 2021))
    code = (
        "import resource, sys, signal; from pathlib import Path\n"
        "from pipelines.local import run_nightly\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({int(megabytes * 2**20)},) * 2)\n"
        "print(run_nightly(Path(sys.argv[1]), Path(sys.argv[2])))"
    )
    command = [sys.executable, "-c", code, str(source), str(tmp_path / "w")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Failure(" in done.stdout, done
    assert "free space" in done.stdout, done.stdout
    assert digest(tmp_path) == rows
    assert list((tmp_path / "w").glob("*.partial*")) == []
    night(tmp_path)
    assert ask(tmp_path, "select count(*) as n from reports") == [{"n": 3}]


def test_a_large_file_a_nul_and_a_loop_are_rows_and_findings(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    (source / "loop").symlink_to(source)
    (source / "nul.txt").write_bytes(text().encode().replace(b"\t0", b"\t\x000", 1))
    with (source / "line.txt").open("wb") as large:
        large.truncate(200 * 2**20)
    write(source / "long.txt", text("东湖区财政局") + "零" * 3_000_000)
    night(tmp_path)
    told = ask(tmp_path, "select source_file, code from findings where code like 'file-%' order by all")
    by_file = {row["source_file"]: row["code"] for row in told}
    assert by_file["loop"] == "file-special"
    assert by_file["nul.txt"] == "file-binary"
    assert by_file["line.txt"] == "file-too-large"
    assert ask(tmp_path, "select reported from reports where source_file = 'long.txt'") == [{"reported": 200}]


NOTIFIER = "import json, sys; open(sys.argv[1], 'a').write(json.dumps(json.load(sys.stdin)) + '\\n')"


def notified(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    script = tmp_path / "notifier.py"
    script.write_text(NOTIFIER)
    monkeypatch.setenv("GOUJI_NOTIFY", f"{sys.executable} {script} {tmp_path / 'told'}")
    return tmp_path / "told"


def test_few_files_or_many_failures_warn_and_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = notified(monkeypatch, tmp_path)
    source = tmp_path / "source"
    for year in range(2005, 2025):
        write(source / f"{year}.txt", text(year=year))
    for _ in range(3):
        night(tmp_path)
    assert not told.exists()
    for year in range(2010, 2015):
        (source / f"{year}.txt").unlink()
    night(tmp_path)
    [event] = [json.loads(line) for line in told.read_text().splitlines()]
    assert (event["event"], event["warehouse"]) == ("unusual_night", str(tmp_path / "w"))
    assert event["message"] == "usual_number: files 15, median 20, nights 3"
    for year in range(2015, 2025):
        write(source / f"{year}.txt", text(year=year, figures={NEW: "7"}))
    told.unlink()
    night(tmp_path)
    events = [json.loads(line)["message"] for line in told.read_text().splitlines()]
    assert any(message.startswith("usual_share_of_failures: ") for message in events)


def test_a_failed_run_is_told_and_a_broken_messenger_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = notified(monkeypatch, tmp_path)
    source = folder(tmp_path / "source")

    def fail(*_: object) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as broken:
        broken.setattr(assets.check.batch, "evaluate", fail)
        prepare_home()
        assert run_nightly(source, tmp_path / "w") is not None
        [event] = [json.loads(line) for line in told.read_text().splitlines()]
        assert event["event"] == "run_failed" and "planted" in event["message"]
        for messenger in ("/no/such/program", "false", f"{sys.executable} -c 'raise SystemExit(3)'"):
            broken.setenv("GOUJI_NOTIFY", messenger)
            failure = run_nightly(source, tmp_path / "w")
            assert failure is not None and "planted" in failure.message
    night(tmp_path)
