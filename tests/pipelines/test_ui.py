"""What a person sees and does: lineage, assets, checks, launching, in a real browser against a real server."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from schemas.tables import TABLES, Cells, meaning
from tests.pipelines import ui
from tests.reports import folder

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(ui.CHROMIUM is None, reason=f"no chromium; install it with: {ui.INSTALL}"),
]


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ui")


@pytest.fixture(scope="module")
def address(where: Path) -> Iterator[str]:
    """As `make ui` starts it: schedule and sensor are on, so that there is something to see without any run of ours."""
    folders = {"GOUJI_SOURCE": folder(where / "source"), "GOUJI_WAREHOUSE": where / "warehouse"}
    (where / "home").mkdir()
    with ui.server(where / "home", **folders, GOUJI_AUTOMATION="on") as started:
        yield started


@pytest.fixture(scope="module")
def page(address: str, where: Path) -> Iterator[Any]:
    """A browser, once the run that the sensor asks for has ended: whatever test comes first has something to see."""
    with ui.page() as opened:
        runs(opened, where, lambda found: len(found) >= 1)
        yield opened


def runs(page: Any, where: Path, enough: Callable[[list[dg.DagsterRun]], bool]) -> list[dg.DagsterRun]:
    """The runs, latest first, once there are enough of them and all have ended."""
    with dg.DagsterInstance.from_config(str(where / "home")) as instance:
        for _ in range(600):
            found = list(instance.get_runs())
            if enough(found) and all(run.is_finished for run in found):
                return found
            page.wait_for_timeout(500)
    raise AssertionError([(run.job_name, run.status) for run in found])


def test_the_source_is_read_without_being_asked(page: Any, address: str, where: Path) -> None:
    [run] = runs(page, where, lambda found: len(found) == 1)
    assert (run.job_name, run.status) == ("nightly", dg.DagsterRunStatus.SUCCESS)
    assert run.tags["dagster/sensor_name"] == "source_changed"
    page.goto(f"{address}/automation")
    page.get_by_text("source_changed").first.wait_for()
    page.locator("input[type=checkbox]:checked").nth(3).wait_for(state="attached")


def test_the_lineage_shows_every_asset_in_its_stage(page: Any, address: str) -> None:
    ui.open_lineage(page, address)
    shown = page.inner_text("body").splitlines()
    groups = {"crawl", "extract", "check", "forms", "history"}
    for name in ({*TABLES} - {"source_state", "readings"}) | {"warehouse"} | groups:
        # A long name is cut in its middle.
        assert any(line == name or _is_cut(line, name) for line in shown), name


def _is_cut(line: str, name: str) -> bool:
    start, dots, end = line.partition("…")
    return bool(dots) and name.startswith(start) and name.endswith(end)


def test_an_asset_shows_its_columns_and_row_count(page: Any, address: str) -> None:
    page.goto(f"{address}/assets/fact_requests?view=overview")
    columns = ("col_key", "row_key", "line_start", "reason", " / ".join(meaning(Cells)["raw"]))
    for awaited in (*columns, "requests received and handled: one row a cell", "350", "← reports.agency"):
        page.get_by_text(awaited).first.wait_for()


def test_an_asset_shows_counts_with_bars_a_picture_and_its_code(page: Any, address: str) -> None:
    page.goto(f"{address}/assets/rule_results")
    page.get_by_text("failing_by_rule").wait_for()
    page.get_by_text(re.compile("^█+[▏▎▍▌▋▊▉]? [0-9.]+ %$")).first.wait_for()
    link = page.get_by_role("link", name="RuleResults").get_attribute("href")
    assert "schemas/tables/checks.py" in link
    page.get_by_text("[Show Markdown]").click()
    picture = page.locator(".dagster-markdown img")
    picture.wait_for()
    assert picture.evaluate("image => image.naturalWidth") > 300


def test_the_checks_show_what_blocks_and_what_warns(page: Any, address: str) -> None:
    page.goto(f"{address}/assets/reports?view=checks")
    for awaited in ("cells_accounted_for", "schema"):
        page.get_by_text(awaited).first.wait_for()
    page.goto(f"{address}/assets/rule_results?view=checks&checkDetail=rules_hold")
    page.get_by_text("rules_hold").first.wait_for()
    page.get_by_text("Warning").or_(page.get_by_text("WARN")).first.wait_for()


def test_what_is_launched_works_or_says_what_to_launch(page: Any, address: str, where: Path) -> None:
    page.goto(f"{address}/locations/gouji/jobs/rebuild/playground")
    page.get_by_role("button", name="Launch Run").click()
    page.wait_for_url("**/runs/*")
    page.goto(f"{address}/assets/fact_requests")
    page.get_by_role("button", name="Materialize").first.click()
    page.get_by_role("button", name="Confirm").click()
    refused, rebuild, _ = runs(page, where, lambda found: len(found) == 3)
    assert (rebuild.job_name, rebuild.status) == ("rebuild", dg.DagsterRunStatus.SUCCESS)
    assert refused.status == dg.DagsterRunStatus.FAILURE
    page.goto(f"{address}/runs/{refused.run_id}")
    page.get_by_text("Launch the job nightly").first.wait_for()
