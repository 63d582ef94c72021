"""Brackets, dashes and phrases over a table that are none of its own words take its figures away; what says nothing leaves them."""

from __future__ import annotations

import pytest

from tests.extract.anothers.test_notown import SOME, above, taken_away, whole
from tests.extract.odd import LAYOUTS, PARTS, VALUES
from tests.extract.printed import HEADINGS, csv_rows, read, report, reported, wrong

OTHERS = [
    "涉及页数",
    "考核得分",
    "其中逾期办理的部分",
    "网站留言的数据",
    "占位数据",
    "单位：百件",
    "仅统计网上申请的数据",
    "已办结",
    "已答复",
    "中小",
]
OWN = [
    "单位：件",
    "2022年度",
    "2022年1月1日至12月31日的数据",
    "截至2022年12月31日",
    "本机关数据",
    "青岚县林业局本级数据",
    "经核对的数据",
    "按国办公开办函〔2021〕30号文件格式填报的数据",
    "续表",
    "附表1",
    "系统自动生成",
    "不含涉密信息",
    "没有的填0",
    "左右滑动查看",
    "单位：项",
    "我局作为被申请人",
    "国办发〔2021〕30号",
    "填表人：张三",
    "数据均为0",
    "2021年版",
    "按申请人分类",
    "更正后",
    "2022年1-12月",
    "二〇二二年度",
    "县政府办公室统一下发模板",
    "2023年1月21日",
    "本列数据的钩稽关系为：第一项加第二项之和等于第三项加第四项之和",
    "按新表式填报",
    "字体：大 中 小",
    "本机关收到的信息公开申请均为自然人提出",
    "截止报告期末，上述案件均已审结",
    "具体见下表",
    "本表由政策法规科填写",
    "说明：本年度无结转",
    "请各单位按照统一模板如实填写",
]


def headed(table_no: str, words: str, layout: str = "tsv") -> str:
    heading = HEADINGS[table_no]
    return report(PARTS, LAYOUTS[layout]).replace(heading, heading + words, 1)


def over_column(words: str, layout: str) -> str:
    return report(PARTS, LAYOUTS[layout]).replace("科研机构", f"科研机构（{words}）", 1)


@pytest.mark.parametrize("table_no", ["2", "3", "4"])
@pytest.mark.parametrize("words", OTHERS)
def test_behind_a_heading(table_no: str, words: str) -> None:
    taken_away(headed(table_no, f"（{words}）"), table_no)
    taken_away(headed(table_no, f"——{words}"), table_no)


@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize("words", OTHERS)
def test_on_a_line_over_a_table(words: str, layout: str) -> None:
    taken_away(above("3", f"（{words}）", layout), "3")


@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize(
    "words", ["演示数据", "所占百分比", "党务公开情况", "说明：仅统计网上申请的数据", "2023年1月的数据"]
)
def test_a_bare_caption(words: str, layout: str) -> None:
    taken_away(above("3", words, layout), "3")


@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize("words", OTHERS)
def test_behind_the_head_of_a_column(words: str, layout: str) -> None:
    reading = read(over_column(words, layout))
    assert not wrong(reading, VALUES)
    assert not {k for k in reported(reading, "3") if k.col_key == "research"}


@pytest.mark.parametrize("words", OWN)
def test_what_says_nothing(words: str) -> None:
    whole(headed("3", f"（{words}）"))
    whole(above("3", f"（{words}）"))
    whole(above("3", words))
    whole(over_column("单位：件", "tsv"))


def test_sentences_are_others() -> None:
    whole(above("3", "我局2022年收到申请若干件（其中网上提交的占多数），均已按期答复。"))


@pytest.mark.parametrize(
    "words",
    [
        "（一）申请办理情况",
        "政府信息公开申请统计数据",
        "网上申请",
        "详细数据",
        "计算机系统自动汇总数据",
        "各列依次为：（自然人、商业企业）",
        "（二）占比情况\n网上提交的占多数。",
    ],
)
def test_bare_captions_of_the_form(words: str) -> None:
    whole(above("3", words))


def test_tables_above_have_captions_of_their_own() -> None:
    """What stands over rows of another table is said of that one."""
    whole(above("3", "比例数\n渠道\t件数\t占比\n网络\t5001\t5002\n信函\t5003\t5004\n"))


def test_a_head_with_a_line_break_in_quotes() -> None:
    text = report(PARTS, csv_rows)
    assert ",科研机构," in text
    reading = read(text.replace(",科研机构,", ',"科研机构\n（考核得分）",', 1))
    assert not wrong(reading, VALUES)
    assert not {k for k in reported(reading, "3") if k.col_key == "research"}
