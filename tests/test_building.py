"""What a building keeps of what is put into it: all of it, however it is committed, and nothing of what a fault cut off."""

from pathlib import Path

import polars as pl
import pytest

from assets import building as of
from assets.building import Building
from schemas.tables import ReportSections, dtypes

NAME = "report_sections"


def _rows(text: str) -> pl.DataFrame:
    row = {name: {"text": text, "lines": [1, 2]}.get(name) for name in dtypes(ReportSections)}
    filled = {name: ("x" if dtypes(ReportSections)[name] == pl.String else 1) for name in row}
    return pl.DataFrame(
        [{**filled, **{name: value for name, value in row.items() if value is not None}}],
        schema=dtypes(ReportSections),
    )


def _kept(path: Path) -> list[str]:
    opened = Building(path.with_suffix(".other"), "later", path)
    try:
        return opened.table(NAME, in_order=True)["text"].to_list()
    finally:
        opened.close()


@pytest.mark.parametrize("bytes_at_a_time", [1, of.COMMIT])
def test_what_is_put_in_is_kept_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bytes_at_a_time: int
) -> None:
    monkeypatch.setattr(of, "COMMIT", bytes_at_a_time)
    path = tmp_path / "b.duckdb"
    building = Building(path, "run")
    for part in ("甲", "乙"):
        with building.filling():
            for number in range(3):
                building.add(NAME, _rows(f"{part}{number}"))
            assert building.count(NAME) >= 3  # seen at once by whoever fills
    building.add(NAME, _rows("丙"))
    building.close()
    assert _kept(path) == [*(f"{part}{number}" for part in "甲乙" for number in range(3)), "丙"]


def test_a_fault_leaves_what_was_committed_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "b.duckdb"
    building = Building(path, "run")
    building.add(NAME, _rows("before"))
    with pytest.raises(ValueError), building.filling():
        building.add(NAME, _rows("cut off"))
        raise ValueError
    building.close()
    assert _kept(path) == ["before"]
