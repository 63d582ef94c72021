"""The documents say what is: commands and queries are run, results compared, links and named tests looked up."""

import os
import re
import runpy
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from schemas.tables import CELL_STATUSES, RULE_STATES
from tests.docs.readme import PROJECT, READMES, Example, House, blocks, examples

DOCUMENTS = (*READMES, PROJECT / "CONTRIBUTING.md", PROJECT / "CHANGELOG.md")
LINK = re.compile(r"\]\(([^)]+)\)|(?:src|href)=\"([^\"]+)\"")
# `path/to/something` of the house, as opposed to code.
PLACE = re.compile(r"`((?:pipelines|assets|schemas|tests|docs|data/samples)/[\w./*-]*)(?:::(\w+))?`")

EXAMPLES = examples(READMES[0].read_text(encoding="utf-8"))


@cache
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house in which `make run` was run, as a reader of the README has it."""
    made = House(tmp_path_factory.mktemp("clone"))
    made.run(Example("console", "make run", ""))
    return made


@pytest.mark.xdist_group("readme")
@pytest.mark.parametrize("example", EXAMPLES, ids=[e.source.splitlines()[0][:60] for e in EXAMPLES])
def test_what_the_readme_shows_is_what_is_printed(example: Example, house: House) -> None:
    assert house.run(example) == example.printed


def test_a_wrong_number_is_noticed(house: House) -> None:
    query = next(e for e in EXAMPLES if "sql" in e.source)
    wrong = re.sub(r"\d(?=\D*\Z)", lambda m: str((int(m[0]) + 1) % 10), query.printed)
    assert wrong != query.printed
    assert house.run(query) != wrong


def test_both_languages_show_the_same_commands_queries_and_results() -> None:
    english, chinese = (blocks(read(path)) for path in READMES)
    assert [(b.language, b.body) for b in english] == [(b.language, b.body) for b in chinese]


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_every_block_is_run_or_says_why_not(path: Path) -> None:
    found = blocks(read(path))
    assert {b.language for b in found} <= {"console", "python", "text", "sh"}
    for block in found:
        assert block.excused == (block.language == "sh"), block.body
    for before, block in zip([None, *found], found, strict=False):
        if block.language == "text":
            assert before is not None
            assert before.language == "python"
    # Nothing fenced escapes the reading above.
    assert read(path).count("```") == 2 * len(found)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_pictures_and_places_are_there(path: Path) -> None:
    text = read(path)
    for match in LINK.finditer(text):
        target = (match[1] or match[2]).split("#")[0]
        if target and not target.startswith(("http://", "https://")):
            assert (PROJECT / target).exists(), target
    for place, name in PLACE.findall(text):
        assert list(PROJECT.glob(place.rstrip("/"))), place
        if name:
            assert f"def {name}(" in (PROJECT / place).read_text(encoding="utf-8"), f"{place}::{name}"


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_every_status_and_state_is_explained(path: Path) -> None:
    for name in (*CELL_STATUSES, *RULE_STATES):
        assert f"| `{name}` |" in read(path), name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_place_of_somebodys_machine(path: Path) -> None:
    for place in re.findall(r"(?<![\w.~])/(?:home|root|tmp|work|Users|opt)\b[^\s`]*", read(path)):
        assert place.startswith("/home/you"), place


def test_pictures_are_small_enough_for_a_page() -> None:
    for picture in PROJECT.glob("docs/*.png"):
        assert picture.stat().st_size < 600_000, picture.name


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


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_settings_and_requirements_are_those_of_the_code(path: Path) -> None:
    from pipelines.definitions import defs
    from pipelines.schedule import every_night
    from pipelines.sensor import source_changed

    text = read(path)
    python = tomllib.loads(read(PROJECT / "pyproject.toml"))["project"]["requires-python"]
    assert f"Python {re.findall(r'>=([0-9.]+)', python)[0]}" in text
    for said in (
        every_night.cron_schedule,
        every_night.execution_timezone,
        every_night.name,
        source_changed.name,
    ):
        assert f"`{said}`" in text
    assert source_changed.minimum_interval_seconds == 60
    folders = (defs.resources or {})["folders"]
    for name in (folders.source, folders.warehouse):
        assert f"`{Path(name).relative_to(PROJECT)}`" in text
    assert "127.0.0.1:3000" in text
    assert "PORT),3000" in read(PROJECT / "Makefile")


def test_the_catalogue_is_what_schemas_tell() -> None:
    """`python docs/make_catalogue.py` writes it."""
    page = runpy.run_path(str(PROJECT / "docs" / "make_catalogue.py"))["page"]
    assert read(PROJECT / "docs" / "catalogue.md") == page()
