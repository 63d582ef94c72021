"""A real `dagster dev` and a real browser, for the UI test and for the picture of the lineage."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium")
INSTALL = "sudo apt-get install chromium fonts-noto-cjk"
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def run(source: Path, warehouse: Path, home: Path) -> None:
    """`gouji run`, so that there is something to see."""
    command = [Path(sys.executable).with_name("gouji"), "run", source, "--warehouse", warehouse]
    subprocess.run(command, env={**os.environ, "DAGSTER_HOME": str(home)}, check=True, capture_output=True)


@contextmanager
def server(home: Path, **settings: object) -> Iterator[str]:
    """`gouji ui` on a free port of the loopback; yields its address once it answers.

    Starts no run by itself unless `settings`, which are environment variables, say so.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [Path(sys.executable).with_name("gouji"), "ui", "--port", str(port)]
    told = {name: str(value) for name, value in settings.items()}
    environment = {**os.environ, "GOUJI_AUTOMATION": "off", **told, "DAGSTER_HOME": str(home)}
    log = home / "ui.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=output, start_new_session=True
        )
    try:
        _wait(process, f"http://127.0.0.1:{port}/server_info", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    for _ in range(240):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own loopback
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"the UI did not start:\n{log.read_text()}")


@contextmanager
def page(width: int = 4000, height: int = 5400) -> Iterator[Any]:
    """A page of a headless Chromium that calls nobody; tall enough to show the whole lineage at once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*_QUIET, "--disable-sync"])
        opened = browser.new_page(viewport={"width": width, "height": height})
        opened.set_default_timeout(60_000)
        yield opened
        browser.close()


def open_lineage(page: Any, address: str) -> None:
    """The lineage of all assets, with the groups opened."""
    page.goto(f"{address}/asset-groups")
    page.get_by_text("warehouse").first.wait_for()
    page.wait_for_timeout(2000)
    page.keyboard.press("Alt+e")
    page.wait_for_url("**expanded=**")
    # Only what is in view is drawn, and a page is centred when it opens.
    page.reload()
    page.get_by_text("report_files", exact=True).first.wait_for()
    page.wait_for_timeout(3000)
