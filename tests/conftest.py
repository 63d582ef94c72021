"""Every test has its own DAGSTER_HOME, so that none touches the project's run history; what is drawn anew in each run is drawn once."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# Hundreds of runs write their history to SQLite, and wait for the disk at each of some five hundred commits: where memory can
# be had as a folder, and TMPDIR names no other, temporary folders are there. Processes that tests start inherit it.
_MEMORY = Path("/dev/shm")  # noqa: S108
_ENOUGH = 4 * 2**30
if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH:
    os.environ["TMPDIR"] = str(_MEMORY)
    tempfile.tempdir = None


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "dagster_home"))
    for name in [name for name in os.environ if name.startswith("GOUJI_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True, scope="session")
def _drawn_once() -> Iterator[None]:
    """The same picture need not be drawn twice: hundreds of runs draw a dozen each, most of them of the same reports."""
    import vl_convert

    real, drawn = vl_convert.vegalite_to_svg, dict[str, str]()

    def draw(spec: Any, **options: Any) -> str:
        key = json.dumps([spec, options], sort_keys=False)
        if key not in drawn:
            drawn[key] = real(spec, **options)
        return drawn[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vl_convert, "vegalite_to_svg", draw)
        yield
