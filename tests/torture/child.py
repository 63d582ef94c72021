"""A run of gouji in a forked process, which says where it is, and kills itself where told.

The parent has imported everything and run nothing: what has started no threads of its own can be forked, and a fork costs
hundredths of the seconds that the imports cost. Does not belong here: which run is killed when (kills.py).
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import vl_convert
from pandera.backends.polars.register import register_polars_backends

import assets.check.assets
import assets.crawl.assets
import assets.extract.assets
import assets.warehouse.assets
import assets.warehouse.publish
from assets.building import Redo
from assets.versions import checker_version, reader_version
from pipelines.definitions import defs
from pipelines.engine import Engine
from pipelines.local import run_nightly
from pipelines.resources import Folders
from schemas.form import forms
from schemas.rules import rules_of
from schemas.tables import TABLES

# In their order: each lasts until the next begins. `swap`: all that follows the finished file, until readers see it and
# old builds are gone. `end`: what follows that (the file beside the warehouse, the lock, Dagster's own records).
STAGES = ("start", "crawl", "extract", "check", "build", "swap", "end")
# No run of these small folders lasts so long; one that does hangs.
_LIMIT = 600
_DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1"/>'
# What is done to files, as sys.audit names it; each is told before it happens.
_OPERATIONS = ("open", "os.rename", "os.remove", "os.symlink", "os.chmod", "shutil.copyfile", "fcntl.flock")


@dataclass(frozen=True)
class Order:
    """What a child is to do: a run through Dagster or without it, and where it is to end.

    `after` seconds into `stage` the parent kills it; before operation number `operation` of `stage` it kills itself.
    """

    source: Path | str  # a folder, or a URL
    warehouse: Path
    run_id: str
    redo: Redo = Redo.CHANGED
    dagster: bool = False
    stage: str | None = None
    after: float | None = None
    operation: int | None = None


@dataclass
class Outcome:
    """What became of it: `killed` in the last stage of `begun`; `failed` says why it ended badly of itself."""

    killed: bool
    failed: str | None
    begun: dict[str, float] = field(default_factory=dict)  # stage -> seconds from the start
    operations: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def stage(self) -> str:
        """The stage it was in when it ended."""
        return list(self.begun)[-1] if self.begun else STAGES[0]


def warm() -> None:
    """Have made once, in the parent, what every run makes anew and needs no thread."""
    for spec in TABLES.values():
        spec.model.to_schema()
    for form in forms():
        rules_of(form)
    register_polars_backends()
    reader_version()
    checker_version()
    assets.warehouse.publish.structure()
    assets.warehouse.publish.surface()
    defs.resolve_job_def("nightly")
    # A renderer starts threads and takes longer than all else in so small a run; it touches no file.
    vl_convert.vegalite_to_svg = lambda *_, **__: _DRAWN


def run(order: Order, meanwhile: Callable[[str], None] = lambda _: None) -> Outcome:
    """Have a child do it, and kill it as ordered; `meanwhile` is told each stage as it begins."""
    sys.stdout.flush()
    sys.stderr.flush()
    began = time.monotonic()
    heard, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(heard)
        _child(order, tell)  # does not return
    os.close(tell)
    outcome = Outcome(killed=False, failed=None)
    strike = [began + _LIMIT]
    for stage, rest in _marks(heard, strike):
        if stage is None:
            _kill(pid)
            outcome.failed = None if strike[0] < began + _LIMIT else f"it hung in {outcome.stage}"
            strike[0] = time.monotonic() + _LIMIT
            continue
        if stage == "fault":
            outcome.failed = rest
        elif stage == "operations":
            outcome.operations = dict(zip(STAGES, map(int, rest.split()), strict=True))
        else:
            outcome.begun[stage] = time.monotonic() - began
            if stage == order.stage and order.after is not None:
                strike[0] = time.monotonic() + order.after
            meanwhile(stage)
    os.close(heard)
    _, status = os.waitpid(pid, 0)
    outcome.killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    if not outcome.killed and status and not outcome.failed:
        outcome.failed = f"it ended with status {status} in {outcome.stage}"
    outcome.seconds = time.monotonic() - began
    return outcome


def _marks(heard: int, deadline: list[float]) -> Iterator[tuple[str | None, str]]:
    """The lines of a child until it ends; (None, "") when the deadline, the one of a list that may be changed, has come."""
    kept = b""
    while True:
        ready, _, _ = select.select([heard], [], [], max(0.0, deadline[0] - time.monotonic()))
        if not ready:
            yield None, ""
            continue
        read = os.read(heard, 65536)
        if not read:
            return
        *lines, kept = (kept + read).split(b"\n")
        for line in lines:
            stage, _, rest = line.decode(errors="replace").partition(" ")
            yield stage, rest


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def _child(order: Order, tell: int) -> None:
    status = 1
    try:
        counted = dict.fromkeys(STAGES, 0)
        now = [STAGES[0]]

        def begin(stage: str) -> None:
            now[0] = stage
            os.write(tell, f"{stage}\n".encode())

        def operated(event: str, _: Any) -> None:
            if event in _OPERATIONS:
                if now[0] == order.stage and counted[now[0]] == order.operation:
                    _kill(os.getpid())
                counted[now[0]] += 1

        _mark_stages(begin)
        begin(STAGES[0])
        sys.addaudithook(operated)
        failure = _with_dagster(order) if order.dagster else without_dagster(order)
        if failure:
            os.write(tell, f"fault {failure}\n".encode())
        os.write(tell, f"operations {' '.join(str(n) for n in counted.values())}\n".encode())
        status = 0
    except BaseException:  # whatever it is, the parent is to hear of it
        os.write(tell, ("fault " + traceback.format_exc().replace("\n", " | ") + "\n").encode())
    finally:
        os._exit(status)


def _with_dagster(order: Order) -> str | None:
    failure = run_nightly(order.source, order.warehouse, redo=order.redo)
    return failure and failure.message.replace("\n", " | ")


def without_dagster(order: Order) -> None:
    """The same stages in the same order on the same building, without the seconds that Dagster takes to record them."""
    publishing = assets.warehouse.publish
    folders = Folders(source=str(order.source), warehouse=str(order.warehouse))
    publishing.prepare(order.warehouse)
    context = SimpleNamespace(log=SimpleNamespace(info=lambda _: None))
    with publishing.turn(order.warehouse, order.run_id):
        building = publishing.open_building(order.warehouse, order.run_id, order.redo)
        given = {
            "folders": folders,
            "building": building,
            "engine": Engine(),
            "progress": lambda *_: None,
            "context": context,
        }
        try:
            for door, wants in (
                (assets.crawl.assets.crawled, ("context", "folders", "building", "progress")),
                (assets.extract.assets.extracted, ("context", "folders", "building", "engine", "progress")),
                (assets.check.assets.checked, ("context", "building", "engine", "progress")),
                (assets.warehouse.assets.described, ("building",)),
                (assets.warehouse.assets.published, ("context", "folders", "building")),
            ):
                made: Any = door.op.compute_fn
                for result in made.decorated_fn(**{name: given[name] for name in wants}):
                    bad = [c for c in result.check_results if not c.passed and c.severity.value == "ERROR"]
                    if bad:
                        raise RuntimeError(f"{bad[0].asset_key} {bad[0].check_name} {bad[0].metadata}")
        finally:
            building.discard()


def _mark_stages(begin: Callable[[str], None]) -> None:
    """Have the stages begin where their first step is called."""
    publishing = assets.warehouse.publish

    def mark(module: ModuleType, name: str, before: str | None, after: str | None = None) -> None:
        real = getattr(module, name)

        def marked(*given: Any, **named: Any) -> Any:
            if before:
                begin(before)
            result = real(*given, **named)
            if after:
                begin(after)
            return result

        setattr(module, name, marked)

    mark(assets.crawl.assets, "look", "crawl")
    mark(assets.extract.assets, "_plan", "extract")
    mark(assets.check.assets, "_plan", "check")
    mark(publishing, "finish", "build", "swap")
    mark(assets.warehouse.assets, "publish", None, "end")
