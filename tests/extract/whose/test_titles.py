"""Titles in every shape: whose report of which year they say, and what only looks like one."""

from __future__ import annotations

import pytest

from assets.extract.whose.identity import identify
from assets.extract.whose.titles import titles
from tests.extract.printed import TITLE, read
from tests.extract.titled import SIGNATURE, TEXT, entitled

TITLES = [
    "青岚县林业局2022年政府信息公开工作年度报告",
    "青岚县林业局 2022 年政府信息公开工作年度报告",
    "青岚县林业局２０２２年政府信息公开工作年度报告",
    "青岚县林业局二〇二二年政府信息公开工作年度报告",
    "青岚县林业局二○二二年度政府信息公开工作年度报告",
    "2022年青岚县林业局政府信息公开工作年度报告",
    "2022年度青岚县林业局政府信息公开工作年度报告",
    "青岚县林业局2022年度政府信息公开工作报告",
    "青岚县林业局二0二二年政府信息公开工作年度报告",
    "青岚县林业局二０二二年政府信息公开工作年度报告",
    "青岚县林业局二O二二年政府信息公开工作年度报告",
    "二o二二年度青岚县林业局政府信息公开年报",
    "2022年青岚县林业局信息公开年报",
    "青岚县林业局关于二0二二年度政府信息公开工作情况的报告",
    "青岚县林业局\n关于2022年度\n政府信息公开工作情况的报告",
    "关于青岚县林业局2022年度政府信息公开\n\n工作情况的报告",
    "青岚县林业局2022年度政府\n信息公开工作总结报告",
    "青岚县林业局政府信息公开\n工作年度报告（2022年）",
    "关于2022年度政府信息公开工作情况的报告（青岚县林业局）",
    "青岚县林业局2022年政府信息公开年度报告",
    "青岚县林业局\n2022年政府信息公开工作年度报告",
    "青岚县林业局\n\n2022 年政府信息公开\n工作年度报告",
    "青岚县林业局\n2022年\n政府信息公开工作年度报告",
    "# 青岚县林业局2022年政府信息公开工作年度报告",
    "**青岚县林业局2022年政府信息公开工作年度报告**",
    "<h1>青岚县林业局2022年政府信息公开工作年度报告</h1>",
    "《青岚县林业局2022年政府信息公开工作年度报告》",
    "2023/1/18 09:26        青岚县林业局2022年政府信息公开工作年度报告",
    "2023/1/8 9:26  青岚县林业局2022年政府信息公开工作年度报告",
    "1/18/23, 9:26 AM   青岚县林业局2022年政府信息公开工作年度报告",
    "青岚县林业局2022年政府信息公开工作年度报告\n==========================",
    "　　青岚县林业局2022年政府信息公开工作年度报告　",
    "信息公开工作年度报告\n\n青岚县林业局2022年政府信息公开工作年度报告",
    "首页 > 信息公开年报 > 2021 > 部门政府信息公开工作年度报告\n青岚县林业局2022年政府信息公开工作年度报告",
    "| 名称 | 青岚县林业局2022年政府信息公开工作年度报告 | 时效 | 有效 |",
    "名 称： 青岚县林业局2022年度 政府信息公开工作年度报告",
    "发布日期 2023-01-16 主题词 政府信息公开工作年度报告\n青岚县林业局2022年政府信息公开工作年度报告",
    "青岚县人民政府\n\n青岚县林业局2022年政府信息公开工作年度报告",
    "青岚县林业局\n青岚县林业局2022年政府信息公开工作年度报告",
    "青岚县\n林业局2022年政府信息公开工作年度报告",
    "返回顶部\n青岚县林业局2022年政府信息公开工作年度报告",
    "标　题 青岚县林业局2022年政务信息公开工作开展年度报告",
    "网上办事大厅\n青岚县林业局\n2022年政府信息公开工作年度报告",
    "新闻中心\n\n2022年青岚县林业局\n政府信息公开工作年度报告",
    "青岚县林业局2022年政务信息公开年度报告",
    "青岚县林业局2022年政府信息与政务公开工作年度报告",
    "青岚县林业局2022年度本级政府信息公开年度报告",
    "2022年政府信息公开工作年度报告\n\n（青岚县林业局）",
    "2022年政府信息公开工作年度报告\n（2023年1月20日）\n青岚县林业局",
    "青岚县\n标题: 青岚县林业局2022年政府信息公开工作年度报告",
    "青岚县林业局2022年政府信息公开年报",
    "政府信息公开年报\n2021年政府信息公开年报\n青岚县林业局\n2022年度政府信息公开年报",
    "青岚县水务局2021年政府信息公开年报\n青岚县林业局2022年政府信息公开工作年度报告",
]


@pytest.mark.parametrize("title", TITLES)
def test_titles(title: str) -> None:
    found = entitled(title)
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)
    assert (found["agency_source"], found["report_year_source"]) == ("title", "title")
    lines = TEXT.replace(TITLE, title).split("\n")
    assert 1 <= found["title_line"] <= found["agency_line"] <= len(lines)
    assert "青岚" in lines[found["agency_line"] - 1]


@pytest.mark.parametrize(
    ("agency", "printed_name"),
    [
        ("云溪市人民政府", "云溪市人民政府"),
        ("石泷镇人民政府", "石 泷 镇 人 民 政 府"),
        ("望溪街道办事处", "望溪街道办事处"),
        ("松岭区市场监督管理局", "松岭区市场监督管理局"),
        ("苇川市公安局青岚分局", "苇川市公安局青岚分局"),
        ("松岭新区管委会", "松岭新区管委会"),
        ("青苏木", "青苏木"),
        ("云旗", "云旗"),
    ],
)
def test_agencies(agency: str, printed_name: str) -> None:
    assert entitled(f"{printed_name}2022年政府信息公开工作年度报告")["agency"] == agency


@pytest.mark.parametrize(
    "line",
    [
        "关于做好2021年政府信息公开工作年度报告编制和发布工作的通知",
        "上一篇：云溪市水务局2021年政府信息公开工作年度报告",
        "本报告按照政府信息公开工作年度报告格式编制。",
        "附件：云溪市水务局2021年政府信息公开工作年度报告",
        "首页 > 云溪市水务局 > 云溪市水务局2021年政府信息公开工作年度报告",
    ],
)
def test_what_is_no_title(line: str) -> None:
    assert titles([line]) == []
    found = entitled(f"{line}\n{TITLE}")
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


def test_a_title_printed_twice_may_name_the_agency_once() -> None:
    twice = "2022年政府信息公开工作年度报告\n青岚县林业局\n2022年政府信息公开工作年度报告"
    assert entitled(twice)["agency"] == "青岚县林业局"
    link = "2022年政府信息公开工作年度报告\n\n" + "字号\n" * 9 + "云溪市水务局2022年政府信息公开工作年度报告"
    assert entitled(link, text=TEXT.replace(SIGNATURE, ""))["agency"] is None


@pytest.mark.parametrize("at", [4, 6, 7, 8])
@pytest.mark.parametrize("head", ["某某县人民政府办公室文件", "青岚县林业局公文"])
def test_a_head_of_the_page_above_a_title_broken_within_a_word(head: str, at: int) -> None:
    words = "信息公开工作年度报告"
    broken = TITLE.replace(words, f"{words[:at]}\n{words[at:]}")
    found = entitled(f"{head}\n\n{broken}")
    assert (found["agency"], found["report_year"], found["agency_source"]) == ("青岚县林业局", 2022, "title")
    assert found["title"] == TITLE


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("云溪市公安局\n青岚区分局2022年政府信息公开工作年度报告", "云溪市公安局青岚区分局"),
        ("返回顶部\n县教育局2022年政府信息公开工作年度报告", "县教育局"),
        ("云溪市政务公开办公室2022年政府信息公开工作年度报告", "云溪市政务公开办公室"),
        # what a page calls its parts, who published it and whom the text speaks of are no names of the reporter
        ("2022年政府信息公开工作年度报告\n县教育局", None),
        ("返回顶部\n2022年政府信息公开工作年度报告", None),
        ("乡镇(街道办)\n青岚镇2022年政府信息公开工作年度报告", "青岚镇"),
        ("乡镇街道\n青岚镇2022年政府信息公开工作年度报告", "青岚镇"),
        ("市直部门、单位\n青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局"),
        ("县(市、区)\n青岚县人民政府2022年政府信息公开工作年度报告", "青岚县人民政府"),
        ("云溪市城东\n街道办事处2022年政府信息公开工作年度报告", "云溪市城东街道办事处"),
        ("some(中国)官方网站 2022年政府信息公开工作年度报告", None),
        ("2022年政府信息公开工作年度报告\n根据条例，由县政府领导的云溪市林业局", None),
    ],
)
def test_the_lines_around_a_title(head: str, agency: str | None) -> None:
    found = entitled(head, text=TEXT.replace(SIGNATURE, ""))
    assert (found["agency"], found["report_year"]) == (agency, 2022)


@pytest.mark.parametrize(
    ("title", "opening", "agency"),
    [
        ("县林业局", "2022年，青岚县林业局认真落实条例。", "青岚县林业局"),
        ("林业局", "如有疑问，请与青岚县林业局办公室联系。", "青岚县林业局"),
        ("县林业局", "制定了《青岚县林业局信息公开指南》。", "青岚县林业局"),
        # a place, nothing else, stands in front, and below the title
        ("县林业局", "2022年，在云溪市林业局的指导下，公开5条。", "县林业局"),
        ("林业局", "如有疑问，请与青岚县农业和林业局联系。", "林业局"),
        ("县林业局", "转发了《关于县林业局的通知》。", "县林业局"),
    ],
)
def test_a_title_that_says_no_place_is_given_its_place(title: str, opening: str, agency: str) -> None:
    text = TEXT.replace(SIGNATURE, "").replace("全年工作平稳，", opening)
    found = entitled(f"青岚县门户网站登录注册\n{title}2022年政府信息公开工作年度报告", text=text)
    assert found["agency"] == agency
    assert found["agency_source"] == ("title" if agency == title else "body")
    assert found["title"].startswith(title)


_WHOLE = "青岚县林业局关于2022年政府信息公开工作年度报告"


@pytest.mark.parametrize("above", ["", "青岚县林业局\n"])
@pytest.mark.parametrize("at", range(_WHOLE.index("年政") + 2, len(_WHOLE)))
def test_a_title_broken_anywhere_within_its_last_words(above: str, at: int) -> None:
    for end in range(at + 1, min(at + 8, len(_WHOLE))):
        three = [_WHOLE[:at], _WHOLE[at:end], _WHOLE[end:]]
        for lines in ([*three[:1], _WHOLE[at:]], three):
            identity = identify([*above.split("\n"), *lines, "一、总体情况"], "a.txt", None)
            assert identity.agency and identity.agency.value == "青岚县林业局", lines
            assert identity.year and identity.year.value == "2022"


@pytest.mark.parametrize(
    "lines",
    [
        ["青岚县林业局关于", "2022", "年政府信息公开", "", "工作年度报告"],
        ["青岚县林业局", "|2022年度青岚县林业局政府信息公||", "|---|---|", "开工作年度报告"],
        ["青岚县林业局 青岚县林业局2022年政府信息公开工作年度报告"],
        ["青岚县人民政府 青岚县林业局2022年政府信息公开工作年度报告"],
    ],
)
def test_a_title_among_breaks_and_heads(lines: list[str]) -> None:
    identity = identify([*lines, "一、总体情况"], "a.txt", None)
    assert identity.agency and identity.agency.value == "青岚县林业局"
    assert identity.year and identity.year.value == "2022"


@pytest.mark.parametrize(
    "lines",
    [
        ["我局认真学习政府信息", "公开工作年度报告的编制要求。"],
        ["各单位报送2022年政府信息公", "开工作年度报告，逾期通报。"],
        ["推进政务公", "开工作"],
        ["云溪市云溪区林业局2022年政府信息公", "开展工作年度报告"],
    ],
)
def test_sentences_broken_like_titles_are_none(lines: list[str]) -> None:
    assert titles(lines) == []


def test_a_name_that_says_its_place_twice_stays_whole() -> None:
    for name in ("云溪市云溪区林业局", "吉林省吉林市林业局", "青岚县林业局青岚林场"):
        (title,) = titles([f"{name}2022年政府信息公开工作年度报告"])
        assert title.agency == name


@pytest.mark.parametrize(
    "head",
    [
        "云溪县白塔街道办事处,,,,\n2022年政府信息公开工作年度报告,,,,",
        "云溪县白塔街道办事处关于2022年政府信息公开工作年度报告;;;",
        "| 云溪县白塔街道办事处 | Unnamed: 1 | Unnamed: 2 |\n| --- | --- | --- |\n| 2022年政府信息公开工作年度报告 | NaN | NaN |",
        "字体：[大 中 小] 云溪县白塔街道办事处2022年政府信息公开工作年度报告",
        "云溪县白塔街道办事处\\n2022年政府信息公开工作年度报告",
    ],
)
def test_blank_cells_and_controls_of_a_page_about_a_title(head: str) -> None:
    """Nor is a name cut in the first sentence taken for the agency's."""
    text = f"{head}\n一、总体情况\n溪县白塔街道办事处按时办理申请。\n二、主动公开政府信息情况\n"
    assert read(text).reports[0]["agency"] == "云溪县白塔街道办事处"


@pytest.mark.parametrize("mark", ["+", "*", "#", ">"])
def test_a_mark_before_every_line_is_none_of_the_name(mark: str) -> None:
    text = TEXT.replace(TITLE, TITLE.replace("2022年", "\n2022年"))
    (found,) = read("\n".join(f"{mark} {line}" for line in text.split("\n"))).reports
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


def test_figures_between_a_name_and_its_title_are_none_of_the_name() -> None:
    text = TEXT.replace(TITLE, TITLE.replace("2022年", "\n   0412          12\n内部资料2022年")).replace(
        SIGNATURE, ""
    )
    assert read(text).reports[0]["agency"] in (None, "青岚县林业局")
    (troop,) = titles(["新疆生产建设兵团第三师41团2022年政府信息公开工作年度报告"])
    assert troop.agency == "新疆生产建设兵团第三师41团"


@pytest.mark.parametrize("title", ["云溪大学附属中学{}", "{}云溪大学附属中学"])
@pytest.mark.parametrize("kind", ["年报", "工作年度报告"])
def test_schools_and_customs_have_names_as_agencies_do(title: str, kind: str) -> None:
    found = entitled(title.format("2022年度") + f"政府信息公开{kind}")
    assert (found["agency"], found["report_year"]) == ("云溪大学附属中学", 2022)


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        (
            "<title>青\n山市市场监督管理局2022年政府信息公开\n工作年度报告</title>\n青山市市场监督管理局2022年政府信息\n公开年报",
            "青山市市场监督管理局",
        ),
        # no other line says that the letter is of the name
        ("青\n山市市场监督管理局2022年政府信息公开工作年度报告", "山市市场监督管理局"),
    ],
)
def test_the_first_letters_of_a_name_above_the_rest(head: str, agency: str) -> None:
    assert entitled(head)["agency"] == agency
