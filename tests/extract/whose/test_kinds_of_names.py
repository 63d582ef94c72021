"""Names that begin as other words do, of kinds that few reports are of, in rows, around other words: whole, or not at all."""

from __future__ import annotations

import pytest

from assets.check.divisions import divisions
from assets.extract.whose.identity import identify
from assets.extract.whose.names import has_place, is_own_name
from schemas.whose import WORDS
from tests.extract.printed import read

BODY = ["一、总体情况", "全年工作平稳。", "二、主动公开政府信息情况"]
SUBJECT = "2022年政府信息公开工作年度报告"


def told(*lines: str) -> tuple[str | None, str | None]:
    found = identify([*lines, *BODY], "report.txt", None)
    return (found.agency.value if found.agency else None, found.year.value if found.year else None)


def test_every_place_in_the_register_tells_its_bodies_from_others() -> None:
    assert [place for place in divisions() if not is_own_name(f"{place}教育局")] == []


@pytest.mark.parametrize(
    "place", ["本溪市", "本溪满族自治县", "全州县", "全南县", "双江拉祜族佤族布朗族傣族自治县"]
)
def test_places_that_begin_as_words_for_the_speaker_do(place: str) -> None:
    name = f"{place}水务局"
    assert told(f"{name}{SUBJECT}") == (name, "2022")
    assert told(SUBJECT, f"根据条例规定,{name}编制本报告。") == (name, "2022")
    assert told(SUBJECT, *BODY, name, "2023年1月18日") == (name, "2022")


@pytest.mark.parametrize("name", ["本市教育局", "本局", "本县水务局", "全州县级教育局", "全县教育局"])
def test_words_for_the_speaker_are_no_place(name: str) -> None:
    assert not has_place(name)
    assert told(SUBJECT, f"根据条例规定,{name}编制本报告。")[0] is None


@pytest.mark.parametrize("kind", [*WORDS.farms, *WORDS.halls, *WORDS.parks, *WORDS.unions, *WORDS.seats])
def test_kinds_of_bodies(kind: str) -> None:
    name = f"青岚县云岭{kind}"
    assert told(f"{name}{SUBJECT}") == told(name, SUBJECT) == (name, "2022")
    assert told(name, "政府信息公开工作2022年度报告") == (name, "2022")


@pytest.mark.parametrize("kind", ["市场", "现场", "广场"])
def test_a_place_to_stand_on_is_no_body(kind: str) -> None:
    assert told(f"云岭{kind}", SUBJECT)[0] is None


def test_a_hall_reports_where_it_speaks_as_one() -> None:
    compiled = "本报告结合2022年青岚县档案馆政府信息公开工作编制而成。"
    assert told(SUBJECT, compiled)[0] == "青岚县档案馆"
    room = "2022年,青岚县图书馆积极设立查阅点。"
    assert told(SUBJECT, room)[0] is None
    assert told(SUBJECT, room + "我馆全年开放。")[0] == "青岚县图书馆"


def test_a_street_above_the_title() -> None:
    assert told("2022年云荫里街", "政府信息公开工作年度报告") == ("云荫里街", "2022")
    assert told("云荫里街", SUBJECT) == ("云荫里街", "2022")
    # an address, and a line of the page
    assert told("青岚县政府门户", "云荫里街", SUBJECT)[0] is None
    assert told("南门步行街", SUBJECT)[0] is None


@pytest.mark.parametrize("parted", [" | ", "\t"])
def test_the_name_of_an_article_in_a_row(parted: str) -> None:
    title = "青岚省文史研究馆2022年 政府信息公开年度工作报告"
    assert told(parted.join(["名 称:", title, ""])) == ("青岚省文史研究馆", "2022")
    assert told(parted.join(["索引号:", "0-1", "标题", title])) == ("青岚省文史研究馆", "2022")
    assert told(parted.join(["主题", "其他", "名称:", "青岚县水务局办事指南"]))[0] is None


def test_a_title_cut_by_what_the_page_says_of_it() -> None:
    about = "来源:县水务局 日期:2023-01-20 字号: 分享到:"
    assert told("青岚县水务局2022年度政府信息公开工作", "", about, "", "年度报告") == ("青岚县水务局", "2022")


def test_no_name_begins_within_a_word() -> None:
    assert told("2022年度假区管委会政府信息公开工作年度报告") == ("度假区管委会", "2022")
    assert told("2022年度度假区管委会政府信息公开工作年度报告") == ("度假区管委会", "2022")
    assert told("2022年度云岭区教育局政府信息公开工作年度报告") == ("云岭区教育局", "2022")


@pytest.mark.parametrize("below", ["(2022年度)", "2022年", "二〇二二年度"])
def test_the_year_alone_below_a_title(below: str) -> None:
    title = "青岚县水务局政府信息公开工作年度报告"
    assert identify([title, below, *BODY], "r.txt", None).years[0].value == "2022"
    assert not identify([title, "2022年", "2021年", "2020年", *BODY], "r.txt", None).years


def test_years_of_sentences() -> None:
    title = "青岚县云荫路街道办事处政府信息公开工作年度报告"
    own = "2022年青岚县云荫路街道办未发生行政复议。"
    assert told(title, own)[1] == "2022"
    assert told(title, own + "2019年改建。")[1] is None
    assert told("政府信息公开工作年度报告", "自2022年1月1日起,至2022年12月31日,公开28条。")[1] == "2022"
    assert told("政府信息公开工作年度报告", "自2021年1月1日起,至2022年12月31日,公开28条。")[1] is None


def test_a_park_that_publishes() -> None:
    row = "发文机关: | 青岚县云岭科技园 | 发文日期: | |"
    said = "2022年园区在县委领导下,严格执行规定,现将2022年度政务信息公开情况公布如下:"
    assert told(row, said) == ("青岚县云岭科技园", "2022")
    assert told(row, said.replace("园区", "我局"))[0] is None


DATA = "{ '第二十条第（一）项': { 规章: { 本年制发件数: 3, 本年废止件数: 1, 现行有效件数: 1 } } }"
CELLS = DATA.replace("{ ", "{\n").replace(", ", ",\n").replace(" }", "\n}")


def test_the_source_of_a_program_is_no_report() -> None:
    reading = read(f"const ocrJson = {CELLS};\n")
    assert not reading.reports
    assert [found["code"] for found in reading.findings] == ["not-a-report"]


def test_a_program_with_a_title_is_read() -> None:
    assert read(f"青岚县水务局{SUBJECT}\nconst data = {CELLS};\n").reports
