"""`gouji export` as its users call it, on a real run's warehouse."""

import json
import shutil
from pathlib import Path

import duckdb
import openpyxl
import pytest
from click.testing import CliRunner, Result

from pipelines import cli, exporting
from schemas.tables import TABLES
from tests.reports import folder, put_out, tables


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("w")
    put_out(where / "w", "one", tables(folder(where / "source"))[0])
    return where / "w"


def gouji(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def files(place: Path) -> dict[str, bytes]:
    return {p.relative_to(place).as_posix(): p.read_bytes() for p in place.rglob("*") if p.is_file()}


def test_everything_is_there_and_said(warehouse: Path, tmp_path: Path) -> None:
    done = gouji("export", tmp_path / "out", "--warehouse", warehouse)
    assert done.exit_code == 0, done.output
    assert "2 reports of build-one.duckdb" in done.stdout
    assert "2 of 2 reports on a sheet as on the form" in done.stdout
    found = files(tmp_path / "out")
    assert {f"csv/{name}.csv" for name in TABLES} <= set(found)
    assert {
        name.split("/")[1].removesuffix(".parquet") for name in found if name.startswith("parquet/")
    } == set(TABLES)
    assert {n for n in found if n.startswith("xlsx/")} == {
        "xlsx/forms.xlsx",
        "xlsx/reports-2022.xlsx",
        "xlsx/reports-2023.xlsx",
    }
    assert found["warehouse.duckdb"] == (warehouse / "build-one.duckdb").read_bytes()
    with duckdb.connect(str(tmp_path / "out" / "warehouse.duckdb"), read_only=True) as copy:
        assert copy.execute("SELECT count(*) FROM cells").fetchone() == (400,)
    told = found["README.txt"].decode("utf-8-sig")
    assert "build-one.duckdb" in told
    assert "引用" in told
    assert "To cite" in told
    assert set(json.loads(found["export.json"])["files"]) == set(found) - {"export.json"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_an_empty_warehouse_can_be_taken_away(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    put_out(tmp_path / "w", "none", tables(tmp_path / "source")[0])
    done = gouji("export", tmp_path / "out", "--warehouse", tmp_path / "w")
    assert done.exit_code == 0, done.output
    assert len(list((tmp_path / "out" / "csv").iterdir())) == len(TABLES)


def test_one_chooses_formats_and_who_gets_a_sheet(warehouse: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def sheets(*options: object) -> list[str]:
        done = gouji("export", out, "--warehouse", warehouse, "--only", "xlsx", *options)
        assert done.exit_code == 0, done.output
        assert {n.split("/")[0] for n in files(out)} == {"xlsx", "README.txt", "export.json"}
        forms = out / "xlsx" / "forms.xlsx"
        return list(openpyxl.load_workbook(forms).sheetnames[1:]) if forms.exists() else []

    assert sheets("--agency", "水务") == ["云溪市水务局2023"]
    assert sheets("--agency", "水务", "--agency", "林业") == ["云溪市水务局2023", "青岚县林业局2022"]
    assert sheets("--year", 2022) == ["青岚县林业局2022"]
    # The one with broken rules is the one that is kept.
    assert sheets("--sheets", 1) == ["云溪市水务局2023"]
    assert "1 of 2 reports" in (out / "README.txt").read_text(encoding="utf-8-sig")
    assert sheets("--sheets", 0) == []
    with duckdb.connect(str(warehouse / "warehouse.duckdb"), read_only=True) as connection:
        [(wanted,)] = connection.execute("SELECT report_id FROM reports WHERE report_year = 2022").fetchall()
    assert sheets("--report", wanted) == ["青岚县林业局2022"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--only", "csv,excel"), "'excel'"),
        (("--agency", "' OR true --"), "no report"),
        (("--year", "1999"), "no report"),
        (("--report", "nobody"), "no report nobody"),
    ],
)
def test_what_cannot_be_met_is_refused_and_nothing_written(
    warehouse: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    done = gouji("export", tmp_path / "out", "--warehouse", warehouse, *options)
    assert done.exit_code == 2
    assert said in done.output
    assert list(tmp_path.iterdir()) == []


def test_no_warehouse_or_one_of_another_version_is_refused_with_what_to_do(
    warehouse: Path, tmp_path: Path
) -> None:
    done = gouji("export", tmp_path / "out", "--warehouse", tmp_path / "w")
    assert done.exit_code == 2
    assert "gouji run" in done.output
    shutil.copytree(warehouse, tmp_path / "w", symlinks=True)
    build = tmp_path / "w" / "build-one.duckdb"
    build.chmod(0o644)
    with duckdb.connect(str(build)) as connection:
        connection.execute("ALTER TABLE dim_rule ADD COLUMN of_tomorrow INTEGER")
    done = gouji("export", tmp_path / "out", "--warehouse", tmp_path / "w")
    assert done.exit_code == 2
    assert "dim_rule" in done.output
    assert not (tmp_path / "out").exists()


def test_a_folder_of_others_is_not_touched(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    done = gouji("export", tmp_path, "--warehouse", warehouse)
    assert done.exit_code == 2
    assert files(tmp_path) == {"thesis.docx": b"mine"}


def test_a_full_disk_leaves_the_earlier_export_as_it_was(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gouji("export", tmp_path / "out", "--warehouse", warehouse, "--only", "csv").exit_code == 0
    before = files(tmp_path / "out")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "write_yearbook", full)
    done = gouji("export", tmp_path / "out", "--warehouse", warehouse)
    assert done.exit_code == 2
    assert "No space left on device" in done.output
    assert files(tmp_path / "out") == before
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_many_reports_are_spread_over_workbooks(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "SHEETS", 1)
    monkeypatch.setattr(exporting, "REPORTS", 1)
    done = gouji("export", tmp_path / "out", "--warehouse", warehouse, "--only", "xlsx")
    assert done.exit_code == 0, done.output
    names = sorted(p.name for p in (tmp_path / "out" / "xlsx").iterdir())
    assert names == ["forms-2.xlsx", "forms.xlsx", "reports-2022.xlsx", "reports-2023.xlsx"]
