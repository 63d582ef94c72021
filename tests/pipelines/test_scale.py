"""The same warehouse from one process, several, and a cluster; from a folder and from shared storage."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

import assets.check.affected
import assets.check.stored
import assets.extract.assets
from assets.crawl import remote, walk
from assets.crawl.entries import SourceError
from assets.crawl.walk import FileChangedError, digest, fingerprint, look, read_bytes, scan
from assets.warehouse.digest import content_digest
from assets.warehouse.publish import LINK
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from schemas.form import CellKey, forms
from schemas.tables import ReportFiles, SourceState
from tests.pipelines.cluster import PROJECT, Cluster, cluster, ended, needs, python
from tests.reports import folder, text

DASK = needs("distributed", "pip install 'gouji[dask]'")
S3 = needs("s3fs", "pip install 'gouji[s3]' 'moto[server]'")
MOTO = needs("moto", "pip install 'gouji[s3]' 'moto[server]'")

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
    """450 small reports of 150 agencies over three years, some of which break sums."""
    chance = random.Random(6)  # noqa: S311
    keys = [key for key in forms()["2021"].cells if key.table_no == "3"]
    for number in range(450):
        place = _PLACES[2 * (number // 3 // 10) :][:2]
        agency, year = f"{place}县{_BUREAUS[number // 3 % 10]}", 2021 + number % 3
        figures: dict[CellKey, str] = {chance.choice(keys): str(chance.randrange(9)) for _ in range(2)}
        file = where / f"{number % 7}" / f"{agency}{year}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(agency, year, figures), encoding="utf-8")
    return where


def content(warehouse: Path) -> dict[str, str]:
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        return content_digest(connection)


def last(warehouse: Path) -> dict[str, Any]:
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        found = connection.execute("select * from ingest_runs order by started_at desc limit 1")
        names = [name for name, *_ in found.description or ()]
        return dict(zip(names, found.fetchall()[0], strict=True))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return country(tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="module")
def alone(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one process makes of it."""
    where = tmp_path_factory.mktemp("alone")
    os.environ["DAGSTER_HOME"] = str(where / "home")
    prepare_home()
    assert run_nightly(source, where / "w", processes=1) is None
    assert last(where / "w")["reports"] == 450
    return content(where / "w")


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that there are more of them than workers, than are put together, and rows than a frame of the walk."""
    monkeypatch.setattr(assets.extract.assets, "_BATCH", 30)
    monkeypatch.setattr(assets.extract.assets, "_TOGETHER", 4)
    monkeypatch.setattr(assets.check.affected, "BATCH", 40)
    monkeypatch.setattr(assets.check.stored, "_NEAR", 1000)
    monkeypatch.setattr(walk, "_ROWS", 70)


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
def test_a_cluster_that_is_not_there_fails_the_run_with_a_word(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_home()
    monkeypatch.setattr("pipelines.engine._ANSWER", 1)
    failure = run_nightly(source, tmp_path / "w", scheduler="tcp://127.0.0.1:1")
    assert failure is not None
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in failure.message


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real S3 server of its own process on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = tmp_path_factory.mktemp("s3")
    server = python("moto.server", "-H", "127.0.0.1", "-p", str(port), folder=where)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{address}/moto-api/data.json", timeout=5).close()  # noqa: S310
                break
            except OSError:
                assert time.monotonic() < deadline, (where / "log").read_text()
                time.sleep(0.1)
        yield address
    finally:
        ended(server)


SECRET = "a-secret-nobody-may-see"  # noqa: S105


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Any]:
    """An empty bucket, and what puts objects into it."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    walk._remote.cache_clear()
    import boto3

    name = f"b{abs(hash(request.node.name)):x}"
    made = boto3.resource("s3", endpoint_url=endpoint).Bucket(name)
    made.create()
    yield made
    walk._remote.cache_clear()


def upload(bucket: Any, source: Path, prefix: str) -> None:
    for file in source.rglob("*"):
        if file.is_file():
            bucket.put_object(Key=f"{prefix}/{file.relative_to(source).as_posix()}", Body=file.read_bytes())


@S3
@MOTO
def test_objects_have_the_rows_that_files_have(bucket: Any, tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    (source / "large.txt").write_bytes(b"1" * 5000)
    (source / "a\\b\u200b%20&?*[x] 报告.txt").write_text("一", encoding="utf-8")
    upload(bucket, source, "in/2024")
    bucket.put_object(Key="in/2024-other/secret.txt", Body=b"outside")
    bucket.put_object(Key="secret.txt", Body=b"outside")
    bucket.put_object(Key="in/2024/sub/", Body=b"")  # what consoles make of an empty folder
    url = f"s3://{bucket.name}/in/2024"
    found = scan(url, max_bytes=4000)
    ReportFiles.validate(found, lazy=True)
    rows = {row["source_file"]: row for row in found.drop("modified_at").iter_rows(named=True)}
    wanted = scan(source, max_bytes=4000).drop("modified_at")
    assert {name: rows.pop(name) for name in wanted["source_file"]} == {
        row["source_file"]: row for row in wanted.iter_rows(named=True)
    }
    assert not rows
    for source_file, content_hash in (
        wanted.drop_nulls("content_hash").select("source_file", "content_hash").iter_rows()
    ):
        if source_file != "empty.txt":
            assert digest(read_bytes(url, source_file, content_hash)) == content_hash
    for escape in ("../../secret.txt", "../2024-other/secret.txt", "sub/../../secret.txt"):
        with pytest.raises(FileChangedError):
            read_bytes(url, escape, digest(b"outside"))
    bucket.put_object(Key="in/2024/a.txt", Body="别的".encode())
    with pytest.raises(FileChangedError):
        read_bytes(url, "a.txt", dict(wanted.select("source_file", "content_hash").iter_rows())["a.txt"])


@S3
@MOTO
def test_nights_on_shared_storage(bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare_home()
    local = folder(tmp_path / "source")
    upload(bucket, local, "in")
    url, warehouse = f"s3://{bucket.name}/in", tmp_path / "w"
    read: list[str] = []
    real = remote.Remote._read

    def watched(self: remote.Remote, key: str, max_bytes: int) -> bytes:
        read.append(key.rpartition("/in/")[2])
        return real(self, key, max_bytes)

    monkeypatch.setattr(remote.Remote, "_read", watched)

    def night() -> dict[str, Any]:
        read.clear()
        failure = run_nightly(url, warehouse, processes=1)
        assert failure is None, failure
        return last(warehouse)

    first = night()
    assert (first["files_seen"], first["files_read"], first["reports"]) == (6, 6, 2)
    assert run_nightly(local, tmp_path / "w2", processes=1) is None
    assert content(warehouse) == content(tmp_path / "w2")
    before, seen = content(warehouse), fingerprint(url)

    same = night()
    assert (same["files_unchanged"], same["files_read"], same["texts_read"]) == (6, 0, 0)
    assert read == []
    assert (content(warehouse), fingerprint(url)) == (before, seen)

    # Of the same length, in the same second as before: the etag tells.
    bucket.put_object(Key="in/b.txt", Body=text("云溪市水务局", 2023).encode("gb18030"))
    changed = night()
    assert (changed["files_changed"], changed["files_read"], changed["files_unchanged"]) == (1, 1, 5)
    assert set(read) == {"b.txt"}
    assert fingerprint(url) != seen

    bucket.put_object(Key="in/elsewhere/b.txt", Body=text("云溪市水务局", 2023).encode("gb18030"))
    bucket.Object("in/b.txt").delete()
    bucket.Object("in/notes.txt").delete()
    moved = night()
    assert (moved["files_moved"], moved["files_gone"], moved["files_read"]) == (1, 2, 1)
    for path, data in (
        ("elsewhere/b.txt", (local / "b.txt").read_bytes()),
        ("b.txt", None),
        ("notes.txt", None),
    ):
        (local / path).parent.mkdir(exist_ok=True)
        if data is None:
            (local / path).unlink()
        else:
            (local / path).write_text(text("云溪市水务局", 2023), encoding="gb18030")
    assert run_nightly(local, tmp_path / "w3", processes=1) is None
    assert content(warehouse) == content(tmp_path / "w3")

    kept = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert url.encode() in kept
    assert SECRET.encode() not in kept


@S3
@MOTO
@DASK
@pytest.mark.usefixtures("small_chunks")
def test_workers_of_a_cluster_read_from_shared_storage_themselves(
    source: Path, alone: dict[str, str], bucket: Any, tmp_path: Path
) -> None:
    prepare_home()
    upload(bucket, source, "in")
    with cluster(tmp_path / "cluster") as dask:
        failure = run_nightly(f"s3://{bucket.name}/in", tmp_path / "w", scheduler=dask.address)
        assert failure is None, failure
    assert content(tmp_path / "w") == alone
    # The command, as workers have the environment that their fork server began with.
    command = [sys.executable, "-c", "from pipelines.cli import main; main()", "run", "--processes", "2"]
    command += [f"s3://{bucket.name}/in", "--warehouse", str(tmp_path / "w2")]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert SECRET not in done.stdout + done.stderr
    assert content(tmp_path / "w2") == alone


@S3
@MOTO
def test_an_outage_ends_the_run_and_empties_no_warehouse(
    bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_home()
    upload(bucket, folder(tmp_path / "source"), "in")
    url, warehouse = f"s3://{bucket.name}/in", tmp_path / "w"
    assert run_nightly(url, warehouse, processes=1) is None
    before = content(warehouse)
    bucket.put_object(Key="in/c.txt", Body=b"new")

    def down(*_: object, **__: object) -> bytes:
        raise TimeoutError("no answer")

    with monkeypatch.context() as patch:
        patch.setattr(walk._remote(url)._files, "cat_file", down)
        failure = run_nightly(url, warehouse, processes=1)
    assert failure is not None
    assert "cannot be read: no answer" in failure.message
    assert content(warehouse) == before
    failure = run_nightly(f"s3://{bucket.name}/nothing-here", warehouse, processes=1)
    assert failure is not None
    assert "there is nothing at s3://" in failure.message
    assert content(warehouse) == before


def test_storage_that_tells_neither_etag_nor_time_is_read_every_night(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Any file system of fsspec will do; that of memory needs no library."""
    import fsspec

    files = fsspec.filesystem("memory")
    for name, data in (("a.txt", "一"), ("sub/b.txt", "二"), ("up/../../out.txt", "三")):
        files.pipe(f"/scale/in/{name}", data.encode())
    first = look("memory://scale/in")
    SourceState.validate(first.state, lazy=True)
    assert "up/../../out.txt" in first.files.filter(status="special")["source_file"]
    assert "out.txt" not in {
        p for p, s in first.files.select("source_file", "status").iter_rows() if s == "text"
    }
    assert {"a.txt", "sub/b.txt"} <= set(first.files["source_file"])
    again = look("memory://scale/in", first.state)
    assert {"a.txt", "sub/b.txt"} <= set(again.files["source_file"])
    monkeypatch.setattr(remote, "_mtime_ns", lambda info: 1_600_000_000 * 10**9)
    settled = look("memory://scale/in", first.state)
    assert {"a.txt", "sub/b.txt"} <= set(look("memory://scale/in", settled.state).unchanged)


def test_a_password_has_no_place_in_a_url() -> None:
    with pytest.raises(SourceError, match="environment") as told:
        scan("ftp://me:hush@host/in")
    assert "hush" not in str(told.value)
