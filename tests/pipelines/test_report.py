"""`gouji report`, the page that runs write, and the page in a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from click.testing import CliRunner, Result

import assets.warehouse.quality.page
from assets.warehouse.publish import LINK, QUALITY_PAGE, published
from pipelines.cli import main
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from pipelines.reporting import unwritten
from pipelines.show import connect
from schemas.form import CellKey
from tests.pipelines import ui
from tests.reports import folder, put_out, tables, text
from tests.warehouse.retold import differences

NEW = CellKey("3", "new_received", "natural_person")
_SKIP = pytest.mark.skipif(ui.CHROMIUM is None, reason=f"no chromium; install it with: {ui.INSTALL}")


def report(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments)])


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a warehouse of five years, published without a run."""
    where = tmp_path_factory.mktemp("report")
    source = folder(where / "source")
    for agency in ("杭州市林业局", "云溪市水务局", "青岚县财政局"):
        for year in range(2019, 2024):
            figures = {NEW: str(year - 2018), CellKey("3", "new_received", "total"): str(year - 2018)}
            odd = {
                NEW: "9",
                CellKey("3", "granted", "total"): "",
                CellKey("3", "carried_over", "total"): "若干",
            }
            body = text(agency, year, figures if year % 2 else odd)
            (source / f"{agency}{year}.txt").write_text(body, encoding="utf-8")
    put_out(where / "w", "first", tables(source)[0])
    return where / "w"


def test_runs_write_the_page_and_do_not_fail_where_they_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_home()
    source, where = folder(tmp_path / "source"), tmp_path / "w"

    def told_of_the_page() -> str:
        with dg.DagsterInstance.get() as instance:
            event = instance.get_latest_materialization_event(dg.AssetKey("warehouse"))
            assert event is not None and event.asset_materialization is not None
            return str(event.asset_materialization.metadata["quality_page"].value)

    assert run_nightly(source, where) is None
    page = (where / QUALITY_PAGE).read_text(encoding="utf-8")
    assert differences(page, where / LINK) == []
    assert told_of_the_page() == str(where / QUALITY_PAGE)
    assert unwritten(where) is None

    def full(_: Path, __: str) -> None:
        raise OSError(28, "No space left on device")

    before = published(where)
    monkeypatch.setattr(assets.warehouse.quality.page, "write_whole", full)
    (source / "new.txt").write_text(text("云溪市林业局", 2021), encoding="utf-8")
    done = CliRunner().invoke(main, ["run", str(source), "--warehouse", str(where)])
    assert done.exit_code == 0 and published(where) != before, done.output
    assert "quality.html is not of this warehouse; write it with:" in done.output
    assert (where / QUALITY_PAGE).read_text(encoding="utf-8") == page
    assert "No space" in told_of_the_page()
    with dg.DagsterInstance.get() as instance:
        latest = instance.get_runs(limit=1)[0].run_id
        assert any(
            "The quality page was not written" in log.user_message for log in instance.all_logs(latest)
        )


def test_the_command_writes_where_it_is_told(warehouse: Path, tmp_path: Path) -> None:
    done = report("--warehouse", warehouse)
    assert (done.exit_code, done.output) == (0, f"{warehouse / QUALITY_PAGE}\n")
    assert report("--warehouse", warehouse, "--out", tmp_path / "x.html", "--lang", "en").exit_code == 0
    english = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in english and differences(english, warehouse / LINK) == []
    assert report("--warehouse", warehouse, "--lang", "en", "--out", "-").stdout == english


def test_what_cannot_be_done_is_said_with_what_to_do(warehouse: Path, tmp_path: Path) -> None:
    done = report("--warehouse", tmp_path / "none")
    assert done.exit_code == 2 and "there is no warehouse at" in done.output and "run SOURCE" in done.output
    done = report("--warehouse", warehouse, "--out", tmp_path / "none" / "x.html")
    assert done.exit_code == 2 and "name another file with --out" in done.output
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "build-x.duckdb").write_bytes(b"no database" * 1000)
    (tmp_path / "other" / LINK).symlink_to("build-x.duckdb")
    done = report("--warehouse", tmp_path / "other")
    assert done.exit_code == 2 and "build it anew with" in done.output, done.output


def test_after_a_rollback_the_page_is_said_to_be_of_another_build(tmp_path: Path) -> None:
    made, _ = tables(folder(tmp_path / "source"))
    for run in ("one", "two"):
        put_out(tmp_path / "w", run, made)
    assert report("--warehouse", tmp_path / "w").exit_code == 0
    assert unwritten(tmp_path / "w") is None
    done = CliRunner().invoke(main, ["rollback", "--warehouse", str(tmp_path / "w")])
    assert "write it with:" in done.output


@contextmanager
def opened(page: Path, width: int, scheme: str) -> Iterator[tuple[Any, list[str]]]:
    """The page in a browser, and what it complained of or asked for."""
    heard: list[str] = []
    with ui.page(width, 900) as browser:
        browser.emulate_media(color_scheme=scheme)
        browser.on("console", lambda message: heard.append(message.text))
        browser.on("pageerror", lambda error: heard.append(str(error)))
        browser.on("request", lambda request: heard.append(request.url))
        browser.goto(page.as_uri())
        yield browser, heard


@pytest.mark.browser
@_SKIP
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_the_page_in_a_browser(width: int, scheme: str, warehouse: Path) -> None:
    report("--warehouse", warehouse)
    page = warehouse / QUALITY_PAGE
    with opened(page, width, scheme) as (browser, heard):
        sizes = browser.evaluate(
            "[...document.querySelectorAll('svg')].map(s => [s.getBoundingClientRect().width,"
            " [...s.querySelectorAll('path.mark')].filter(m => m.getBoundingClientRect().width > 0).length])"
        )
        assert sum(wide > 0 for wide, _ in sizes) == 5 and len(sizes) == 6
        assert all(marks > 0 and 250 < wide <= width for wide, marks in sizes if wide)
        fills = browser.evaluate(
            "[...new Set([...document.querySelectorAll('path.mark')].map(m => getComputedStyle(m).fill))]"
        )
        assert len(fills) >= 4 and all(fill.startswith("rgb") for fill in fills), fills
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
        # opened queries must not widen it either
        browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
        assert heard == [page.as_uri()]
        assert min(browser.evaluate(_CONTRASTS).values()) >= 4.5, browser.evaluate(_CONTRASTS)


@pytest.mark.browser
@_SKIP
def test_the_language_is_switched_by_keyboard_and_queries_copied_by_a_click(warehouse: Path) -> None:
    report("--warehouse", warehouse)
    with opened(warehouse / QUALITY_PAGE, 1280, "light") as (browser, _):
        assert "质量与问题" in browser.locator("h1").inner_text()
        browser.keyboard.press("Tab")
        browser.keyboard.press("ArrowRight")
        assert browser.locator("h1").inner_text() == "Quality and findings"
        seen = browser.locator("main").inner_text()
        assert "What broke" in seen and "可信程度" not in seen
        browser.locator("[data-block=rule-states] summary").click()
        query = browser.locator("[data-block=rule-states] pre[data-query=rows]")
        query.click()
        copied = browser.evaluate("getSelection().toString()")
        with connect(warehouse / LINK) as connection:  # as `gouji sql` runs it
            assert connection.execute(copied).fetchall()
        assert copied == query.text_content()


@pytest.mark.browser
@_SKIP
def test_it_prints_without_queries_and_controls(warehouse: Path) -> None:
    report("--warehouse", warehouse)
    with opened(warehouse / QUALITY_PAGE, 1280, "light") as (browser, _):
        browser.emulate_media(media="print")
        assert not browser.locator("nav").is_visible() and not browser.locator("details").first.is_visible()
        assert browser.locator("svg").first.is_visible()
        assert browser.pdf().startswith(b"%PDF")


# WCAG contrast of all text on its ground, the smallest of each colour.
_CONTRASTS = """
(() => {
  const rgb = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = (c) => { const [r, g, b] = rgb(c).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (rgb(c)[3] !== 0) return c; }
    return 'rgb(255, 255, 255)'; };
  const found = {};
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !e.getClientRects().length) continue;
    const style = getComputedStyle(e), colour = e instanceof SVGElement ? style.fill : style.color;
    const [a, b] = [light(colour), light(ground(e))].sort((x, y) => y - x);
    found[colour] = Math.min(found[colour] || 99, (a + .05) / (b + .05));
  }
  return found;
})()
"""
