"""How far a run is: told to who watches, to Dagster's log and in the metadata of what it made."""

from pathlib import Path

import dagster as dg
import pytest

from assets.progress import Pace, Step, duration
from pipelines.definitions import defs
from pipelines.jobs import nightly
from tests.pipelines.explored import SAMPLES

SECONDS = {0.4: "0 s", 59: "59 s", 61: "1 min", 3599: "60 min", 3600: "1 h 00 min", 5460: "1 h 31 min"}


@pytest.mark.parametrize(("seconds", "said"), SECONDS.items())
def test_durations(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def paced(steps: list[tuple[float, int]], total: int) -> tuple[list[Step], list[str], Pace]:
    """What was told of a stage whose clock showed these seconds when so much was done."""
    clock = iter([0.0, *(seconds for seconds, _ in steps)])
    seen: list[Step] = []
    logged: list[str] = []
    pace = Pace("extract", "files", seen.append, logged.append, lambda: next(clock))
    for _, done in steps:
        pace.at(done, total, 3 * done)
    return seen, logged, pace


def test_a_long_stage_says_how_long_still() -> None:
    seen, logged, pace = paced([(5.0, 500), (10.0, 1000), (12.0, 1200), (20.0, 2000), (30.0, 3000)], 3000)
    assert [step.left for step in seen] == [25.0, 20.0, 18.0, 10.0, 0.0]
    assert logged == [
        "extract: 1,000 of 3,000 files, 100 a second, 20 s left, findings 3,000",
        "extract: 2,000 of 3,000 files, 100 a second, 10 s left, findings 6,000",
        "extract: 3,000 of 3,000 files, 100 a second, took 30 s, findings 9,000",
    ]
    assert pace.told() == {"seconds": 30.0, "files_per_second": 100.0}


def test_a_short_stage_logs_nothing_and_one_without_work_has_no_numbers() -> None:
    seen, logged, pace = paced([(0.2, 10), (0.25, 15), (0.3, 20)], 20)
    # between two looks of a tenth of a second nobody is told, but of the end
    assert [step.done for step in seen] == [10, 20]
    assert not logged
    assert pace.told()
    assert not paced([], 0)[2].told()


def test_a_run_tells_its_pace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # every step is logged, as if each had taken ten seconds
    monkeypatch.setattr("assets.progress._LOG_EVERY", 0.0)
    steps: list[Step] = []
    with dg.instance_for_test() as instance:
        result = defs.resolve_job_def(nightly.name).execute_in_process(
            instance=instance,
            run_config={
                "resources": {
                    "folders": {"config": {"source": str(SAMPLES), "warehouse": str(tmp_path / "warehouse")}},
                    "engine": {"config": {"processes": 1}},
                }
            },
            resources={"progress": dg.ResourceDefinition.hardcoded_resource(steps.append)},
        )
        logged = [entry.user_message for entry in instance.all_logs(result.run_id)]
    assert {step.stage for step in steps} == {"crawl", "extract", "check"}
    assert all(step.findings for step in steps if step.stage == "extract")
    for stage in ("crawl", "extract", "check"):
        assert any(line.startswith(f"{stage}: ") and " a second" in line for line in logged), stage
    for asset, number in {
        "report_files": "files_per_second",
        "reports": "files_per_second",
        "rule_results": "reports_per_second",
    }.items():
        [made] = [
            event.materialization
            for event in result.get_asset_materialization_events()
            if event.asset_key == dg.AssetKey(asset)
        ]
        assert made.metadata[number].value, asset
