"""Reports on shared storage: the rows that files have, nights, outages, secrets."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from assets.crawl import remote, walk
from assets.crawl.entries import SourceError
from assets.crawl.walk import FileChangedError, digest, fingerprint, look, read_bytes, scan
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from schemas.tables import ReportFiles, SourceState
from tests.pipelines.nights import unseen
from tests.pipelines.storage import MOTO, S3, SECRET, content, last, upload
from tests.reports import folder, text
from tests.torture.child import Order


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
    # all that is kept is looked through at the end
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "home"))
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
        unseen(Order(url, warehouse, f"{time.time_ns()}"))
        return last(warehouse)

    assert run_nightly(url, warehouse, processes=1) is None
    first = last(warehouse)
    assert (first["files_seen"], first["files_read"], first["reports"]) == (6, 6, 2)
    unseen(Order(local, tmp_path / "w2", "local"))
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
    read.clear()
    assert run_nightly(url, warehouse, processes=1) is None
    moved = last(warehouse)
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
    unseen(Order(local, tmp_path / "w3", "local"))
    assert content(warehouse) == content(tmp_path / "w3")

    kept = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert url.encode() in kept
    assert SECRET.encode() not in kept


@S3
@MOTO
def test_an_outage_ends_the_run_and_empties_no_warehouse(
    bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_home()
    upload(bucket, folder(tmp_path / "source"), "in")
    url, warehouse = f"s3://{bucket.name}/in", tmp_path / "w"
    unseen(Order(url, warehouse, "before"))
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
