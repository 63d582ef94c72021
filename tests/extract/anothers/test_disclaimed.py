"""A report that says of itself that its figures are nobody's, wrong or withdrawn has none; what it says of others' leaves it whole."""

from __future__ import annotations

import pytest

from tests.extract.anothers.test_notown import whole
from tests.extract.odd import LAYOUTS, PARTS, VALUES
from tests.extract.printed import HEADINGS, TITLE, codes, read, report, reported, wrong
from tests.turns import in_turn

SOME = ("tsv", "closed", "html", "running", "one_a_line")
OTHERS = "六、其他需要报告的事项"
IN_FRONT = [
    "本报告中的表格数据为2021年度数据，2022年度数据尚未更新。",
    "本网页供演示使用，所列数据均为虚构。",
    "以下报告由模板生成，数字未替换。",
    "本报告系2020年度报告的副本，仅修改了标题。",
    "（填写范例，数字均为虚拟）",
    "【测试页】",
]
BEHIND = [
    "更正公告：本报告所有表格数据均有误，现予撤回。",
    "本年报已作废。",
    "更正：以上各表数据均为2021年数据，正确报告见附件。",
    "本报告二、三、四部分表格所列数据有误，正确数据另行公布。",
    "需要说明的是，上述表格均为填写示例。",
    "本报告表格数据摘自邻县年度报告。",
    "声明：以上表格中的数据系误用他局数据。",
    "（本报告作废）",
]
HONEST = [
    "我局对2021年度报告数据错误进行了更正。",
    "原2022年度报告作废，以本报告为准。",
    "本报告数据如有错误，请与我局联系。",
    "本报告期内，部分单位填报的数据有误，已督促整改。",
    "本报告按照国务院办公厅统一模板编制。",
    "本报告数据沿用上年统计口径。",
    "本报告中数据来自各科室年度报告汇总。",
    "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。",
    "本报告数据均为2022年度数据。",
    "县水务局2021年报数据有误，已撤回。",
    "该文件已废止。",
    "（此件公开发布）",
]


def in_front(words: str, layout: str = "tsv") -> str:
    return report(PARTS, LAYOUTS[layout]).replace(TITLE, f"{TITLE}\n\n{words}", 1)


def behind(words: str, layout: str = "tsv") -> str:
    return f"{report(PARTS, LAYOUTS[layout])}\n{OTHERS}\n\n{words}\n"


def all_taken_away(text: str) -> None:
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not reported(reading)
    assert "figures-qualified" in codes(reading)


@in_turn
@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize("words", IN_FRONT)
def test_in_front_of_the_first_section(words: str, layout: str) -> None:
    all_taken_away(in_front(words, layout))


@in_turn
@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize("words", BEHIND)
def test_behind_the_last_table(words: str, layout: str) -> None:
    all_taken_away(behind(words, layout))


@pytest.mark.parametrize("words", HONEST)
def test_what_is_said_of_other_reports(words: str) -> None:
    whole(in_front(words))
    whole(behind(words))


def test_one_table_alone() -> None:
    reading = read(behind("需要说明的是，第三部分表格误用了2021年的数据。"))
    assert reported(reading) == {key for key in VALUES if key.table_no != "3"}


def test_a_heading_is_no_such_sentence() -> None:
    whole(report(PARTS, LAYOUTS["tsv"]).replace(HEADINGS["2"], f"（一）本报告\n{HEADINGS['2']}"))


def test_what_follows_is_said_to_be_of_another_year() -> None:
    """Without a word for the figures, under the title; of the report's own year it says nothing."""
    text = report(PARTS, LAYOUTS["tsv"])
    for year, known in (("2021", set()), ("2022", set(VALUES))):
        said = f"（以下为{year}年度数据，由局办公室汇总）\n一、总体情况"
        with_line = text.replace("一、总体情况", said, 1)
        assert with_line != text
        assert reported(read(with_line)) == known


@pytest.mark.parametrize("layout", ["tsv", "running"])
def test_rows_right_above_are_what_it_speaks_of(layout: str) -> None:
    """Two rows of last year's in the fifth section, with a remark below them."""
    rows = [
        "一、本年新收政府信息公开申请数量 485 145 118 420 97 318 160",
        "二、上年结转政府信息公开申请数量 505 686 240 13 401 214 566",
        "（以上为2020年数据，供对比。）",
    ]
    before, heading, behind = report(PARTS, LAYOUTS[layout]).partition("五、存在的主要问题及改进情况\n")
    reading = read("\n".join([f"{before}{heading.strip()}", *rows, behind]))
    assert heading and not wrong(reading, VALUES)
    assert reported(reading) == {*VALUES}
