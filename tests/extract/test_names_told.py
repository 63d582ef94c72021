"""Names in heads of pages and in sentences: stubs, clauses, names in full, years of schools, and whom to ask."""

from __future__ import annotations

import pytest

from assets.extract.whose.names import is_own_name
from assets.extract.whose.titles import titles
from tests.extract.printed import TITLE, read
from tests.extract.titled import SIGNATURE, TEXT

UNSIGNED = TEXT.replace(SIGNATURE, "")


def told(
    sentence: str, title: str = "", signature: str = "", name: str = "a.txt"
) -> tuple[str | None, int | None]:
    """Agency and year of a report by the first lines of it."""
    text = UNSIGNED.replace(TITLE, title).replace("全年工作平稳，", sentence) + signature
    (found,) = read(text, name).reports
    return found["agency"], found["report_year"]


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("有限公司2022年政府信息公开工作年度报告", None),
        ("水务\n有限公司2022年政府信息公开工作年度报告", None),
        ("医院2022年政府信息公开工作年度报告", None),
        ("云溪市清河水务\n有限公司2022年政府信息公开工作年度报告", "云溪市清河水务有限公司"),
        ("云溪市第一人民\n医院2022年政府信息公开工作年度报告", "云溪市第一人民医院"),
        ("现将我部门2022年政府信息公开工作报告", None),
        ("现将青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局"),
        ("按照要求，现公布青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局"),
        ("清河水务有限公司2022年政府信息公开工作年度报告", "清河水务有限公司"),
        ("将乐县林业局2022年政府信息公开工作年度报告", "将乐县林业局"),
        ("特向社会公布青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局"),
        ("县直部门2022年政府信息公开工作年度报告", None),
        ("公开招标管理局2022年政府信息公开工作年度报告", "公开招标管理局"),
    ],
)
def test_a_word_for_many_is_no_name_and_a_clause_none_of_it(title: str, agency: str | None) -> None:
    assert told("", title) == (agency, 2022)


def test_a_signature_of_which_only_the_end_stands_is_no_name() -> None:
    assert told("", "2022年政府信息公开工作年度报告", "\n有限公司\n2023年1月20日") == (None, 2022)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("有限公司", False),
        ("供水有限责任公司", False),
        ("城市建设投资集团有限公司", False),
        ("城市公交公司", False),
        ("师范大学", False),
        ("清河水务有限公司", True),
        ("云溪大学", True),
        ("青岚县东风林场", True),
        ("青岚县农贸市场", False),
    ],
)
def test_names_of_companies_schools_and_farms(name: str, is_one: bool) -> None:
    assert is_own_name(name) is is_one


def test_a_title_that_says_no_more_than_openness_stands_above_its_short_form() -> None:
    lines = (
        "云岭省省级机关事务管理局2008年度信息公开报告",
        "特向社会公布2008年度省机关事务局信息公开工作报告。",
    )
    assert told(lines[1], lines[0]) == ("云岭省省级机关事务管理局", 2008)
    assert not titles(["加强信息公开报告制度建设", "信息公开报告", "2022年工作报告"])


@pytest.mark.parametrize(
    ("head", "sentence", "agency"),
    [
        ("云江区国资局", "现公布区政府国资局2022年政府信息公开工作年度报告。", "云江区国资局"),
        (
            "",
            "按照规定，云江县教育局编制了县教育局2022年政府信息公开工作年度报告。",
            "云江县教育局",
        ),
        # another one's name above is not its own
        ("云江区财政局", "现公布区政府国资局2022年政府信息公开工作年度报告。", "区政府国资局"),
        ("云江市国资局", "现公布区政府国资局2022年政府信息公开工作年度报告。", "区政府国资局"),
        ("云江区人民政府", "现公布区政府办2022年政府信息公开工作年度报告。", "区政府办"),
    ],
)
def test_a_line_above_says_in_full_what_a_sentence_says_short(head: str, sentence: str, agency: str) -> None:
    assert told(sentence, head) == (agency, 2022)


@pytest.mark.parametrize("years", ["2021-2022", "2021—2022", "20212022", "2021至2022", "2021年-2022", "2022"])
def test_a_year_of_schools_gives_none_wherever_it_stands(years: str) -> None:
    """Neither the title, nor sentences, nor the file's name: the one year it lies in is as good as the other."""
    title = f"云溪大学{years}学年信息公开工作年度报告"
    assert told("2022年，学校公开信息20条。", title, name=f"{title}.txt") == ("云溪大学", None)
    assert told("2022年，学校公开信息20条。", f"2021年{title}")[1] == 2021


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("如对本报告有异议，请与青岚县民政局办公室联系。", "青岚县民政局"),
        ("如对本报告有疑义，可致电青岚县民政局。", "青岚县民政局"),
        ("如对处罚有异议，可以提出。请与当地有关部门联系。", None),
        (
            "国家税务总局云溪市税务局向社会公布本单位2022年政府信息公开工作年度报告。",
            "国家税务总局云溪市税务局",
        ),
        ("云溪市税务局向社会公布纳税信用名单。", None),
        ("青岚县科技局无行政许可、行政处罚事项。", "青岚县科技局"),
        (
            "我局成立了由局长任组长，相关股室负责人为成员的青岚县农业农村局政府信息公开工作领导小组。",
            "青岚县农业农村局",
        ),
        ("本报告由云溪市人民政府信息公开工作领导小组办公室根据要求汇总编制。", "云溪市人民政府"),
        ("本报告由云溪市人民政府办公室汇总编制。", None),
        # a group of those above it
        ("我镇配合成立了青岚县农业农村局政府信息公开工作领导小组。", None),
        ("我局落实青岚县农业农村局政府信息公开工作领导小组要求落实。", None),
    ],
)
def test_sentences_that_tell_of_the_reporter(sentence: str, agency: str | None) -> None:
    assert told(sentence) == (agency, None) or told(sentence) == (agency, 2022)


@pytest.mark.parametrize(
    ("row", "sentence", "agency"),
    [
        ("| 索引号 | 12 | 发布机构 | 青岚县审计局 |", "如有疑问，请与县审计局联系。", "青岚县审计局"),
        ("| 索引号 | 12 | 发布机构 | 青岚县审计局 |", "如有疑问，请与县财政局联系。", None),
        (
            "| 索引号 | 12 | 发布机构 | 青岚县审计局 |",
            "如有疑问，请与县审计局联系。我镇今后改进，我镇公开5条。",
            None,
        ),
        ("| 索引号 | 12 | 发布机构 | 青岚县审计局 |", "", None),
    ],
)
def test_a_publisher_is_who_answers_questions(row: str, sentence: str, agency: str | None) -> None:
    assert told(sentence, row)[0] == agency


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("报告中所涉及的数据核定时间点为2022年12月31日。", 2022),
        ("本报告所列数据的统计期限截至2022年12月31日。", 2022),
        ("数据共享平台使用期限为2022年12月31日以后三年。", None),
        ("报告数据核定时间点为2022年11月30日。", None),
    ],
)
def test_the_last_day_counted_tells_the_year(sentence: str, year: int | None) -> None:
    assert told(sentence)[1] == year


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("2022年医院在云溪市人民政府信息公开网上及时完善内容、规范发布信息总计22条。", 2022),
        ("2022年医院在网上及时完善内容、规范发布信息总计22条。计划到2025年建成平台。", None),
        ("较2022年医院发布信息总计22条有所增加。", None),
        ("按照2022年要求开展工作。", None),
        ("2023年医院将继续在网上公开信息不少于50条。", None),
    ],
)
def test_the_one_year_of_which_a_text_counts_is_its_year(sentence: str, year: int | None) -> None:
    assert told(sentence)[1] == year
