import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.crawl.local import Local
from assets.crawl.paths import path_of, show
from assets.crawl.walk import FileChangedError, digest, fingerprint, read_bytes, scan
from schemas.tables import ReportFiles


def statuses(source: Path, **options: int) -> dict[str, str]:
    frame = scan(source, **options)
    ReportFiles.validate(frame, lazy=True)
    return dict(frame.select("source_file", "status").iter_rows())


def test_every_kind_of_file_has_a_row_and_none_stops_the_others(tmp_path: Path) -> None:
    source, outside = tmp_path / "source", tmp_path / "outside"
    (source / "sub").mkdir(parents=True)
    outside.mkdir()
    (outside / "secret.txt").write_text("秘密", encoding="utf-8")
    (source / "sub" / "a.txt").write_text("一", encoding="utf-8")
    (source / "empty.txt").touch()
    (source / "large.txt").write_bytes(b"1" * 100)
    os.mkfifo(source / "pipe")
    (source / "in.txt").symlink_to("sub/a.txt")
    (source / "out.txt").symlink_to(outside / "secret.txt")
    (source / "out").symlink_to(outside)
    (source / "broken.txt").symlink_to("nowhere")
    (source / "sub" / "loop").symlink_to("..")
    (source / "again").symlink_to("sub")
    assert statuses(source, max_bytes=99) == {
        "again/a.txt": "text",
        "again/loop": "special",
        "broken.txt": "special",
        "empty.txt": "empty",
        "in.txt": "text",
        "large.txt": "too_large",
        "out": "special",
        "out.txt": "special",
        "pipe": "special",
        "sub/a.txt": "text",
        "sub/loop": "special",
    }


NOBODY = 65534


def test_what_may_not_be_read_says_so() -> None:
    """In a child that is not root: root may read everything, and pytest's own folders are closed to all others."""
    child = """
import os, sys
from pathlib import Path
from assets.crawl.walk import scan
def statuses(folder):
    return dict(scan(folder).select("source_file", "status").iter_rows())
source, other, user = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
statuses(other)  # all that is imported late is imported while it may be
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(user); os.setuid(user)
print(os.geteuid(), statuses(source))
"""
    with tempfile.TemporaryDirectory() as folder:
        source, other = Path(folder) / "source", Path(folder) / "other"
        Path(folder).chmod(0o755)
        for made in (source, other, source / "folder"):
            made.mkdir()
        for made in (source / "file.txt", source / "good.txt", other / "good.txt"):
            made.write_text("一", encoding="utf-8")
        (source / "file.txt").chmod(0)
        (source / "folder").chmod(0)
        command = [sys.executable, "-c", child, source, other, str(NOBODY)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        (source / "folder").chmod(0o700)
    user = os.geteuid() or NOBODY
    expected = {"file.txt": "unreadable", "folder/": "unreadable", "good.txt": "text"}
    assert done.stdout == f"{user} {expected}\n"


def test_a_denied_file_or_folder_is_a_row_even_for_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file.txt").write_text("一", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "good.txt").write_text("一", encoding="utf-8")
    real_open, real_scandir = os.open, os.scandir

    def denied(path, *rest):  # type: ignore[no-untyped-def]
        if str(path).endswith(("file.txt", "folder")):
            raise PermissionError(13, "Permission denied")
        return real_open(path, *rest) if rest else real_scandir(path)

    monkeypatch.setattr(os, "open", denied)
    monkeypatch.setattr(os, "scandir", denied)
    assert statuses(tmp_path) == {"file.txt": "unreadable", "folder/": "unreadable", "good.txt": "text"}


def test_names_that_are_not_utf_8_are_shown_and_found_again(tmp_path: Path) -> None:
    name = os.fsdecode("报告.txt".encode("gb18030"))
    (tmp_path / name).write_text("一", encoding="utf-8")
    (tmp_path / "a\nb\\.txt").write_text("二", encoding="utf-8")
    frame = scan(tmp_path)
    assert frame["source_file"].to_list() == ["\\xb1\\xa8\\xb8\\xe6.txt", "a\\x0ab\\\\.txt"]
    for source_file, content_hash in frame.select("source_file", "content_hash").iter_rows():
        assert digest(read_bytes(tmp_path, source_file, content_hash)) == content_hash


@given(st.binary(min_size=1).filter(lambda name: b"\x00" not in name))
def test_a_shown_path_is_printable_and_leads_back(name: bytes) -> None:
    path = os.fsdecode(name)
    shown = show(path)
    assert os.fsencode(path_of(shown)) == name
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}


def test_a_file_that_changed_or_left_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("一", encoding="utf-8")
    content_hash = scan(tmp_path)["content_hash"][0]
    file.write_text("二", encoding="utf-8")
    with pytest.raises(FileChangedError):
        read_bytes(tmp_path, "a.txt", content_hash)
    file.unlink()
    with pytest.raises(FileChangedError):
        read_bytes(tmp_path, "a.txt", content_hash)


def test_nothing_outside_the_source_is_read_later(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("一", encoding="utf-8")
    (tmp_path / "source").mkdir()
    with pytest.raises(FileChangedError):
        read_bytes(tmp_path / "source", "../secret.txt", digest("一".encode()))


def test_the_order_of_creation_does_not_matter(tmp_path: Path) -> None:
    for folder, names in (("x", "abc"), ("y", "cab")):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text(name)
    kept = pl.exclude("modified_at")
    assert scan(tmp_path / "x").select(kept).equals(scan(tmp_path / "y").select(kept))


def test_the_fingerprint_sees_what_came_went_and_changed(tmp_path: Path) -> None:
    seen = [fingerprint(tmp_path)]
    (tmp_path / "a").write_text("1")
    seen.append(fingerprint(tmp_path))
    (tmp_path / "a").write_text("22")
    seen.append(fingerprint(tmp_path))
    (tmp_path / "a").rename(tmp_path / "b")
    seen.append(fingerprint(tmp_path))
    shutil.copy(tmp_path / "b", tmp_path / "c")
    seen.append(fingerprint(tmp_path))
    assert len(set(seen)) == 5
    assert fingerprint(tmp_path) == seen[-1]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the /proc of Linux")
def test_a_file_that_holds_more_than_its_size_says_is_read_whole() -> None:
    assert Path("/proc/version").stat().st_size == 0
    assert Local(Path("/proc")).read("version", 2**20) == Path("/proc/version").read_bytes()
