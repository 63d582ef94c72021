"""Where chunks of work are done: in this process, in processes of this machine, or on a Dask cluster.

All give the same results in the same order. Does not belong here: what a chunk is, or what is done with it (assets).
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, Protocol, TypeVar

import dagster as dg

T = TypeVar("T")
R = TypeVar("R")

# So many chunks a worker are under way or waiting at a time, which bounds memory at any number of chunks.
_AHEAD = 2


class _Pool(Protocol):
    """What takes work and gives it back later."""

    workers: int

    def submit(self, work: Callable[[Any], Any], chunk: Any, /) -> Any:
        """Something with a method `result`."""


@dg.resource(
    description="Where chunks of work are done; the results are the same.",
    config_schema={
        "processes": dg.Field(
            int,
            default_value=0,
            description="Processes of this machine. 0: as many as it has processors; 1: all is done in the run's own.",
        ),
        "scheduler": dg.Field(
            str,
            default_value="",
            description="Address of a Dask scheduler (tcp://host:8786), whose workers do the work instead. "
            "They need gouji installed and the source folder under the same path.",
        ),
    },
)
def engine(context: dg.InitResourceContext) -> Iterator[Engine]:
    """An engine that is put together when it first has more than one chunk to do, and ends with the run."""
    config: dict[str, Any] = context.resource_config
    scheduler = config["scheduler"] or os.environ.get("GOUJI_DASK", "")
    opened = Engine(config["processes"] or len(os.sched_getaffinity(0)), scheduler)
    try:
        yield opened
    finally:
        opened.close()


class Engine:
    """Does chunks of work, some at a time."""

    def __init__(self, processes: int = 1, scheduler: str = "") -> None:
        """Nothing is started before there is work for it."""
        self.processes = processes
        self.scheduler = scheduler
        self._pool: _Pool | None = None
        self._close: Callable[[], object] | None = None

    def map(self, work: Callable[[T], R], chunks: Iterable[T]) -> Iterator[R]:
        """The results of the chunks, in their order. `work` and chunks can be pickled, unless there is one chunk only."""
        ahead = iter(chunks)
        first = [chunk for chunk, _ in zip(ahead, range(2), strict=False)]
        if len(first) < 2 or (self.processes < 2 and not self.scheduler):
            for chunk in (*first, *ahead):
                yield work(chunk)
            return
        pool = self._started()
        pending: deque[Any] = deque()
        for chunk in (*first, *ahead):
            pending.append(pool.submit(work, chunk))
            if len(pending) >= pool.workers * _AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()

    def close(self) -> None:
        """End the processes, or let go of the cluster."""
        if self._close is not None:
            self._close()
        self._pool = self._close = None

    def _started(self) -> _Pool:
        if self.scheduler:
            if self._pool is None:
                client = importlib.import_module("distributed").Client(self.scheduler, timeout=30)
                self._pool, self._close = _Cluster(client), client.close
            return self._pool
        if self._pool is None:
            # Forked from a clean server: a fork of this process would inherit the locks of its threads.
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["assets.extract.batch", "assets.check.batch"])
            pool = ProcessPoolExecutor(self.processes, context, initializer=_end_with_parent)
            self._pool, self._close = _Local(pool, self.processes), lambda: pool.shutdown(cancel_futures=True)
        return self._pool


class _Local:
    """Processes of this machine."""

    def __init__(self, pool: ProcessPoolExecutor, processes: int) -> None:
        self._pool = pool
        self.workers = processes

    def submit(self, work: Callable[[Any], Any], chunk: Any, /) -> Future[Any]:
        """Have it done by the next process that is free."""
        return self._pool.submit(work, chunk)


class _Cluster:
    """A Dask cluster: what a worker that died had in hand, another does."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.workers = max(1, int(sum(client.nthreads().values())))

    def submit(self, work: Callable[[Any], Any], chunk: Any, /) -> Future[Any]:
        """Have it done; not remembered by its arguments, as the files behind them may have changed."""
        future: Future[Any] = self._client.submit(work, chunk, pure=False, retries=2)
        return future


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
