"""Reports written to mislead a reader, by people who knew the forms and not the code.

`gold.csv` gives each row's cells in the order of the columns: a figure; `_` blank; `-` not applicable; `!` a text
without one reading; `?` what the text does not let one know (`?7`: a reading of 7 is tolerable). `expected.csv`
gives whose report it is and how many of the cells that can be known were read right when it was written: fewer is
a regression, more is worth a new number.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from assets.extract.reading import Reading, read_text
from schemas.form import CellKey, forms
from tests.extract.printed import HASH

HERE = Path(__file__).parent / "attacks"
STATUS = {"_": "blank", "-": "not_applicable", "!": "unparsed"}
# Wrong today, each with the reason.
KNOWN: dict[str, str] = {}


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


EXPECTED = {row["file"]: row for row in _rows("expected.csv")}


@cache
def _gold() -> dict[str, dict[CellKey, str]]:
    found: dict[str, dict[CellKey, str]] = {name: {} for name in EXPECTED}
    for row in _rows("gold.csv"):
        table = forms()[EXPECTED[row["file"]]["form"]].table(row["table"])
        block = next(b for b in table.blocks if row["row"] in {r.key for r in b.rows})
        for column, cell in zip(block.columns, row["cells"].split(" "), strict=True):
            found[row["file"]][CellKey(table.no, row["row"], column.key)] = cell
    return found


@cache
def _reading(name: str) -> Reading:
    text = (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8")
    return read_text(text, "report.txt", HASH)


def _first_report(name: str) -> dict[CellKey, tuple[str, float | None]]:
    reading = _reading(name)
    first = reading.reports[0]["report_id"] if reading.reports else None
    return {
        CellKey(c["table_no"], c["row_key"], c["col_key"]): (c["status"], c["value"])
        for c in reading.cells
        if c["report_id"] == first
    }


def _is_right(gold: str, status: str, value: float | None) -> bool:
    if gold in STATUS:
        return status == STATUS[gold]
    return status == "reported" and value == float(gold)


def test_every_text_has_its_gold() -> None:
    on_disk = {path.stem for path in (HERE / "texts").iterdir()}
    assert on_disk == set(EXPECTED)
    for name, row in EXPECTED.items():
        assert list(_gold()[name]) == list(forms()[row["form"]].cells)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_wrong_figure(name: str, request: pytest.FixtureRequest) -> None:
    if name in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[name], strict=True))
    gold = _gold()[name]
    wrong = {
        key: (value, gold.get(key))
        for key, (status, value) in _first_report(name).items()
        if status == "reported" and gold.get(key, "?").removeprefix("?") not in (f"{value:.10g}",)
    }
    assert not wrong


def test_as_much_is_read_as_before() -> None:
    for name, expected in EXPECTED.items():
        cells = _first_report(name)
        known = {key: cell for key, cell in _gold()[name].items() if not cell.startswith("?")}
        right = sum(key in cells and _is_right(cell, *cells[key]) for key, cell in known.items())
        assert right >= int(expected["right"]), f"{name}: {right} of {len(known)}"


def test_whose_report_each_is() -> None:
    for name, expected in EXPECTED.items():
        report = _reading(name).reports[0]
        assert report["agency"] in (expected["agency"], None), name
        assert report["report_year"] == int(expected["year"]), name
        assert report["form"] == expected["form"], name
