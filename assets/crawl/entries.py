"""What every kind of source gives: its files as they look from outside, and their bytes.

Belongs here: the words that sources and the manifest share. Does not belong here: how one kind lists and reads
(local.py, remote.py), or what is made of it (walk.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol


class NotReadError(Exception):
    """A file or folder that is listed but not read: its status (schemas.tables.FILE_STATUSES) and the reason."""

    def __init__(self, status: str, detail: str) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail


class SourceError(OSError):
    """The source as a whole cannot be listed or reached; the message says why. No file's fault, so the run ends."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the source: `path` is relative to it, `key` is where its bytes are, unless `refusal` says why not read.

    Times are nanoseconds since 1970, `mode` is that of `os.stat`, `tag` a mark that changes with the content (an etag
    or a version); None where the source does not tell.
    """

    path: str
    key: str = ""
    size: int = 0
    mtime_ns: int | None = None
    ctime_ns: int | None = None
    mode: int | None = None
    tag: str | None = None
    refusal: NotReadError | None = None


class Source(Protocol):
    """A folder, or what is like one."""

    def entries(self) -> Iterator[Entry]:
        """Every file in it, whatever it is. Raises OSError if it cannot be listed."""

    def contents(self, entries: Iterable[Entry], max_bytes: int) -> Iterator[bytes | NotReadError]:
        """The bytes of each entry, or why they are not read, in the same order. Raises SourceError."""

    def read(self, path: str, max_bytes: int) -> bytes:
        """The bytes at a path that was listed before. Raises NotReadError, SourceError."""
