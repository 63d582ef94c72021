"""Which warehouse readers see: a finished build, swapped in whole, while the one they have open stays as it was.

`warehouse.duckdb` is a link to `build-<run>.duckdb` beside it. A build gets that name only when it is complete and on
disk; until then it is called `….partial`, and what a killed run left is swept by the next. Publishers take turns by
a lock; readers never lock. Does not belong here: what is in the file (build.py).
"""

from __future__ import annotations

import fcntl
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from assets.warehouse.build import build, sync

LINK = "warehouse.duckdb"
# Builds kept, the published one among them, for readers that resolved the link a moment before the swap.
KEEP = 3

_LOCK = ".publish.lock"
_NEW_LINK = ".warehouse.duckdb.new"
_BUILD = re.compile(r"build-[\w-]+\.duckdb")


class WarehouseError(Exception):
    """The warehouse folder cannot be published to; the message says why and what to do."""


def prepare(folder: Path) -> None:
    """Create the folder and refuse, before any work is done, one that cannot be published to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WarehouseError(
            f"the warehouse folder {folder} cannot be written ({reason}); name another with --warehouse"
        ) from error
    link = folder / LINK
    if os.path.lexists(link) and not (link.is_symlink() and _BUILD.fullmatch(str(link.readlink()))):
        raise WarehouseError(
            f"{link} is not a link that gouji made and will not be replaced; move it away or name another folder"
        )


def publish(folder: Path, run_id: str, frames: Mapping[str, pl.DataFrame]) -> Path:
    """Build a warehouse from the frames and make it the published one; the path of the build."""
    prepare(folder)
    finished = folder / f"build-{run_id}.duckdb"
    partial = finished.with_name(finished.name + ".partial")
    with _turn(folder):
        _sweep(folder, KEEP)
        build(partial, frames)
        partial.rename(finished)
        _swap(folder, finished)
        _sweep(folder, KEEP)
    return finished


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """Wait for other publishers; the lock ends with the process, however it ends."""
    with (folder / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _swap(folder: Path, finished: Path) -> None:
    """Point the link at a build in one step. The target is relative, so that the folder can be moved."""
    new = folder / _NEW_LINK
    new.unlink(missing_ok=True)
    new.symlink_to(finished.name)
    new.replace(folder / LINK)
    sync(folder)


def _sweep(folder: Path, keep: int) -> None:
    """Remove all but the newest builds and whatever unfinished ones left. Only the holder of the lock may."""
    link = folder / LINK
    published = str(link.readlink()) if link.is_symlink() else None
    for left in folder.glob("build-*.duckdb.partial*"):
        left.unlink()
    builds = sorted(
        (p for p in folder.iterdir() if _BUILD.fullmatch(p.name)),
        key=lambda p: (p.name == published, p.stat().st_mtime_ns),
        reverse=True,
    )
    for old in builds[keep:]:
        old.unlink()
        old.with_name(old.name + ".wal").unlink(missing_ok=True)
