"""Whose report of which year: titles in every shape, and what stands in when there is none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assets.extract.dates import to_year
from assets.extract.identity import identify
from assets.extract.titles import titles
from tests.extract.printed import GRIDS, TITLE, codes, figures, printed, read, report, reported, wrong

VALUES = figures()
TEXT = report(printed(VALUES), GRIDS["tsv"])
SIGNATURE = "青岚县林业局\n2023年1月20日\n"


def entitled(title: str, name: str = "a.txt", text: str = TEXT) -> dict[str, Any]:
    (found,) = read(text.replace(TITLE, title), name).reports
    return found


TITLES = [
    "青岚县林业局2022年政府信息公开工作年度报告",
    "青岚县林业局 2022 年政府信息公开工作年度报告",
    "青岚县林业局２０２２年政府信息公开工作年度报告",
    "青岚县林业局二〇二二年政府信息公开工作年度报告",
    "青岚县林业局二○二二年度政府信息公开工作年度报告",
    "2022年青岚县林业局政府信息公开工作年度报告",
    "2022年度青岚县林业局政府信息公开工作年度报告",
    "青岚县林业局2022年度政府信息公开工作报告",
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


@pytest.mark.parametrize(
    "sentence",
    [
        "数据统计期限自2022年1月1日起至2022年12月31日止。",
        "数据统计期限自2022年1月1日起至12月31日止。",
        "数据统计期限自 2022 年 1 月 1 日至 2022\n年 12 月 31 日。",
        "数据统计期限自二〇二二年1月1日起至二〇二二年12月31日止。",
    ],
)
def test_the_period_gives_the_year(sentence: str) -> None:
    text = TEXT.replace("全年工作平稳", sentence)
    found = entitled("青岚县林业局政府信息公开工作年度报告", text=text)
    assert (found["report_year"], found["report_year_source"]) == (2022, "period")
    assert "202" in text.split("\n")[found["report_year_line"] - 1] or "二〇" in text


def test_the_body_gives_the_year_and_the_signature_the_agency() -> None:
    text = TEXT.replace("全年工作平稳", "2022年，全年工作平稳")
    found = entitled("政府信息公开工作年度报告", text=text)
    assert (found["report_year"], found["report_year_source"]) == (2022, "body")
    assert (found["agency"], found["agency_source"]) == ("青岚县林业局", "signature")


def test_the_file_name_comes_last() -> None:
    bare = TEXT.replace(SIGNATURE, "")
    name = "青岚县林业局2022年政府信息公开工作年度报告.txt"
    found = entitled("政府信息公开工作年度报告", name, bare)
    assert (found["agency"], found["agency_source"]) == ("青岚县林业局", "file_name")
    assert (found["report_year"], found["report_year_source"]) == (2022, "file_name")
    assert entitled(TITLE, "云溪市水务局2019年政府信息公开工作年度报告.txt")["report_year"] == 2022
    nothing = entitled("政府信息公开工作年度报告", "x.txt", bare)
    assert (nothing["agency"], nothing["report_year"]) == (None, None)


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
        # whose name is that of many, who only serves, who does something to the reporter: not told
        ("2022年，市财政局认真落实条例。", None),
        ("2022年，区城乡建设局聚焦公开。", None),
        ("2022年，县市场监督管理局认真落实条例。", None),
        ("2022年，青岚县市场监督管理局认真落实条例。", "青岚县市场监督管理局"),
        ("2022年，各街道认真落实条例。", None),
        ("截至2022年12月底公开5条。如有疑问，请与云溪市人民政府办公室联系。", None),
        ("2022年，云溪市审计局根据计划对我局开展审计。", None),
        ("2022年，在云溪市林业局和青岚县财政局的指导下，我局公开5条。", None),
        ("2022年，云溪市林业局和青岚县财政局认真落实条例。", None),
        ("为做好云溪市政府信息公开工作，2022年，我局公开5条。", None),
    ],
)
def test_sentences_tell_the_agency_and_the_year(sentence: str, agency: str | None) -> None:
    found = told(sentence)
    assert found[:2] == (agency, "body" if agency else None)
    assert found[2] == 2022


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


def test_what_stands_below_the_tables_tells_no_year() -> None:
    (found,) = read(UNTITLED.replace("业务培训还不够经常", "2023年，我局办好培训")).reports
    assert found["report_year"] is None


def test_a_title_printed_twice_may_name_the_agency_once() -> None:
    twice = "2022年政府信息公开工作年度报告\n青岚县林业局\n2022年政府信息公开工作年度报告"
    assert entitled(twice)["agency"] == "青岚县林业局"
    link = "2022年政府信息公开工作年度报告\n\n" + "字号\n" * 9 + "云溪市水务局2022年政府信息公开工作年度报告"
    assert entitled(link, text=TEXT.replace(SIGNATURE, ""))["agency"] is None


@pytest.mark.parametrize(
    ("lines", "signature", "day"),
    [
        ("青岚县林业局\n2023年1月20日", "青岚县林业局", date(2023, 1, 20)),
        ("　　　青岚县林业局\n　2023 年 1 月 20 日", "青岚县林业局", date(2023, 1, 20)),
        ("2023年1月20日\n青岚县林业局", "青岚县林业局", date(2023, 1, 20)),
        ("青岚县林业局\n二〇二三年一月二十日", "青岚县林业局", date(2023, 1, 20)),
        ("青岚县林业局\n二〇二三年十二月三十一日", "青岚县林业局", date(2023, 12, 31)),
        ("青岚县林业局\n2023-01-20", "青岚县林业局", date(2023, 1, 20)),
        ("青岚县林业局\n（2023年1月20日）", "青岚县林业局", date(2023, 1, 20)),
        ("青岚县林业局", "青岚县林业局", None),
        ("青岚县林业局\n2023年13月40日", "青岚县林业局", None),
        ("（此件公开发布）", None, None),
    ],
)
def test_signature_and_date(lines: str, signature: str | None, day: date | None) -> None:
    found = entitled(TITLE, text=TEXT.replace(SIGNATURE, lines + "\n"))
    assert (found["signature"], found["published_on"]) == (signature, day)
    assert (found["signature_line"] is None) == (signature is None)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2022", 2022),
        ("２０２２", None),
        ("二〇二二", 2022),
        ("二○一九", 2019),
        ("1999", None),
        ("二二", None),
        ("", None),
    ],
)
def test_to_year(text: str, year: int | None) -> None:
    assert to_year(text) in (year, 2022 if text.startswith("２") else year)


def test_evidence_that_disagrees_is_said() -> None:
    text = TEXT.replace("全年工作平稳", "统计期限自2021年1月1日起至2021年12月31日止")
    reading = read(text)
    assert reading.reports[0]["report_year"] == 2022
    (said,) = [f for f in reading.findings if f["code"] == "year-conflict"]
    assert "2021" in said["message_en"] and "2022" in said["message_en"]
    other = read(TEXT.replace(SIGNATURE, "青岚县林草中心\n2023年1月20日\n"))
    assert "agency-conflict" in codes(other)
    assert other.reports[0]["agency"] == "青岚县林业局"
    assert "agency-conflict" not in codes(read(TEXT.replace(SIGNATURE, "林业局\n2023年1月20日\n")))


def test_two_agencies_in_a_file() -> None:
    shifted = figures(first=501)
    second = report(printed(shifted), GRIDS["closed"], "云溪市水务局2022年政府信息公开工作年度报告")
    reading = read(TEXT + "\n" + second)
    assert [r["agency"] for r in reading.reports] == ["青岚县林业局", "云溪市水务局"]
    assert "several-reports" in codes(reading)
    by_report = [[c for c in reading.cells if c["report_id"] == r["report_id"]] for r in reading.reports]
    cut = TEXT.count("\n")
    assert all(c["line_end"] <= cut for c in by_report[0]) and all(
        c["line_start"] > cut for c in by_report[1]
    )
    for values, cells in zip((VALUES, shifted), by_report, strict=True):
        assert [float(v) for v in values.values()] == [c["value"] for c in cells]


def test_two_years_in_a_file() -> None:
    old = figures("2019", first=501)
    title = TITLE.replace("2022", "2020")
    reading = read(TEXT + report(printed(old, "2019"), GRIDS["tsv"], title))
    assert [(r["report_year"], r["form"]) for r in reading.reports] == [(2022, "2021"), (2020, "2019")]
    assert len(reading.cells) == len(VALUES) + len(old)


def test_figures_of_the_second_report_do_not_fill_the_first() -> None:
    first = report([p for p in printed(VALUES) if p.table_no != "3"], GRIDS["tsv"])
    second = TEXT.replace("青岚县林业局", "云溪市水务局").replace("\t1", "\t9")
    reading = read(first + second)
    mine = [c for c in reading.cells if c["report_id"] == reading.reports[0]["report_id"]]
    for cell in mine:
        assert cell["table_no"] != "3" or cell["status"] != "reported"


@pytest.mark.parametrize("head", ["青岚县林业局2022年政府信息公开工作年度报告", "政府信息公开工作年度报告"])
def test_a_running_head_starts_no_report(head: str) -> None:
    lines = TEXT.split("\n")
    for at in (60, 45, 30, 20):
        lines.insert(at, head)
    reading = read("\n".join(lines))
    assert len(reading.reports) == 1
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) > 100


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-a-report"),
        ("\n\n", "not-a-report"),
        ("今天开会，讨论政府信息公开工作。\n", "not-a-report"),
        ("行政许可\t5\n行政处罚\t6\n", "not-a-report"),
        (
            "政府网站工作年度报表\n（2022年度）\n填报单位：青岚县林业局\n独立用户访问总量\t12345\n",
            "website-form",
        ),
    ],
)
def test_what_is_no_report(text: str, code: str) -> None:
    reading = read(text)
    assert (reading.reports, reading.cells) == ([], [])
    assert codes(reading) == {code}


def test_an_annex_of_before_2019_has_no_cells() -> None:
    text = (
        "青岚县林业局2017年政府信息公开工作年度报告\n\n一、概述\n二、主动公开政府信息情况\n"
        "三、依申请公开情况\n\n附件 政府信息公开情况统计表\n统计指标\t单位\t统计数\n"
        "一、主动公开情况\t——\t\n（一）主动公开政府信息数\t条\t311\n其中：主动公开规范性文件数\t条\t4\n"
        "三、行政复议数量\t件\t2\n"
    )
    reading = read(text)
    assert reading.cells == []
    assert codes(reading) == {"old-form", "old-annex"}
    assert reading.reports[0]["report_year"] == 2017


def test_the_printed_tables_decide_the_form() -> None:
    values = figures("2019")
    reading = read(report(printed(values, "2019"), GRIDS["tsv"]))
    assert (reading.reports[0]["form"], reading.reports[0]["form_source"]) == ("2019", "printed")
    assert "form-not-of-year" in codes(reading)


def test_identify_never_raises_on_nothing() -> None:
    assert identify([], "", None).agency is None
    assert identify(["", " "], "a/b/c.txt", 1).year is None


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


@pytest.mark.parametrize("link", ["上一篇：", "下一篇: ", "【上一条】", "相关链接 "])
@pytest.mark.parametrize("day", ["2023年1月20日", "2023年1月"])
def test_a_link_to_another_report_is_no_evidence(link: str, day: str) -> None:
    other = "青岚县水务局2021年政府信息公开工作年度报告"
    text = TEXT.replace("2023年1月20日", day)
    found = entitled(f"2022年政府信息公开工作年度报告\n{link}{other}", text=text)
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)
    assert found["reported"] == len(VALUES)


@pytest.mark.parametrize("at", [4, 6, 7, 8])
@pytest.mark.parametrize("head", ["某某县人民政府办公室文件", "青岚县林业局公文"])
def test_a_head_of_the_page_above_a_title_broken_within_a_word(head: str, at: int) -> None:
    words = "信息公开工作年度报告"
    broken = TITLE.replace(words, f"{words[:at]}\n{words[at:]}")
    found = entitled(f"{head}\n\n{broken}")
    assert (found["agency"], found["report_year"], found["agency_source"]) == ("青岚县林业局", 2022, "title")
    assert found["title"] == TITLE


def test_a_sentence_that_goes_on_like_a_title_is_none() -> None:
    lines = ["乙县农业局认真落实政府信息公开工", "作。"]
    assert not titles(lines)
