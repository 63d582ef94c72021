"""What happens in worker processes, of this machine or of a cluster. They load this first: nothing heavy is imported here.

Does not belong here: who gets which chunk (engine.py).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from typing import TypeVar

from assets.versions import checker_version, reader_version

T = TypeVar("T")
R = TypeVar("R")


class OtherVersionError(RuntimeError):
    """A worker's gouji is not the run's; what it reads might differ."""


def versions() -> str:
    """What a worker must agree on with the run that it works for."""
    return f"reader {reader_version()}, checker {checker_version()}"


def do(wanted: str, work: Callable[[T], R], chunk: T) -> R:
    """Do a chunk of work on a worker of a cluster, if its gouji is the wanted one. Raises OtherVersionError."""
    if (here := versions()) != wanted:
        raise OtherVersionError(
            f"a worker of the cluster has another gouji ({here}) than this run ({wanted}); install the same on all"
        )
    return work(chunk)


def start() -> None:
    """Begin as a process of this machine: end with the parent, however that ends; Ctrl+C is the parent's to handle."""
    os.environ["POLARS_MAX_THREADS"] = "1"  # there are as many processes as processors
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.join,), daemon=True).start()


def _end_with(wait: Callable[[], object]) -> None:
    """A worker whose parent was killed would wait for work for ever."""
    wait()
    os._exit(1)
