"""The project's own sample reports, read from bytes to cells, against the figures they were written to print.

`gold/<path>.csv` holds every cell of the form a report prints; `expected.csv` says of every file in data/samples
whose report it is, for which year, on which form, and which sums its filer broke. Does not belong here: what the
readers do with layouts that no sample shows (tests/conformance).
"""

from __future__ import annotations

import csv
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assets.crawl.decode import decode
from assets.extract.reading import Reading, read_text
from schemas.form import CellKey, forms
from schemas.rules import sums_of
from schemas.tables import CELL_STATUSES

HERE = Path(__file__).parent
GOLD = HERE / "gold"
SAMPLES = HERE.parents[1] / "data" / "samples"

Row = dict[str, str]


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


EXPECTED: dict[str, Row] = {row["file"]: row for row in _rows(HERE / "expected.csv")}
REPORTS = sorted(name for name, row in EXPECTED.items() if row["agency"])
OTHERS = sorted(name for name, row in EXPECTED.items() if not row["agency"])
GOLDS = {path.relative_to(GOLD).as_posix().removesuffix(".csv"): path for path in sorted(GOLD.rglob("*.csv"))}


@cache
def _reading(name: str) -> Reading:
    data = (SAMPLES / name).read_bytes()
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    return read_text(decode(data).text or "", name, digest)


def _key(cell: dict[str, Any]) -> CellKey:
    return CellKey(cell["table_no"], cell["row_key"], cell["col_key"])


def _gold(name: str) -> dict[CellKey, Row]:
    return {CellKey(row["table"], row["row"], row["col"]): row for row in _rows(GOLDS[name])}


def _broken(form: str, values: dict[CellKey, float]) -> set[str]:
    """The equations that do not hold when blanks are read as zero, as `rule:place`."""

    def total(keys: tuple[CellKey, ...]) -> float:
        return sum(values[key] for key in keys)

    return {
        f"{rule.kind.id}:{rule.place}"
        for rule in sums_of(form)
        if sum(values[cell] * of for cell, of in rule.coefficients.items())
    }


def _listed(row: Row) -> set[str]:
    return set(filter(None, row["failing_rules"].split(";")))


def test_every_sample_is_accounted_for() -> None:
    on_disk = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()}
    assert on_disk == set(EXPECTED)
    for name in set(REPORTS) - set(GOLDS):  # a second place of a report needs no second gold
        assert any((SAMPLES / name).read_bytes() == (SAMPLES / gold).read_bytes() for gold in GOLDS)
    assert set(GOLDS) <= set(REPORTS)


@pytest.mark.parametrize("name", GOLDS)
def test_gold_is_a_whole_form(name: str) -> None:
    gold = _gold(name)
    assert list(gold) == list(forms()[EXPECTED[name]["form"]].cells)
    for key, row in gold.items():
        assert row["status"] in CELL_STATUSES, key
        assert bool(row["value"]) == (row["status"] == "reported"), key
        assert bool(row["raw"]) == (row["status"] != "blank"), key


@pytest.mark.parametrize("name", GOLDS)
def test_gold_breaks_the_listed_sums_only(name: str) -> None:
    values = {key: float(row["value"] or 0) for key, row in _gold(name).items()}
    assert _broken(EXPECTED[name]["form"], values) == _listed(EXPECTED[name])


@pytest.mark.parametrize("name", REPORTS)
def test_whose_report_it_is(name: str) -> None:
    (report,) = _reading(name).reports
    expected = EXPECTED[name]
    assert report["agency"] == expected["agency"]
    assert report["report_year"] == int(expected["report_year"])
    assert report["form"] == expected["form"]
    assert report["form_source"] == "printed"


@pytest.mark.parametrize("name", GOLDS)
def test_every_cell_is_read(name: str) -> None:
    cells = {_key(cell): cell for cell in _reading(name).cells}
    gold = _gold(name)
    assert set(cells) == set(gold)
    wrong = {}
    for key, want in gold.items():
        cell = cells[key]
        got = {
            "value": cell["value"],
            "status": cell["status"],
            "raw": (cell["raw"] or "").strip(),
            "unit": cell["unit"] if want["unit"] else None,
        }
        true = {
            "value": float(want["value"]) if want["value"] else None,
            "status": want["status"],
            "raw": want["raw"],
            "unit": want["unit"] or None,
        }
        if got != true:
            wrong[key] = {field: (got[field], true[field]) for field in got if got[field] != true[field]}
    assert not wrong


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_read_breaks_the_listed_sums_only(name: str) -> None:
    values = {_key(cell): cell["value"] or 0 for cell in _reading(name).cells}
    assert _broken(EXPECTED[name]["form"], values) == _listed(EXPECTED[name])


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_report_yields_none(name: str) -> None:
    reading = _reading(name)
    assert reading.reports == []
    assert reading.cells == []
