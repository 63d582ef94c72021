"""Runs whose process is gone: a real run that is really killed, and the cases that must be told apart from it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import dagster as dg
import pytest

from pipelines import owner
from pipelines.definitions import defs
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from pipelines.resources import Folders
from pipelines.schedule import every_night
from pipelines.sensor import source_changed
from tests.reports import folder, text

GOUJI = Path(sys.executable).with_name("gouji")


def killed_run(where: Path) -> str:
    """Start a real run on a folder that takes a while, kill it while it reads, and give its id."""
    source = where / "many"
    source.mkdir()
    for number in range(300):
        (source / f"{number}.txt").write_text(text(year=2021) + f"{number}\n", encoding="utf-8")
    process = subprocess.Popen([GOUJI, "run", source, "--warehouse", where / "w"])
    try:
        for _ in range(1200):
            built = list((where / "w").glob("build-*.duckdb.partial"))
            if built and built[0].stat().st_size:
                break
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
    finally:
        process.kill()
        assert process.wait(20) == -signal.SIGKILL
    assert not os.path.lexists(where / "w" / "warehouse.duckdb")
    return built[0].name.removeprefix("build-").removesuffix(".duckdb.partial")


def look(instance: dg.DagsterInstance, source: Path) -> dg.SensorResult | dg.SkipReason:
    resources = {"folders": Folders(source=str(source), warehouse="")}
    found = source_changed(dg.build_sensor_context(instance=instance, resources=resources))
    assert isinstance(found, (dg.SensorResult, dg.SkipReason))
    return found


def status(instance: dg.DagsterInstance, run_id: str) -> dg.DagsterRunStatus:
    run = instance.get_run_by_id(run_id)
    assert run
    return run.status


def test_a_killed_run_is_marked_failed_by_the_next_run_and_holds_up_nothing(tmp_path: Path) -> None:
    prepare_home()
    run_id = killed_run(tmp_path)
    with dg.DagsterInstance.get() as instance:
        assert status(instance, run_id) == dg.DagsterRunStatus.STARTED
        source = folder(tmp_path / "source")
        assert run_nightly(source, tmp_path / "w") is None
        assert status(instance, run_id) == dg.DagsterRunStatus.FAILURE
        events = instance.all_logs(run_id, of_type=dg.DagsterEventType.RUN_FAILURE)
        assert "ended without a word" in (events[-1].dagster_event.message or "")  # type: ignore[union-attr]
        others = [run.status for run in instance.get_runs() if run.run_id != run_id]
        assert others == [dg.DagsterRunStatus.SUCCESS]
        assert isinstance(look(instance, source), dg.SensorResult)


def dead_run(instance: dg.DagsterInstance, **changed: str) -> str:
    """A started run with the tags of a process that ended a moment ago, or with some of them changed."""
    with subprocess.Popen(["sleep", "60"]) as process:
        since = owner._started(process.pid)
        assert since
        process.kill()
    job = defs.resolve_job_def("nightly")
    run = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
    of_process = {"gouji/pid": str(process.pid), "gouji/process_started": since}
    instance.add_run_tags(run.run_id, {**owner.tags(run.run_id), **of_process, **changed})
    return run.run_id


@pytest.mark.parametrize("by", ["sensor", "schedule"])
def test_a_look_of_the_sensor_and_a_tick_of_the_schedule_end_dead_runs(by: str, tmp_path: Path) -> None:
    prepare_home()
    with dg.DagsterInstance.get() as instance:
        run_id = dead_run(instance)
        if by == "sensor":
            assert isinstance(look(instance, folder(tmp_path / "source")), dg.SensorResult)
        else:
            assert isinstance(every_night(dg.build_schedule_context(instance)), dg.RunRequest)
        assert status(instance, run_id) == dg.DagsterRunStatus.FAILURE


@pytest.mark.parametrize(
    "changed",
    [
        {"gouji/host": "another-host"},
        {"gouji/process_of_run": "the-run-it-was-started-again-from"},
        {"gouji/process_started": ""},
    ],
    ids="-".join,
)
def test_a_run_of_which_nothing_is_known_is_left_alone(changed: dict[str, str], tmp_path: Path) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        run_id = dead_run(instance, **changed)
        assert owner.end_dead_runs(instance) == []
        assert status(instance, run_id) == dg.DagsterRunStatus.STARTED
        assert isinstance(look(instance, folder(tmp_path / "source")), dg.SkipReason)


def test_a_living_run_is_left_alone_and_a_reused_process_number_is_not_mistaken() -> None:
    job = defs.resolve_job_def("nightly")
    with dg.DagsterInstance.ephemeral() as instance:
        living = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
        instance.add_run_tags(living.run_id, owner.tags(living.run_id))
        reused = dead_run(instance, **{"gouji/pid": str(os.getpid())})
        assert owner.end_dead_runs(instance) == [reused]
        assert status(instance, living.run_id) == dg.DagsterRunStatus.STARTED


def test_a_run_that_was_not_started_by_the_command_has_its_process_too(tmp_path: Path) -> None:
    prepare_home()
    job = defs.resolve_job_def("nightly")
    config = {"source": str(folder(tmp_path / "source")), "warehouse": str(tmp_path / "w")}
    with dg.DagsterInstance.get() as instance:
        done = job.execute_in_process(
            instance=instance, run_config={"resources": {"folders": {"config": config}}}
        )
        run = instance.get_run_by_id(done.run_id)
    assert run
    assert owner.tags(run.run_id).items() <= run.tags.items()
