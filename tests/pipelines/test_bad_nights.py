"""How a night bears what goes wrong: files that change or vanish, full disks, hostile names; and who is told."""

import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

import assets.check.batch
import assets.extract.assets
from assets.building import Redo
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from pipelines.notify import tell
from tests.pipelines.nights import NEW, aged, ask, digest, night, quick_night, write
from tests.reports import folder, text


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
    quick_night(tmp_path)
    assert ask(tmp_path, "select source_file from findings where code = 'file-changed'") == [
        {"source_file": "b.txt"}
    ]
    quick_night(tmp_path)
    assert ask(tmp_path, "select source_file from findings where code = 'file-changed'") == []
    quick_night(tmp_path, warehouse="afresh")
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
    quick_night(tmp_path)
    assert ask(tmp_path, "select count(*) as n from reports") == [{"n": 0}]
    failure = run_nightly(source, tmp_path / "w")
    assert failure is not None
    assert str(source) in failure.message
    (tmp_path / "unplugged").rename(source)
    quick_night(tmp_path)
    assert ask(tmp_path, "select count(*) as n from reports") == [{"n": 2}]


def test_an_empty_source_is_taken_for_a_drive_that_is_not_mounted(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    quick_night(tmp_path)
    rows = digest(tmp_path)
    shutil.rmtree(source)
    source.mkdir()
    failure = run_nightly(source, tmp_path / "w")
    assert failure is not None
    assert "held 6 files" in failure.message and "--full" in failure.message
    assert digest(tmp_path) == rows
    emptied = quick_night(tmp_path, Redo.ALL)
    assert (emptied["files_gone"], emptied["reports"]) == (6, 0)
    assert len(ask(tmp_path, "select * from retired_files")) == 6


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
    quick_night(tmp_path)
    assert quick_night(tmp_path)["files_unchanged"] == 13


@contextmanager
def full_at(megabytes: float) -> Iterator[None]:
    """The limit on the size of a file stands for the full disk: writing fails where it would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handled = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(megabytes * 2**20), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handled)


# the one stops the history of runs, the other the warehouse
@pytest.mark.parametrize(("megabytes", "next_night"), [(0.3, night), (5.5, quick_night)])
def test_a_full_disk_fails_the_run_says_so_and_leaves_what_was_published(
    megabytes: float, next_night: Callable[[Path], object], tmp_path: Path
) -> None:
    source = folder(tmp_path / "source")
    quick_night(tmp_path)
    rows = digest(tmp_path)
    write(source / "new.txt", text("西山县教育局", 2021))
    with full_at(megabytes):
        failure = run_nightly(source, tmp_path / "w")
    assert failure is not None
    assert "free space" in failure.message
    assert digest(tmp_path) == rows
    assert list((tmp_path / "w").glob("*.partial*")) == []
    next_night(tmp_path)
    assert ask(tmp_path, "select count(*) as n from reports") == [{"n": 3}]


def test_a_large_file_a_nul_and_a_loop_are_rows_and_findings(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    (source / "loop").symlink_to(source)
    (source / "nul.txt").write_bytes(text().encode().replace(b"\t0", b"\t\x000", 1))
    with (source / "line.txt").open("wb") as large:
        large.truncate(200 * 2**20)
    write(source / "long.txt", text("东湖区财政局") + "零" * 3_000_000)
    quick_night(tmp_path)
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
    for year in range(2017, 2025):
        write(source / f"{year}.txt", text(year=year))
    for one in (quick_night, quick_night, night):
        one(tmp_path)
    assert not told.exists()
    for year in (2019, 2020):
        (source / f"{year}.txt").unlink()
    night(tmp_path)
    [event] = [json.loads(line) for line in told.read_text().splitlines()]
    assert (event["event"], event["warehouse"]) == ("unusual_night", str(tmp_path / "w"))
    assert event["message"] == "usual_number: files 6, median 8, nights 3"
    for year in range(2021, 2025):
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
        broken.setenv("GOUJI_NOTIFY", "/no/such/program")
        failure = run_nightly(source, tmp_path / "w")
        assert failure is not None and "planted" in failure.message
        for messenger in ("false", f"{sys.executable} -c 'raise SystemExit(3)'"):
            broken.setenv("GOUJI_NOTIFY", messenger)
            with dg.DagsterInstance.get() as instance:
                tell(instance, failure.run_id, failure.message)
    night(tmp_path)
