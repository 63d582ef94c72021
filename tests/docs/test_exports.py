"""docs/exports.md says what is: its commands and programs are run, its colours looked up."""

import re
from pathlib import Path

import pytest

from assets.warehouse.exports.formsheets import SHEETS
from assets.warehouse.exports.marks import KINDS
from assets.warehouse.exports.yearbook import COMMENTS, REPORTS
from pipelines.exporting import FORMATS, Selection
from tests.docs.readme import PROJECT, Example, House, blocks, examples

PAGE = PROJECT / "docs" / "exports.md"
EXAMPLES = examples(PAGE.read_text(encoding="utf-8"))

pytestmark = pytest.mark.xdist_group("exports_page")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house in which `make run` was run and everything exported."""
    made = House(tmp_path_factory.mktemp("clone"))
    made.run(Example("console", "make run", ""))
    return made


@pytest.mark.parametrize("example", EXAMPLES, ids=[e.source.splitlines()[0][:60] for e in EXAMPLES])
def test_what_the_page_shows_is_what_is_printed(example: Example, house: House) -> None:
    assert house.run(example) == example.printed


def test_every_block_is_run_or_says_why_not() -> None:
    text = PAGE.read_text(encoding="utf-8")
    found = blocks(text)
    assert text.count("```") == 2 * len(found)
    for block in found:
        assert block.language in ("console", "python", "text") or block.excused, block.body


def test_every_colour_and_part_is_explained(house: House) -> None:
    text = PAGE.read_text(encoding="utf-8")
    for kind in KINDS.values():
        assert kind.fill is None or re.search(rf"\| {re.escape(kind.en.split(' (')[0])}|prints `-`", text), (
            kind
        )
    for number in (SHEETS, REPORTS, COMMENTS, Selection().most):
        assert f"{number:,}" in text
    listed = {path.name for path in Path(house.home / "disclosure-data").iterdir()}
    named = set(re.findall(r"`(?:xlsx/)?([\w.-]+?)/?`", text.split("## Excel")[0]))
    assert listed - named - set(FORMATS) == set()
