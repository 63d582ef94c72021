"""docs/exports.md says what is: its colours, limits and files are looked up. test_pages.py runs its commands."""

import re
from pathlib import Path

import pytest

from assets.warehouse.exports.formsheets import SHEETS
from assets.warehouse.exports.marks import KINDS
from assets.warehouse.exports.yearbook import COMMENTS, REPORTS
from pipelines.exporting import FORMATS, Selection
from tests.docs.readme import PROJECT, Example, House, examples

PAGE = PROJECT / "docs" / "exports.md"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house in which everything was exported, as the page begins."""
    made = House(tmp_path_factory.mktemp("clone"))
    made.run(Example("console", "make run", ""))
    made.run(examples(PAGE.read_text(encoding="utf-8"))[0])
    return made


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
