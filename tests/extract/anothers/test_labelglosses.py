"""Brackets behind labels and heads that say outright that figures are another's put the row or the column in doubt."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.odd import LAYOUTS, PARTS, VALUES
from tests.extract.printed import read, report, reported, wrong

SOME = ("tsv", "closed", "html", "running", "one_a_line")
OTHERS = [
    "云溪县公安局",
    "县公安局数据",
    "云溪县",
    "仅上半年",
    "1—9月",
    "截至6月底",
    "2021年数据",
    "示例",
    "系县政府办收到，我局未收到",
]
OWN = [
    "本机关",
    "青岚县",
    "青岚县林业局",
    "2022年",
    "1—12月",
    "截至12月底",
    "含简易程序",
    "由我局作出",
    "单位：件",
]


def said_of(label: str, words: str, layout: str) -> str:
    return report(PARTS, LAYOUTS[layout]).replace(label, f"{label}（{words}）", 1)


def doubted(text: str, keys: set[CellKey]) -> None:
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not reported(reading) & keys
    assert reported(reading) >= {key for key in VALUES if key.table_no not in {k.table_no for k in keys}}


@pytest.mark.parametrize("words", OTHERS)
@pytest.mark.parametrize("layout", SOME)
def test_behind_the_label_of_a_row(layout: str, words: str) -> None:
    doubted(said_of("行政处罚", words, layout), {key for key in VALUES if key.row_key == "penalties"})


@pytest.mark.parametrize("words", [*OTHERS[:-1], "2021年末"])
@pytest.mark.parametrize("layout", SOME)
def test_behind_the_head_of_a_column(layout: str, words: str) -> None:
    doubted(said_of("现行有效件数", words, layout), {key for key in VALUES if key.col_key == "in_force"})


@pytest.mark.parametrize("words", OWN)
def test_what_is_the_own_or_explains(words: str) -> None:
    for label in ("行政处罚", "现行有效件数"):
        reading = read(said_of(label, words, "tsv"))
        assert not wrong(reading, VALUES)
        assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("head", ["本年罚没金额", "本年应收未收金额"])
def test_a_head_of_other_money(head: str) -> None:
    text = report(PARTS, LAYOUTS["tsv"]).replace("本年收费金额", head, 1)
    assert reported(read(text)) == {key for key in VALUES if key.row_key != "fees"}


def test_a_row_of_another_matter() -> None:
    text = report(PARTS, LAYOUTS["tsv"]).replace(
        "本年新收政府信息公开申请数量", "本年新收行政许可申请数量", 1
    )
    assert reported(read(text)) == {key for key in VALUES if key.row_key != "new_received"}
    short = report(PARTS, LAYOUTS["tsv"]).replace("本年新收政府信息公开申请数量", "本年新收申请数量", 1)
    assert reported(read(short)) == set(VALUES)


def test_a_label_of_the_year_before() -> None:
    assert reported(read(said_of("上年结转政府信息公开申请数量", "2021年度", "tsv"))) == set(VALUES)
