"""Whose report of which year, among what a page prints around its title: lists by year, sizes of letters, other names."""

from __future__ import annotations

import pytest

from tests.extract.printed import TITLE, reported
from tests.extract.printed import read as read_report
from tests.extract.titled import SIGNATURE, TEXT, entitled
from tests.turns import in_turn

PERIOD = "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n"
COLUMN = "政府信息公开指南\n法定主动公开内容\n政府信息公开年报\n"
YEARS = [
    "2023年\n2022年\n2021年\n",
    "2021年\n2022年\n2023年\n",
    "2024\n2023\n",
    "2023年度\n\n2022年度\n",
    "2023年\n",
]
TITLES = [
    TITLE,
    "青岚县林业局\n2022年度\n政府信息公开工作年度报告",
    "2022年青岚县林业局政府信息公开年报",
    "青岚县林业局 2022 年度 政府信息公开年报",
    "2022 年度政府信息公开工作年度报告\n青岚县林业局",
    "青岚县林业局2022年政府信息\n公开工作年度报告",
    "青岚县林业局2022年政府信\n息公开年报",
    "2 0 2 2 年 政 府 信 息 公 开 年 报\n（ 青 岚 县 林 业 局 ）",
    f"青岚县林业局政府信息公开工作报告\n{PERIOD}",
    f"青岚县林业局政府信息公开年报\n{PERIOD}",
    f"2022年政府信息公开年报\n{PERIOD}",
]


@in_turn
@pytest.mark.parametrize("years", YEARS)
@pytest.mark.parametrize("title", TITLES)
def test_a_list_of_years_above_the_title_says_no_year(title: str, years: str) -> None:
    found = read_report(TEXT.replace(TITLE, f"{COLUMN}{years}\n{title}"))
    assert (found.reports[0]["agency"], found.reports[0]["report_year"]) == ("青岚县林业局", 2022)
    assert reported(found) == reported(read_report(TEXT))


@in_turn
@pytest.mark.parametrize("of", ["", "青岚县林业局"])
@pytest.mark.parametrize(
    "title", [TITLE, "青岚县林业局\n2022年政府信息公开工作报告", "2022年政府信息公开工作年度报告"]
)
def test_a_list_of_links_by_year_is_no_title(title: str, of: str) -> None:
    links = "".join(f"{of}{year}年政府信息公开工作年度报告\n" for year in (2024, 2023, 2021))
    found = entitled(f"{links}\n{title}\n{PERIOD}")
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


def test_a_year_above_a_title_without_one_is_the_title_s() -> None:
    assert entitled("2022年\n青岚县林业局政府信息公开工作年度报告")["report_year"] == 2022


UNSIGNED = TEXT.replace(SIGNATURE, "")
AGENCIES = [
    ("2022年政府信息公开工作年度报告\n青 岚 县 人 民 政 府\n", "青岚县人民政府"),
    ("2022年政府信息公开工作年度报告\n（平澜省人民政府办公厅）\n（2023年1月20日）\n", "平澜省人民政府办公厅"),
    ("2022年政府信息公开年报\n（青岚县林业局）\n", "青岚县林业局"),
    (
        "2022年政府信息公开工作报告\n（青岚县外事办公室（港澳事务办公室））\n",
        "青岚县外事办公室(港澳事务办公室)",
    ),
    (
        "青岚县外事办公室（港澳事务办公室）\n2022年政府信息公开工作年度报告",
        "青岚县外事办公室(港澳事务办公室)",
    ),
    (
        "首页 > 政府信息公开 > 政府信息公开年报\n\n青岚县外事办公室（港澳事务办公室）关于\n2022年政府信息公开工作情况的报告",
        "青岚县外事办公室(港澳事务办公室)",
    ),
    (f"青岚县人民政府政府信息公开年报\n{PERIOD}", "青岚县人民政府"),
    (f"青岚县外事办公室（港澳事务办公室）政府信息公开年报\n{PERIOD}", "青岚县外事办公室(港澳事务办公室)"),
    ("青岚县林业局关于2022年度政府信息公开年报\n关于2022年度政府信息公开工作情况的报告", "青岚县林业局"),
    ("字体：[大 中 小]\n\n青岚县林业局2022年政府信\n息公开年报", "青岚县林业局"),
    (
        "字体：[大 中 小]\n\n青岚县外事办公室（港澳事务办公室）\n2022年度政府信息公开工作报告",
        "青岚县外事办公室(港澳事务办公室)",
    ),
]


@pytest.mark.parametrize(("title", "agency"), AGENCIES)
def test_the_agency_by_the_title(title: str, agency: str) -> None:
    found = entitled(title, text=UNSIGNED)
    assert (found["agency"], found["agency_source"], found["report_year"]) == (agency, "title", 2022)


def test_a_signature_with_another_name_in_brackets() -> None:
    signed = TEXT.replace(SIGNATURE, "青岚县外事办公室（港澳事务办公室）\n2023年1月20日\n")
    assert (
        entitled("2022年政府信息公开工作年度报告", text=signed)["agency"]
        == "青岚县外事办公室(港澳事务办公室)"
    )


@pytest.mark.parametrize(
    "title", [f"青岚县人民政府政府信息公开年报\n{PERIOD}", "2022年政府信息公开工作年度报告\n青岚县人民政府\n"]
)
def test_a_government_by_the_title_may_be_the_site_s(title: str) -> None:
    assert entitled(title)["agency"] == "青岚县林业局"


def test_the_name_of_a_column_makes_no_report() -> None:
    assert not read_report("青岚县人民政府政府信息公开年报\n2023年\n2022年\n2021年\n").reports
