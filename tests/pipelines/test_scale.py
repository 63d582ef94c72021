"""The same warehouse from one process, several, and a cluster; from a folder and from shared storage."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

import assets.check.affected
import assets.check.stored
import assets.extract.assets
from assets.crawl import walk
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from schemas.form import CellKey, forms
from tests.pipelines.cluster import PROJECT, Cluster, cluster, needs
from tests.pipelines.storage import MOTO, S3, SECRET, content, last, upload
from tests.reports import text

DASK = needs("distributed", "pip install 'gouji[dask]'")

# Chunks enough for two workers and more (`small_chunks`), of so many texts.
AT_A_TIME = 9
REPORTS = 72

_PLACES = "青岚云溪临江白石望海金沙东陵西和南浦北川长坪安定永丰新兴太平"
_BUREAUS = (
    "林业局",
    "水务局",
    "教育局",
    "财政局",
    "民政局",
    "司法局",
    "审计局",
    "统计局",
    "商务局",
    "信访局",
)


def country(where: Path) -> Path:
    """Small reports of some agencies over three years each, some of which break sums."""
    chance = random.Random(6)  # noqa: S311
    keys = [key for key in forms()["2021"].cells if key.table_no == "3"]
    for number in range(REPORTS):
        place = _PLACES[2 * (number // 3 // 10) :][:2]
        agency, year = f"{place}县{_BUREAUS[number // 3 % 10]}", 2021 + number % 3
        figures: dict[CellKey, str] = {chance.choice(keys): str(chance.randrange(9)) for _ in range(2)}
        file = where / f"{number % 7}" / f"{agency}{year}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(agency, year, figures), encoding="utf-8")
    return where


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return country(tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="module")
def alone(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one process makes of it."""
    where = tmp_path_factory.mktemp("alone")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DAGSTER_HOME", str(where / "home"))
        prepare_home()
        assert run_nightly(source, where / "w", processes=1) is None
    assert last(where / "w")["reports"] == REPORTS
    return content(where / "w")


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that there are more of them than workers, than are put together, and rows than a frame of the walk."""
    monkeypatch.setattr(assets.extract.assets, "_BATCH", AT_A_TIME)
    monkeypatch.setattr(assets.extract.assets, "_TOGETHER", 4)
    monkeypatch.setattr(assets.check.affected, "BATCH", 12)
    monkeypatch.setattr(assets.check.stored, "_NEAR", 300)
    monkeypatch.setattr(walk, "_ROWS", 21)


@pytest.mark.usefixtures("small_chunks")
def test_two_processes_make_the_same_warehouse(source: Path, alone: dict[str, str], tmp_path: Path) -> None:
    prepare_home()
    assert run_nightly(source, tmp_path / "w", processes=2) is None
    assert content(tmp_path / "w") == alone


def kill_at_work(dask: Cluster, killed: threading.Event) -> None:
    """Kill the first worker as soon as it has had a chunk in hand for a moment."""
    import distributed

    with distributed.Client(dask.address, set_as_default=False) as client:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            workers = client.scheduler_info(n_workers=-1)["workers"]
            victim = next((a for a, w in workers.items() if w["id"] == "victim"), None)
            if victim and client.processing([victim])[victim]:
                time.sleep(0.2)
                dask.workers[0].kill()
                killed.set()
                return
            time.sleep(0.02)


@DASK
@pytest.mark.usefixtures("small_chunks")
def test_a_cluster_makes_the_same_warehouse_though_a_worker_is_killed(
    source: Path, alone: dict[str, str], tmp_path: Path
) -> None:
    prepare_home()
    with cluster(tmp_path / "cluster", workers=0) as dask:
        dask.worker(name="victim")
        dask.worker(name="other")
        killed = threading.Event()
        killer = threading.Thread(target=kill_at_work, args=(dask, killed))
        killer.start()
        failure = run_nightly(source, tmp_path / "w", scheduler=dask.address)
        killer.join()
        assert failure is None, failure
        assert killed.is_set()
        assert dask.workers[0].wait() == -9
    assert content(tmp_path / "w") == alone


@DASK
@pytest.mark.usefixtures("small_chunks")
def test_a_cluster_that_is_not_there_fails_the_run_with_a_word(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_home()
    monkeypatch.setattr("pipelines.engine._ANSWER", 1)
    failure = run_nightly(source, tmp_path / "w", scheduler="tcp://127.0.0.1:1")
    assert failure is not None
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in failure.message


@S3
@MOTO
@DASK
@pytest.mark.usefixtures("small_chunks")
def test_workers_of_a_cluster_read_from_shared_storage_themselves(
    source: Path, alone: dict[str, str], bucket: Any, tmp_path: Path
) -> None:
    prepare_home()
    upload(bucket, source, "in")
    with cluster(tmp_path / "cluster", workers=1) as dask:
        failure = run_nightly(f"s3://{bucket.name}/in", tmp_path / "w", scheduler=dask.address)
        assert failure is None, failure
    assert content(tmp_path / "w") == alone
    # The command, as workers have the environment that their fork server began with.
    code = f"from assets.extract import assets; assets._BATCH = {AT_A_TIME}; from pipelines.cli import main; main()"
    command = [sys.executable, "-c", code, "run", "--processes", "2"]
    command += [f"s3://{bucket.name}/in", "--warehouse", str(tmp_path / "w2")]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert SECRET not in done.stdout + done.stderr
    assert content(tmp_path / "w2") == alone
