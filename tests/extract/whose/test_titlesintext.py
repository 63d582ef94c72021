"""Titles of several reports in the text that opens a page, with no line of their own."""

from __future__ import annotations

import pytest

from tests.extract.printed import TITLE, figures, printed, read, report, tsv

TEXT = report(printed(figures()), tsv)
COLUMN = "您的位置：首页 > 政府信息公开 > 政府信息公开年报 "
SENTENCE = "根据《中华人民共和国政府信息公开条例》要求，青岚县林业局编制本报告。"
PERIOD = "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。"


def of(name: str, year: int) -> str:
    return f"{name}{year}年政府信息公开工作年度报告"


def whose(head: str) -> tuple[str | None, int | None]:
    (found,) = read(TEXT.replace(TITLE, head).replace("\n\n青岚县林业局\n2023年1月20日", "")).reports
    return found["agency"], found["report_year"]


LINKS = f"{of('青岚县林业局', 2023)}　2024-01-25 {of('云溪县水务局', 2021)}　2022-01-24 {of('云溪县水务局', 2020)}　2021-01-26 "


@pytest.mark.parametrize("own", [of("青岚县林业局", 2022), "# 青岚县林业局 # 2022年政府信息公开工作年度报告"])
@pytest.mark.parametrize("column", [COLUMN, ""])
def test_the_first_link_is_not_the_title(column: str, own: str) -> None:
    assert whose(column + LINKS + own + " " + SENTENCE + PERIOD) == ("青岚县林业局", 2022)


def test_one_title_in_the_text_is_its_own() -> None:
    assert whose(COLUMN + of("青岚县林业局", 2022) + " " + SENTENCE) == ("青岚县林业局", 2022)


def test_an_office_that_opens_the_text_about_a_year() -> None:
    office = "青岚县人民政府办公室"
    text = f"{office}关于2022年度政府信息公开工作年度报告 根据《条例》要求，{office}编制本报告。"
    words = text.replace("公开", "\n公开\n").replace("政府", "政\n府")
    assert whose(text)[0] == office
    assert whose(words)[0] == office
