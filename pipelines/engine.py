"""Where chunks of work are done: in this process, in processes of this machine, or on a Dask cluster.

All give the same results in the same order. A worker that dies loses nothing: what it had in hand is done again. Does not
belong here: what a chunk is, what is done with it (assets), or what happens in a worker (workers.py).
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Any, Protocol, TypeVar

import dagster as dg

from pipelines import parcels as _parcels  # noqa: F401 - frames are sent to workers
from pipelines import workers

T = TypeVar("T")
R = TypeVar("R")

# Beside those under way so many chunks wait for a worker, which bounds memory at any number of chunks.
_AHEAD = 1
# A chunk on which so many workers died is not given to another: it would kill that one too.
_DEATHS = 3
# Seconds that a scheduler has to answer, and a cluster to start its first worker.
_ANSWER = 30
_FIRST_WORKER = 300


class EngineError(RuntimeError):
    """The work cannot be done where it was to be done; the message says why and what to do."""


class _Pool(Protocol):
    """What takes work and gives it back later."""

    @property
    def workers(self) -> int:
        """How many chunks it does at a time, at this moment."""

    def submit(self, work: Callable[[Any], Any], chunk: Any, /) -> Callable[[], Any]:
        """Take a chunk; what is given back waits for its result."""

    def close(self) -> None:
        """Let go of all workers."""


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
            "They need the same gouji installed, and the source under the same path or URL.",
        ),
    },
)
def engine(context: dg.InitResourceContext) -> Iterator[Engine]:
    """An engine that is put together when it first has more than one chunk to do, and ends with the run."""
    config: dict[str, Any] = context.resource_config
    scheduler = config["scheduler"] or os.environ.get("GOUJI_DASK", "")
    opened = Engine(config["processes"] or processors(), scheduler)
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

    def map(self, work: Callable[[T], R], chunks: Iterable[T]) -> Iterator[R]:
        """The results of the chunks, in their order. `work` and chunks can be pickled, unless there is one chunk only.

        Raises what `work` raises, and EngineError where there are no workers, or where they die of a chunk.
        """
        ahead = iter(chunks)
        first = list(islice(ahead, 2))
        if len(first) < 2 or (self.processes < 2 and not self.scheduler):
            for chunk in chain(first, ahead):
                yield work(chunk)
            return
        if self._pool is None:
            self._pool = _Cluster(self.scheduler) if self.scheduler else _Local(self.processes)
        pending: deque[Callable[[], R]] = deque()
        for chunk in chain(first, ahead):
            pending.append(self._pool.submit(work, chunk))
            while len(pending) >= self._pool.workers + _AHEAD:
                yield pending.popleft()()
        while pending:
            yield pending.popleft()()

    def close(self) -> None:
        """End the processes, or let go of the cluster; both begin anew with more work."""
        if self._pool is not None:
            self._pool.close()
        self._pool = None


def processors() -> int:
    """Processors that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)  # not on macOS
    return len(usable(0)) if usable else os.cpu_count() or 1


class _Local:
    """Processes of this machine. When one dies, all are started anew, and what was not done is done by those."""

    def __init__(self, processes: int) -> None:
        self.workers = processes
        self._pool = self._started()

    def submit(self, work: Callable[[Any], Any], chunk: Any, /) -> Callable[[], Any]:
        """Have it done by the next process that is free."""
        pool, future = self._given(work, chunk)

        def result() -> Any:
            nonlocal pool, future
            deaths = 0
            while True:
                try:
                    return future.result()
                except BrokenProcessPool as error:
                    deaths += 1
                    if deaths == _DEATHS:
                        raise EngineError(
                            f"worker processes died {deaths} times over; were they killed for want of memory? "
                            "Run with fewer --processes"
                        ) from error
                    self._mend(pool)
                    pool, future = self._given(work, chunk)

        return result

    def close(self) -> None:
        """End the processes, after what they have in hand."""
        self._pool.shutdown(cancel_futures=True)

    def _given(self, work: Callable[[Any], Any], chunk: Any) -> tuple[ProcessPoolExecutor, Any]:
        try:
            return self._pool, self._pool.submit(work, chunk)
        except BrokenProcessPool:  # it died since the last chunk was given to it
            self._mend(self._pool)
            return self._pool, self._pool.submit(work, chunk)

    def _mend(self, broken: ProcessPoolExecutor) -> None:
        """Start anew, unless that was done since: all that was in hand finds the same pool broken."""
        if self._pool is broken:
            broken.shutdown(cancel_futures=True)
            self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        # There are as many processes as processors: threads for sums of matrices would only wait for each other, busily.
        # It is read when the server loads NumPy.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        # Forked from a clean server: a fork of this process would inherit the locks of its threads.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(
            ["assets.extract.batch", "assets.check.batch", "pipelines.parcels", "pipelines.workers"]
        )
        return ProcessPoolExecutor(self.workers, context, initializer=workers.start)


class _Cluster:
    """A Dask cluster: what a worker that died had in hand, another does."""

    def __init__(self, address: str) -> None:
        try:
            distributed = importlib.import_module("distributed")
        except ImportError as error:
            raise EngineError("a Dask scheduler needs distributed: pip install 'gouji[dask]'") from error
        self._address = address
        try:
            self._client = distributed.Client(address, timeout=_ANSWER, set_as_default=False)
        except (OSError, ValueError) as error:
            raise EngineError(f"no Dask scheduler answers at {address}") from error
        try:
            self._client.wait_for_workers(1, timeout=_FIRST_WORKER)
        except TimeoutError as error:
            self._client.close()
            raise EngineError(
                f"the Dask scheduler {address} had no worker for {_FIRST_WORKER} seconds"
            ) from error
        self._lost: type[Exception] = distributed.client.FutureCancelledError
        self._killed: type[Exception] = distributed.scheduler.KilledWorker
        self._versions = workers.versions()

    @property
    def workers(self) -> int:
        """Threads of all workers there are now: a cluster grows and shrinks."""
        return max(1, int(sum(self._client.nthreads().values())))

    def submit(self, work: Callable[[Any], Any], chunk: Any, /) -> Callable[[], Any]:
        """Have it done; not remembered by its arguments, as the files behind them may have changed."""
        future = self._client.submit(workers.do, self._versions, work, chunk, pure=False)

        def result() -> Any:
            try:
                return future.result()
            except self._killed as error:
                raise EngineError(
                    "workers of the cluster died of the same chunk over and over; for want of memory?"
                ) from error
            except (self._lost, CancelledError) as error:
                raise EngineError(f"the Dask scheduler {self._address} was lost in mid-run") from error

        return result

    def close(self) -> None:
        """Let go of the cluster; what it has in hand for us is given up."""
        self._client.close()
