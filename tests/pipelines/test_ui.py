"""What a person sees: the lineage, an asset, its checks, in a real browser against a real server."""

from collections.abc import Iterator
from typing import Any

import pytest

from schemas.tables import TABLES, Cells, meaning
from tests.pipelines import ui
from tests.reports import folder

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(ui.CHROMIUM is None, reason=f"no chromium; install it with: {ui.INSTALL}"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    where = tmp_path_factory.mktemp("ui")
    ui.run(folder(where / "source"), where / "warehouse", where / "home")
    with ui.server(where / "home") as started:
        yield started


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[Any]:
    with ui.page() as opened:
        yield opened


def test_the_lineage_shows_every_asset_in_its_stage(page: Any, address: str) -> None:
    ui.open_lineage(page, address)
    shown = page.inner_text("body").splitlines()
    for name in ({*TABLES} - {"source_state", "readings"}) | {"warehouse", "crawl", "extract", "check"}:
        # A long name is cut in its middle.
        assert any(line == name or _is_cut(line, name) for line in shown), name


def _is_cut(line: str, name: str) -> bool:
    start, dots, end = line.partition("…")
    return bool(dots) and name.startswith(start) and name.endswith(end)


def test_an_asset_shows_its_columns_and_row_count(page: Any, address: str) -> None:
    page.goto(f"{address}/assets/fact_requests?view=overview")
    columns = ("col_key", "row_key", "line_start", "reason", " / ".join(meaning(Cells)["raw"]))
    for awaited in (*columns, "requests received and handled: one row a cell", "350"):
        page.get_by_text(awaited).first.wait_for()


def test_the_checks_show_what_blocks_and_what_warns(page: Any, address: str) -> None:
    page.goto(f"{address}/assets/reports?view=checks")
    for awaited in ("cells_accounted_for", "schema"):
        page.get_by_text(awaited).first.wait_for()
    page.goto(f"{address}/assets/rule_results?view=checks&checkDetail=rules_hold")
    page.get_by_text("rules_hold").first.wait_for()
    page.get_by_text("Warning").or_(page.get_by_text("WARN")).first.wait_for()
