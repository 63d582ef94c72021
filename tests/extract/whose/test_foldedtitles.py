"""Titles that the width of a page broke within the agency's name or the year; names that are whole stay as they stand."""

from __future__ import annotations

import pytest

from tests.extract.printed import TITLE, read, reported, wrong
from tests.extract.titled import TEXT, VALUES
from tests.turns import in_turn

WHOLE = "新安岭彝族自治县人民政府"
SITE = "新安岭彝族自治县人民政府门户网站\n索引号：000-1  主题分类：政务公开\n"


def told(head: str, end: str = "") -> tuple[str | None, int | None, int]:
    reading = read(TEXT.replace(f"{TITLE}\n", head) + end)
    assert not wrong(reading, VALUES)
    (one,) = reading.reports
    return one["agency"], one["report_year"], one["line_start"] and len(reported(reading))


@in_turn
@pytest.mark.parametrize("above", ["", SITE, "政府信息公开\n政策文件\n"])
@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("关于新安岭彝族自治县人\n民政府二〇二二年政府\n信息公开工作年度报告\n", WHOLE),
        ("关于青岚县机关事务服\n\n务中心2022年政务信\n\n息公开工作年度报告\n", "青岚县机关事务服务中心"),
        ("2022年度青岚\n县文化广电和旅游局信\n息公开工作年度报告\n", "青岚县文化广电和旅游局"),
        ("关于2022\n年青岚县林业局政府信\n息公开工作年度报告\n", "青岚县林业局"),
        ("青岚县林业局20\n22年政府信息公开工\n作年度报告\n", "青岚县林业局"),
        ("青岚县林业局2022年政务\n信息公开工作年度报告\n", "青岚县林业局"),
        # nothing opens it, but the lines are as wide as the page
        ("新安岭彝族自治县人\n民政府二〇二二年政\n府信息公开工作年度\n报告\n", WHOLE),
    ],
)
def test_a_title_broken_by_the_width_of_the_page(above: str, title: str, agency: str) -> None:
    whole, *_ = told(f"{TITLE}\n"), None
    assert told(f"{above}{title}") == (agency, *whole[1:])


@pytest.mark.parametrize(
    "end",
    ["\n\n{whole}\n2023年1月10日\n", "\n\n供销合作社联合社\n2023年1月10日\n", ""],
    ids=["named", "kind", "sentence"],
)
def test_what_the_text_says_elsewhere_completes_it(end: str) -> None:
    whole = "云溪市高新技术产业开发区供销合作社联合社"
    says = "" if end else f"现公布{whole}2022年度报告。\n"
    head = f"{SITE}云溪市高新技术产业开发区供销\n合作社联合社\n2022年政府信息公开工作年度报告\n{says}"
    assert told(head, end.format(whole=whole))[:2] == (whole, 2022)


@pytest.mark.parametrize(
    "title",
    [
        "青岚县文化广电和\n旅游局2022年政府信息公开\n工作年度报告\n",
        "青岚县北\n镇人民政府2022年政府信息公开工作年度报告\n",
    ],
)
def test_a_tail_that_nothing_completes_names_nobody(title: str) -> None:
    assert told(f"{SITE}{title}")[:2] == (None, 2022)


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        (f"{SITE}青岚县人民政府\n旅游局2022年政府信息公开工作年度报告\n", "青岚县人民政府旅游局"),
        ("新闻中心\n市财政局2022年政府信息公开工作年度报告\n", "市财政局"),
        (f"{SITE}青岚县人民政府网\n旅游局2022年政府信息公开工作年度报告\n", "旅游局"),
        (f"{SITE}云溪市青岚县\n乔庄镇人民政府2022年政府信息公开工作年度报告\n", "云溪市青岚县乔庄镇人民政府"),
        ("青岚县欢迎您\n乔庄镇人民政府2022年政府信息公开工作年度报告\n", "乔庄镇人民政府"),
        ("青岚县林业局公文\n青岚县林业局2022年政府信\n息公开工作年度报告\n", "青岚县林业局"),
        ("2023年1月\n青岚县林业局2022年政府信息公开工作年度报告\n", "青岚县林业局"),
        ("青岚县\n关于云溪市青岚县林业局2022年政府信息公开工作年度报告\n", "云溪市青岚县林业局"),
    ],
)
def test_lines_above_a_whole_title_are_none_of_its(head: str, agency: str) -> None:
    assert told(head)[:2] == (agency, 2022)


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("新安岭彝族自治\n县财政局2022年政府信息公开工作年度报告\n", "新安岭彝族自治县财政局"),
        ("新安岭彝族\n自治县财政局\n2022年政府信息公开工作年度报告\n", "新安岭彝族自治县财政局"),
        ("新安岭彝\n族自治县人民政府2022年政府信息公开工作年度报告\n", "新安岭彝族自治县人民政府"),
        ("青岚\n区人民政府2022年政府信息公开工作年度报告\n青岚区地处云溪市。\n", "青岚区人民政府"),
        # nothing says that the line above is a place
        ("青岚\n区人民政府2022年政府信息公开工作年度报告\n", None),
        # words of a page
        ("通知公告\n县财政局2022年政府信息公开工作年度报告\n", "县财政局"),
    ],
)
def test_a_name_that_breaks_within_its_place(title: str, agency: str | None) -> None:
    assert told(f"{SITE}{title}")[:2] == (agency, 2022)
