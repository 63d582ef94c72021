"""Words beside a table that say of another time, subject or body, of a trial or of shares take its figures away; others do not."""

from __future__ import annotations

import pytest

from tests.extract.anothers.test_notown import above, below, taken_away, whole
from tests.extract.odd import LAYOUTS, PARTS, VALUES, instead_of
from tests.extract.printed import HEADINGS, Part, Rows, codes, read, report, reported, wrong
from tests.turns import in_turn

OTHER_TIME = [
    "（上年同期数）",
    "去年同期数据：",
    "对比：2021年数据",
    "2020—2022年累计",
    "近五年累计：",
    "2023年预计",
    "（数据更新至2022年6月）",
]
NOBODYS = ["（此表作废）", "（假数据）", "（测试数据）", "模板：", "情况（填表示例，数据为虚构）"]
OTHER_SUBJECT = [
    "公共企事业单位收到和处理政府信息公开申请情况",
    "党务公开申请情况",
    "2022年度全国平均水平",
    "单位：%",
    "（单位：％）",
    "附：其他单位填报参考",
    "填报单位：青岚县水务站",
    "青岚县水务站2022年收到和处理政府信息公开申请情况表",
    "单位名称：青岚县第一中学",
]
SENTENCES = [
    "因系统故障，下表暂按2021年数据填列。",
    "以下表格沿用上年数据。",
    "由于人员变动，2022年数据正在核对，下表暂列2021年数据。",
    "现将2021年有关数据列表如下，2022年数据另行公布。",
    "下表为2022年前三季度数据，四季度数据另行补充。",
    "近五年累计情况如下表：",
    "下表各项为所占百分比（%）。",
    "2022年我局未收到申请，下表为全县汇总样表，仅供参考。",
    "我局2022年未发生此类情况。下表为青岚县城关镇人民政府填报的数据：",
    "2022年我局依法办理，单位：%",
]


@pytest.mark.parametrize("words", [*OTHER_TIME, *NOBODYS, *OTHER_SUBJECT, *SENTENCES])
def test_above_a_table(words: str) -> None:
    taken_away(above("3", words), "3")


@in_turn
@pytest.mark.parametrize("layout", ["html", "running", "one_a_line", "closed", "aligned"])
@pytest.mark.parametrize("words", ["（上年同期数）", "2020—2022年累计", "（测试数据）", SENTENCES[0]])
def test_in_other_layouts(layout: str, words: str) -> None:
    taken_away(above("4", words, layout), "4")


@pytest.mark.parametrize("words", [*OTHER_TIME, "2022年1月至9月", "单位：%", "样表", "党务公开申请情况"])
def test_pointed_at_from_below(words: str) -> None:
    said = words.strip("（）：")
    taken_away(below("3", f"（以上申请表格为：{said}）"), "3")


@pytest.mark.parametrize("words", ["（测试数据）", "（此表作废）", "（以上为青岚县水务站数据）"])
def test_notes_below(words: str) -> None:
    taken_away(below("3", words), "3")


@in_turn
@pytest.mark.parametrize("layout", ["tsv", "closed", "html", "one_a_line", "tab_cells"])
@pytest.mark.parametrize("words", ["填报单位：青岚县水务站", "（上年同期数）", "单位：%"])
@pytest.mark.parametrize("table_no", ["3", "4"])
def test_in_the_first_row_of_the_table(layout: str, words: str, table_no: str) -> None:
    own = next(part for part in PARTS if part.table_no == table_no)
    row = [words, *[""] * (len(own.header[0]) - 1)]
    parts = instead_of(table_no, Part(table_no, [row, *own.header], own.rows, own.keys))
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert not reported(reading, table_no)
    assert "table-of-another" in codes(reading)


def test_above_the_marks_that_open_a_table() -> None:
    """A line of marks is no row of figures, whatever a dash is in a cell."""

    def wiki(rows: Rows) -> list[str]:
        return ["{|", *(f"|-\n| {' || '.join(row)}" for row in rows), "|}"]

    heading = HEADINGS["3"]
    caption = "青岚县水务站2022年收到和处理政府信息公开申请情况表"
    taken_away(report(PARTS, wiki).replace(heading, f"{heading}\n{caption}"), "3")


@pytest.mark.parametrize(
    "words",
    [
        "与上年相比，新收申请有所增加。",
        "新收申请同比增长5%。",
        "新收申请占比为30%，其余为上年结转，情况如下表：",
        "（单位：件）",
        "（数据更新至2022年12月31日）",
        "单位：件、%",
        "2022年累计",
        "2022年我局累计收到申请情况如下表：",
        "注：本表数据统计期间为2022年1月1日至12月31日",
        "县林业局收到和处理政府信息公开申请情况",
        "我局收到和处理政府信息公开申请情况如下表：",
        "本机关2022年情况",
        "全局汇总",
        "下表为全局2022年数据。",
        "下表为青岚县林业局填报的数据：",
        "下表由青岚县政务服务中心统计。",
        "青岚县水务局、青岚县水务站与我局共同办理申请3件，具体情况见下表。",
        "公共企事业单位信息公开工作稳步推进，全年未收到相关申请。",
        "我局开展测试，系统运行正常，各项数据如下表。",
        "下表数据采用四舍五入。",
        "下表为根据上级提供的样表填报。",
        "下表采用全省统一模板。",
        "受疫情影响，2022年数据与2021年同期相比下降，具体见下表：",
        "申请办理情况（表格模板由市政府办提供）",
        "收到和处理政府信息公开申请情况统计表（全省统一样式）",
        "申请情况（国办样式）",
        "以下为我局参照国办样表填列的数据：",
        "表中上年结转为2021年度数据，其余为2022年度数据。",
        "下表所列总数为历年累计数。",
    ],
)
def test_words_above_that_take_nothing_away(words: str) -> None:
    whole(above("3", words))


@pytest.mark.parametrize(
    "words",
    [
        "注：其中3件为上年结转。",
        "注：上表中上年结转数与2021年度报告一致。",
        "以上申请均已按期答复，与去年同期相比增加2件。",
        "（以上数据为2022年度数据）",
        "（单位：件）",
        "注：以上数据为我局本级数据。",
        "2021年申请情况见上年度报告，作废的申请未计入。",
        "上表为样表格式。",
        "上表上年结转件数为2021年数据。",
    ],
)
def test_words_below_that_take_nothing_away(words: str) -> None:
    whole(below("3", words))


def test_a_caption_above_a_sentence_is_of_what_the_sentence_says() -> None:
    whole(
        above(
            "3",
            "（一）公共企事业单位信息公开情况\n供水、供电等单位按要求公开服务事项，全年更新信息二百余条。",
        )
    )


def test_a_gloss_of_a_head_on_a_line_of_its_own_is_the_heads() -> None:
    """现行有效件数（历史累计）, whose cell a page sets on two lines."""
    text = report(PARTS, LAYOUTS["one_a_line"])
    assert "现行有效件数\n" in text
    whole(text.replace("现行有效件数\n", "现行有效件数\n（历史累计）\n"))
