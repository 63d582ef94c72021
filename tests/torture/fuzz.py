"""Mangled texts through decoding, reading, checking and into a building: whatever they are, they end as rows or findings.

Every input has a seed of its own and can be made again: `python -m tests.torture.fuzz SEED` reads one and says what came
of it. Times are processor times, so that a busy machine changes little. Does not belong here: what is done to the texts
(mutate.py).
"""

from __future__ import annotations

import multiprocessing
import signal
import statistics
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import polars as pl

from assets.building import Building
from assets.check import batch as checks
from assets.check.agencies import agencies
from assets.crawl.changes import FILE_CODES
from assets.crawl.decode import decode
from assets.crawl.walk import digest
from assets.extract.batch import unaccounted
from assets.extract.facts import FACTS, fact, fact_name
from assets.extract.reading import Reading, read_text
from assets.materialize import Door
from schemas.findings import CATALOGUE
from schemas.tables import Cells, Findings, Reports, ReportSections, frame
from tests.torture.mutate import mutated, pool

BATCH = 250
# No input may take so long, in seconds of the processor.
_LIMIT = 20.0
# Milliseconds a kilobyte; what costs less was not read as a report.
_CHEAP = 0.1
# A kilobyte may cost so many times what it costs in the median of all inputs. Smaller inputs count as so many kilobytes,
# for something is done once whatever the size.
_WORST = 60
_LEAST_KB = 2.0


class TooLongError(BaseException):
    """An input took longer than any may; no handler of exceptions may swallow it."""


@dataclass
class Batch:
    """What became of some inputs: `slow` are (ms per KB, seed), the slowest; `faults` are (seed, what was wrong)."""

    inputs: int = 0
    ended: Counter[str] = field(default_factory=Counter)
    size: int = 0
    seconds: float = 0.0
    checking: float = 0.0
    per_kb: list[float] = field(default_factory=list)
    slow: list[tuple[float, str]] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


def torture(
    work: Path, seed: str, inputs: int, *, jobs: int, keep: Path, told: Callable[[str], None] = print
) -> tuple[list[str], list[str]]:
    """(what was measured, what was wrong) of so many inputs; the slowest and the faulty ones are kept as files."""
    seeds = (f"{seed}:{number}" for number in range(inputs))
    total = Batch()
    said = began = time.monotonic()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _start, (work,)) as processes:
        running = {processes.submit(_batch, chunk): chunk[0] for chunk in _chunks(seeds)}
        for done in as_completed(running):
            try:
                batch = done.result()
            except BrokenProcessPool:
                total.faults.append((running[done], "a process died of this input, or of one of the next"))
                break
            for name in ("inputs", "size", "seconds", "checking", "per_kb", "slow", "faults"):
                setattr(total, name, getattr(total, name) + getattr(batch, name))
            total.ended += batch.ended
            total.slow = sorted(total.slow, reverse=True)[:5]
            if time.monotonic() - said > 5:
                said = time.monotonic()
                told(f"{total.inputs} of {inputs} inputs, {total.inputs / (said - began):.0f} a second")
    if not total.slow:
        return [], [f"input {key}: {what}" for key, what in total.faults] or ["nothing was read"]
    texts = pool()
    # A moment's disturbance is not the input's: the slowest are read again, alone.
    slow = sorted((_again(key, texts), key) for _, key in total.slow)
    keep.mkdir(parents=True, exist_ok=True)
    for name, key in [("slowest", slow[-1][1]), *(("fault", key) for key, _ in total.faults[:20])]:
        (keep / f"{name}-{key.replace(':', '-')}.txt").write_bytes(mutated(key, texts))
    faults = [f"input {key}: {what}" for key, what in total.faults]
    # of inputs that cost anything: what is no report is turned away at once
    median = statistics.median([ms for ms in total.per_kb if ms > _CHEAP] or total.per_kb)
    faults += [
        f"input {key} takes {ms:.0f} ms a KB, the median is {median:.2f}"
        for ms, key in slow
        if ms > _WORST * median
    ]
    return [
        f"{total.inputs} inputs of {total.size / max(1, total.inputs) / 1024:.1f} KB on the average",
        "ended as " + ", ".join(f"{name} {number}" for name, number in total.ended.most_common()),
        f"{len(total.faults)} faults",
        f"reading {1000 * total.seconds / max(1, total.inputs):.1f} ms an input, checking {1000 * total.checking / max(1, total.inputs):.1f} ms (processor)",
        f"a KB: median {median:.2f} ms, worst {slow[-1][0]:.1f} ms (input {slow[-1][1]}, kept in {keep})",
    ], faults


def _chunks(seeds: Iterator[str]) -> Iterator[list[str]]:
    while some := list(islice(seeds, BATCH)):
        yield some


_texts: list[str] = []
_work: list[Path] = []


def _start(work: Path) -> None:
    _texts[:] = pool()
    _work[:] = [work]
    signal.signal(signal.SIGVTALRM, _too_long)


def _too_long(*_: object) -> None:
    raise TooLongError


def _batch(seeds: list[str]) -> Batch:
    return fuzz(seeds, _texts, _work[0] / f"{seeds[0].replace(':', '-')}.duckdb")


def fuzz(seeds: Sequence[str], texts: Sequence[str], path: Path) -> Batch:
    """Read these inputs, check what they say together, and put it into a building at `path`."""
    done, readings = Batch(inputs=len(seeds)), dict[str, Reading]()
    for key in seeds:
        data = mutated(key, texts)
        before = time.process_time()
        try:
            with _limited():
                ended, reading = read(data, key)
        except (Exception, TooLongError):
            done.faults.append((key, _last_lines()))
            continue
        seconds = time.process_time() - before
        done.ended[ended] += 1
        done.size += len(data)
        done.seconds += seconds
        per_kb = 1000 * seconds / max(_LEAST_KB, len(data) / 1024)
        done.per_kb.append(per_kb)
        done.slow.append((per_kb, key))
        if ended == "nothing":
            done.faults.append((key, "neither a row nor a finding"))
        elif reading:
            readings[key] = reading
    done.slow = sorted(done.slow, reverse=True)[:5]
    before = time.process_time()
    done.faults += _through(readings, path)
    done.checking = time.process_time() - before
    return done


def read(data: bytes, key: str) -> tuple[str, Reading | None]:
    """(as what an input ended, what it says where it is a text)."""
    decoded = decode(data)
    if decoded.status != "text":
        return (FILE_CODES[decoded.status] if FILE_CODES[decoded.status] in CATALOGUE else "nothing"), None
    reading = read_text(decoded.text, f"{key}.txt", digest(data))
    ended = "rows" if reading.reports else "findings only" if reading.findings else "nothing"
    return ended, reading


def _through(readings: dict[str, Reading], path: Path) -> list[tuple[str, str]]:
    """Check the readings together; where that fails, halve them until the culprits are found."""
    if not readings:
        return []
    try:
        with _limited():
            wrong = check(list(readings.values()), path)
    except (Exception, TooLongError):
        wrong = _last_lines()
    if not wrong:
        return []
    keys = list(readings)
    if len(keys) == 1:
        return [(keys[0], wrong)]
    half = len(keys) // 2
    parts = [{key: readings[key] for key in some} for some in (keys[:half], keys[half:])]
    return [fault for part in parts for fault in _through(part, path)] or [
        (keys[0], f"only together: {wrong}")
    ]


def check(readings: Sequence[Reading], path: Path) -> str | None:
    """What is wrong with these readings, their cells' account, or what the check stage makes of them."""
    # Two inputs may be the same bytes, which a run reads once.
    readings = list(
        {tuple(p["report_id"] for p in r.reports) or index: r for index, r in enumerate(readings)}.values()
    )
    cells = frame([c for r in readings for c in r.cells], Cells)
    reports = frame([p for r in readings for p in r.reports], Reports)
    sections = frame([s for r in readings for s in r.sections], ReportSections)
    findings = frame([f for r in readings for f in r.findings], Findings)
    missing = unaccounted(reports, cells)
    if not missing.is_empty():
        return f"not accounted for: {missing.rows()[:3]}"
    path.unlink(missing_ok=True)
    building = Building(path, "fuzz")
    door = Door(building)
    door.valid("reports", cells, Cells)
    same = reports.unique("report_id", maintain_order=True)  # two inputs may be the same bytes
    if same.height != reports.height:
        cells = cells.unique(["report_id", "table_no", "row_key", "col_key"], maintain_order=True)
        sections, reports = sections.unique(maintain_order=True), same
    names, dim_agency = agencies(reports)
    found = checks.check(checks.Batch(reports, cells, sections, names))
    made = {
        "reports": reports,
        "report_sections": sections,
        **{fact_name(no): fact(no, cells, reports) for no in FACTS},
        "agency_names": names,
        "dim_agency": dim_agency,
        **found,
        "findings": pl.concat([findings, found["findings"]]),
    }
    for name, rows in made.items():
        door.put(name, rows)
    building.discard()
    return None


@contextmanager
def _limited() -> Iterator[None]:
    """Raise TooLongError in the work inside when it takes too long. Matching a regular expression heeds it too."""
    signal.setitimer(signal.ITIMER_VIRTUAL, _LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _again(key: str, texts: Sequence[str]) -> float:
    data, took = mutated(key, texts), []
    for _ in range(3):
        before = time.process_time()
        read(data, key)
        took.append(time.process_time() - before)
    return 1000 * min(took) / max(_LEAST_KB, len(data) / 1024)


def _last_lines() -> str:
    return " | ".join(traceback.format_exc().splitlines()[-5:])


if __name__ == "__main__":
    signal.signal(signal.SIGVTALRM, _too_long)
    for given in sys.argv[1:]:
        with Path(f"{given.replace(':', '-')}.txt").open("wb") as out:
            out.write(mutated(given, pool()))
        outcome, what = read(mutated(given, pool()), given)
        print(given, outcome, what and (what.findings, check([what], Path(f"{given}.duckdb"))))
