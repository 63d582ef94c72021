"""The manifest of a source: one row for every file in it, whatever it is, and safe reading of a file once listed.

A source is a folder (local.py) or a URL of shared storage (remote.py); all else is the same for both. Does not belong
here: encodings (decode.py), spelling of paths (paths.py).
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from assets.crawl.decode import decode
from assets.crawl.entries import Entry, NotReadError, Source
from assets.crawl.local import Local
from assets.crawl.paths import path_of, show
from assets.crawl.remote import Remote
from schemas.tables import ReportFiles, SourceState, dtypes, empty

MAX_BYTES = 32 * 1024 * 1024

_SECOND = 1_000_000_000
# Rows as Python objects take many times the space of a frame: no more of them than this at a time.
_ROWS = 20_000

_URL = re.compile(r"[a-z][a-z0-9+.-]*://")

# Size, times of the last change of content and attributes (nanoseconds), and tag.
Looks = tuple[int, int | None, int | None, str | None]
Progress = Callable[[int, int], None]
# A place, what is there, and how it looks; None where it is to be looked into every time.
_Seen = tuple[str, Entry, Looks | None]


class FileChangedError(Exception):
    """A file is not what it was when the manifest was made."""


def is_url(place: str) -> bool:
    """Whether a source is named by URL."""
    return _URL.match(place) is not None


def source_at(place: Path | str) -> Source:
    """The source at a folder or a URL. Raises SourceError where its kind of URL cannot be opened here."""
    text = str(place)
    if isinstance(place, Path) or not is_url(text):
        return Local(Path(place))
    if text.startswith("file://"):
        return Local(Path(text.removeprefix("file://")))
    return _remote(text)


@lru_cache(maxsize=4)  # with its connections, of which a worker needs the same for every chunk
def _remote(url: str) -> Remote:
    return Remote(url)


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
    unchanged: pl.Series

    @property
    def seen(self) -> int:
        """All files that are there."""
        return self.files.height + self.unchanged.len()


def scan(source: Path | str, *, max_bytes: int = MAX_BYTES, progress: Progress | None = None) -> pl.DataFrame:
    """The whole manifest of `source` (schemas.tables.ReportFiles), sorted by path. Raises OSError if it cannot be listed."""
    return look(source, max_bytes=max_bytes, progress=progress).files


def look(
    source: Path | str,
    known: pl.DataFrame | None = None,
    *,
    max_bytes: int = MAX_BYTES,
    progress: Progress | None = None,
) -> Look:
    """Read what is new or looks otherwise than `known` (schemas.tables.SourceState). Raises OSError if it cannot be listed."""
    opened = source_at(source)
    entries: list[_Seen] = []
    unchanged = [pl.Series(dtype=pl.String)]
    listed = ((show(entry.path), entry, _looks(entry)) for entry in opened.entries())
    while some := list(islice(listed, _ROWS)):
        same = _same(some, known)
        entries += (seen for seen in some if seen[0] not in same)
        unchanged.append(pl.Series(sorted(same), dtype=pl.String))
    contents = opened.contents((entry for _, entry, _ in entries), max_bytes)
    files, states = [_files([])], [empty(SourceState)]
    rows: list[dict[str, Any]] = []
    state: list[tuple[str | int | None, ...]] = []
    for done, ((place, entry, looks), content) in enumerate(zip(entries, contents, strict=True), start=1):
        row = _row(place, entry, content)
        rows.append(row)
        settled = looks is not None and _is_settled(looks) and row["status"] != "unreadable"
        state.append((place, *looks) if looks and settled else (place, entry.size, None, None, None))
        if progress:
            progress(done, len(entries))
        if len(rows) == _ROWS or done == len(entries):
            files.append(_files(rows))
            states.append(pl.DataFrame(state, schema=dtypes(SourceState), orient="row"))
            rows, state = [], []
    return Look(
        pl.concat(files).sort("source_file"),
        pl.concat(states).sort("source_file"),
        pl.concat(unchanged),
    )


def _same(seen: list[_Seen], known: pl.DataFrame | None) -> set[str]:
    """The places that look as they are known."""
    if known is None or known.is_empty():
        return set()
    looks = [(place, *looks) for place, _, looks in seen if looks is not None]
    now = pl.DataFrame(looks, schema=dtypes(SourceState), orient="row")
    then = known.filter(pl.col("source_file").is_in(now["source_file"].implode()))
    return set(now.join(then, on=now.columns, how="semi", nulls_equal=True)["source_file"])


def _files(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows of the manifest as a frame; `modified_at` comes in microseconds since 1970."""
    types = dtypes(ReportFiles)
    frame = pl.DataFrame(rows, schema={**types, "modified_at": pl.Int64}, orient="row")
    return frame.with_columns(pl.col("modified_at").cast(types["modified_at"]))


def _looks(entry: Entry) -> Looks | None:
    """Size, times and tag of what can be read; the rest is looked into every time."""
    if entry.refusal or (entry.mtime_ns is None and entry.tag is None):
        return None
    return entry.size, entry.mtime_ns, entry.ctime_ns, entry.tag


def _is_settled(looks: Looks) -> bool:
    """Whether a further change would show: what changed just now may change again in the same tick of its clock."""
    _, mtime, ctime, tag = looks
    if tag is not None or mtime is None:
        return tag is not None
    if ctime is None:  # another machine's clock
        return abs(time.time_ns() - mtime) > 60 * _SECOND
    coarse = mtime % _SECOND == 0 and ctime % _SECOND == 0
    tick = 2 * _SECOND if coarse else _SECOND // 20
    return abs(time.time_ns() - max(mtime, ctime)) > tick


def fingerprint(source: Path | str) -> str:
    """A digest of all paths, sizes and modification times: cheap to take, and different when anything changed."""
    seen = blake2b(digest_size=16)
    for entry in source_at(source).entries():
        place = os.fsencode(entry.path)
        seen.update(b"%d:%s" % (len(place), place))
        known = (entry.size, entry.mtime_ns, entry.tag if entry.mode is None else entry.mode)
        seen.update(",".join(map(str, known)).encode() if any(known[1:]) else b"?")
    return seen.hexdigest()


def read_bytes(source: Path | str, source_file: str, content_hash: str) -> bytes:
    """The bytes of a listed file, read again. Raises FileChangedError if it is gone, unreadable or not the same.

    Raises SourceError where the source as a whole cannot be reached.
    """
    try:
        data = source_at(source).read(path_of(source_file), MAX_BYTES)
    except NotReadError as error:
        raise FileChangedError(source_file) from error
    if digest(data) != content_hash:
        raise FileChangedError(source_file)
    return data


def _row(place: str, entry: Entry, content: bytes | NotReadError) -> dict[str, Any]:
    """The manifest row of one place."""
    row: dict[str, Any] = {
        "source_file": place,
        "size_bytes": entry.size,
        "modified_at": (entry.mtime_ns or 0) // 1000,
        "content_hash": None,
        "encoding": None,
        "line_count": None,
    }
    if isinstance(content, NotReadError):
        return {**row, "status": content.status, "detail": content.detail}
    decoded = decode(content)
    return {
        **row,
        "size_bytes": len(content),
        "content_hash": digest(content),
        "encoding": decoded.encoding,
        "line_count": decoded.line_count,
        "status": decoded.status,
        "detail": decoded.detail,
    }
