"""Whose report it is where the lines of its head were moved, broken or marked on their way."""

from __future__ import annotations

import pytest

from tests.extract.printed import GRIDS, TITLE, codes, figures, printed, read, report, running, wrong
from tests.extract.titled import SIGNATURE, TEXT, VALUES, entitled

NO_NAME = "2022年政府信息公开工作年度报告"
PROSE = "全年工作平稳，各项制度得到落实。"


@pytest.mark.parametrize(
    "mark",
    [
        "主题：",
        "主题: 转发：",
        "Subject: Fwd: ",
        "答复：",
        "主题：回复：转发：",
        "Fw: ",
        "RE: ",
        "邮件主题：[转发]",
    ],
)
def test_the_subject_of_a_mail_is_no_part_of_a_name(mark: str) -> None:
    found = entitled(f"{mark}{TITLE}")
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


@pytest.mark.parametrize(
    "agency",
    [
        "乌拉特区乌拉特街道办事处",
        "准格尔旗准格尔召镇人民政府",
        "双江县双江镇人民政府",
        "五大连池市五大连池镇人民政府",
    ],
)
def test_a_place_in_a_place_of_its_name(agency: str) -> None:
    assert entitled(f"{agency}2022年政府信息公开工作年度报告")["agency"] == agency


def test_the_head_of_a_page_before_the_name_is_none_of_it() -> None:
    assert entitled(f"云溪市人民政府云溪市林业局{NO_NAME}")["agency"] == "云溪市林业局"


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (["青川县乔庄", "镇人民政府", "2022 年度", "政府信息公开工作年度报告"], "青川县乔庄镇人民政府"),
        (["清河区文", "化和旅游局", "2022年度", "政府信息公开工作年度报告"], "清河区文化和旅游局"),
        (["清河区文", "化和旅游局2022年度政府信息公开工作年度报告"], "清河区文化和旅游局"),
        (["", "云溪市市场监", "", "督管理局", "", NO_NAME], "云溪市市场监督管理局"),
    ],
)
def test_a_title_broken_within_the_name(lines: list[str], agency: str) -> None:
    text = TEXT.replace(SIGNATURE, f"{agency}\n2023年1月20日\n")
    found = entitled("\n".join(lines), text=text)
    assert (found["agency"], found["report_year"]) == (agency, 2022)


@pytest.mark.parametrize("above", ["青岚县概况", "青岚县动态信息", "走进青岚县"])
def test_a_line_of_the_site_is_no_front_of_a_name(above: str) -> None:
    """What stands above belongs to the page: the name with it stands nowhere in the text."""
    found = entitled(f"政务公开\n{above}\n林业局{NO_NAME}")
    assert above not in (found["agency"] or "")


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("根据《条例》第五十条规定，结合青岚县信访局工作实际，编制本报告。", "青岚县信访局"),
        ("根据《条例》第五十条规定，结合环县大河乡人民政府工作实际，编制本报告。", "环县大河乡人民政府"),
        ("根据《条例》第五十条规定，昭平市人民政府编制本报告。", "昭平市人民政府"),
        ("根据《条例》第五十条规定，乌拉特市妇幼保健院编制本报告。", "乌拉特市妇幼保健院"),
        ("按照要求，结合云溪市林业和草原局2022年政府信息公开工作情况，编制本报告。", "云溪市林业和草原局"),
        ("按照上级要求，结合我局工作实际，编制本报告。", None),
        ("按照市政府要求，结合全县工作实际，编制本报告。", None),
        ("按照《条例》和省政府办公厅通知要求，编制本报告。", None),
        ("根据《条例》，结合云溪市财政局和青岚县财政局工作实际，编制本报告。", None),
    ],
)
def test_the_opening_sentence_names_the_agency(sentence: str, agency: str | None) -> None:
    text = TEXT.replace(SIGNATURE, "").replace(PROSE, f"{sentence}{PROSE}")
    assert entitled(NO_NAME, text=text)["agency"] == agency


def _tables_first() -> str:
    lines = TEXT.split("\n")
    tables = [line for line in lines if "\t" in line]
    return "\n".join([*tables, "", *(line for line in lines if "\t" not in line)])


def test_tables_that_stand_before_the_title() -> None:
    reading = read(_tables_first().replace(SIGNATURE, ""))
    (found,) = reading.reports
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)
    assert not wrong(reading, VALUES)
    at = _tables_first().split("\n").index(TITLE) + 1
    assert found["title_line"] == at


def test_titles_of_others_below_the_tables_are_none() -> None:
    """A list of other articles, and a report without a title: nothing follows such a line as its text."""
    text = TEXT.replace(TITLE, "").replace(SIGNATURE, "")
    reading = read(
        text + "\n云溪市水务局2021年政府信息公开工作年度报告\n云溪市财政局2021年政府信息公开工作年度报告\n"
    )
    assert reading.reports[0]["agency"] is None


@pytest.mark.parametrize("between", ["", "附件：青岚县林业局2022年政府信息公开工作年度报告.docx\n"])
def test_a_report_printed_twice_is_one(between: str) -> None:
    reading = read(TEXT + between + TEXT)
    assert len(reading.reports) == 1
    assert reading.reports[0]["report_id"] == "0123456789abcdef"
    assert {c["report_id"] for c in reading.cells} == {"0123456789abcdef"}
    assert len(reading.cells) == len(VALUES)
    assert "several-reports" not in codes(reading)


def test_the_page_and_its_document_are_one_report() -> None:
    """The same figures in another layout."""
    reading = read(TEXT + report(printed(VALUES), running))
    assert len(reading.reports) == 1
    assert len(reading.cells) == len(VALUES)


def test_prints_that_differ_are_two_reports() -> None:
    other = dict(VALUES)
    key = next(k for k in VALUES if k.table_no == "3")
    other[key] = "9999"
    reading = read(TEXT + report(printed(other), GRIDS["tsv"]))
    assert len(reading.reports) == 2
    assert "several-reports" in codes(reading)


def test_reports_of_two_years_with_the_same_figures_are_two() -> None:
    reading = read(TEXT + TEXT.replace("2022", "2021"))
    assert [r["report_year"] for r in reading.reports] == [2022, 2021]


def test_reports_of_two_agencies_with_the_same_figures_are_two() -> None:
    reading = read(TEXT + TEXT.replace("青岚县林业局", "云溪市水务局"))
    assert len(reading.reports) == 2
    assert len({c["report_id"] for c in reading.cells}) == 2
    assert figures() == VALUES


@pytest.mark.parametrize(
    "title",
    [
        "**2022**年青岚县林业局政府信息公开工作年度报告",
        "__2022__年青岚县林业局政府信息公开工作年度报告",
        f"--- 年报 ---\n('{TITLE}',)",
        f"=== Sheet1 ===\n['{TITLE}']",
        f"--- {TITLE} ---",
    ],
)
def test_what_a_program_set_about_a_title_is_no_part_of_a_name(title: str) -> None:
    found = entitled(title)
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)
