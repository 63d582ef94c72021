"""What workers do in tests of the engine.

Not in the tests themselves: each worker loads the module of what it does, and theirs loads Dagster, which takes seconds.
"""

from __future__ import annotations

import os
import pickle
import signal
import time
from pathlib import Path

import polars as pl


def double(number: int) -> int:
    return 2 * number


def who(_: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def die_once(job: tuple[Path, int]) -> int:
    """The chunk 3 kills the first process that gets it."""
    folder, number = job
    if number == 3 and not (folder / "died").exists():
        (folder / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fail(number: int) -> int:
    if number == 3:
        raise ValueError("chunk 3 is bad")
    return number


def slow(job: tuple[Path, int]) -> int:
    """Leaves a mark of who has it in hand, then takes its time."""
    folder, number = job
    (folder / f"{number}.{os.getpid()}").touch()
    time.sleep(0.4)
    return number


def crossed(frame: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    return frame.reverse(), len(pickle.dumps(frame))
