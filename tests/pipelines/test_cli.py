import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines import cli
from tests.reports import folder


def gouji(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One real run of the real command, on a folder with a broken sum and files that are no reports."""
    where = tmp_path_factory.mktemp("run")
    command = [
        Path(sys.executable).with_name("gouji"),
        "run",
        folder(where / "source"),
        "--warehouse",
        where / "w",
    ]
    environment = {**os.environ, "DAGSTER_HOME": str(where / "home")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    (where / "printed").write_text(done.stdout)
    return where / "w"


def test_a_run_prints_what_it_read_found_and_what_to_ask_next(warehouse: Path) -> None:
    printed = (warehouse.parent / "printed").read_text()
    for part in (
        "text 4",
        "empty 1",
        "binary 1",
        "reported 400",
        "fail 2",
        "warn rule-broken 2",
        "not-a-report 1",
    ):
        assert part in printed
    assert str(warehouse / "warehouse.duckdb") in printed
    query = printed.split('gouji sql "')[1].split('"')[0]
    assert "本年新收" in gouji("sql", query, "--warehouse", warehouse).output


def test_a_table_shows_every_column_whole(warehouse: Path) -> None:
    printed = gouji("sql", "from wide_requests", "--warehouse", warehouse)
    assert printed.exit_code == 0
    assert "carried_forward__total" in printed.output
    assert "…" not in printed.output


def test_json_and_csv_hold_the_same(warehouse: Path) -> None:
    query = "select source_file, modified_at, detail from report_files order by 1"
    as_json = json.loads(gouji("sql", query, "--warehouse", warehouse, "--format", "json").output)
    as_csv = list(
        csv.DictReader(io.StringIO(gouji("sql", query, "--warehouse", warehouse, "--format", "csv").output))
    )
    assert [row["source_file"] for row in as_json] == [row["source_file"] for row in as_csv]
    assert as_json[0]["detail"] is None


def test_csv_prints_whole_figures_as_the_table_does(warehouse: Path) -> None:
    query = "select 77.0::double as a, 1.5::double as b, null as c, 'x' as d"
    printed = gouji("sql", query, "--warehouse", warehouse, "--format", "csv").output
    assert printed == "a,b,c,d\n77,1.5,,x\n"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("selec", "syntax error"),
        ("delete from reports", "read-only"),
        ("select * from read_csv('/etc/hostname')", "Permission"),
        ("attach '/tmp/other.duckdb'", "Permission"),
    ],
)
def test_a_query_that_cannot_be_met_is_refused(query: str, says: str, warehouse: Path) -> None:
    refused = gouji("sql", query, "--warehouse", warehouse)
    assert (refused.exit_code, says in refused.output) == (2, True), refused.output


def test_no_warehouse_says_how_to_make_one(tmp_path: Path) -> None:
    refused = gouji("sql", "select 1", "--warehouse", tmp_path)
    assert refused.exit_code == 2
    assert "gouji run" in refused.output


def test_a_source_that_is_not_there_or_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file.txt").touch()
    for source, says in ((tmp_path / "no", "does not exist"), (tmp_path / "file.txt", "is a file")):
        refused = gouji("run", source, "--warehouse", tmp_path / "w")
        assert (refused.exit_code, says in refused.output) == (2, True), refused.output


def test_a_warehouse_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "warehouse.duckdb").write_bytes(b"somebody's")
    (tmp_path / "file").touch()
    for warehouse, says in (
        (tmp_path / "w", "not a link that gouji made"),
        (tmp_path / "file", "cannot be written"),
        (tmp_path / "source" / "w", "lies in the source folder"),
    ):
        refused = gouji("run", tmp_path / "source", "--warehouse", warehouse)
        assert (refused.exit_code, says in refused.output) == (2, True), refused.output


def test_a_fault_of_our_own_exits_1_and_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import assets.check.assets

    def fail(*_: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(assets.check.assets, "evaluate", fail)
    failed = gouji("run", folder(tmp_path / "source"), "--warehouse", tmp_path / "w")
    assert failed.exit_code == 1
    assert "planted" in failed.output
    assert not os.path.lexists(tmp_path / "w" / "warehouse.duckdb")


def test_an_empty_folder_is_a_run_too(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    done = gouji("run", tmp_path / "source", "--warehouse", tmp_path / "w")
    assert done.exit_code == 0, done.output


def test_help_is_quick_because_nothing_heavy_is_imported() -> None:
    code = "import sys, pipelines.cli; print({'dagster', 'duckdb', 'polars'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
