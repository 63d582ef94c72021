"""Runs killed at any moment, each followed by another on what it left, while others read; the source changes between.

Half of the kills come from outside after a random time in a random stage; half before a random operation on a file, which
reaches every state that a kill can leave on disk. Now and then a run is left to finish, and its warehouse must be that of
a run that was never killed.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing.connection import Connection, wait
from pathlib import Path

from assets.building import Redo
from assets.warehouse.publish import LINK
from pipelines.instance import prepare_home
from tests.torture import readers
from tests.torture.child import STAGES, Order, Outcome, run, warm
from tests.torture.source import Source
from tests.torture.witness import Witness

_REDO = (*(Redo.CHANGED,) * 7, Redo.CHECKS, *(Redo.ALL,) * 2)
# Of so many runs one goes through Dagster, which takes as long as all the others.
_DAGSTER = 15


@dataclass
class Tally:
    """What was done and seen."""

    kills: Counter[str] = field(default_factory=Counter)  # stage -> kills
    in_dagster: int = 0
    finished: int = 0
    compared: int = 0
    changed_meanwhile: int = 0
    opens: Counter[str] = field(default_factory=Counter)  # version of duckdb -> opens
    held: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add what another lane did."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


def torture(
    folder: Path,
    seed: str,
    kills: int,
    *,
    lanes: int = 1,
    every: int = 10,
    opens: int = 0,
    pythons: tuple[str, ...] = (sys.executable,),
    told: Callable[[str], None] = print,
) -> Tally:
    """Kill so many runs in so many lanes side by side, and compare after `every` kills; open at least `opens` times."""
    warm()
    context = multiprocessing.get_context("fork")
    ends: dict[Connection, int] = {}
    for lane in range(lanes):
        mine, other = context.Pipe()
        share = kills // lanes + (lane < kills % lanes)
        given = (folder / str(lane), f"{seed}:{lane}", share, every, -(-opens // lanes), pythons, other)
        context.Process(target=_lane, args=given).start()
        other.close()
        ends[mine] = 0
    total = Tally()
    while ends:
        for end in wait(list(ends)):
            assert isinstance(end, Connection)
            try:
                said = end.recv()
            except EOFError:
                if ends.pop(end) >= 0:
                    total.faults.append("a lane ended without its tally")
                continue
            if isinstance(said, Tally):
                total.add(said)
                ends[end] = -1
            elif isinstance(said, int):
                ends[end] = said
                told(f"{sum(n for n in ends.values() if n > 0)} of {kills} kills")
            else:
                told(said)
    if total.kills.total() < kills:
        total.faults.append(f"only {total.kills.total()} of {kills} kills")
    if sum(total.opens.values()) < opens:
        total.faults.append(f"only {sum(total.opens.values())} of {opens} opens")
    return total


def _lane(
    folder: Path, seed: str, kills: int, every: int, opens: int, pythons: tuple[str, ...], end: Connection
) -> None:
    lane = Lane(folder, seed, end.send)
    lane.finish()
    watching = _Readers(folder / "warehouse" / LINK, seed, pythons)
    began = time.monotonic()
    said = time.monotonic()
    while lane.tally.kills.total() < kills and not lane.is_hopeless:
        before = lane.tally.kills.total()
        lane.kill_one()
        if lane.tally.kills.total() > before and lane.tally.kills.total() % every == 0:
            lane.compare()
        if time.monotonic() - said > 5:
            said = time.monotonic()
            end.send(lane.tally.kills.total())
    lane.compare()
    # Readers open about four times a second; on a slow machine they are given the time they still need.
    rest = opens / 3 - (time.monotonic() - began)
    while rest > 0 and not lane.is_hopeless:
        lane.finish()
        rest = opens / 3 - (time.monotonic() - began)
    watching.end(lane.tally)
    lane.witness.close()  # where SIGTERM is ignored it would not end with this process
    end.send(lane.tally)


class Lane:
    """A source, a warehouse, and runs one after the other."""

    def __init__(self, folder: Path, seed: str, tell: Callable[[str], None] = print) -> None:
        """Begin with a source that has some reports; nothing is built yet. Faults are told at once."""
        self.seed, self.tell = seed, tell
        self.folder, self.rng, self.tally = folder, random.Random(seed), Tally()  # noqa: S311
        folder.mkdir(parents=True)
        self.source = Source(folder / "source", self.rng)
        self.warehouse = folder / "warehouse"
        os.environ["DAGSTER_HOME"] = str(folder / "home")
        prepare_home()
        self.witness = Witness(self.warehouse)
        self.runs = 0
        self.lasted: dict[tuple[bool, str], float] = {}  # (through Dagster, stage) -> seconds
        self.did: dict[tuple[bool, str], int] = {}  # the same -> operations on files
        self.dead_in_dagster = False

    @property
    def is_hopeless(self) -> bool:
        """Whether so much is wrong that going on teaches nothing."""
        return len(self.tally.faults) > 20

    def kill_one(self) -> None:
        """A run that is to be killed somewhere, and perhaps is; the source may change while it runs, or after."""
        dagster = self.rng.randrange(_DAGSTER) == 0
        stage = self.rng.choice(STAGES)
        after = operation = None
        if self.rng.random() < 0.5:
            after = self.rng.uniform(0, self.lasted.get((dagster, stage), 0.3))
        else:
            operation = self.rng.randrange(max(1, self.did.get((dagster, stage), 10)))
        order = self._order(
            self.rng.choice(_REDO), dagster=dagster, stage=stage, after=after, operation=operation
        )
        moment = self.rng.choice(STAGES[1:3]) if self.rng.random() < 0.2 else None

        def meanwhile(begun: str) -> None:
            if begun == moment:
                self.tally.changed_meanwhile += 1
                self.source.change()

        outcome = run(order, meanwhile)
        self._note(order, outcome)
        if self.rng.random() < 0.5:
            self.source.change()

    def finish(self, *, dagster: bool = False) -> None:
        """A run that nobody disturbs."""
        order = self._order(Redo.CHANGED, dagster=dagster)
        self._note(order, run(order))

    def compare(self) -> None:
        """Finish, and compare with a fresh warehouse of the same source."""
        dagster = self.dead_in_dagster
        self.finish(dagster=dagster)
        fresh = self.folder / "fresh"
        made = run(Order(self.source.path, fresh, "fresh", Redo.ALL))
        if made.failed or made.killed:
            self._fault(f"a fresh run failed: {made.failed}")
            return
        for fault in self.witness.at_rest(fresh):
            self._fault(fault)
        if dagster:
            for fault in self.witness.no_dead_runs():
                self._fault(fault)
            self.dead_in_dagster = False
        for path in fresh.iterdir():
            path.unlink()
        fresh.rmdir()
        self.tally.compared += 1

    def _order(self, redo: Redo, *, dagster: bool, **more: object) -> Order:
        self.runs += 1
        return Order(
            self.source.path,
            self.warehouse,
            f"run-{self.runs:05}",
            redo,
            dagster=dagster,
            **more,  # type: ignore[arg-type]
        )

    def _note(self, order: Order, outcome: Outcome) -> None:
        if outcome.killed and not outcome.failed:
            self.tally.kills[outcome.stage] += 1
            self.tally.in_dagster += order.dagster
            self.dead_in_dagster |= order.dagster
        elif outcome.failed:
            self._fault(f"run {self.runs} ({order}): {outcome.failed}")
        else:
            self.tally.finished += 1
            begun = [*outcome.begun.items(), ("", outcome.seconds)]
            for (stage, start), (_, stop) in pairwise(begun):
                self.lasted[order.dagster, stage] = stop - start
                self.did[order.dagster, stage] = outcome.operations.get(stage, 0)
        if (self.warehouse / LINK).is_symlink():
            for fault in self.witness.look():
                self._fault(f"after run {self.runs} ({order}), in {outcome.stage}: {fault}")

    def _fault(self, fault: str) -> None:
        self.tally.faults.append(fault)
        self.tell(f"FAULT lane {self.seed}: {fault}")


class _Readers:
    """The readers beside a lane: one that opens, and one for each version of duckdb that holds what it opened."""

    def __init__(self, link: Path, seed: str, pythons: tuple[str, ...]) -> None:
        """Start them."""
        ways = [(sys.executable, "open"), *((python, "hold") for python in pythons)]
        ways += [(python, "open") for python in pythons[1:]]
        self.started = [
            subprocess.Popen(
                [python, readers.__file__, str(link), way, f"{seed}:{number}"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for number, (python, way) in enumerate(ways)
        ]

    def end(self, tally: Tally) -> None:
        """Stop them, and add what they saw."""
        for process in self.started:
            out, _ = process.communicate("", timeout=60)
            try:
                told = json.loads(out.splitlines()[-1])
            except (ValueError, IndexError):
                tally.faults.append(f"a reader ended: {out[-500:]}")
                continue
            tally.opens[told["version"]] += told["opens"]
            tally.held += told["held"]
            tally.faults += [f"reader on duckdb {told['version']}: {fault}" for fault in told["faults"]]
