"""A Dask cluster of real processes on loopback, for tests."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def needs(module: str, install: str) -> pytest.MarkDecorator:
    """Skip where an optional library is not installed, and say how to install it."""
    return pytest.mark.skipif(
        importlib.util.find_spec(module) is None, reason=f"{module} is not installed: {install}"
    )


def ended(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@dataclass
class Cluster:
    """A scheduler, and workers of one thread each."""

    address: str
    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def worker(self, name: str = "", **environment: str) -> subprocess.Popen[bytes]:
        """Start one more worker, without a nanny: a worker that dies stays dead."""
        named = ("--name", name) if name else ()
        started = python(
            "distributed.cli.dask_worker",
            *(self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard", *named),
            folder=self.folder,
            **environment,
        )
        self.workers.append(started)
        return started


def python(module: str, *arguments: str, folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    """A module run in a process of its own, with this project's packages, from a folder of its own."""
    path = os.pathsep.join([str(PROJECT), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-m", module, *arguments]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            command, cwd=folder, env={**os.environ, "PYTHONPATH": path, **environment}, stdout=log, stderr=log
        )


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A scheduler on a free port and its workers; all are gone afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "scheduler.json"
    scheduler = python(
        "distributed.cli.dask_scheduler",
        *("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)),
        folder=folder,
    )
    made = Cluster("", folder)
    try:
        made.address = _address(told, scheduler)
        for _ in range(workers):
            made.worker()
        yield made
    finally:
        for process in (*made.workers, scheduler):
            ended(process)


def _address(told: Path, scheduler: subprocess.Popen[bytes]) -> str:
    import json

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and scheduler.poll() is None:
        try:
            return str(json.loads(told.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.1)
    raise AssertionError((told.parent / "log").read_text())
