"""Another report's title between the own one and the tables: they are that one's, unless it is a link and no title."""

from __future__ import annotations

import pytest

from tests.extract.odd import LAYOUTS, PARTS, VALUES
from tests.extract.printed import TITLE, codes, read, report, reported, wrong
from tests.turns import in_turn

SOME = ("tsv", "html", "running")
OTHER_AGENCY, OTHER_YEAR = TITLE.replace("林业局", "水务局"), TITLE.replace("2022年", "2021年")
PERIOD = "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。"


def behind_title(*words: str, layout: str = "tsv") -> str:
    text = report(PARTS, LAYOUTS[layout])
    assert text.count(TITLE) == 1
    return text.replace(TITLE, "\n".join([TITLE, *words]), 1)


@in_turn
@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize(
    "words",
    [
        ["（表格为图片）", OTHER_AGENCY],
        ["正在加载…", OTHER_YEAR],
        ["（表格为图片）", "相关文章", "青岚县水务局", "2022年政府信息公开工作年度报告"],
        ["（统计表见图片）", f"附：{OTHER_YEAR}"],
        ["（表格为图片）", OTHER_AGENCY, OTHER_AGENCY],
        [PERIOD, "（表格为图片）", OTHER_AGENCY, PERIOD],
        ["（表格为图片）", OTHER_YEAR, PERIOD.replace("2022", "2021")],
    ],
)
def test_tables_below_another_reports_title(layout: str, words: list[str]) -> None:
    reading = read(behind_title(*words, layout=layout))
    assert not reported(reading)
    assert "table-of-another" in codes(reading)
    assert reading.reports[0]["agency"] == "青岚县林业局"
    assert reading.reports[0]["report_year"] == 2022


def test_only_the_tables_below_it() -> None:
    text = report(PARTS, LAYOUTS["tsv"]).replace("三、收到", f"{OTHER_AGENCY}\n三、收到", 1)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no == "2"}


@in_turn
@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize(
    "words",
    [
        [TITLE],
        [OTHER_AGENCY, TITLE],
        [OTHER_YEAR, OTHER_YEAR.replace("2021", "2020"), OTHER_YEAR.replace("2021", "2019")],
        [OTHER_YEAR, PERIOD],
        [TITLE.replace("青岚县", "县")],
        ["2022年政府信息公开工作年度报告"],
        [f"上一篇：{OTHER_AGENCY}"],
        [f"按照《{OTHER_YEAR}》提出的措施，本年工作持续改进。"],
        [f"见县政府网站所载{OTHER_AGENCY}，本局工作与之相同。"],
    ],
)
def test_what_is_no_other_reports_title(layout: str, words: list[str]) -> None:
    reading = read(behind_title(*words, layout=layout))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_title_below_the_tables_takes_none_away() -> None:
    reading = read(report(PARTS, LAYOUTS["tsv"]) + f"\n相关文章\n{OTHER_AGENCY}\n{OTHER_YEAR}\n")
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
