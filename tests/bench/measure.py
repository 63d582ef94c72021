"""Times what a run does on a corpus beside what merely reading its files takes, in turn and several times over.

Nothing is asserted: the figures are the machine's of that hour. Does not belong here: the page made of them (page.py).
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb

from tests.bench.corpus import write, write_some
from tests.bench.queries import queries

PROJECT = Path(__file__).resolve().parents[2]
_LOOK_EVERY = 0.05
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_QUERY_TIMES = 5


@dataclass
class Cost:
    """What a piece of work took: wall clock, processor time of all its processes, and their largest sum of memory."""

    seconds: float
    cpu: float
    rss: int = 0
    stages: dict[str, float] = field(default_factory=dict)


class Watch(threading.Thread):
    """Looks at a process and all below it while they run."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.rss = 0
        self._cpu: dict[int, float] = {}
        self._over = threading.Event()

    @property
    def cpu(self) -> float:
        """Seconds of processor time, as far as they were seen."""
        return sum(self._cpu.values())

    def run(self) -> None:
        """Look until told to stop."""
        while not self._over.wait(_LOOK_EVERY):
            rss = 0
            for pid in _tree(self.pid):
                try:
                    stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                self._cpu[pid] = (int(stat[11]) + int(stat[12])) / _TICKS
                rss += int(stat[21]) * _PAGE
            self.rss = max(self.rss, rss)

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def run(home: Path, source: Path, warehouse: Path, *options: str) -> Cost:
    """`gouji run`, in a process of its own. Raises RuntimeError where it fails."""
    command = [sys.executable, "-c", "from pipelines.cli import main; main()", "run", str(source)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("GOUJI_", "DAGSTER_"))}
    environment |= {"DAGSTER_HOME": str(home), "PYTHONPATH": str(PROJECT)}
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--warehouse", str(warehouse), *options],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    watch = Watch(process.pid)
    watch.start()
    said, _ = process.communicate()
    seconds = time.perf_counter() - began
    watch.stop()
    if process.returncode:
        raise RuntimeError(said)
    return Cost(seconds, watch.cpu, watch.rss, _stages(home))


def _stages(home: Path) -> dict[str, float]:
    """Seconds of each step of the run before, as Dagster recorded them."""
    import dagster as dg

    os.environ["DAGSTER_HOME"] = str(home)
    with dg.DagsterInstance.get() as instance:
        [record] = instance.get_run_records(limit=1)
        steps = instance.get_run_step_stats(record.dagster_run.run_id)
    return {
        step.step_key: round(step.end_time - step.start_time, 3)
        for step in steps
        if step.end_time is not None and step.start_time is not None
    }


def read_all(root: Path, paths: list[str]) -> float:
    """Read and hash files; seconds of processor time."""
    began = time.process_time()
    for path in paths:
        with open(f"{root}/{path}", "rb") as file:  # noqa: PTH123 - the floor has nothing on top
            blake2b(file.read(), digest_size=16).hexdigest()
    return time.process_time() - began


def floor(pool: Executor, root: Path, paths: list[str], processes: int) -> Cost:
    """Read and hash all files in as many processes as a run has."""
    began = time.perf_counter()
    cpu = sum(pool.map(partial(read_all, root), [paths[i::processes] for i in range(processes)]))
    return Cost(time.perf_counter() - began, cpu)


def stat_walk(root: Path) -> Cost:
    """List all folders and ask for size and times of every file."""

    def walk(folder: str) -> None:
        with os.scandir(folder) as listing:
            for entry in listing:
                entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    walk(entry.path)

    began, cpu = time.perf_counter(), time.process_time()
    walk(str(root))
    return Cost(time.perf_counter() - began, time.process_time() - cpu)


def measure(
    folder: Path, files: int, *, rounds: int = 3, seed: int = 1, say: Callable[[str], object] = print
) -> dict[str, Any]:
    """Make a corpus below an empty folder and measure everything on it: the content of bench/latest.json."""
    processes = len(os.sched_getaffinity(0))
    source, home, one = folder / "source", folder / "home", folder / "one"
    for place in (source, home, one):
        place.mkdir(parents=True)
    began = time.perf_counter()
    paths = write(source, files, seed, processes)
    say(f"{files} files made in {time.perf_counter() - began:.1f} s")
    write_some(one, seed, range(1))
    load = os.getloadavg()[0]
    costs: dict[str, list[Cost]] = {}
    warehouse = folder / "warehouse"

    def keep(name: str, cost: Cost) -> None:
        costs.setdefault(name, []).append(cost)
        say(f"{name:18} {cost.seconds:8.2f} s  cpu {cost.cpu:8.2f} s  {cost.rss / 2**20:6.0f} MiB")

    with ProcessPoolExecutor(processes) as pool:
        floor(
            pool, source, paths, processes
        )  # the files are in memory, and the processes there, for whoever comes first
        for lap in range(rounds):
            for old in (warehouse, folder / "one-warehouse"):
                shutil.rmtree(old, ignore_errors=True)
            keep("floor", floor(pool, source, paths, processes))
            keep("startup", run(home, one, folder / "one-warehouse"))
            keep("run", run(home, source, warehouse))
            keep("stat_walk", stat_walk(source))
            keep("startup_unchanged", run(home, one, folder / "one-warehouse"))
            keep("unchanged", run(home, source, warehouse))
            keep("floor", floor(pool, source, paths, processes))
            changed = range(lap, files, 100)
            for index in changed:
                write_some(source, seed, range(index, index + 1), lap + 1)
            keep("changed1pct", run(home, source, warehouse))
            keep("stat_walk", stat_walk(source))
            keep("recheck", run(home, source, warehouse, "--recheck"))
    return {
        **_told(costs),
        **_warehouse(warehouse / "warehouse.duckdb"),
        "files": files,
        "bytes": sum((source / path).stat().st_size for path in paths),
        "rounds": rounds,
        "processes": processes,
        "load_before": round(load, 1),
        "load_after": round(os.getloadavg()[0], 1),
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        "measured_at": time.strftime("%Y-%m-%d"),
    }


def _told(costs: dict[str, list[Cost]]) -> dict[str, Any]:
    """The medians."""

    def middle(name: str, of: str = "seconds") -> float:
        return float(statistics.median(getattr(cost, of) for cost in costs[name]))

    wall = {name: round(middle(name), 4) for name in costs}
    cpu = {name: round(middle(name, "cpu"), 4) for name in costs}
    stages = {
        name: {
            stage: round(statistics.median(cost.stages.get(stage, 0.0) for cost in costs[name]), 3)
            for stage in costs[name][0].stages
        }
        for name in ("run", "unchanged", "changed1pct", "recheck")
    }
    rss = {
        name: round(max(c.rss for c in found) / 2**20)
        for name, found in costs.items()
        if any(c.rss for c in found)
    }
    return {
        "floor_s": wall["floor"],
        "run_s": wall["run"],
        "ratio": round(wall["run"] / wall["floor"], 2),
        "unchanged_vs_stat_ratio": round(
            wall["unchanged"] / (wall["stat_walk"] + wall["startup_unchanged"]), 2
        ),
        "changed1pct_s": wall["changed1pct"],
        "peak_rss_mb": max(rss.values()),
        "ratio_without_startup": round((wall["run"] - wall["startup"]) / wall["floor"], 2),
        "cpu_ratio_without_startup": round((cpu["run"] - cpu["startup"]) / cpu["floor"], 2),
        "startup_s": wall["startup"],
        "startup_unchanged_s": wall["startup_unchanged"],
        "unchanged_s": wall["unchanged"],
        "recheck_s": wall["recheck"],
        "stat_walk_s": wall["stat_walk"],
        "cpu_s": cpu,
        "stages_s": stages,
        "rss_mb": rss,
    }


def _warehouse(path: Path) -> dict[str, Any]:
    """Size and content of the warehouse, and how fast it answers: of each query the middle of five times, in ms."""
    timed: dict[str, float] = {}
    with duckdb.connect(str(path), read_only=True) as connection:
        [(reports, cells)] = connection.execute(
            "SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM cells)"
        ).fetchall()
        for name, query in queries(connection).items():
            taken = []
            for _ in range(_QUERY_TIMES):
                began = time.perf_counter()
                connection.execute(query).fetchall()
                taken.append(time.perf_counter() - began)
            timed[name] = round(1000 * statistics.median(taken), 1)
    size = path.stat().st_size
    return {"reports": reports, "cells": cells, "warehouse_mb": round(size / 2**20, 1), "queries": timed}
