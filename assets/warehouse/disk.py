"""What is on disk when a call returns: whole files, and folders that name them.

Does not belong here: what is written.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def sync(path: Path) -> None:
    """Have a file's bytes, or a folder's names, on disk before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that readers find the old one or the new one, never a part; raises OSError.

    A process that is killed meanwhile leaves a file `.<name>.*` beside it.
    """
    with tempfile.NamedTemporaryFile(
        "w", dir=path.parent, prefix=f".{path.name}.", delete=False, encoding="utf-8"
    ) as new:
        whole = Path(new.name)
        try:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
            whole.chmod(0o644)
            whole.replace(path)
        except BaseException:
            whole.unlink(missing_ok=True)
            raise
    sync(path.parent)
