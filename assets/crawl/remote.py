"""A source on shared storage, by URL: whatever fsspec opens (s3://bucket/prefix, and others with their own libraries).

Nothing outside the prefix is ever read. Credentials and addresses come from the environment (AWS_…, FSSPEC_…), never
from the URL, so that no run configuration or log holds them. Does not belong here: folders of this machine (local.py).
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from assets.crawl.entries import Entry, NotReadError, SourceError

# So many are asked for at a time, as an answer takes long and costs this machine little; and so many bytes, by the
# sizes listed, are held at a time.
_AT_A_TIME = 32
_HELD_FILES = 512
_HELD_BYTES = 64 * 1024 * 1024

# By what names storages tell that the content is another: an object's version or etag, a checksum.
_TAGS = ("VersionId", "version_id", "ETag", "etag", "generation", "md5Hash", "content_md5", "checksum")
_TIMES = ("LastModified", "last_modified", "mtime", "modified", "updated", "created")


class Remote:
    """The objects under a prefix."""

    def __init__(self, url: str) -> None:
        """Nothing is asked yet. Raises SourceError where the library for this kind of URL is missing."""
        parts = urlsplit(url)
        if "@" in parts.netloc and ":" in parts.netloc.rpartition("@")[0]:
            raise SourceError("the URL holds a password; put credentials into the environment instead")
        self._url = url
        try:
            core = importlib.import_module("fsspec.core")
            # Listings are asked for anew, in every run of a process that lives long.
            self._files, root = core.url_to_fs(url, use_listings_cache=False)
        except ImportError as error:
            extra = "'gouji[s3]'" if parts.scheme in ("s3", "s3a") else f"the library for {parts.scheme}://"
            raise SourceError(f"{parts.scheme}:// cannot be read: {error}; pip install {extra}") from error
        except ValueError as error:
            raise SourceError(f"{url} is no place that can be read: {error}") from error
        self._root = root.rstrip("/")

    def entries(self) -> Iterator[Entry]:
        """Every object, folder by folder. Raises SourceError if the prefix cannot be listed or there is nothing."""
        for info in sorted(self._listed(self._files.ls, self._root), key=lambda info: str(info["name"])):
            # All below a folder at once: asking folder by folder would be a request for each.
            below = self._listed(self._files.find, info["name"]) if info["type"] == "directory" else [info]
            for found in sorted(below, key=lambda found: str(found["name"])):
                if found["type"] != "directory" and found["name"].rstrip("/") not in (
                    self._root,
                    info["name"] if info["type"] == "directory" else "",
                ):
                    yield self._entry(found)

    def contents(self, entries: Iterable[Entry], max_bytes: int) -> Iterator[bytes | NotReadError]:
        """The bytes of each entry, or why they are not read; several are under way at a time."""

        def content(entry: Entry) -> bytes | NotReadError:
            try:
                if entry.refusal:
                    raise entry.refusal
                if entry.size > max_bytes:
                    raise NotReadError("too_large", f"{entry.size} > {max_bytes} bytes")
                return self._read(entry.key, max_bytes) if entry.size else b""
            except NotReadError as refusal:
                return refusal

        with ThreadPoolExecutor(_AT_A_TIME) as threads:
            for held in _held(entries, max_bytes):
                yield from threads.map(content, held)

    def read(self, path: str, max_bytes: int) -> bytes:
        """The bytes at a path that was listed before."""
        if not _is_plain(path):
            raise NotReadError("special", "a name that may lead elsewhere")
        return self._read(f"{self._root}/{path}", max_bytes)

    def _listed(self, by: Any, folder: str) -> list[dict[str, Any]]:
        try:
            found = by(folder, detail=True)
        except FileNotFoundError as error:
            raise SourceError(f"there is nothing at {self._url}") from error
        except Exception as error:
            raise SourceError(f"{self._url} cannot be listed: {_reason(error)}") from error
        return list(found.values() if isinstance(found, dict) else found)

    def _entry(self, info: dict[str, Any]) -> Entry:
        name = str(info["name"])
        path = name.removeprefix(self._root + "/")
        refusal = None
        if not name.startswith(self._root + "/") or not _is_plain(path):
            refusal = NotReadError("special", "a name that may lead elsewhere")
        elif info["type"] != "file":
            refusal = NotReadError("special", "not a regular file")
        tag = next((str(info[key]) for key in _TAGS if info.get(key)), None)
        return Entry(path, name, int(info.get("size") or 0), _mtime_ns(info), tag=tag, refusal=refusal)

    def _read(self, key: str, max_bytes: int) -> bytes:
        try:
            data: bytes = self._files.cat_file(key, start=0, end=max_bytes + 1)
        except FileNotFoundError as error:
            raise NotReadError("unreadable", "it vanished") from error
        except PermissionError as error:
            raise NotReadError("unreadable", "permission denied") from error
        except Exception as error:
            # Not this object's fault: were it told of the object, an outage would empty the warehouse.
            raise SourceError(f"{self._url} cannot be read: {_reason(error)}") from error
        if len(data) > max_bytes:
            raise NotReadError("too_large", f"more than {max_bytes} bytes")
        return data


def _held(entries: Iterable[Entry], max_bytes: int) -> Iterator[list[Entry]]:
    """The entries in parts that fit into memory."""
    part: list[Entry] = []
    held = 0
    for entry in entries:
        size = min(entry.size, max_bytes)
        if part and (len(part) == _HELD_FILES or held + size > _HELD_BYTES):
            yield part
            part, held = [], 0
        part.append(entry)
        held += size
    if part:
        yield part


def _is_plain(path: str) -> bool:
    """Whether no part of a path leads up or nowhere; such keys are allowed in a bucket, and mean something else elsewhere."""
    return not {"", ".", ".."} & set(path.split("/"))


def _mtime_ns(info: dict[str, Any]) -> int | None:
    for key in _TIMES:
        time = info.get(key)
        if isinstance(time, str):
            try:
                time = datetime.fromisoformat(time)
            except ValueError:
                continue
        if isinstance(time, datetime):
            time = (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()
        if isinstance(time, int | float):
            return round(time * 1_000_000) * 1000
    return None


def _reason(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__
