"""What README and docs/ show is what happens: commands, queries and programs are run, page by page, and results compared."""

import re
from pathlib import Path

import pytest

from assets.warehouse.exports.formsheets import SHEETS
from assets.warehouse.exports.marks import KINDS
from assets.warehouse.exports.yearbook import COMMENTS, REPORTS
from pipelines.exporting import FORMATS, Selection
from tests.docs.readme import PAGES, TWINS, House, blocks, examples

SECOND = [second for _, second in TWINS]
RUN = [path for path in PAGES if path not in SECOND and examples(path.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("clone"))


def differences(page: str, house: House) -> list[tuple[str, str, str]]:
    """(what was run, what it printed, what the page says) wherever the two differ; in the order of the page."""
    ran = ((example, house.run(example)) for example in examples(page))
    return [
        (example.source, printed, example.printed) for example, printed in ran if printed != example.printed
    ]


@pytest.mark.parametrize("path", RUN, ids=lambda path: path.name)
def test_what_the_page_shows_is_what_is_printed(path: Path, house: House) -> None:
    house.prepare(path)
    assert differences(path.read_text(encoding="utf-8"), house) == []


def test_every_colour_and_part_of_an_export_is_explained(house: House) -> None:
    """docs/exports.md says what is: its colours, limits and files are looked up."""
    page = next(path for path in PAGES if path.name == "exports.md")
    house.prepare(page)
    text = page.read_text(encoding="utf-8")
    made = house.home / "disclosure-data"
    if not made.exists():  # the page, which begins with it, was not run before
        house.run(examples(text)[0])
    for kind in KINDS.values():
        assert kind.fill is None or re.search(rf"\| {re.escape(kind.en.split(' (')[0])}|prints `-`", text), (
            kind
        )
    for number in (SHEETS, REPORTS, COMMENTS, Selection().most):
        assert f"{number:,}" in text
    listed = {path.name for path in made.iterdir()}
    named = set(re.findall(r"`(?:xlsx/)?([\w.-]+?)/?`", text.split("## Excel")[0]))
    assert listed - named - set(FORMATS) == set()


def test_a_wrong_number_is_noticed(house: House) -> None:
    house.prepare(next(path for path in PAGES if path.name == "queries.md"))
    query = '.venv/bin/gouji sql "select count(*) from reports" --format csv'
    assert differences(f"```console\n$ {query}\ncount_star()\n10\n```\n", house) == []
    assert differences(f"```console\n$ {query}\ncount_star()\n11\n```\n", house) != []


@pytest.mark.parametrize(("first", "second"), TWINS, ids=lambda path: path.name)
def test_both_languages_show_the_same_commands_and_results(first: Path, second: Path) -> None:
    shown = (
        [(b.language, b.body) for b in blocks(path.read_text(encoding="utf-8"))] for path in (first, second)
    )
    assert next(shown) == next(shown)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_block_is_run_or_says_why_not(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = blocks(text)
    for before, block in zip([None, *found], found, strict=False):
        ran = block.language in ("console", "python")
        is_printed = block.language == "text" and before is not None and before.language == "python"
        assert block.excused == (not ran and not is_printed), block.body
    # Nothing fenced escapes the reading above, and no query stands in running words only.
    assert text.count("```") == 2 * len(found)
    assert not re.search(r"`select [^`]+ from [^`]+`", text)


@pytest.mark.parametrize("number", range(1, 11))
def test_there_are_ten_queries_each_with_a_result(number: int) -> None:
    page = next(path for path in PAGES if path.name == "queries.md").read_text(encoding="utf-8")
    section = page.split(f"## {number}. ")[1].split("\n## ")[0]
    asked = [e for e in examples(section) if "gouji sql" in e.source]
    assert asked
    for example in asked:
        assert re.search(r"^[1-9]\d* rows?$", example.printed, re.MULTILINE), example.source
