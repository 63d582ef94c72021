"""The first lines of a text as their page shows them (assets/extract/whose/headlines.py)."""

from __future__ import annotations

import pytest

from assets.extract.whose.headlines import as_headlines
from tests.extract.printed import figures, printed, read, report, tsv

BODY = report(printed(figures()), tsv).split("\n", 1)[1]
AGENCY = "青岚县林业局"
SENTENCE = "按照条例要求，编制本报告。"


@pytest.mark.parametrize(
    "head",
    [
        [AGENCY, "2022", "年", "政府信息公开工作年度报告"],
        [AGENCY, "", "公开方式：主动公开", "", "2022 年政府信息公开工作年度报告"],
        [AGENCY, "（此件公开发布）", "2022年政府信息公开工作年度报告"],
        [f"    {AGENCY}", "    2022", "    年度", "    政府信息公开工作年度报告"],
        [f'[["{AGENCY}\\n2022年政府信息公开工作年度报告\\n按照条例要求\\n编制\\n本报\\n告"]]'],
        [f"| {AGENCY} |  | 2022 | 年度政府信息公开工作年度报告 |  |", "| --- | --- | --- | --- | --- |"],
        [f"| {AGENCY} |  | 2022 | 年 |  |", "| --- | --- | --- | --- | --- |", "政府信息公开工作年度报告"],
        [f"| {AGENCY} |  | 2022 | 年政府信息公开工作 |", "| --- | --- | --- | --- |", "年度报告"],
        [
            "        0",
            f"0   {AGENCY}",
            "1   2022年政府信息公开工作年度报告",
            f"2   {SENTENCE}",
            "3   一、总体情况",
            "4 甲",
        ],
        [
            '<text top="85" left="327" width="36" height="23" font="0"><b>青岚</b></text>',
            '<text top="84" left="363" width="54" height="24" font="0"><b>县林业</b></text>',
            '<text top="85" left="417" width="18" height="24" font="1"><b>局2022年</b></text>',
            '<text top="129" left="339" width="72" height="23" font="0">政府信息</text>',
            '<text top="128" left="411" width="18" height="24" font="1">公开工作年度报告</text>',
        ],
        [
            f'null\t5a01\tnull\t{AGENCY}2022年政府信息公开工作年度报告\t"{AGENCY}',
            "2022年政府信息公开工作年度报告",
        ],
    ],
)
def test_agency_and_year_of_a_title_that_a_program_took_apart(head: list[str]) -> None:
    (found,) = read("\n".join([*head, BODY])).reports
    assert (found["agency"], found["report_year"]) == (AGENCY, 2022)


def test_pieces_apart_and_figures_stay() -> None:
    apart = [
        '<text top="85" left="10" width="20" height="23" font="0">甲</text>',
        '<text top="85" left="90" width="20" height="23" font="0">乙</text>',
    ]
    assert as_headlines(apart) == ["甲", "乙"]
    for lines in (
        ["0 甲", "2 乙", "3 丙", "4 丁"],
        ["2022", "规章", "年"],
        ["| 规章 | 2022 | 6 |"],
        ["3\t规章\t12"],
        ["\\noindent 甲", "乙\\newline"],
    ):
        assert as_headlines(lines) == lines


def test_lines_far_below_stay() -> None:
    lines = [*["甲"] * 70, "2022", "年"]
    assert as_headlines(lines) == lines


@pytest.mark.parametrize("sign", [": ", "：", " = ", " -> "])
def test_places_of_cells_in_a_sheet_are_none_of_a_title(sign: str) -> None:
    head = [
        "Sheet: 封面",
        f"A1{sign}{AGENCY}",
        "2022年政府信息公开工作年度报告",
        f"A2{sign}{SENTENCE}",
        f"A3{sign}一、总体情况",
    ]
    (found,) = read("\n".join([*head, BODY])).reports
    assert (found["agency"], found["report_year"]) == (AGENCY, 2022)


def test_a_road_is_no_place_of_a_cell() -> None:
    for lines in (["G4：高速公路", "2022年"], ["A1: 甲"], ["附件1：甲", "附件2：乙", "附件3：丙"]):
        assert as_headlines(lines) == lines
