"""Where chunks are done makes no difference to what comes out, and a worker that dies loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from pipelines import engine as engines
from pipelines.engine import Engine, EngineError
from tests.pipelines.chunks import crossed, die, die_once, double, fail, slow, who
from tests.pipelines.cluster import PROJECT, cluster, needs

DASK = needs("distributed", "pip install 'gouji[dask]'")


def family(pid: int) -> dict[int, str]:
    """The processes that a process started, and those that they did: id -> command line."""
    parents, commands = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            commands[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:  # it ended meanwhile
            continue
    found, more = set(), {pid}
    while more := {child for child, parent in parents.items() if parent in more} - found:
        found |= more
    return {child: commands.get(child, "") for child in found}


def at_work(pid: int) -> set[int]:
    """The worker processes of a process: children of its fork server, which share its command line."""
    own = family(pid)
    servers = [child for child, command in own.items() if "multiprocessing.forkserver" in command]
    return {child for server in servers for child in family(server)}


def alive(pids: set[int]) -> set[int]:
    """Those that run; what nobody has buried yet does not."""
    found = set()
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state not in "ZX":
            found.add(pid)
    return found


@pytest.fixture
def two() -> Iterator[Engine]:
    engine = Engine(2)
    yield engine
    engine.close()


def test_results_come_in_order_and_from_several_processes(two: Engine) -> None:
    assert list(two.map(double, range(50))) == [2 * n for n in range(50)]
    others = set(two.map(who, range(12)))
    assert len(others) == 2
    assert os.getpid() not in others


def test_frames_travel_as_they_are_and_compressed(two: Engine) -> None:
    frame = pl.DataFrame(
        {"name": ["青岚县林业局"] * 20_000, "n": [None, 1] * 10_000, "lines": [[1, 2], []] * 10_000}
    )
    for back, size in two.map(crossed, [frame, frame, frame.clear()]):
        assert back.reverse().equals(frame if back.height else frame.clear())
        assert back.schema == frame.schema
        assert size < 100_000


def test_one_chunk_or_one_process_starts_nothing(two: Engine) -> None:
    assert list(two.map(who, [1])) == [os.getpid()]
    assert list(two.map(who, [])) == []
    assert set(Engine(1).map(who, range(3))) == {os.getpid()}


def test_no_more_chunks_are_taken_than_workers_can_soon_do(two: Engine) -> None:
    taken = 0

    def chunks() -> Iterator[int]:
        nonlocal taken
        for number in range(60):
            taken += 1
            yield number

    most = 0
    for done, _ in enumerate(two.map(double, chunks())):
        most = max(most, taken - done)
    assert most <= 2 * 2 + 1


def test_what_a_chunk_raises_ends_the_run_and_no_process_stays(two: Engine) -> None:
    with pytest.raises(ValueError, match="chunk 3 is bad"):
        list(two.map(fail, range(20)))
    two.close()
    assert not at_work(os.getpid())
    assert list(two.map(double, range(3))) == [0, 2, 4]  # it starts anew where it is asked again


def test_what_a_dead_process_had_in_hand_is_done_again(two: Engine, tmp_path: Path) -> None:
    assert list(two.map(die_once, [(tmp_path, n) for n in range(20)])) == list(range(20))
    assert (tmp_path / "died").exists()


def test_a_process_that_dies_between_two_maps_is_replaced(two: Engine) -> None:
    for pid in set(two.map(who, range(8))):
        os.kill(pid, signal.SIGKILL)
    assert list(two.map(double, range(20))) == [2 * n for n in range(20)]


def test_a_chunk_that_kills_every_process_ends_the_run_with_a_word(two: Engine) -> None:
    with pytest.raises(EngineError, match="died 3 times over"):
        list(two.map(die, range(20)))


_PARENT = """
import sys, time
from pathlib import Path
from pipelines.engine import Engine
from tests.pipelines.chunks import slow
for number in Engine(2).map(slow, [(Path(sys.argv[1]), n) for n in range(1000)]):
    print(number, flush=True)
"""


def test_a_killed_parent_leaves_no_process(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _PARENT, tmp_path]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        assert parent.stdout.readline() == b"0\n"
        started = set(family(parent.pid))
        assert {int(mark.name.split(".")[1]) for mark in tmp_path.iterdir()} <= started
        parent.kill()
    deadline = time.monotonic() + 20
    while alive(started) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not alive(started)


def test_without_dask_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EngineError, match=r"gouji\[dask\]"):
        list(Engine(scheduler="tcp://127.0.0.1:1").map(double, range(3)))


@DASK
def test_a_worker_of_the_cluster_is_killed_and_nothing_is_lost(tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster") as dask:
        engine = Engine(scheduler=dask.address)
        marks = tmp_path / "marks"
        marks.mkdir()
        results = engine.map(slow, [(marks, n) for n in range(14)])
        found = [next(results)]
        victim = dask.workers[0]
        deadline = time.monotonic() + 60
        while not list(marks.glob(f"*.{victim.pid}")) and time.monotonic() < deadline:
            found.append(next(results))
        victim.kill()
        victim.wait()
        found += results
        engine.close()
        assert found == list(range(14))
        assert list(marks.glob(f"*.{victim.pid}"))
        assert list(marks.glob(f"*.{dask.workers[1].pid}"))


@DASK
def test_a_worker_with_another_gouji_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other" / "sitecustomize.py"
    other.parent.mkdir()
    other.write_text("import assets.versions\nassets.versions.reader_version = lambda: 'another'\n")
    path = os.pathsep.join([str(other.parent), str(PROJECT), os.environ.get("PYTHONPATH", "")])
    with cluster(tmp_path / "cluster", workers=0) as dask:
        dask.worker(PYTHONPATH=path)
        engine = Engine(scheduler=dask.address)
        with pytest.raises(RuntimeError, match="has another gouji"):
            list(engine.map(double, range(3)))
        engine.close()


@DASK
def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_ANSWER", 1)
    with pytest.raises(EngineError, match=r"no Dask scheduler answers at tcp://127.0.0.1:1"):
        list(Engine(scheduler="tcp://127.0.0.1:1").map(double, range(3)))
