"""The agency and the year as sentences say them, in reports without a title."""

from __future__ import annotations

import pytest

from assets.extract.whose.names import lower_of_two
from assets.extract.whose.titles import titles
from tests.extract.printed import TITLE, codes, read
from tests.extract.titled import SIGNATURE, TEXT, entitled

NOTICE = "根据《云溪市政务公开办公室关于做好2021年政府信息公开工作年度报告编制和报送工作的通知》（云公办〔2023〕2号）要求"
UNTITLED = TEXT.replace(TITLE, "").replace(SIGNATURE, "")


def told(sentence: str) -> tuple[str | None, str | None, int | None, str | None]:
    """Agency and year, each with its source, of a report that has no title and no signature but a first sentence."""
    (found,) = read(UNTITLED.replace("全年工作平稳，", sentence)).reports
    return found["agency"], found["agency_source"], found["report_year"], found["report_year_source"]


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("根据条例规定，现公布青岚县林业局2022年政府信息公开工作年度报告。", "青岚县林业局"),
        ("现向社会公布青岚县林业局2022年度政府信息公开工作报告。", "青岚县林业局"),
        ("我局编制并向社会公开青岚县林业局2022年度政府信息公开工作年度报告。", "青岚县林业局"),
        ("特向社会公布2022年青岚县林业局政府信息公开工作年度报告。", "青岚县林业局"),
        (f"{NOTICE}，编制青岚县林业局2022年政府信息公开工作年度报告。", "青岚县林业局"),
        ("现发布《青岚县林业局2022年政府信息公开工作年度报告》。", "青岚县林业局"),
        (
            "现公布中共云溪市委机构编制委员会办公室2022年政府信息公开工作年度报告。",
            "中共云溪市委机构编制委员会办公室",
        ),
        ("特向社会公布2022年青岚县林业局政府信息公开工作情况报告。", "青岚县林业局"),
        ("编制并发布青岚县林业局政府信息公开工作2022年度报告。", "青岚县林业局"),
        ("现将青岚县林业局（以下简称林业局）2022年度信息公开工作报告如下：", "青岚县林业局"),
        ("特向社会公布2022年度青岚县林业局信息公开工作年度报告。", "青岚县林业局"),
        ("《2022年度青岚县林业局信息公开工作年度报告》已研究同意，现予发布。", "青岚县林业局"),
        ("一、总体情况\n青岚县林业局2022年政府信息公开工作年度报告，根据条例编制。", "青岚县林业局"),
        ("现将青岚县林业局2022年政府信息公开主要工作报告如下：", "青岚县林业局"),
        ("现将云溪市2022年度政府信息公开工作情况报告如下：", "云溪市"),
        ("依法按时完成石泷街道2022年政府信息公开年度报告。", "石泷街道"),
        ("特向社会公布2022年度我局政府信息公开工作年度报告。", None),
        ("制定本局2022年政府信息公开工作年度报告。", None),
    ],
)
def test_a_sentence_may_hold_the_title(sentence: str, agency: str | None) -> None:
    assert told(sentence) == (agency, "title" if agency else None, 2022, "title")


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        (f"{NOTICE}，由青岚县林业局编制本报告。统计期限为2022年1月1日至2022年12月20日。", "青岚县林业局"),
        (
            "本报告由青岚县住房和城乡建设局按照《条例》要求编制。2022年工作平稳。截至2022年12月底公开5条。",
            "青岚县住房和城乡建设局",
        ),
        (
            "截止2022年12月31日公开5条。如对本报告有疑问，请与青岚县林业局办公室联系（地址：南街1号）。",
            "青岚县林业局",
        ),
        (
            "截至2022年底公开5条。公众如需咨询，请联系青岚县林业局政务公开办公室，电话：12345。",
            "青岚县林业局",
        ),
        ("2022年度我镇公开5条。如有疑问，请与石泷镇人民政府党政办联系。", "石泷镇人民政府"),
        ("2022年，青岚县工业和信息化局在县委、县政府的领导下，公开5条。", "青岚县工业和信息化局"),
        ("青岚县林业局2022年为推进公开，认真落实《2021年要点》。", "青岚县林业局"),
        ("青岚县林业局高度重视公开。2022年，青岚县林业局共公开5条。", "青岚县林业局"),
        ("为做好青岚县林业局政府信息公开工作，2022年，我局公开5条。", "青岚县林业局"),
        ("结合2022年青岚县林业局政府信息公开工作实际，编制本报告。2022年工作平稳。", "青岚县林业局"),
        ("2022年，公开5条。本报告由青岚县林业局围绕全年工作编制。", "青岚县林业局"),
        ("2022年，公开5条。按照规定，由谷城市民政局编制本报告。", "谷城市民政局"),
        ("2022年，谷城市政务服务局认真落实条例。", "谷城市政务服务局"),
        ("2022年，公开5条。2022年青岚县林业局不断强化公开。", "青岚县林业局"),
        ("2022年，青石城镇人民政府认真落实条例。", "青石城镇人民政府"),
        ("2022年，公开5条。根据规定，现向社会公布青岚县林业局2022年的工作。", "青岚县林业局"),
        ("2022年度，青岚县林业局未收到申请。", "青岚县林业局"),
        ("2022年，我局宣传我县林业，公开5条。如有疑问，请联系青岚县林业局。", "青岚县林业局"),
        ("2022年，工作平稳。（一）主动公开\n2022年青岚县林业局在县政府网站上公开5条。", "青岚县林业局"),
        ("2022年，公开5条。本报告由青岚县林业局办公室编制。", "青岚县林业局"),
        ("2022年，公开5条。由青岚县林业局信息公开工作办公室编制完成本报告。", "青岚县林业局"),
        ("2022年，公开5条。由青岚县党政综合办公室编制完成本报告。", None),
        ("2022年，公开5条。本报告由云溪市信访办公室根据条例编制。", "云溪市信访办公室"),
        ("2022年，公开5条。青岚县林业局现向社会公开年度报告。", "青岚县林业局"),
        ("2022年，青岚县残疾人联合会（以下简称残联）在县委领导下公开5条。", "青岚县残疾人联合会"),
        ("2022年，公开5条。本报告涵盖了2022年青岚县林业局政府信息公开工作。", "青岚县林业局"),
        ("青岚县林业局依据《条例》编制了本报告。截至2022年12月底公开5条。", "青岚县林业局"),
        ("2022年以来，青岚县水务集团有限公司严格落实条例。", "青岚县水务集团有限公司"),
        ("2022年，公开5条。本报告由国家粮食管理局根据条例编制。", "国家粮食管理局"),
        ("2022年，青岚大学以习近平新时代中国特色社会主义思想为指导。", "青岚大学"),
        ("2022年，市财政局认真落实《云溪市财政局信息公开指南》。", "云溪市财政局"),
        ("2022年，公开5条。由市财政局编制。修订了《云溪市财政局信息公开指南》。", "云溪市财政局"),
        (
            "2022年，公开5条。按要求，青岚县供销合作社联合社编制了本报告。可与青岚县供销社联系。",
            "青岚县供销合作社联合社",
        ),
        ("2022年，公开5条。青岚县发改委坚持公开。", "青岚县发改委"),
        ("2022年，公开5条。如有疑问，请与青岚旗石泷苏木人民政府联系。", "青岚旗石泷苏木人民政府"),
        ("2022年，公开5条。内容涵盖乡政府2022年度的公开情况。", None),
        ("2022年，公开5条。青岚县委坚持公开。", None),
        ("2022年，云溪市民委（宗教局）坚持公开。", "云溪市民委"),
        # whose name is that of many, who only serves, who does something to the reporter: not told
        ("2022年，市财政局认真落实条例。", None),
        ("2022年，区城乡建设局聚焦公开。", None),
        ("2022年，县市场监督管理局认真落实条例。", None),
        ("2022年，青岚县市场监督管理局认真落实条例。", "青岚县市场监督管理局"),
        ("2022年，各街道认真落实条例。", None),
        ("2022年，各大学认真落实条例。", None),
        ("2022年，市财政局认真落实《关于市财政局内设机构的通知》，配合市财政局。", None),
        ("2022年，我镇公开5条。云溪市水利局高度重视，我镇落实。", None),
        ("石泷街道认真落实条例。图：我局公开情况。2022年，公开5条。", "石泷街道"),
        ("2022年，公开5条。上年度（2021年）报告由青岚县水利局编制。", None),
        ("截至2022年12月底公开5条。如有疑问，请与云溪市人民政府办公室联系。", None),
        ("2022年，云溪市审计局根据计划对我局开展审计。", None),
        ("2022年，在云溪市林业局和青岚县财政局的指导下，我局公开5条。", None),
        ("2022年，云溪市林业局和青岚县财政局认真落实条例。", None),
        ("2022年，公开5条。现将我乡2022年度政府信息公开工作情况报告如下：", None),
        ("2022年，公开5条。现汇报我镇2022年政府信息公开工作。", None),
        ("2022年，云溪市财政局向社会公布了我局的预算。", None),
        ("2022年，我县公开5条。如有疑问，请联系青岚县政务服务中心。", None),
        ("为做好云溪市政府信息公开工作，2022年，我局公开5条。", None),
    ],
)
def test_sentences_tell_the_agency_and_the_year(sentence: str, agency: str | None) -> None:
    found = told(sentence)
    assert found[:2] == (agency, "body" if agency else None)
    assert found[2] == 2022


@pytest.mark.parametrize(
    ("page", "agency"),
    [
        ("来源：青岚县林业局 字号：", "青岚县林业局"),
        ("| 发布机构 | 青岚县林业局 | 发布日期 | 2023-01-16 |", "青岚县林业局"),
        ("发 布 机 构: 青岚县林业局", "青岚县林业局"),
        # of another kind than the text speaks as, of many, who serves, who is not only named
        ("来源：青岚县林业站 发布机构：石泷镇人民政府", None),
        ("发布机构：县林业局", None),
        ("来源：青岚县人民政府办公室", None),
        ("来源：青岚县林业局党政办", None),
        ("资金来源：青岚县林业局拨款", None),
    ],
)
def test_who_published_a_text_that_speaks_as_one_of_its_kind(page: str, agency: str | None) -> None:
    assert told(f"{page}\n本年度，我局公开5条。")[:2] == (agency, "body" if agency else None)
    assert told(f"{page}\n本年度，我委公开5条。")[0] is None
    assert told(f"{page}\n本年度，公开5条。")[0] is None


def test_a_title_in_a_sentence_is_outvoted_by_the_period_and_the_body() -> None:
    said = "现公布《青岚县林业局2021年政府信息公开工作年度报告》。统计期限自2022年1月1日起至12月31日止。"
    found = read(UNTITLED.replace("全年工作平稳，", f"{said}2022年度，我局公开5条。"))
    assert (found.reports[0]["report_year"], found.reports[0]["report_year_source"]) == (2022, "period")
    assert "year-conflict" in codes(found)
    found = read(UNTITLED.replace("全年工作平稳，", f"{said}2021年度，我局公开5条。"))
    assert found.reports[0]["report_year"] == 2021


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年，我局将继续推进公开。",
        "按照《2021年政务公开工作要点》，我局认真落实。",
        "依据国办公开办函（2021年30号）编制。",
    ],
)
def test_other_years_are_not_the_reports(sentence: str) -> None:
    assert told(sentence)[2] is None


def test_the_year_that_stands_beside_the_agency() -> None:
    assert told("2022年石泷街道深入贯彻条例。")[:3] == ("石泷街道", "body", 2022)


def test_what_stands_below_the_tables_tells_no_year() -> None:
    (found,) = read(UNTITLED.replace("业务培训还不够经常", "2023年，我局办好培训")).reports
    assert found["report_year"] is None


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("按照《青岚县林业局2021年政府信息公开工作年度报告》提出的措施，2022年我局持续改进。", 2022),
        ("根据《2021年政府信息公开工作年度报告》，2022年我局持续改进。", 2022),
        ("现公布《青岚县林业局2022年政府信息公开工作年度报告》。", 2022),
        ("2021年，我局被评为先进。2022年度，我局共公开信息512条。", 2022),
        ("2020年，我局成立领导小组。2022年，我局主动公开信息512条。", 2022),
        ("2022年，我局工作平稳。2021年，我局收到申请5件。", 2022),
        ("2022年，我局工作平稳，比2021年收到的5件多，2023年，我局将公开信息100条。", 2022),
        ("依据县政府办公室2023年政府信息公开工作年度报告编制通知，我局总结如下。", None),
        ("根据2023年1月4日印发的2023年政府信息公开年度报告编制通知，2022年，我局总结如下。", 2022),
    ],
)
def test_the_year_by_sentences(opening: str, year: int | None) -> None:
    """What is cited, asked for by a notice or told of an earlier year is not the year of the report."""
    found = entitled(f"年度报告\n{opening}")
    assert found["report_year"] == year
    assert found["agency"] == "青岚县林业局"


def test_a_sentence_that_goes_on_like_a_title_is_none() -> None:
    lines = ["乙县农业局认真落实政府信息公开工", "作。"]
    assert not titles(lines)


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("2022年，青岚县林业局通过区政府网站主动公开政府信息8条。", "青岚县林业局"),
        ("2022年，中国人民银行云溪市中心支行主动公开信息8条。", "中国人民银行云溪市中心支行"),
        ("根据条例的规定，结合青岚县行政审批局2022年政务信息公开工作实际编制。", "青岚县行政审批局"),
        ("按照规定，由青岚县林业局编写了2022年度政府信息公开工作年度报告。", "青岚县林业局"),
        (
            "在2022年各乡镇政府、县直有关部门政府信息公开年度报告基础上，由青岚县人民政府办公室编制。",
            "青岚县人民政府办公室",
        ),
        # two that made things public, one of those that a county tells of, and whoever draws up something for us
        (
            "2022年，青岚县林业局通过政府网站公开信息8条。2022年，青岚县教育局通过政府网站公开信息9条。",
            None,
        ),
        ("我县工作平稳。2022年，青岚县林业局通过政府网站公开信息8条。", None),
        ("我局落实各项要求，由青岚县人民政府办公室编制。", None),
        ("结合我局2022年政务信息公开工作实际编制。", None),
    ],
)
def test_who_made_public_or_wrote_is_who_reports(sentence: str, agency: str | None) -> None:
    found = told(sentence)
    assert found[0] == agency
    assert found[2] == 2022 or agency is None


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("HTML青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局"),
        ("UedSite体育城市管理综合执法局2022年政府信息公开工作年度报告", None),
        ("云溪便民中心电话_365入口2022年政府信息公开工作年度报告", None),
        ("各乡镇、县直有关部门2022年政府信息公开工作年度报告", None),
    ],
)
def test_words_of_others_in_a_names_place_are_no_name(title: str, agency: str | None) -> None:
    (found,) = titles([title])
    assert found.agency == agency


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年，我局及时发布2021年政府信息公开年度报告，公开5条。",
        "2022年，我局公开5条。1月，在门户网站发布了《2021年政府信息公开工作年度报告》。",
        "2022年，我局公开5条。将按要求于1月31日前发布2023年政府信息公开工作年度报告。",
        "2022年，我局公开5条，其中年度报告1条（2021年政府信息公开工作年度报告）。",
        "按时发布2021年政府信息公开工作年度报告。现将2022年工作情况报告如下：2022年，我局公开5条。",
        "二是更新了指南，发布2021年政府信息公开年度报告。2022年，我局公开5条。",
    ],
)
def test_a_report_of_another_year_among_a_years_works_gives_no_year(sentence: str) -> None:
    assert told(sentence)[2:] == (2022, "body")


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("附件2", "青岚县林业局"),
        ("附件", "青岚县林业局"),
        ("青岚县融媒体中心", "青岚县林业局"),
        ("青岚县融媒体中心\n", "青岚县林业局"),
        ("", "青岚县林业局"),
    ],
)
def test_what_stands_over_a_title_that_calls_itself_no_report_is_no_name(head: str, agency: str) -> None:
    text = UNTITLED.replace("青岚县林业局", "本局")
    reading = read(f"{head}\n青岚县林业局2022年信息公开工作总结\n{text}")
    assert reading.reports[0]["agency"] == agency


@pytest.mark.parametrize(
    "name",
    ["青岚县林业局", "青岚县人民政府驻云溪市办事处", "云溪市青岚县云溪市林场", "青岚县县域经济发展中心"],
)
def test_a_name_of_one_agency_is_whole(name: str) -> None:
    assert lower_of_two(name) == name


def test_the_government_that_draws_the_report_up() -> None:
    assert told("根据条例要求，由青岚县人民政府编制。2022年，公开5条。")[0] == "青岚县人民政府"
    assert told("我局落实各项要求，由青岚县人民政府编制。2022年，公开5条。")[0] is None
