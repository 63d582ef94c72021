"""The site of the documents, built and opened in a real browser: nothing is missing, too wide, or loaded from elsewhere."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.docs.readme import PROJECT
from tests.pipelines import ui

MKDOCS = Path(sys.executable).with_name("mkdocs")
MAIN = (
    "index.html",
    "zh.html",
    "access.html",
    "access.zh.html",
    "queries.html",
    "dictionary.html",
    "operate.html",
)
pytestmark = [
    pytest.mark.skipif(not MKDOCS.exists(), reason="needs mkdocs-material: make setup"),
]
browser = pytest.mark.skipif(ui.CHROMIUM is None, reason=f"needs chromium: {ui.INSTALL}")


def build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [MKDOCS, "build", "--strict", "--site-dir", site],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    done = build(PROJECT, made)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_site_is_built_strictly(site: Path) -> None:
    for name in (*MAIN, "contributing.html", "changelog.html", "LICENSE.txt", "kubernetes/dagster.yaml"):
        assert (site / name).exists(), name
    assert not list(site.rglob("*.py"))


def test_a_link_that_leads_nowhere_or_a_page_without_a_place_is_refused(tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(PROJECT / name, tmp_path)
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    page = tmp_path / "docs" / "limits.md"
    sound = page.read_text(encoding="utf-8")
    page.write_text(f"{sound}\n[gone](gone.md) and [no such part](trust.md#nowhere)\n", encoding="utf-8")
    (tmp_path / "docs" / "homeless.md").write_text("# Homeless\n", encoding="utf-8")
    done = build(tmp_path, tmp_path / "site")
    assert done.returncode != 0
    for told in ("gone.md", "#nowhere", "homeless.md"):
        assert told in done.stdout + done.stderr


@browser
@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_in_a_browser_ask_nobody_else_and_fit(width: int, address: str) -> None:
    asked: list[str] = []
    faults: list[str] = []
    with ui.page(width, 900) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        page.on("response", lambda got: faults.append(got.url) if got.status >= 400 else None)
        for name in MAIN:
            page.goto(f"{address}/{name}")
            page.locator("article h1").wait_for()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            broken = "[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)"
            assert page.evaluate(broken) == []
    assert faults == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


@browser
@pytest.mark.browser
@pytest.mark.parametrize(
    ("words", "page_found"), [("culprit", "trust.html"), ("数据字典", "dictionary.html")]
)
def test_the_search_finds_words_of_both_languages(words: str, page_found: str, address: str) -> None:
    with ui.page(1280, 900) as page:
        with page.expect_response("**/workers/search*"):
            page.goto(f"{address}/index.html")
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").fill(words)
        page.keyboard.press("End")  # the page listens to keys
        page.locator(f".md-search-result__link[href*='{page_found}']").first.wait_for()


@browser
@pytest.mark.browser
def test_it_can_be_opened_from_disk(site: Path) -> None:
    asked: list[str] = []
    with ui.page(1280, 900) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.locator("article a[href*='queries.html']").first.click()
        page.get_by_role("heading", name="Ten queries").wait_for()
    assert [url for url in asked if not url.startswith(("file://", "data:", "blob:"))] == []
