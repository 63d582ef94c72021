"""Whose report of which year where a title does not say it: the body, the signature, the file, and what disagrees."""

from __future__ import annotations

from datetime import date

import pytest

from assets.extract.dates import to_year
from assets.extract.whose.identity import identify
from assets.extract.whose.titles import titles
from tests.extract.printed import TITLE, codes, read
from tests.extract.titled import SIGNATURE, TEXT, VALUES, entitled


@pytest.mark.parametrize(
    "sentence",
    [
        "数据统计期限自2022年1月1日起至2022年12月31日止。",
        "数据统计期限自2022年1月1日起至12月31日止。",
        "数据统计期限自 2022 年 1 月 1 日至 2022\n年 12 月 31 日。",
        "数据统计期限自二〇二二年1月1日起至二〇二二年12月31日止。",
        # letters between figures were lost on the way
        "数据统计期限为20221月1日至12月31日。",
        "数据统计期限自20221月1日起至202212月31日止。",
        "数据统计期限自202211日起至20221231日止。",
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


@pytest.mark.parametrize(
    ("said", "day", "year"),
    [
        ("2022年工作平稳", "2023年1月20日", 2022),
        ("二〇二二年工作平稳，较2021年有所改进", "2023年3月31日", 2022),
        ("2022年工作平稳，力争在2023年上半年整改", "2023年1月20日", 2022),
        ("2022年工作平稳", "2023年4月1日", None),
        ("全年工作平稳", "2023年1月20日", None),
        ("2021年工作平稳", "2023年1月20日", None),
        ("2022年工作平稳，2024年将继续", "2023年1月20日", None),
        ("2022年工作平稳", "", None),
    ],
)
def test_the_year_before_the_signature_where_none_is_printed(said: str, day: str, year: int | None) -> None:
    text = TEXT.replace(TITLE, "青岚县林业局政府信息公开工作年度报告").replace("2023年1月20日", day)
    # in the last section: what the first says of a year is evidence of its own
    reading = read(
        text.replace("五、存在的主要问题及改进情况\n", f"五、存在的主要问题及改进情况\n{said}。\n"), "a.txt"
    )
    report = reading.reports[0]
    assert report["report_year"] == year
    assert report["report_year_source"] == ("signature" if year else None)
    assert ("year-inferred" in codes(reading), "year-unknown" in codes(reading)) == (bool(year), not year)


def test_identify_never_raises_on_nothing() -> None:
    assert identify([], "", None).agency is None
    assert identify(["", " "], "a/b/c.txt", 1).year is None


@pytest.mark.parametrize("link", ["上一篇：", "下一篇: ", "【上一条】", "相关链接 "])
@pytest.mark.parametrize("day", ["2023年1月20日", "2023年1月"])
def test_a_link_to_another_report_is_no_evidence(link: str, day: str) -> None:
    other = "青岚县水务局2021年政府信息公开工作年度报告"
    text = TEXT.replace("2023年1月20日", day)
    found = entitled(f"2022年政府信息公开工作年度报告\n{link}{other}", text=text)
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)
    assert found["reported"] == len(VALUES)


@pytest.mark.parametrize(
    ("opening", "disputed"),
    [
        ("本报告由石泷镇人民政府根据条例编制。", True),
        ("如有疑问，请与云溪市财政局联系。", True),
        ("本报告由青岚县林草和林业局编制。", False),
        ("如有疑问，请与林业局办公室联系。", False),
        ("2022年，在云溪市林业局的指导下，我局公开5条。", False),
        ("2022年，云溪市财政局对我局开展检查。", False),
    ],
)
def test_a_sentence_that_names_another_reporter_is_told(opening: str, disputed: bool) -> None:
    found = read(TEXT.replace("全年工作平稳，", opening))
    assert found.reports[0]["agency"] == "青岚县林业局"
    assert ("agency-disputed" in codes(found)) == disputed


def test_another_desk_answers_for_a_government() -> None:
    opening = "如有疑问，请与青岚县政务服务管理局联系。"
    text = TEXT.replace(TITLE, "青岚县人民政府2022年政府信息公开工作年度报告").replace(SIGNATURE, "")
    assert "agency-disputed" not in codes(read(text.replace("全年工作平稳，", opening)))


def test_a_publisher_of_another_kind_than_the_text_is_not_its_reporter() -> None:
    text = TEXT.replace(TITLE, "2022年政府信息公开工作年度报告\n青岚县教育局\n2023-01-20").replace(
        SIGNATURE, ""
    )
    assert read(text).reports[0]["agency"] == "青岚县教育局"
    (found,) = read(text.replace("全年工作平稳，", "我校工作平稳，我校公开5条。")).reports
    assert found["agency"] is None


@pytest.mark.parametrize("said", ["石泷镇人民政府2022年", "2022年石泷镇人民政府", "2022年度石泷镇人民"])
def test_a_government_of_the_people_keeps_its_name(said: str) -> None:
    (title,) = titles([f"{said}政府信息公开工作年度报告"])
    assert (title.agency, title.year) == ("石泷镇人民政府", 2022)


def test_a_year_of_schools_is_no_year() -> None:
    """It is two halves of two years."""
    (title,) = titles(["云溪大学2021—2022学年信息公开工作年度报告"])
    assert (title.agency, title.year) == ("云溪大学", None)


EXPLAINED = (
    "《青岚县林业局2022年政府信息公开工作年度报告》已经公布，现就其内容解读如下。\n"
    "一、编制背景\n按照条例，每年公布一次。\n二、编制依据\n《中华人民共和国政府信息公开条例》。\n三、主要内容\n分六个部分。\n"
)


def test_an_explanation_of_a_report_is_none() -> None:
    """It names agency and year, and would stand beside the report with no cell."""
    reading = read(EXPLAINED)
    assert codes(reading) == {"not-a-report"} and not reading.reports
    # a report that is explained in the same text is read as ever, and one heading of the kind is no explanation
    (found,) = read(TEXT + "\n" + EXPLAINED).reports
    assert (found["agency"], found["reported"]) == ("青岚县林业局", len(VALUES))
    (found,) = read(EXPLAINED.replace("二、编制依据", "二、工作情况")).reports
    assert found["agency"] == "青岚县林业局"
