"""Other versions of DuckDB read what is published; and who opens it for writing and crashes does not spoil the next build."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from assets.warehouse.digest import content_digest
from assets.warehouse.publish import LINK, published
from assets.warehouse.views import views
from schemas.tables import TABLES
from tests.pipelines.nights import unseen
from tests.reports import folder, text
from tests.torture import readers
from tests.torture.__main__ import OTHER_DUCKDB
from tests.torture.child import Order

VERSIONS = [
    pytest.param(sys.executable, id="own"),
    pytest.param(
        str(OTHER_DUCKDB),
        id="1.5",
        marks=pytest.mark.skipif(
            not OTHER_DUCKDB.exists(),
            reason="no DuckDB 1.5 in .venv/duckdb15; `make torture` puts it there where it can",
        ),
    ),
]
# Writes into the file, has the bytes on disk or not, and dies as the machine does when the power goes.
CRASH = """
import duckdb, os, signal, sys
connection = duckdb.connect(sys.argv[1])
connection.execute("DELETE FROM reports")
connection.execute("UPDATE fact_requests SET value = 99, status = 'reported'")
connection.execute("CREATE TABLE mine AS SELECT 1 AS one")
if sys.argv[2] == "checkpointed":
    connection.execute("CHECKPOINT")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source and a warehouse `w` of it; the `next` source, with one report more, and its `fresh` warehouse."""
    place = tmp_path_factory.mktemp("made")
    for source, warehouse in (("source", "w"), ("next", "fresh")):
        folder(place / source)
        if source == "next":
            (place / source / "c.txt").write_text(text("东湖区财政局"), encoding="utf-8")
        unseen(Order(place / source, place / warehouse, "first"))
    return place


def digest(warehouse: Path) -> dict[str, str]:
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        return content_digest(connection)


@pytest.mark.parametrize("python", VERSIONS)
def test_every_table_and_view_can_be_read(python: str, made: Path) -> None:
    command = [python, readers.__file__, str(made / "w" / LINK), "once", "0"]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert told["faults"] == []
    assert set(told["rows"]) == {*TABLES, *(view.name for view in views())}
    with duckdb.connect(str(made / "w" / LINK), read_only=True) as connection:
        for name, rows in told["rows"].items():
            assert connection.execute(f"SELECT count(*) FROM {name}").fetchone() == (rows,)


@pytest.mark.parametrize("place", ["link", "build"])
@pytest.mark.parametrize("how", ["logged", "checkpointed"])
@pytest.mark.parametrize("python", VERSIONS)
def test_who_writes_into_the_published_file_and_crashes_does_not_spoil_the_next_build(
    python: str, how: str, place: str, made: Path, tmp_path: Path
) -> None:
    warehouse = tmp_path / "w"
    shutil.copytree(made / "w", warehouse, symlinks=True)
    build = published(warehouse)
    assert build is not None
    build.chmod(0o644)  # who is not root is stopped by 0444; whoever gets round it is the case
    opened = warehouse / LINK if place == "link" else build
    done = subprocess.run(
        [python, "-c", CRASH, str(opened), how], capture_output=True, text=True, check=False
    )
    assert done.returncode == -9, done.stderr
    unseen(Order(made / "next", warehouse, "second"))
    assert digest(warehouse) == digest(made / "fresh")
    command = [python, readers.__file__, str(warehouse / LINK), "once", "0"]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert told["faults"] == []
    assert "mine" not in told["rows"]
