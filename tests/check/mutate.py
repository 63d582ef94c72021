"""Does a test fail when a rule or a comparison is changed? `python -m tests.check.mutate [--only TEXT]`, by `make mutation`.

Each mutant (mutants.py) is put into a copy of the project of its own, in which the tests of this stage then run until one fails.
A mutant under which they all pass is printed, and fails the run. What the project builds on is imported once: a test run is a
fork of this process, which has imported none of the project's modules; and tests that killed before run first.
"""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing.connection import wait
from pathlib import Path

# one thread each: there are as many processes, and a fork takes no thread along
os.environ |= {"OPENBLAS_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1"}

from tests.check.mutants import HERE, Mutant, mutants

# Quick ones first; those that make warehouses and run Dagster are not even imported before the others have passed.
TESTS = (
    (
        "tests/check/test_texts.py",
        "tests/check/test_findings.py",
        "tests/check/test_rules.py",
        "tests/check/test_batches.py",
        "tests/check/test_agencies.py",
        "tests/extract/test_findings.py",
    ),
    ("tests/warehouse", "tests/schemas"),
)
# Not polars, nor what imports it: its threads would be missing in the fork.
_WARM = (
    "pytest",
    "_pytest.assertion.rewrite",
    "hypothesis",
    "numpy",
    "duckdb",
    "openpyxl",
    "altair",
    "jinja2",
)
_OWN = ("assets", "pipelines", "schemas", "tests")
# Seconds of computing after which a test run is taken to go on for ever; it needs about 100.
_LIMIT = 900


class _Order:
    """Of pytest: runs the tests named first before all others, and remembers which one failed."""

    def __init__(self, first: Sequence[str]) -> None:
        self.rank = {name: rank for rank, name in enumerate(first)}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list) -> None:  # type: ignore[type-arg]
        items.sort(key=lambda item: self.rank.get(item.nodeid, len(self.rank)))

    def pytest_runtest_logreport(self, report) -> None:  # type: ignore[no-untyped-def]
        if report.failed:
            self.failed = self.failed or report.nodeid

    def pytest_collectreport(self, report) -> None:  # type: ignore[no-untyped-def]
        self.pytest_runtest_logreport(report)


def _run(copy: Path, first: Sequence[str]) -> None:
    """Run the tests in the copy, in a process of its own; what failed first is left in `failed.txt` beside the copy."""
    resource.setrlimit(resource.RLIMIT_CPU, (_LIMIT, _LIMIT))
    for name in [name for name in sys.modules if name.split(".")[0] in _OWN]:
        del sys.modules[name]
    os.chdir(copy)
    sys.path.insert(0, str(copy))
    os.environ["PYTHONPATH"] = str(copy)
    sys.dont_write_bytecode = False
    out = os.open(copy.parent / "out.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    import pytest

    order = _Order(first)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--basetemp", str(copy.parent / "tmp")]
    code = next((code for tests in TESTS if (code := pytest.main([*options, *tests], plugins=[order]))), 0)
    (copy.parent / "failed.txt").write_text(order.failed, encoding="utf-8")
    os._exit(code)


class _Trial:
    """The tests in a copy of the project, in a process of its own."""

    def __init__(self, copy: Path, first: Sequence[str]) -> None:
        self.folder = copy.parent
        self.process = multiprocessing.get_context("fork").Process(target=_run, args=(copy, tuple(first)))
        self.process.start()

    def end(self) -> str:
        """The test that failed, what else ended the run, or nothing where all passed."""
        self.process.join()
        told = self.folder / "failed.txt"
        failed = told.read_text(encoding="utf-8") if told.exists() else ""
        if self.process.exitcode and not failed:
            failed = f"exit {self.process.exitcode}"
        return failed


def _changed(original: Path, mutant: Mutant) -> Path:
    """A copy of the project with the mutant in it."""
    copy = Path(tempfile.mkdtemp(dir=original.parent)) / "gouji"
    shutil.copytree(original, copy)
    (copy / mutant[0]).write_text(mutant[2], encoding="utf-8")
    return copy


def survivors(chosen: Sequence[Mutant], original: Path, jobs: int) -> list[Mutant]:
    """Those under which all tests pass; prints the fate of each."""
    left, alive, number = list(chosen), [], 0
    killers: dict[str, list[str]] = {}  # of the mutants of a file, the latest first
    trials: dict[object, tuple[Mutant, _Trial]] = {}
    while left or trials:
        while left and len(trials) < jobs:
            mutant = left.pop(0)
            trial = _Trial(_changed(original, mutant), killers.get(mutant[0], ()))
            trials[trial.process.sentinel] = mutant, trial
        for sentinel in wait(trials):  # type: ignore[arg-type]
            mutant, trial = trials.pop(sentinel)
            failed, number = trial.end(), number + 1
            shutil.rmtree(trial.folder)
            fate = f"killed by {failed}" if failed else "SURVIVES"
            print(f"{number}/{len(chosen)}", *mutant[:2], fate, sep="  ", flush=True)
            if failed:
                of_file = killers.setdefault(mutant[0], [])
                of_file[:] = [failed, *(name for name in of_file if name != failed)]
            else:
                alive.append(mutant)
    return alive


def main() -> int:
    """Print each mutant's fate; 1 where one survives."""
    parser = argparse.ArgumentParser(prog="python -m tests.check.mutate")
    parser.add_argument("--only", default="", help="mutants whose file or change contains this")
    parser.add_argument("--jobs", type=int, default=2, help="test runs at a time")
    options = parser.parse_args()
    chosen = [m for m in mutants() if options.only in f"{m[0]} {m[1]}"]
    for name in _WARM:
        importlib.import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder) / "gouji"
        left_out = shutil.ignore_patterns(".venv", ".git", "dagster_home", "*.duckdb", "site", "conformance")
        shutil.copytree(HERE, original, ignore=left_out)
        # leaves compiled modules beside the sources, which the copies take along
        if failed := _Trial(original, ()).end():
            print(f"{failed} fails without any change: nothing can be learnt")
            return 2
        alive = survivors(chosen, original, options.jobs)
    print(f"{len(chosen) - len(alive)} of {len(chosen)} killed")
    return int(bool(alive))


if __name__ == "__main__":
    sys.exit(main())
