"""A source that is a folder of this machine.

Nothing outside the source is ever read. A link is followed if its target lies inside the source; a folder link is
not followed back into a folder it stands in, nor from within another linked folder (its files are listed at their
own place anyway).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from assets.crawl.entries import Entry, NotReadError


class Local:
    """The files under a folder."""

    def __init__(self, folder: Path) -> None:
        """Nothing is looked at yet."""
        self._root = os.path.realpath(folder)

    def entries(self) -> Iterator[Entry]:
        """Every file, depth first, by name. Raises OSError if the folder cannot be listed."""
        with os.scandir(self._root):  # a source that cannot be listed is the caller's mistake, not a row
            pass
        yield from _folder(self._root, self._root, "", (self._root,), linked=False)

    def contents(self, entries: Iterable[Entry], max_bytes: int) -> Iterator[bytes | NotReadError]:
        """The bytes of each entry, or why they are not read."""
        for entry in entries:
            try:
                if entry.refusal:
                    raise entry.refusal
                if entry.mode is not None and not stat.S_ISREG(entry.mode):
                    raise NotReadError("special", "not a regular file")
                data = _read(entry.key, max_bytes)
            except NotReadError as refusal:
                yield refusal
            else:
                yield data

    def read(self, path: str, max_bytes: int) -> bytes:
        """The bytes at a path that was listed before."""
        try:
            real = os.path.realpath(os.path.join(self._root, path))  # noqa: PTH118 - names need not be UTF-8
            if not _inside(self._root, real):
                raise NotReadError("special", "a place outside the source folder")
            return _read(real, max_bytes)
        except OSError as error:
            raise NotReadError("unreadable", _reason(error)) from error


def _entry(
    path: str, info: os.stat_result | None, key: str = "", refusal: NotReadError | None = None
) -> Entry:
    if info is None:
        return Entry(path, key, refusal=refusal)
    return Entry(
        path, key, info.st_size, info.st_mtime_ns, info.st_ctime_ns, mode=info.st_mode, refusal=refusal
    )


def _inside(root: str, real: str) -> bool:
    return real == root or real.startswith(root.rstrip("/") + "/")


def _folder(root: str, folder: str, prefix: str, above: tuple[str, ...], *, linked: bool) -> Iterator[Entry]:
    """Everything under `folder`, depth first. `above` are the real folders it stands in."""
    try:
        with os.scandir(folder) as listing:
            names = sorted(entry.name for entry in listing)
    except OSError as error:
        yield _entry(prefix, _lstat(folder), refusal=NotReadError("unreadable", _reason(error)))
        return
    for name in names:
        path, place = prefix + name, f"{folder}/{name}"
        info = _lstat(place)
        if info is None:
            yield _entry(path, None, refusal=NotReadError("unreadable", "it vanished"))
            continue
        is_link = stat.S_ISLNK(info.st_mode)
        real = place
        if is_link:
            try:
                real, info = _target(root, place)
            except NotReadError as refusal:
                yield _entry(path, info, refusal=refusal)
                continue
        if not stat.S_ISDIR(info.st_mode):
            yield _entry(path, info, real)
        elif is_link and (linked or any(_inside(real, parent) for parent in above)):
            yield _entry(
                path, info, refusal=NotReadError("special", "link to a folder that is listed elsewhere")
            )
        else:
            yield from _folder(root, real, path + "/", (*above, real), linked=linked or is_link)


def _target(root: str, link: str) -> tuple[str, os.stat_result]:
    """Where a link leads, if that is inside the source."""
    try:
        real = os.path.realpath(link, strict=True)
        if not _inside(root, real):
            raise NotReadError("special", "link to a place outside the source folder")
        return real, os.stat(real)  # noqa: PTH116 - names need not be UTF-8
    except OSError as error:
        raise NotReadError("special", f"broken link: {_reason(error)}") from error


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
        raise NotReadError("unreadable", _reason(error)) from error
    with os.fdopen(handle, "rb") as file:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise NotReadError("special", "not a regular file")
        try:
            data = file.read(
                min(info.st_size, max_bytes) + 1
            )  # room for all that is allowed costs more than reading
            if info.st_size < len(data) <= max_bytes:  # it grew, or does not tell its size
                data += file.read(max_bytes + 1 - len(data))
        except OSError as error:
            raise NotReadError("unreadable", _reason(error)) from error
    if len(data) > max_bytes:
        raise NotReadError("too_large", f"{info.st_size} > {max_bytes} bytes")
    return data
