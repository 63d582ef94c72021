"""Reports on half a year, a quarter or months are none of the year; a yearly one that speaks of them stays one."""

from __future__ import annotations

import pytest

from tests.extract.printed import GRIDS, TITLE, codes, figures, printed, read, report, reported, wrong
from tests.extract.titled import TEXT, VALUES

WHOLE = "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n"
HALF = "本报告所列数据的统计期限自2022年1月1日起至2022年6月30日止。\n"
PARTS = [
    "青岚县林业局2022年上半年政府信息公开工作报告",
    "青岚县林业局2022年上半年政府信息公开工作年度报告",
    "青岚县林业局2022年度第三季度政府信息公开工作报告",
    "2022年青岚县林业局前三季度政府信息公开工作情况",
    "青岚县林业局2022年1-6月政府信息公开工作报告",
    "青岚县林业局2022年1至9月份政务公开工作总结",
    "青岚县林业局2022年上半年政府信息公开工作小结",
    "青岚县林业局2022年12月依申请公开情况统计表",
    "青岚县林业局上半年政府信息公开工作汇报",
]


@pytest.mark.parametrize("below", ["", HALF])
@pytest.mark.parametrize("title", PARTS)
def test_a_part_of_the_year_is_no_report(title: str, below: str) -> None:
    reading = read(TEXT.replace(TITLE, f"{title}\n{below}"))
    assert not reading.reports
    assert not reading.cells
    assert codes(reading) == {"part-of-year"}


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n2022年上半年，全局公开工作平稳；第三季度开展了培训。\n",
        f"青岚县林业局2022年上半年政府信息公开工作报告\n{TITLE}\n{WHOLE}",
        f"上一篇：青岚县林业局2022年上半年政府信息公开工作报告\n{TITLE}\n",
        f"{TITLE}\n{WHOLE}本年1月1日至6月30日开展了检查。\n",
        "青岚县林业局2022年1-12月政府信息公开工作年度报告\n",
        f"{TITLE}\n局网站改版，期间自2022年1月1日起至2022年3月31日止，{WHOLE}",
        f"2023年1月\n{TITLE}\n",
        "青岚县林业局2022年12月政府信息公开工作年度报告\n",
        "青岚县林业局2022年1月至2022年12月政府信息公开工作报告\n",
    ],
)
def test_a_year_that_speaks_of_its_parts_is_one(head: str) -> None:
    reading = read(TEXT.replace(f"{TITLE}\n", head))
    assert [r["report_year"] for r in reading.reports] == [2022]
    assert reported(reading) == set(VALUES)


def test_figures_of_a_part_under_a_yearly_title_are_in_doubt() -> None:
    reading = read(TEXT.replace(f"{TITLE}\n", f"{TITLE}\n{HALF}"))
    assert len(reading.reports) == 1
    assert not reported(reading)
    assert "table-of-another" in codes(reading)


@pytest.mark.parametrize("layout", ["tsv", "closed"])
def test_columns_named_for_half_a_year_are_in_doubt(layout: str) -> None:
    text = report(printed(figures()), GRIDS[layout])
    named = text.replace("本年制发", "上半年制发").replace("本年废止", "上半年废止")
    named = named.replace("本年处理", "上半年处理").replace("本年收费", "上半年收费")
    reading = read(named)
    assert not wrong(reading, VALUES)
    assert not reported(reading, "2")
    assert {key.table_no for key in reported(reading)} == {"3", "4"}
