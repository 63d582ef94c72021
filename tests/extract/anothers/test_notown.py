"""A table that stands only once: what is said above it, below it or in its heading takes its figures away, or not."""

from __future__ import annotations

import pytest

from assets.extract.anothers.notown import is_same_body
from tests.extract.odd import LAYOUTS, PARTS, VALUES
from tests.extract.printed import HEADINGS, codes, markdown, read, report, reported, wrong
from tests.turns import in_turn

SOME = ("tsv", "html", "running", "one_a_line")
NEXT = {"2": "3", "3": "4"}


def above(table_no: str, words: str, layout: str = "tsv") -> str:
    heading = HEADINGS[table_no]
    return report(PARTS, LAYOUTS[layout]).replace(heading, f"{heading}\n{words}", 1)


def below(table_no: str, words: str, layout: str = "tsv") -> str:
    heading = HEADINGS[NEXT[table_no]]
    return report(PARTS, LAYOUTS[layout]).replace(heading, f"{words}\n{heading}", 1)


def taken_away(text: str, table_no: str) -> None:
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not reported(reading, table_no)
    assert codes(reading) & {"table-of-another", "figures-qualified"}
    assert reported(reading) == {key for key in VALUES if key.table_no != table_no}


def whole(text: str) -> None:
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@in_turn
@pytest.mark.parametrize("layout", SOME)
@pytest.mark.parametrize(
    "words", ["青岚县水务局：", "（2022年1—6月）", "统计期间：2021年1月1日至2021年12月31日"]
)
def test_in_every_layout(layout: str, words: str) -> None:
    taken_away(above("3", words, layout), "3")


@pytest.mark.parametrize("words", ["（数据截至11月30日）", "（以上数据截至2022年9月底）"])
def test_data_that_end_before_the_year_does(words: str) -> None:
    taken_away(above("3", words), "3")
    taken_away(below("3", words), "3")


@pytest.mark.parametrize(
    "words", ["（数据截至12月31日）", "（数据统计截至2022年12月）", "（数据截至2023年1月10日）"]
)
def test_data_up_to_the_end_of_the_year(words: str) -> None:
    whole(above("3", words))
    whole(below("3", words))


@in_turn
@pytest.mark.parametrize("table_no", ["2", "3", "4"])
@pytest.mark.parametrize(
    "words",
    [
        "青岚县水务局政府信息公开申请情况表",
        "（上表为青岚县水务局数据）",
        "2022年上半年：",
        "2022年1月至9月情况如下",
        "（一至三季度）",
        "前三季度",
        "统计时间：2022年1月1日至6月30日",
        "局属单位：",
        "填报单位（盖章）：青岚县水务局",
    ],
)
def test_words_above_that_take_a_table_away(table_no: str, words: str) -> None:
    taken_away(above(table_no, words), table_no)


@in_turn
@pytest.mark.parametrize("table_no", ["2", "3"])
@pytest.mark.parametrize(
    "words",
    [
        "（以上为2021年度数据）",
        "注：上表为上年度数据，本年度数据另行公布。",
        "（以上为2021年度数据，2022年度数据正在汇总）",
        "以上数据为青岚县水务局数据。",
        "（2021年数据）",
    ],
)
def test_notes_below_that_take_a_table_away(table_no: str, words: str) -> None:
    taken_away(below(table_no, words), table_no)


@in_turn
@pytest.mark.parametrize("table_no", ["2", "3", "4"])
@pytest.mark.parametrize("words", ["（2021年度）", "（2022年上半年）", "（局属单位）", "（青岚县水务局）"])
def test_headings_that_take_a_table_away(table_no: str, words: str) -> None:
    heading = HEADINGS[table_no]
    taken_away(report(PARTS, markdown).replace(heading, heading + words, 1), table_no)
    named = heading.replace("、", "、青岚县水务局", 1)
    taken_away(report(PARTS, markdown).replace(heading, named, 1), table_no)


@in_turn
@pytest.mark.parametrize("table_no", ["2", "3", "4"])
@pytest.mark.parametrize(
    "words",
    [
        "青岚县林业局：",
        "县林业局2022年度情况",
        "青岚县林业局政府信息公开申请情况表",
        "（局机关）",
        "本级",
        "（含局属单位）",
        "（2022年1—12月）",
        "2022年01月—12月",
        "填报单位：青岚县林业局",
        "填报单位：县林业局办公室",
        "2022年全年情况如下",
        "统计期间：2022年1月1日至2022年12月31日",
        "统计期间：2021年12月1日至2022年11月30日",
        "单位：件",
        "2022年上半年新收的申请比2021年同期多，下半年与上年持平。",
        "与2021年相比，各项均有增长。",
        "2022年，青岚县水务局向我局移交申请2件。",
    ],
)
def test_words_above_that_do_not(table_no: str, words: str) -> None:
    whole(above(table_no, words))


@pytest.mark.parametrize(
    "words",
    [
        "（以上为2022年度数据）",
        "注：上年结转数量以2021年度报告为准。",
        "2021年数据见上年度报告。",
        "以上申请中，2021年结转2件。",
        "（数据来源：青岚县水务局）",
    ],
)
def test_notes_below_that_do_not(words: str) -> None:
    whole(below("3", words))


@pytest.mark.parametrize("words", ["（2022年度）", "（单位：件）", "（本级）", "（青岚县林业局）"])
def test_headings_that_do_not(words: str) -> None:
    heading = HEADINGS["3"]
    whole(report(PARTS, markdown).replace(heading, heading + words, 1))
    whole(report(PARTS, markdown).replace(heading, heading.replace("、", "、青岚县林业局", 1), 1))


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("青岚县林业局", "县林业局", True),
        ("青岚县住房和城乡建设局", "青岚县住建局", True),
        ("云溪镇人民政府", "青岚县云溪镇政府", True),
        ("青岚县云溪镇", "云溪镇人民政府", True),
        ("青岚县发展和改革委员会", "青岚县发改委", True),
        ("青岚县林业局", "青岚县水务局", False),
        ("云溪镇人民政府", "云山镇人民政府", False),
        ("青岚县人民政府", "青岚县林业局", False),
    ],
)
def test_names_of_one_body(name: str, other: str, same: bool) -> None:
    assert is_same_body(name, other) is is_same_body(other, name) is same


@pytest.mark.parametrize(
    ("table_no", "heading"),
    [
        ("3", "三、云溪县人民政府收到和处理政府信息公开申请情况"),
        ("3", "三、收到和处理政府信息公开申请情况（云溪县人民政府）"),
        ("3", "三、收到和处理政府信息公开申请情况——以云溪县为例"),
        ("3", "三、兄弟单位收到和处理政府信息公开申请情况"),
        ("2", "二、云溪县人民政府办公室主动公开政府信息情况"),
        ("4", "四、因行政处罚被申请行政复议、提起行政诉讼情况"),
    ],
)
def test_a_heading_of_another_government_or_matter(table_no: str, heading: str) -> None:
    taken_away(report(PARTS, LAYOUTS["tsv"]).replace(HEADINGS[table_no], heading, 1), table_no)


@pytest.mark.parametrize("heading", ["三、青岚县人民政府收到和处理政府信息公开申请情况", HEADINGS["3"]])
def test_a_heading_of_the_own_government(heading: str) -> None:
    text = report(PARTS, LAYOUTS["tsv"]).replace(HEADINGS["3"], heading, 1)
    whole(text.replace("青岚县林业局", "青岚县人民政府办公室"))


def test_where_a_table_is_taken_from() -> None:
    taken_away(below("3", "（数据来源：云溪县水务局2022年度报告）"), "3")
    whole(below("3", "（数据来源：省政府信息公开申请系统）"))
