"""The notebook as it is used: as a script, exported, and served by `make notebook` to a real browser."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines.show import connect
from tests.pipelines import ui
from tests.pipelines.explored import HOSTILE, PROJECT, served, warehouse

NOTEBOOK = PROJECT / "pipelines" / "notebook.py"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return warehouse(tmp_path_factory.mktemp("notebook"))


@pytest.fixture(scope="module")
def address(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    with served(folder, tmp_path_factory.mktemp("served") / "log") as started:
        yield started


def run(folder: Path, *command: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GOUJI_WAREHOUSE": str(folder), "PYTHONPATH": str(PROJECT)}
    return subprocess.run(
        [sys.executable, *map(str, command)], env=environment, capture_output=True, text=True, check=False
    )


def test_without_a_warehouse_it_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, NOTEBOOK)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    from pipelines.notebook import app

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOUJI_WAREHOUSE", str(tmp_path))
        shown = "".join(str(getattr(output, "text", "")) for output in app.run()[0])
    assert "请先运行" in shown and "First run" in shown
    assert "Traceback" not in shown


def test_exported_it_shows_the_figures_and_no_error(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "notebook.html"
    copy = shutil.copy(NOTEBOOK, tmp_path)  # marimo leaves a cache beside what it exports
    done = run(folder, "-m", "marimo", "export", "html", copy, "-o", out)
    assert done.returncode == 0, done.stdout + done.stderr
    page = json.dumps(out.read_text(encoding="utf-8"), ensure_ascii=False)
    page += re.sub(r"\\+u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), page)
    with connect(folder / "warehouse.duckdb") as connection:
        [(proved, left, right)] = connection.sql(
            """select round(100 * proved_share)::int, left_sum::int, right_sum::int
            from report_trust join rule_failures using (report_id) where rule_id = 'row_total'"""
        ).fetchall()
    for awaited in (f"{proved}%", f"左边 {left} = 总计 {left}", f"右边 {right} = ", "→ 33: 一位数字有误"):
        assert awaited in page, awaited


def test_only_who_has_the_token_gets_in_and_only_from_here(address: tuple[str, int]) -> None:
    url, port = address
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answered:
        assert "/auth/login" in answered.url
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/api/status")
    assert "access_token=" in url
    with socket.socket() as other:  # another of this computer's own addresses
        other.settimeout(2)
        with pytest.raises(OSError):
            other.connect(("127.0.0.2", port))


@pytest.mark.browser
@pytest.mark.skipif(ui.CHROMIUM is None, reason=f"no chromium; install it with: {ui.INSTALL}")
def test_in_a_browser_another_agency_shows_its_own_figures(address: tuple[str, int], folder: Path) -> None:
    url, port = address
    asked: list[str] = []
    with ui.page(1280, 1400) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url)
        page.get_by_text("不成立的勾稽关系（2）").wait_for()
        assert cells(page) == printed(folder, "澜州市教育局", 2020)
        assert page.locator("td.culprit").inner_text().startswith("38")

        page.locator("canvas.marks").nth(1).wait_for()  # both charts

        choose(page, "地区 region", "云溪县")
        page.get_by_text("云溪县林业局 2020 年度").wait_for()
        assert cells(page) == printed(folder, "云溪县林业局", 2020)
        page.get_by_text("rank 2 of 3").or_(page.get_by_text("rank 1 of 2")).first.wait_for()
        choose(page, "年度 year", "2019")
        page.get_by_text("云溪县林业局 2019 年度").wait_for()
        assert cells(page) == printed(folder, "云溪县林业局", 2019)

        page.get_by_text("English", exact=True).click()
        page.get_by_text("云溪县林业局 2019, ").wait_for()
        choose(page, "地区 region", "青漪区")
        page.locator(".said", has_text=HOSTILE).wait_for()
        assert cells(page) == printed(folder, HOSTILE, 2022)
        assert page.evaluate("window.hurt") is None
        assert page.locator("img[src=x]").count() == 0
        assert page.locator("a[href^=javascript]").count() == 0
        assert page.get_by_text("Traceback").count() == 0
    elsewhere = {
        name
        for name in asked
        if not re.match(rf"data:|blob:|(http|ws)://(localhost|127\.0\.0\.1):{port}/", name)
    }
    assert not elsewhere


def choose(page: Any, label: str, wanted: str) -> None:
    page.get_by_label(label).click()
    page.get_by_role("option", name=wanted).click()


def cells(page: Any) -> list[str]:
    page.wait_for_timeout(500)
    drawn = page.locator(".form td").evaluate_all("all => all.map(td => td.firstChild?.data ?? '')")
    return [text.strip() for text in drawn]


def printed(folder: Path, agency: str, year: int) -> list[str]:
    with connect(folder / "warehouse.duckdb") as connection:
        rows = connection.sql(
            """select coalesce(raw, '') from cells join dim_row using (form, table_no, row_key)
            join dim_column using (form, table_no, col_key)
            where agency = $1 and report_year = $2 order by table_no, row_order, col_order""",
            params=[agency, year],
        ).fetchall()
    return [" ".join(raw.split()) for (raw,) in rows]
