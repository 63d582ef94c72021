"""A title on one line with what a page offers above it, or with the first heading below it."""

from __future__ import annotations

import pytest

from assets.extract.undone.lines.runontitles import with_titles_apart
from tests.extract.printed import TITLE
from tests.extract.titled import SIGNATURE, TEXT, entitled

UNSIGNED = TEXT.replace(SIGNATURE, "")
PAGE = "首页政务公开当前位置：首页 > 政府信息公开年报云溪市2021年政府信息公开工作年度报告发布时间：2023-01-23 来源：云溪市林业局 浏览次数：839 "


@pytest.mark.parametrize(
    "sizes", ["字体：[大 中 小]", "字号：【大 中 小】[打印] ", "字体:大 中 小 打印 关闭", "字体：[大|中|小] "]
)
def test_a_title_behind_the_sizes_of_letters(sizes: str) -> None:
    found = entitled(f"{PAGE}{sizes}{TITLE}", text=UNSIGNED)
    assert (found["agency"], found["report_year"], found["title_line"]) == ("青岚县林业局", 2022, 1)


@pytest.mark.parametrize(
    "line",
    [
        "字体：[大 中 小]",
        "字体：[大 中 小] 打印本页",
        "规章大中小" + TITLE,
        "字体：[大 中 小] 全年公开5条。如有疑问，请联系。",
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert with_titles_apart([line, "规章"]) == ([line, "规章"], None)


def test_lines_keep_their_numbers() -> None:
    lines, numbers = with_titles_apart(["一", f"字体：[大 中 小]{TITLE}", "二"])
    assert lines == ["一", "字体：[大 中 小]", TITLE, "二"]
    assert numbers == [1, 2, 2, 3]


@pytest.mark.parametrize("gap", [" ", "　", ""])
@pytest.mark.parametrize("number", ["一", "⼀"])
def test_the_first_heading_on_the_line_of_the_title(gap: str, number: str) -> None:
    text = UNSIGNED.replace("\n\n一、总体情况\n", f"{gap}{number}、总体情况\n", 1)
    found = entitled(f"# {TITLE}", text=text)
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


def test_a_table_of_contents_names_no_heading() -> None:
    text = UNSIGNED.replace(
        "\n\n一、总体情况\n", " 一、总体情况 1 二、主动公开政府信息情况 2\n一、总体情况\n", 1
    )
    assert text != UNSIGNED
    assert entitled(TITLE, text=text)["report_year"] == 2022
