"""Names that say less than the whole: short ones with their long form, zones, desks, names with a place in brackets, and lists."""

from __future__ import annotations

import pytest

from tests.extract.titled import SIGNATURE, TEXT, entitled

UNSIGNED = TEXT.replace(SIGNATURE, "")


def told(title: str, sentence: str) -> tuple[str | None, int | None]:
    """Agency and year of a report by its title, or none, and its first sentence, without a signature."""
    found = entitled(title, text=UNSIGNED.replace("全年工作平稳，", sentence))
    return found["agency"], found["report_year"]


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("泽州海关2015年海关政府信息公开年度报告", "泽州海关"),
        ("海事总署2016年海事信息公开工作年度报告", "海事总署"),
        ("云溪市2022年市政府信息公开工作年度报告", "云溪市"),
        ("云溪市2022年林业局政府信息公开工作年度报告", "云溪市林业局"),
        ("云溪市人民政府门户网站 云溪市林业局2022年政府信息公开工作年度报告", "云溪市林业局"),
    ],
)
def test_what_stands_behind_the_year_and_says_of_what_is_no_name(title: str, agency: str) -> None:
    assert entitled(title, text=UNSIGNED)["agency"] == agency


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        (
            "云溪市城东区人民政府石泷街道\n办事处2022年政府信息公开工作年度报告",
            "云溪市城东区人民政府石泷街道办事处",
        ),
        (
            "云溪市城东区人民政府\n石泷街道\n办事处2022年政府信息公开工作年度报告",
            "云溪市城东区人民政府石泷街道办事处",
        ),
        ("云溪市城东区市场监督\n管理局2022年政府信息公开工作年度报告", "云溪市城东区市场监督管理局"),
        ("云溪市住房和城乡建\n设局2022年政府信息公开工作年度报告", "云溪市住房和城乡建设局"),
        ("2022年政府信息公开工作年度报告\n云溪市财政局（国资委）\n2023年1月8日", "云溪市财政局(国资委)"),
        ("栏目导航\n办事处2022年政府信息公开工作年度报告", None),
        ("办公室2022年政府信息公开工作年度报告", None),
        ("云岭省2022年政府信息公开工作年度报告", "云岭省"),
        ("泽恩州2022年政府信息公开工作年度报告", "泽恩州"),
        ("浦安盟2022年政府信息公开工作年度报告", "浦安盟"),
    ],
)
def test_the_end_of_a_name_is_none(title: str, agency: str | None) -> None:
    found = entitled(title, text=UNSIGNED)
    assert (found["agency"], found["report_year"]) == (agency, 2022)


@pytest.mark.parametrize(
    ("title", "sentence", "agency"),
    [
        # the text says what the short name is short for
        (
            "市残联2022年政府信息公开工作年度报告",
            "2022年，云溪市残疾人联合会（以下简称“市残联”）加强公开。",
            "云溪市残疾人联合会",
        ),
        (
            "市残联2022年政府信息公开工作年度报告",
            "现将云溪市残疾人联合会（简称市残联）的工作公开。",
            "云溪市残疾人联合会",
        ),
        # who drew it up has the short name's letters behind a place
        (
            "市城管执法局2022年政府信息公开工作年度报告",
            "本年度报告由云溪市城市管理行政执法局按照要求编制。",
            "云溪市城市管理行政执法局",
        ),
        # another body of the place, a part of it, and what is short for something else
        (
            "市城管执法局2022年政府信息公开工作年度报告",
            "本年度报告由云溪市政务服务局按照要求编制。",
            "市城管执法局",
        ),
        (
            "市城管局2022年政府信息公开工作年度报告",
            "本年度报告由云溪市城管局城东分局按照要求编制。",
            "市城管局",
        ),
        (
            "市残联2022年政府信息公开工作年度报告",
            "2022年，云溪市残疾人联合会（以下简称“联合会”）加强公开。",
            "市残联",
        ),
    ],
)
def test_a_short_name_is_given_in_full(title: str, sentence: str, agency: str) -> None:
    assert told(title, sentence) == (agency, 2022)


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("按要求，由云溪高新区（滨湖）财政局编制本报告。2022年，公开5条。", "云溪高新区(滨湖)财政局"),
        ("按要求，由云溪市审计局（以下简称市审计局）编制本报告。2022年，公开5条。", "云溪市审计局"),
        ("2022年，公开5条。本报告由云溪市审计局综合全年情况编制而成。", "云溪市审计局"),
        ("2022年，公开5条。本报告由云溪市综合执法局编制而成。", "云溪市综合执法局"),
        (
            "2022年，公开5条。如有疑问，请与云溪市审计局政府信息公开申请受理机构联系（地址：南街1号）。",
            "云溪市审计局",
        ),
        (
            "2022年，公开5条。如有疑问，请与云溪市审计局办公室政府信息公开受理处联系（地址：南街1号）。",
            "云溪市审计局",
        ),
        ("现将青岚自治县2022政府信息公开工作年度报告进行公开。2022年，公开5条。", "青岚自治县"),
        ("2022年，云江水务有限公司严格落实条例。", "云江水务有限公司"),
        ("2022年，市水务集团有限公司严格落实条例。", None),
        # a zone stands for who administers it, where the text does not speak as something else
        ("2022年，云溪经济技术开发区认真贯彻条例。", "云溪经济技术开发区"),
        ("2022年，云溪经济技术开发区认真贯彻条例，我局公开5条，我局受理1件。", None),
        ("2022年，云溪经济技术开发区认真贯彻条例，云溪市审计局不断强化公开。", "云溪市审计局"),
    ],
)
def test_who_reports_by_sentences(sentence: str, agency: str | None) -> None:
    assert told("", sentence) == (agency, 2022)


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("2022年，我局主动公开了单位信息、2021年政府信息公开工作年度报告、2021年决算。", None),
        ("更新了权责清单、行政事项目录等信息及2021年度信息公开工作报告。2022年度我局收到申请5件。", None),
        (
            "主动公开了机构信息、2021年政府信息公开工作年度报告等。本报告由云溪市审计局编制。2022年，公开5条。",
            "云溪市审计局",
        ),
    ],
)
def test_a_report_among_what_was_published_is_another_years(sentence: str, agency: str | None) -> None:
    assert told("", sentence) == (agency, 2022)


@pytest.mark.parametrize(
    ("title", "sentence", "agency"),
    [
        (
            "2022年政府信息公开工作年度报告",
            "现公布《云溪市林业局2022年政府信息公开工作年度报告》。",
            "云溪市林业局",
        ),
        (
            "市林业局2022年政府信息公开工作年度报告",
            "现公布云溪市林业局2022年政府信息公开工作年度报告。",
            "云溪市林业局",
        ),
        # of another year, and without a name of its own
        ("2022年政府信息公开工作年度报告", "已公布《云溪市林业局2021年政府信息公开工作年度报告》。", None),
        ("2022年政府信息公开工作年度报告", "现公布县林业局2022年政府信息公开工作年度报告。", None),
    ],
)
def test_a_sentence_below_a_title_says_it_with_the_agency(
    title: str, sentence: str, agency: str | None
) -> None:
    assert told(title, sentence) == (agency, 2022)
