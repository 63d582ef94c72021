"""What torture found, each once more by itself."""

from pathlib import Path

import duckdb
import pytest

import assets.extract.assets
from assets.warehouse.publish import LINK
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from tests.reports import text


def told(warehouse: Path) -> list[tuple[str, ...]]:
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        return connection.execute("SELECT code, source_file FROM findings WHERE code LIKE 'file-%'").fetchall()


@pytest.mark.parametrize("then", ["changed", "gone"])
def test_a_file_that_changed_under_a_run_is_not_told_for_ever(
    then: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_home()
    source, file = tmp_path / "source", tmp_path / "source" / "b.txt"
    source.mkdir()
    (source / "a.txt").write_text(text(), encoding="utf-8")
    file.write_text(text("东湖区财政局"), encoding="utf-8")
    real = assets.extract.assets._plan

    def under_the_run(*given):  # type: ignore[no-untyped-def]
        file.write_text(text("西湖区财政局"), encoding="utf-8")
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(assets.extract.assets, "_plan", under_the_run)
        assert run_nightly(source, tmp_path / "w") is None
    assert told(tmp_path / "w") == [("file-changed", "b.txt")]
    if then == "gone":
        file.unlink()
    assert run_nightly(source, tmp_path / "w") is None
    assert told(tmp_path / "w") == []
