"""A year in front of a heading that is not the report's leaves the figures, with a finding."""

from __future__ import annotations

import pytest

from assets.extract.anothers.headingyear import is_of_other_year
from tests.extract.printed import GRIDS, HEADINGS, codes, figures, printed, read, report, wrong
from tests.turns import in_turn

VALUES = figures()
TSV = report(printed(VALUES), GRIDS["tsv"])


def led_by(words: str, table: str = "3") -> str:
    number, rest = HEADINGS[table].split("、", 1)
    return TSV.replace(HEADINGS[table], f"{number}、{words}{rest}")


@in_turn
@pytest.mark.parametrize("table", ["2", "3", "4"])
@pytest.mark.parametrize("words", ["2021年", "2021年度", "二〇二一年", "上年度", "去年", "2023年"])
def test_a_heading_of_another_year_is_told(words: str, table: str) -> None:
    reading = read(led_by(words, table))
    assert [f["line"] for f in reading.findings if f["code"] == "heading-year"] == [
        next(n for n, line in enumerate(led_by(words, table).split("\n"), 1) if words in line)
    ]
    assert not wrong(reading, VALUES)
    assert {c["status"] for c in reading.cells} == {"reported"}


@pytest.mark.parametrize("words", ["2022年", "2022年度", "二〇二二年", "本年度", ""])
def test_a_heading_of_the_report_is_not(words: str) -> None:
    assert "heading-year" not in codes(read(led_by(words)))


@pytest.mark.parametrize(
    "heading", ["二、上年结转政府信息公开申请数量", "上一年项目数量", "一、总体情况", "12"]
)
def test_labels_of_rows_and_columns_are_no_years(heading: str) -> None:
    assert not is_of_other_year(heading, 2022)


def test_last_year_told_of_in_prose_is_not() -> None:
    text = TSV.replace("五、存在的主要问题及改进情况", "五、2021年存在的主要问题及改进情况")
    assert "heading-year" not in codes(read(text))
