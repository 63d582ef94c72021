"""Each code of stage 3 raised by texts that the real reader reads."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from schemas.form import CellKey, forms
from schemas.tables import Findings
from tests.reports import tables, text

TOTAL = CellKey("3", "carried_over", "total")
ALONE = CellKey("3", "carried_over", "natural_person")
NEXT_YEAR = CellKey("3", "carried_forward", "natural_person"), CellKey("3", "carried_forward", "total")
HANDLED = [
    CellKey("3", row, col) for row in ("granted", "total_handled") for col in ("natural_person", "total")
]
NEW = CellKey("3", "new_received", "natural_person")
WHO = "青岚县林业局"

# code -> texts of a folder in which it is raised, and how often
CASES: dict[str, tuple[dict[str, str], int]] = {
    "rule-broken": ({"a.txt": text(figures={CellKey("4", "review", "total"): "3"})}, 1),
    "culprit": ({"a.txt": text(figures={NEW: "7"})}, 1),
    "culprit-weak": ({"a.txt": text(figures={NEW: "7"}).replace("\t", " ")}, 1),
    "not-a-count": ({"a.txt": text(figures={TOTAL: "-1", CellKey("2", "permits", "decisions"): "-2"})}, 2),
    "years-disagree": (
        {
            "a.txt": text(WHO, 2021),
            # carried over, handled: right by itself, but the year before carried nothing forward
            "b.txt": text(WHO, 2022, dict.fromkeys((TOTAL, ALONE, *HANDLED), "2")),
        },
        2,
    ),
    "year-missing": ({"a.txt": text(WHO, 2021), "b.txt": text(WHO, 2024)}, 1),
    "report-twice": (
        {"a.txt": text(WHO, 2022), "b.txt": text(WHO, 2022, {CellKey("2", "permits", "decisions"): "8"})},
        1,
    ),
}


def findings_of(folder: Path, texts: dict[str, str]) -> pl.DataFrame:
    for name, content in texts.items():
        (folder / name).write_text(content, encoding="utf-8")
    found = tables(folder)[0]["findings"]
    Findings.validate(found, lazy=True)
    return found


@pytest.mark.parametrize("code", CASES)
def test_codes(code: str, tmp_path: Path) -> None:
    texts, times = CASES[code]
    found = findings_of(tmp_path, texts)
    assert found["code"].to_list().count(code) == times, found.select("code", "message_en").rows()
    for message in found["message_zh"].to_list() + found["message_en"].to_list():
        assert "{" not in message and "None" not in message


def test_one_wrong_figure_is_one_finding_whatever_it_breaks(tmp_path: Path) -> None:
    found = findings_of(tmp_path, {"a.txt": text(figures={NEW: "7"})})
    assert found["code"].to_list() == ["culprit"]
    row = found.row(0, named=True)
    assert (row["table_no"], row["row_key"], row["col_key"], row["actor"]) == (*NEW, "filer")
    assert "prints “7” and should be 0" in row["message_en"]
    assert "2 broken sums hold" in row["message_en"]


def test_a_shifted_row_is_one_finding(tmp_path: Path) -> None:
    """A dozen sums break; the fault is one."""
    columns = [column.key for column in forms()["2021"].table("3").columns]
    plain = ["4", "1", "0", "2", "0", "0", "7"]
    handled = dict(zip(columns, plain, strict=True))
    shifted = dict(zip(columns, ["0", *plain[:-1]], strict=True))
    figures = {
        CellKey("3", row, col): (shifted if row == "granted" else handled)[col]
        for row in ("new_received", "granted", "total_handled")
        for col in columns
    }
    found = findings_of(tmp_path, {"a.txt": text(figures=figures)})
    assert found["code"].to_list() == ["culprit"], found["message_en"].to_list()
    assert "shifted by a column" in found["message_en"][0]


def test_reports_of_adjacent_years_that_agree_raise_nothing(tmp_path: Path) -> None:
    new = [CellKey("3", "new_received", col) for col in ("natural_person", "total")]
    carried = text(WHO, 2021, dict.fromkeys((*new, *NEXT_YEAR), "2"))
    follows = text(WHO, 2022, dict.fromkeys((TOTAL, ALONE, *HANDLED), "2"))
    found = findings_of(
        tmp_path, {"a.txt": carried, "b.txt": follows, "other.txt": text("云溪市水务局", 2022)}
    )
    assert found.is_empty()


def test_a_figure_that_is_no_count_is_told_once(tmp_path: Path) -> None:
    """The sums it stands in are not assessed: they would only say it again."""
    (tmp_path / "a.txt").write_text(text(figures={TOTAL: "-1"}), encoding="utf-8")
    made, _ = tables(tmp_path)
    assert made["findings"]["code"].to_list() == ["not-a-count"]
    doubted = made["rule_results"].filter(pl.col("state") == "not_assessable")
    assert doubted.select("rule_id", "place", "reason").rows() == [
        ("balance", "total", "carried_over: whole_number"),
        ("row_total", "carried_over", "total: whole_number"),
    ]


def test_a_figure_that_is_no_count_is_told_with_the_labels_of_its_cell(tmp_path: Path) -> None:
    found = findings_of(tmp_path, {"a.txt": text(figures={TOTAL: "-1"})}).row(0, named=True)
    for label in ("上年结转", "总计"):
        assert label in found["message_zh"]
    assert not any(label in found["message_zh"] for label in ("本年新收", "自然人"))


def test_amounts_that_one_text_rounds_are_the_same(tmp_path: Path) -> None:
    fees = CellKey("2", "fees", "fee_amount")
    one, other = text(WHO, 2022, {fees: "47.6万元"}), text(WHO, 2022, {fees: "475976.05元"})
    assert findings_of(tmp_path, {"a.txt": one, "b.txt": other}).is_empty()
    apart = text(WHO, 2022, {fees: "476976.05元"})
    found = findings_of(tmp_path, {"b.txt": apart})
    assert found["code"].to_list() == ["report-twice"]
    assert "2.fees/fee_amount=476976.05元 | 47.6万元" in found["message_en"][0]
