"""Some edited texts; `make torture` reads thousands, `python -m tests.torture --only edits` as many as asked for."""

import random
import re
from pathlib import Path

import pytest

from assets.extract.reading import Reading, read_text
from tests.torture import edits
from tests.torture.dense import Dense, dense
from tests.torture.page import Page
from tests.torture.slips import EDITS

_TEXTS = sorted(edits.TEXTS.rglob("*.txt"))


@pytest.fixture(scope="module")
def source() -> Dense:
    made = dense(sorted((edits.TEXTS / "tika-docx").glob("*.txt"))[0])
    assert made is not None
    return made


def _page(source: Dense) -> Page:
    return Page(source.text.split("\n"), {shown: key[:2] for shown, key in source.cell_of.items()})


def test_no_edit_makes_another_value_true() -> None:
    batch = edits.batch([f"short:{number}" for number in range(120)], _TEXTS)
    assert [f"{hit.key} {hit.edits} {hit.file}: {hit.wrong}" for hit in batch.hits] == []
    assert batch.reported > batch.cells / 2


# Inputs of which cells were once given with a value that was not theirs.
_ONCE_WRONG = [
    "a1:161",
    "a1:426",
    "a1:1304",
    "a1:1307",
    "a1:1643",
    "a1:2034",
    "a1:2492",
    "a2:199",
    "a2:311",
    "a2:710",
    "a2:948",
    "a2:1139",
    "a2:2571",
    "a2:2688",
    "a3:709",
    "a3:915",
    "a3:2176",
    "a3:2820",
    "a3:3252",
    "a3:3298",
    "9101:139",
    "9101:244",
]


@pytest.mark.parametrize("key", _ONCE_WRONG)
def test_what_was_wrong_is_in_doubt(key: str) -> None:
    source, _, text = edits.edited(key, _TEXTS)
    assert edits.wrong_cells(source, text)[0] == []


def test_a_key_is_always_the_same_input() -> None:
    assert edits.edited("a:7", _TEXTS)[1:] == edits.edited("a:7", _TEXTS)[1:]


def test_figures_are_told_apart_and_are_those_of_the_gold(source: Dense) -> None:
    assert len(source.cell_of) > 100
    numbers = re.findall(r"\d+", source.text)
    assert all(numbers.count(shown) == 1 for shown in source.cell_of)
    assert {source.gold[key] for key in source.cell_of.values()} == set(map(float, source.cell_of))
    assert edits.wrong_cells(source, source.text)[0] == []


def test_a_text_that_is_not_read_as_its_gold_says_is_not_used(tmp_path: Path, source: Dense) -> None:
    text, gold = tmp_path / "one.txt", tmp_path / "one.gold.csv"
    text.write_text(source.text, encoding="utf-8")
    rows = [f"{'.'.join(key)},{value:g}" for key, value in source.gold.items()]
    gold.write_text("table,row,col,value\n" + "\n".join(row.replace(".", ",", 2) for row in rows), "utf-8")
    assert dense(text) is not None
    shown, key = next(iter(source.cell_of.items()))
    gold.write_text(
        gold.read_text("utf-8").replace(f"{','.join(key)},{shown}", f"{','.join(key)},7"), "utf-8"
    )
    assert dense(text) is None


def test_a_reader_that_shifts_a_cell_is_noticed(source: Dense) -> None:
    def shifting(text: str, source_file: str, content_hash: str) -> Reading:
        reading = read_text(text, source_file, content_hash)
        row = [c for c in reading.cells if c["row_key"] == "rejected_repeat" and c["status"] == "reported"]
        values = [c["value"] for c in row]
        for cell, value in zip(row, values[1:] + values[:1], strict=True):
            cell["value"] = value
        return reading

    wrong, _ = edits.wrong_cells(source, source.text, shifting)
    assert wrong
    assert all(cell.startswith("3.rejected_repeat.") for cell in wrong)


def test_every_edit_does_something_and_makes_no_figure() -> None:
    sources = [
        one
        for name in ("tika-docx", "pandas-csv", "pdftotext-layout", "bars-cells", "markitdown-docx")
        if (one := dense(sorted((edits.TEXTS / name).glob("*.txt"))[0]))
    ]
    for name, edit in EDITS.items():
        changed = 0
        for number in range(12):
            for source in sources:
                page = _page(source)
                edit(random.Random(number), page)  # noqa: S311
                changed += "\n".join(page.lines) != source.text
        assert changed, name
