"""Every test has its own DAGSTER_HOME, so that none touches the project's run history; what each run makes anew is made once."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
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

_NUMBER = count()


# Files that take half a minute and more; then what starts processes, before what only reads texts.
_FIRST = (
    "pipelines/test_scale.py",
    "pipelines/test_ui.py",
    "docs/test_pages.py",
    "pipelines/test_cli.py",
    "pipelines/test_nights.py",
    "pipelines/test_bad_nights.py",
    "bench/test_bench.py",
    "torture/test_kills.py",
    "pipelines/test_storage.py",
    "pipelines/test_notebook.py",
    "pipelines",
    "docs",
    "torture",
    "warehouse",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files begin, so that at the end no processor waits for the last of them.

    A file is not divided (`--dist loadfile`): a server, a browser, a warehouse that its tests share is not made by each worker.
    """
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        place = item.path.relative_to(here).as_posix()
        return next((n for n, first in enumerate(_FIRST) if place.startswith(first)), len(_FIRST))

    items.sort(key=rank)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def _own_home(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder that is not there yet: few tests of a thousand make it."""
    home = _homes / f"{next(_NUMBER)}"
    monkeypatch.setenv("DAGSTER_HOME", str(home))
    for name in [name for name in os.environ if name.startswith("GOUJI_")]:
        monkeypatch.delenv(name)
    yield
    if home.exists():
        shutil.rmtree(home, ignore_errors=True)


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


@pytest.fixture(autouse=True, scope="session")
def _compiled_once() -> Iterator[None]:
    """Dagster asks for a new engine at each of some six hundred connections of a run, and each engine finds out anew what its
    SQLite can do, and compiles each statement anew. An engine has no pool: connections are opened and closed as before."""
    from alembic.script import ScriptDirectory
    from dagster._core.storage.event_log.sqlite import sqlite_event_log
    from dagster._core.storage.runs.sqlite import sqlite_run_storage
    from dagster._core.storage.schedules.sqlite import sqlite_schedule_storage
    from sqlalchemy import NullPool, create_engine

    @lru_cache(maxsize=64)
    def made(address: str, timeout: float) -> Any:
        return create_engine(address, poolclass=NullPool, connect_args={"timeout": timeout})

    def engine(address: str, *, poolclass: type, connect_args: dict[str, float] | None = None) -> Any:
        timeout = dict(connect_args or {"timeout": 5.0})  # which is what SQLite waits where nothing is said
        assert (poolclass, [*timeout]) == (NullPool, ["timeout"])
        return made(address, timeout["timeout"])

    with pytest.MonkeyPatch.context() as patch:
        for module in (sqlite_event_log, sqlite_run_storage, sqlite_schedule_storage):
            patch.setattr(module, "create_engine", engine)
        # the migrations of Dagster's tables, of which each opening of an instance reads all
        migrations = lru_cache(maxsize=8)(ScriptDirectory.from_config)
        patch.setattr(ScriptDirectory, "from_config", staticmethod(migrations))
        yield
