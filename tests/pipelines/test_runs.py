"""Real runs of the job on real folders, seen through the instance and the published warehouse."""

import shutil
from dataclasses import replace
from pathlib import Path

import dagster as dg
import duckdb
import polars as pl
import pytest

import assets.extract.assets
from assets.warehouse.publish import LINK
from pipelines.definitions import defs
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from pipelines.resources import Folders
from pipelines.sensor import source_changed
from schemas.tables import TABLES
from tests.reports import folder, text


def everything(warehouse: Path) -> dict[str, list[tuple]]:  # type: ignore[type-arg]
    """All rows of all tables that are not about runs, sorted, but for the times of files."""
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        return {
            name: connection.execute(
                f"select * {'exclude modified_at' if name == 'report_files' else ''} from {name} order by all"
            ).fetchall()
            for name, spec in TABLES.items()
            if not spec.of_runs
        }


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that was done: its `source`, warehouse `w` and `home` of Dagster. Not to be changed."""
    where = tmp_path_factory.mktemp("ran")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DAGSTER_HOME", str(where / "home"))
        prepare_home()
        assert run_nightly(folder(where / "source"), where / "w") is None
    return where


@pytest.fixture
def after(ran: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, for runs that come after it."""
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "after" / "home"))
    return shutil.copytree(ran, tmp_path / "after", symlinks=True)


def test_two_runs_and_another_order_of_arrival_give_the_same_rows(
    ran: Path, after: Path, tmp_path: Path
) -> None:
    source, warehouse = (
        ran / "source",
        after / "w",
    )  # of the files themselves the first run knows that they did not change
    first = everything(ran / "w")
    assert run_nightly(source, warehouse) is None
    assert everything(warehouse) == first
    backwards = tmp_path / "backwards"
    for file in sorted((p for p in source.rglob("*") if p.is_file()), reverse=True):
        target = backwards / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    assert run_nightly(backwards, warehouse) is None
    assert everything(warehouse) == first


def test_a_run_is_recorded_with_its_checks(ran: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(ran / "home"))
    with dg.DagsterInstance.get() as instance:
        [run] = instance.get_runs()
        assert (run.job_name, run.status) == ("nightly", dg.DagsterRunStatus.SUCCESS)
        events = instance.all_logs(run.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
        checks = [event.dagster_event.event_specific_data for event in events if event.dagster_event]
        shape = {
            (c.asset_key.to_user_string(), c.check_name): (c.passed, c.blocking, c.severity.value)
            for c in checks
        }
    assert shape["rule_results", "rules_hold"] == (False, False, "WARN")
    assert shape["report_files", "usual_number"] == (True, False, "WARN")
    assert shape["rule_results", "usual_share_of_failures"] == (True, False, "WARN")
    assert shape["reports", "cells_accounted_for"] == (True, True, "ERROR")
    others = {key: value for key, value in shape.items() if key[1] == "schema"}
    assert set(others.values()) == {(True, True, "ERROR")}
    assert {asset for asset, _ in others} == {*TABLES} - {"source_state", "readings"}


@pytest.mark.parametrize("check", ["schema", "cells_accounted_for"])
def test_our_own_fault_stops_the_run_before_anything_is_published(
    check: str, after: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, warehouse = after / "source", after / "w"
    before = everything(warehouse)
    real = assets.extract.assets.extract
    (source / "c.txt").write_text(text(year=2021), encoding="utf-8")

    def faulty(*args):  # type: ignore[no-untyped-def]
        found, read = real(*args)
        cells = found.cells.head(-1)
        if check == "schema":
            cells = found.cells.with_columns(value=pl.lit(None, pl.Float64))
        return replace(found, cells=cells), read

    monkeypatch.setattr(assets.extract.assets, "extract", faulty)
    failure = run_nightly(source, warehouse)
    assert failure is not None
    assert check in failure.message
    assert everything(warehouse) == before


def test_the_check_stage_alone_checks_and_publishes_what_is_there(after: Path) -> None:
    warehouse = after / "w"
    before = everything(warehouse)
    job = defs.resolve_job_def("recheck")
    folders = {"source": str(after / "gone"), "warehouse": str(warehouse)}
    with dg.DagsterInstance.get() as instance:
        result = job.execute_in_process(
            instance=instance, run_config={"resources": {"folders": {"config": folders}}}
        )
    assert result.success
    assert everything(warehouse) == before
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        [(first, second)] = connection.execute(
            "select list(reports_checked order by started_at) from ingest_runs"
        ).fetchone()  # type: ignore[misc]
    assert (first, second) == (2, 2)


def test_every_asset_is_described_owned_and_grouped() -> None:
    specs = {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}
    assert set(specs) == {*TABLES, "warehouse"} - {"source_state", "readings"}
    for name, spec in specs.items():
        assert spec.description and spec.owners == ["team:gouji"] and spec.kinds and spec.code_version, name
        assert spec.group_name in ("crawl", "extract", "check", "forms", "history", "warehouse"), name


def test_the_sensor_asks_for_a_run_when_something_changed_and_only_then(tmp_path: Path) -> None:
    source = folder(tmp_path / "source")
    resources = {"folders": Folders(source=str(source), warehouse=str(tmp_path / "w"))}
    with dg.DagsterInstance.ephemeral() as instance:

        def look(cursor: str | None):  # type: ignore[no-untyped-def]
            context = dg.build_sensor_context(instance=instance, cursor=cursor, resources=resources)
            return source_changed(context)

        first = look(None)
        assert len(first.run_requests) == 1
        assert isinstance(look(first.cursor), dg.SkipReason)
        (source / "new.txt").write_text(text("东湖区财政局"), encoding="utf-8")
        second = look(first.cursor)
        assert second.run_requests[0].run_key != first.run_requests[0].run_key
        instance.create_run_for_job(defs.resolve_job_def("nightly"), status=dg.DagsterRunStatus.STARTED)
        assert isinstance(look(first.cursor), dg.SkipReason)
        shutil.rmtree(source)
        assert isinstance(look(first.cursor), dg.SkipReason)


def test_the_schedule_is_nightly_in_shanghai() -> None:
    schedule = defs.resolve_schedule_def("every_night")
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 2 * * *", "Asia/Shanghai")


def test_settings_that_are_there_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "home"))
    settings = prepare_home() / "dagster.yaml"
    assert "enabled: false" in settings.read_text()
    settings.write_text("telemetry:\n  enabled: false\n")
    prepare_home()
    assert settings.read_text() == "telemetry:\n  enabled: false\n"
