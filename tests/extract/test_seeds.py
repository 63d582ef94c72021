"""The real reports that stand beside the repository: every cell, whatever the encoding."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import polars as pl
import pytest

from assets.crawl.decode import decode
from assets.extract.reading import Reading, read_text
from schemas.form import CellKey
from schemas.tables import Cells, Reports, frame
from tests.extract.printed import HASH, cells_of
from tests.reports import judge
from tests.turns import in_turn

SHARED = Path(__file__).parents[2].parent / "shared"
TEXTS = {path.name: path for folder in ("seeds", "real") for path in sorted((SHARED / folder).glob("*.txt"))}
NONE = pytest.mark.skip(reason="the folder ../shared with the real reports is not here")
NAMES = list(TEXTS) or [pytest.param("", marks=NONE)]

ENCODINGS = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
}


def _read(data: bytes, name: str) -> Reading:
    decoded = decode(data)
    assert decoded.status == "text"
    return read_text(decoded.text, name, HASH)


def _gold(path: Path) -> dict[CellKey, dict[str, str]]:
    own = path.with_name(path.name.removesuffix(".txt") + ".gold.csv")
    if not own.exists():  # one gold for the texts that several converters made of one report
        own = path.with_name(path.stem.split("_")[0] + ".gold.csv")
    with own.open(encoding="utf-8-sig", newline="") as lines:
        return {CellKey(r["table"], r["row"], r["col"]): r for r in csv.DictReader(lines)}


def _answer(reading: Reading) -> list[tuple[object, ...]]:
    return [(k, c["value"], c["raw"], c["status"], c["unit"]) for k, c in cells_of(reading).items()]


@pytest.mark.parametrize("name", NAMES)
def test_every_cell(name: str) -> None:
    gold = _gold(TEXTS[name])
    cells = cells_of(_read(TEXTS[name].read_bytes(), name))
    assert set(cells) == set(gold)
    wrong = {}
    for key, want in gold.items():
        raw, cell = want["raw"].strip(), cells[key]
        status = "reported" if want["value"] else "blank"
        true = (status, float(want["value"]) if want["value"] else None, raw)
        got = (cell["status"], cell["value"], (cell["raw"] or "").strip())
        if got != true:
            wrong[key] = (got, true)
        if raw.endswith("元"):
            assert cell["unit"] == "万元" if raw.endswith("万元") else "元"
    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_whose_report_it_is(name: str) -> None:
    text = decode(TEXTS[name].read_bytes()).text
    (report,) = _read(TEXTS[name].read_bytes(), name).reports
    assert report["form_source"] == "printed"
    assert report["report_year_source"] in ("title", "period")
    year, agency = report["report_year"], report["agency"]
    spaced = re.sub(r"\s", "", text).translate(str.maketrans("〇二", "02"))
    assert f"{year}年" in spaced
    assert agency is not None and agency in re.sub(r"\s", "", text)
    assert not re.search(r"[0-9年度]|信息公开|^关于", agency)


@pytest.mark.parametrize("name", NAMES)
def test_no_rule_fails(name: str) -> None:
    reading = _read(TEXTS[name].read_bytes(), name)
    cells = frame(reading.cells, Cells)
    results = judge(cells, frame(reading.reports, Reports))
    assert set(results["state"]) <= {"pass", "pass_if_blank_zero"}
    blank = cells.filter(pl.col("status").is_in(["blank", "not_applicable"]))
    for rule in results.iter_rows(named=True):
        shown = f"{rule['left_cells']} {rule['right_cells']}"
        leans = bool(re.search(r"=(?:blank|[-—/无])", shown))
        assert rule["state"] == ("pass_if_blank_zero" if leans else "pass"), shown
    if blank.filter(pl.col("table_no") != "2").is_empty():
        assert set(results["state"]) == {"pass"}


@in_turn
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", NAMES)
def test_encodings_change_nothing(name: str, encoding: str) -> None:
    data = TEXTS[name].read_bytes()
    again = _read(ENCODINGS[encoding](decode(data).text), name)
    plain = _read(data, name)
    assert _answer(again) == _answer(plain)
    assert again.reports == plain.reports
    assert again.findings == plain.findings
