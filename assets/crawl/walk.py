"""The source folder: one row for every file in it, whatever it is, and safe reading of a file once listed.

Nothing outside the source is ever read. A link is followed if its target lies inside the source; a folder link is
not followed back into a folder it stands in, nor from within another linked folder (its files are listed at their
own place anyway). Does not belong here: encodings (decode.py), spelling of paths (paths.py).
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import polars as pl

from assets.crawl.decode import decode
from assets.crawl.paths import path_of, show
from schemas.tables import ReportFiles, SourceState, dtypes

MAX_BYTES = 32 * 1024 * 1024

_SECOND = 1_000_000_000

Progress = Callable[[int, int], None]


class FileChangedError(Exception):
    """A file is not what it was when the manifest was made."""


class _NotReadError(Exception):
    """A file or folder that is listed but not read: its status and the reason."""

    def __init__(self, status: str, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


@dataclass(frozen=True)
class _Entry:
    """A place in the source folder: `real` is where its bytes are, unless `refusal` says why they are not read."""

    path: str
    info: os.stat_result | None
    real: str = ""
    refusal: _NotReadError | None = None


def digest(data: bytes) -> str:
    """The content hash of the manifest: BLAKE2b of 16 bytes, in hexadecimal."""
    return blake2b(data, digest_size=16).hexdigest()


@dataclass(frozen=True)
class Look:
    """What a look at the source folder found: the rows of files that were read, and of all others only the place.

    `files` and `state` (schemas.tables ReportFiles, SourceState) have the same places, sorted; `unchanged` are those that
    look as they did when they were last read.
    """

    files: pl.DataFrame
    state: pl.DataFrame
    unchanged: frozenset[str]

    @property
    def seen(self) -> int:
        """All files that are there."""
        return self.files.height + len(self.unchanged)


def scan(source: Path, *, max_bytes: int = MAX_BYTES, progress: Progress | None = None) -> pl.DataFrame:
    """The whole manifest of `source` (schemas.tables.ReportFiles), sorted by path. Raises OSError if it cannot be listed."""
    return look(source, max_bytes=max_bytes, progress=progress).files


def look(
    source: Path,
    known: pl.DataFrame | None = None,
    *,
    max_bytes: int = MAX_BYTES,
    progress: Progress | None = None,
) -> Look:
    """Read what is new or looks otherwise than `known` (schemas.tables.SourceState). Raises OSError if it cannot be listed."""
    was = {} if known is None else {place: tuple(looks) for place, *looks in known.iter_rows()}
    unchanged, entries = set(), []
    for entry in _entries(source):
        place, looks = show(entry.path), _looks(entry)
        if looks is not None and was.get(place) == looks:
            unchanged.add(place)
        else:
            entries.append((place, entry, looks))
    rows, state = [], []
    for done, (place, entry, looks) in enumerate(entries, start=1):
        settled = looks is not None and _is_settled(looks)
        row = _row(place, entry, max_bytes)
        rows.append(row)
        times = looks[1:] if looks and settled and row["status"] != "unreadable" else (None, None)
        state.append((place, entry.info.st_size if entry.info else 0, *times))
        if progress:
            progress(done, len(entries))
    types = dtypes(ReportFiles)
    files = pl.DataFrame(rows, schema={**types, "modified_at": pl.Int64}, orient="row")
    return Look(
        files.with_columns(pl.col("modified_at").cast(types["modified_at"])).sort("source_file"),
        pl.DataFrame(state, schema=dtypes(SourceState), orient="row").sort("source_file"),
        frozenset(unchanged),
    )


def _looks(entry: _Entry) -> tuple[int, int, int] | None:
    """Size and times of what can be read; the rest is looked into every time."""
    if entry.refusal or entry.info is None:
        return None
    return entry.info.st_size, entry.info.st_mtime_ns, entry.info.st_ctime_ns


def _is_settled(looks: tuple[int, int, int]) -> bool:
    """Whether a further change would show in the times: a file that changed just now may change again in the same tick."""
    _, mtime, ctime = looks
    coarse = mtime % _SECOND == 0 and ctime % _SECOND == 0
    tick = 2 * _SECOND if coarse else _SECOND // 20
    return abs(time.time_ns() - max(mtime, ctime)) > tick


def fingerprint(source: Path) -> str:
    """A digest of all paths, sizes and modification times: cheap to take, and different when anything changed."""
    seen = blake2b(digest_size=16)
    for entry in _entries(source):
        info = entry.info
        place = os.fsencode(entry.path)
        seen.update(b"%d:%s" % (len(place), place))
        seen.update(f"{info.st_size},{info.st_mtime_ns},{info.st_mode}".encode() if info else b"?")
    return seen.hexdigest()


def read_bytes(source: Path, source_file: str, content_hash: str) -> bytes:
    """The bytes of a listed file, read again. Raises FileChangedError if it is gone, unreadable or not the same."""
    root = os.path.realpath(source)
    real = os.path.realpath(os.path.join(root, path_of(source_file)))  # noqa: PTH118 - names need not be UTF-8
    try:
        if not _inside(root, real):
            raise FileChangedError(source_file)
        data = _read(real, MAX_BYTES)
    except (OSError, _NotReadError) as error:
        raise FileChangedError(source_file) from error
    if digest(data) != content_hash:
        raise FileChangedError(source_file)
    return data


def _inside(root: str, real: str) -> bool:
    return real == root or real.startswith(root.rstrip("/") + "/")


def _entries(source: Path) -> Iterator[_Entry]:
    root = os.path.realpath(source)
    with os.scandir(root):  # a source that cannot be listed is the caller's mistake, not a row
        pass
    yield from _folder(root, root, "", (root,), linked=False)


def _folder(root: str, folder: str, prefix: str, above: tuple[str, ...], *, linked: bool) -> Iterator[_Entry]:
    """Everything under `folder`, depth first. `above` are the real folders it stands in."""
    try:
        with os.scandir(folder) as listing:
            names = sorted(entry.name for entry in listing)
    except OSError as error:
        yield _Entry(prefix, _lstat(folder), refusal=_NotReadError("unreadable", _reason(error)))
        return
    for name in names:
        path, place = prefix + name, f"{folder}/{name}"
        info = _lstat(place)
        if info is None:
            yield _Entry(path, None, refusal=_NotReadError("unreadable", "it vanished"))
            continue
        is_link = stat.S_ISLNK(info.st_mode)
        real = place
        if is_link:
            try:
                real, info = _target(root, place)
            except _NotReadError as refusal:
                yield _Entry(path, info, refusal=refusal)
                continue
        if not stat.S_ISDIR(info.st_mode):
            yield _Entry(path, info, real)
        elif is_link and (linked or any(_inside(real, parent) for parent in above)):
            yield _Entry(
                path, info, refusal=_NotReadError("special", "link to a folder that is listed elsewhere")
            )
        else:
            yield from _folder(root, real, path + "/", (*above, real), linked=linked or is_link)


def _target(root: str, link: str) -> tuple[str, os.stat_result]:
    """Where a link leads, if that is inside the source."""
    try:
        real = os.path.realpath(link, strict=True)
        if not _inside(root, real):
            raise _NotReadError("special", "link to a place outside the source folder")
        return real, os.stat(real)  # noqa: PTH116 - names need not be UTF-8
    except OSError as error:
        raise _NotReadError("special", f"broken link: {_reason(error)}") from error


def _lstat(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except OSError:
        return None


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _read(real: str, max_bytes: int) -> bytes:
    """The bytes of a regular file; never waits on a pipe and never follows a link put in its place."""
    try:
        handle = os.open(real, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise _NotReadError("unreadable", _reason(error)) from error
    with os.fdopen(handle, "rb") as file:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise _NotReadError("special", "not a regular file")
        try:
            data = file.read(max_bytes + 1)
        except OSError as error:
            raise _NotReadError("unreadable", _reason(error)) from error
    if len(data) > max_bytes:
        raise _NotReadError("too_large", f"{info.st_size} > {max_bytes} bytes")
    return data


def _row(place: str, entry: _Entry, max_bytes: int) -> dict[str, Any]:
    """The manifest row of one place."""
    row: dict[str, Any] = {
        "source_file": place,
        "size_bytes": entry.info.st_size if entry.info else 0,
        "modified_at": entry.info.st_mtime_ns // 1000 if entry.info else 0,
        "content_hash": None,
        "encoding": None,
        "line_count": None,
    }
    try:
        if entry.refusal:
            raise entry.refusal
        if entry.info and not stat.S_ISREG(entry.info.st_mode):
            raise _NotReadError("special", "not a regular file")
        data = _read(entry.real, max_bytes)
    except _NotReadError as refusal:
        return {**row, "status": refusal.status, "detail": refusal.detail}
    decoded = decode(data)
    return {
        **row,
        "size_bytes": len(data),
        "content_hash": digest(data),
        "encoding": decoded.encoding,
        "line_count": decoded.line_count,
        "status": decoded.status,
        "detail": decoded.detail,
    }
