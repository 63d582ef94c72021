"""The documents say what is: links, named tests, settings and lists are looked up. test_pages.py runs what they show."""

import os
import re
import runpy
import subprocess
import sys
import tomllib
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from assets.extract.whose.identity import identify
from schemas.findings import CATALOGUE
from schemas.tables import CELL_STATUSES, RULE_STATES
from tests.docs.readme import PAGES, PROJECT, READMES

DOCUMENTS = (*PAGES, PROJECT / "CONTRIBUTING.md", PROJECT / "CHANGELOG.md")
LINK = re.compile(r"\]\(([^)]+)\)|(?:src|href)=\"([^\"]+)\"")
# `path/to/something` of the house, as opposed to code.
PLACE = re.compile(r"`((?:pipelines|assets|schemas|tests|docs|data/samples)/[\w./*-]*)(?:::(\w+))?`")


@cache
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_pictures_and_places_are_there(path: Path) -> None:
    text = read(path)
    for match in LINK.finditer(text):
        target = (match[1] or match[2]).split("#")[0]
        if target and not target.startswith(("http://", "https://")):
            assert (path.parent / target).exists(), target
    for place, name in PLACE.findall(text):
        assert list(PROJECT.glob(place.rstrip("/"))), place
        if name:
            assert f"def {name}(" in (PROJECT / place).read_text(encoding="utf-8"), f"{place}::{name}"


def test_every_status_and_state_is_explained() -> None:
    for name in (*CELL_STATUSES, *RULE_STATES):
        assert f"| `{name}` |" in read(PROJECT / "docs" / "trust.md"), name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_place_of_somebodys_machine(path: Path) -> None:
    for place in re.findall(r"(?<![\w.~])/(?:home|root|tmp|work|Users|opt)\b[^\s`]*", read(path)):
        assert place.startswith("/home/you"), place


def test_pictures_are_small_enough_for_a_page() -> None:
    made = runpy.run_path(str(PROJECT / "docs" / "make_pictures.py"))["PICTURES"]
    assert {picture.name for picture in PROJECT.glob("docs/*.png")} == made.keys()
    for picture in PROJECT.glob("docs/*.png"):
        assert picture.stat().st_size < 310_000, picture.name


@pytest.mark.parametrize("source", ["", "/home/you/reports"])
def test_the_schedule_and_the_sensor_are_on_where_the_source_is_named(source: str) -> None:
    code = (
        "from pipelines.schedule import every_night as n; from pipelines.sensor import source_changed as s; "
        "print(n.default_status.value, s.default_status.value, n.cron_schedule, n.execution_timezone)"
    )
    environment = {**os.environ, "GOUJI_SOURCE": source}
    if source:
        environment |= {"GOUJI_CRON": "30 5 * * 1", "GOUJI_TIMEZONE": "UTC"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=PROJECT, capture_output=True, text=True, check=True
    )
    says = "RUNNING RUNNING 30 5 * * 1 UTC" if source else "STOPPED STOPPED 0 2 * * * Asia/Shanghai"
    assert done.stdout.strip() == says


def test_settings_and_requirements_are_those_of_the_code() -> None:
    from pipelines import automation
    from pipelines.definitions import defs
    from pipelines.schedule import every_night
    from pipelines.sensor import source_changed

    python = tomllib.loads(read(PROJECT / "pyproject.toml"))["project"]["requires-python"]
    for path in READMES:
        assert f"Python {re.findall(r'>=([0-9.]+)', python)[0]}" in read(path)
        assert "127.0.0.1:3000" in read(path)
    assert "PORT),3000" in read(PROJECT / "Makefile")
    text = read(PROJECT / "docs" / "operate.md")
    folders = (defs.resources or {})["folders"]
    for said in (
        every_night.cron_schedule,
        every_night.execution_timezone,
        every_night.name,
        source_changed.name,
        automation.VARIABLE,
        *(str(Path(name).relative_to(PROJECT)) for name in (folders.source, folders.warehouse)),
        *(job.name for job in defs.jobs or ()),
    ):
        assert f"`{said}`" in text, said
    assert source_changed.minimum_interval_seconds == 60


def test_every_variable_that_the_code_reads_is_told() -> None:
    sources = [read(path) for folder in ("pipelines", "assets") for path in (PROJECT / folder).rglob("*.py")]
    used = {name for text in sources for name in re.findall(r"\bGOUJI_[A-Z]+\b", text)}
    told = set(re.findall(r"^\| `(GOUJI_[A-Z]+)` \|", read(PROJECT / "docs" / "operate.md"), re.MULTILINE))
    # That of Click's completion is told by `gouji --help`.
    assert used - {"GOUJI_COMPLETE"} == told


def test_what_is_stale_is_what_dagster_is_told() -> None:
    from assets.materialize import FRESH

    [warn, fail] = re.findall(
        r"for (\d+) hours \(a warning\) or (\d+)", read(PROJECT / "docs" / "operate.md")
    )[0]
    assert (FRESH.warn_window.to_timedelta(), FRESH.fail_window.to_timedelta()) == (
        timedelta(hours=int(warn)),
        timedelta(hours=int(fail)),
    )


MADE = runpy.run_path(str(PROJECT / "docs" / "make_catalogue.py"))["PAGES"]


@pytest.mark.parametrize("name", MADE)
def test_what_code_and_data_tell_is_what_the_page_says(name: str) -> None:
    """`python docs/make_catalogue.py` writes them."""
    assert read(PROJECT / "docs" / name) == MADE[name]()


def test_every_finding_named_is_one() -> None:
    for line in read(PROJECT / "docs" / "extraction.md").splitlines():
        if line.startswith("| "):
            for code in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", line):
                assert code in CATALOGUE, code


def test_evidence_is_asked_in_the_order_told() -> None:
    text = read(PROJECT / "docs" / "extraction.md")
    told = {
        name: re.findall(r"`(\w+)`", found[1])
        for name in ("agency_source", "report_year_source")
        if (found := re.search(rf"\(`{name}`\) \|([^|;]*)", text))
    }
    # Each line is evidence of a kind; what is asked first is taken away, line by line.
    lines = [
        "某县教育局2020年政府信息公开工作年度报告",
        "本报告由某县公安局根据条例编制。统计期限自2021年1月1日至2021年12月31日。",
        "2022年，某县继续推进政务公开。",
        "某县财政局",
        "2023年1月20日",
    ]
    seen: dict[str, list[str]] = {"agency_source": [], "report_year_source": []}
    for taken in range(5):
        found = identify([""] * taken + lines[taken:], "某县水利局2024年政府信息公开工作年度报告.txt", None)
        for name, evidence in (("agency_source", found.agency), ("report_year_source", found.year)):
            assert evidence is not None
            if evidence.source not in seen[name]:
                seen[name].append(evidence.source)
    assert seen == told
