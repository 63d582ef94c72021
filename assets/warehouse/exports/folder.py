"""A folder that is whole or absent: written beside its place under another name, then renamed.

What an export wrote is listed in `export.json` in it, with sizes, so that the next one knows what it may replace: an empty folder, or an
earlier export to which nobody added and in which nobody changed anything. Does not belong here: what is written.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MANIFEST = "export.json"
_MADE_BY = "gouji export"


class ExportError(Exception):
    """The export cannot be written there; the message says why and what to do."""


@contextmanager
def whole(folder: Path) -> Iterator[Path]:
    """A folder to write into, which takes the place of `folder` when the block ends, and goes when it fails.

    Raises ExportError where `folder` holds what is not an export's, or another process writes one there.
    """
    folder = folder.resolve()
    refuse(folder)
    new = folder.with_name(f".{folder.name}.new")
    old = folder.with_name(f".{folder.name}.old")
    try:
        new.mkdir(parents=True, exist_ok=True)
        handle = os.open(new, os.O_RDONLY)
    except OSError as error:
        raise ExportError(
            f"{new} cannot be made ({error.strerror}); name a folder where you may write"
        ) from error
    try:
        _lock(handle, new)
        try:
            _empty(new)  # left by an export that was killed
            yield new
            refuse(folder)
            _replace(folder, new, old)
        finally:
            if new.is_dir() and os.path.samestat(os.fstat(handle), new.stat()):
                shutil.rmtree(new, ignore_errors=True)
    finally:
        os.close(handle)


def manifest(folder: Path, about: dict[str, Any]) -> None:
    """List the files in `folder` in its manifest, after what is to be known of the export."""
    files = {name: path.stat().st_size for name, path in _files(folder) if name != MANIFEST}
    text = json.dumps({"made_by": _MADE_BY, **about, "files": files}, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def refuse(folder: Path) -> None:
    """Raise ExportError where `folder` may not be replaced."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportError(f"{folder} is a file; name a folder")
    present = dict(_files(folder))
    if not present:
        return
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        known = told["files"] if told["made_by"] == _MADE_BY else None
    except (OSError, ValueError, KeyError, TypeError):
        known = None
    if not isinstance(known, dict):
        raise ExportError(
            f"{folder} is not empty, and no earlier export: nothing in it is touched; name a new folder"
        )
    others = sorted(
        name
        for name, path in present.items()
        if name != MANIFEST and (path.is_symlink() or known.get(name) != path.stat().st_size)
    )
    if others:
        more = f" and {len(others) - 3} more" if len(others) > 3 else ""
        raise ExportError(
            f"{folder} is an earlier export, but {', '.join(others[:3])}{more} came or changed since; "
            "move what you want to keep, or name a new folder"
        )


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            yield path.relative_to(folder).as_posix(), path


def _lock(handle: int, new: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ExportError(f"another export is being written to {new}; wait for it, or stop it") from None
    if not new.is_dir() or not os.path.samestat(os.fstat(handle), new.stat()):
        raise ExportError(f"another export was finished at this moment beside {new}; try again")


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _replace(folder: Path, new: Path, old: Path) -> None:
    if old.exists():
        shutil.rmtree(old)
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old)
