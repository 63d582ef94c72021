"""Which warehouse readers see: a finished build, swapped in whole, while the one they have open stays as it was.

`warehouse.duckdb` is a link to `build-<run>.duckdb` beside it. A build gets that name only when it is complete and on
disk; until then it is called `….partial`, and what a killed run left is swept by the next. `builds.json` says of each
build what it looked like when it was published, so that one that somebody wrote to since is not built upon. Whoever
builds holds a lock; readers never lock. Does not belong here: what is in the file (build.py, assets/building.py).
"""

from __future__ import annotations

import fcntl
import json
import os
import platform
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from assets.buildfile import remove, structure
from assets.building import Building, Redo
from assets.warehouse.build import finish, surface
from assets.warehouse.disk import sync, write_whole

LINK = "warehouse.duckdb"
# What is told of the published build, for people (assets/warehouse/quality).
QUALITY_PAGE = "quality.html"
# Builds kept, the published one among them, for readers that resolved the link a moment before the swap and for rollback.
KEEP = 3

_LOCK = ".publish.lock"
_NEW_LINK = ".warehouse.duckdb.new"
_RECORD = "builds.json"
_BUILD = re.compile(r"build-[\w-]+\.duckdb")


class WarehouseError(Exception):
    """The warehouse folder cannot be published to; the message says why and what to do."""


class BeingBuiltError(WarehouseError):
    """Another process builds there."""

    def __init__(self, folder: Path, holder: str) -> None:
        """`holder` says which process, in words."""
        super().__init__(f"{folder} is being built by {holder}; wait for it, or stop it")
        self.holder = holder


@dataclass(frozen=True)
class Build:
    """A finished build: its file, the run that made it, and what it looked like then."""

    name: str
    run_id: str
    published_at: str
    size_bytes: int
    mtime_ns: int
    structure: str
    surface: str

    @property
    def is_current(self) -> bool:
        """Whether its tables are those of this version of gouji, so that a run can add to it."""
        return self.structure == structure()


def prepare(folder: Path) -> None:
    """Create the folder and refuse, before any work is done, one that cannot be published to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WarehouseError(
            f"the warehouse folder {folder} cannot be written ({reason}); free space, mend its permissions, "
            "or name another with --warehouse"
        ) from error
    link = folder / LINK
    if os.path.lexists(link) and not (link.is_symlink() and _BUILD.fullmatch(str(link.readlink()))):
        raise WarehouseError(
            f"{link} is not a link that gouji made and will not be replaced; move it away or name another folder"
        )


@contextmanager
def turn(folder: Path, run_id: str, waiting: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the folder's lock, which ends with the process, however it ends.

    While another holds it, `waiting` is told who, once, and then this waits; without `waiting`, BeingBuiltError.
    """
    with (folder / _LOCK).open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip() or "another process"
            if waiting is None:
                raise BeingBuiltError(folder, holder) from None
            waiting(holder)
            fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write(
            f"run {run_id} (process {os.getpid()} on {platform.node()}, since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC)\n"
        )
        lock.flush()
        yield


def being_built(folder: Path) -> BeingBuiltError | None:
    """Who builds in the folder at this moment, as the error to raise; None where nobody does."""
    try:
        with turn(folder, "look"):
            return None
    except BeingBuiltError as error:
        return error


def open_building(folder: Path, run_id: str, redo: Redo = Redo.CHANGED) -> Building:
    """The building of a run, for the holder of the lock: upon the published build where that can be relied on."""
    sweep(folder)
    base, known = published(folder), _record_of_published(folder)
    path = folder / f"build-{run_id}.duckdb.partial"
    if base is None:
        return Building(path, run_id)
    fit = known is not None and known.is_current and _is_as_published(base, known)
    try:
        return Building(path, run_id, base, redo=redo if fit else Redo.ALL)
    except duckdb.Error:  # damaged beyond reading: what it held can be read again from the texts
        sweep(folder)
        return Building(path, run_id)


def untouched(folder: Path) -> bool:
    """Whether the published build is as this version of gouji would publish it, views and comments included."""
    known = _record_of_published(folder)
    return known is not None and known.is_current and known.surface == surface()


def publish(folder: Path, building: Building, keep: int = KEEP) -> Path:
    """Finish a building and make it the published one; the path of the build. Only the holder of the lock may."""
    finish(building, anew=not untouched(folder))
    finished = folder / f"build-{building.run_id}.duckdb"
    building.path.chmod(0o444)  # a reader who opens it for writing by mistake is told so
    building.path.rename(finished)
    sync(folder)
    status = finished.stat()
    made = Build(
        finished.name,
        building.run_id,
        datetime.now(UTC).isoformat(timespec="seconds"),
        status.st_size,
        status.st_mtime_ns,
        structure(),
        surface(),
    )
    _record(folder, [*(build for build in builds(folder) if build.name != made.name), made])
    _swap(folder, finished)
    sweep(folder, keep)
    return finished


def published(folder: Path) -> Path | None:
    """The build that readers see; None where there is none."""
    link = folder / LINK
    if not link.is_symlink():
        return None
    target = folder / link.readlink().name
    return target if target.is_file() else None


def builds(folder: Path) -> list[Build]:
    """The builds that are there, oldest first."""
    try:
        rows = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        known = [Build(**row) for row in rows]
    except (OSError, ValueError, TypeError):
        return []  # none, or not ours to understand: everything is built anew
    return [build for build in known if _BUILD.fullmatch(build.name) and (folder / build.name).is_file()]


def roll_back(folder: Path, name: str | None = None) -> Build:
    """Show readers an earlier build again: the named one, else the one published before the present. Takes the lock.

    The next run goes on from there and reads anew what changed since.
    """
    with turn(folder, "rollback"):
        known, now = builds(folder), published(folder)
        position = next((i for i, build in enumerate(known) if now and build.name == now.name), len(known))
        wanted = (
            [build for build in known if name in (build.name, build.run_id)] if name else known[:position]
        )
        if not wanted:
            kept = ", ".join(build.name for build in known) or "none"
            what = f"no build {name}" if name else "no earlier build"
            raise WarehouseError(f"{folder} keeps {what}; its builds: {kept}")
        _swap(folder, folder / wanted[-1].name)
        return wanted[-1]


def sweep(folder: Path, keep: int = KEEP) -> None:
    """Remove all but the newest builds and whatever unfinished ones left. Only the holder of the lock may."""
    for left in (
        *folder.glob("build-*.duckdb.partial*"),
        *folder.glob(f".{_RECORD}.*"),
        *folder.glob(f".{QUALITY_PAGE}.*"),
    ):
        remove(left)
    now, known = published(folder), builds(folder)
    kept = (
        [build.name for build in known if now is None or build.name != now.name][-(keep - 1) :]
        if keep > 1
        else []
    )
    if now is not None:
        kept.append(now.name)
    for path in folder.iterdir():
        if _BUILD.fullmatch(path.name) and path.name not in kept:
            path.unlink(missing_ok=True)
            path.with_name(path.name + ".wal").unlink(missing_ok=True)
    if any(build.name not in kept for build in known):
        _record(folder, [build for build in known if build.name in kept])


def _record_of_published(folder: Path) -> Build | None:
    base = published(folder)
    return next((build for build in builds(folder) if base and build.name == base.name), None)


def _is_as_published(path: Path, known: Build) -> bool:
    status = path.stat()
    return (status.st_size, status.st_mtime_ns) == (known.size_bytes, known.mtime_ns)


def _record(folder: Path, known: list[Build]) -> None:
    """Write builds.json whole or not at all."""
    write_whole(folder / _RECORD, json.dumps([asdict(build) for build in known], indent=1))


def _swap(folder: Path, finished: Path) -> None:
    """Point the link at a build in one step. The target is relative, so that the folder can be moved."""
    new = folder / _NEW_LINK
    new.unlink(missing_ok=True)
    new.symlink_to(finished.name)
    new.replace(folder / LINK)
    sync(folder)
