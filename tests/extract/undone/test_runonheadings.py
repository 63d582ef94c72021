"""Headings of sections without a line of their own."""

from __future__ import annotations

import pytest

from assets.extract.undone.lines.runonheadings import with_headings_apart
from tests.extract.printed import TITLE, read
from tests.extract.titled import TEXT

STORY = "2022年，青岚县林业局认真落实条例，公开信息5条。"


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (
            f"电话：12345。 一、总体情况 {STORY}",
            ["电话：12345。", "一、总体情况", STORY],
        ),
        (
            f"电话：12345）。一、总体情况（一）主动公开。{STORY}",
            ["电话：12345）。", "一、总体情况", f"（一）主动公开。{STORY}"],
        ),
        (f"{STORY}报告如下: 一、概述 {STORY}", [f"{STORY}报告如下:", "一、概述", STORY]),
        (f"一、總體情況 {STORY}", ["一、總體情況", STORY]),
        (f"{STORY} 二、主动公开政府信息情况", [STORY, "二、主动公开政府信息情况"]),
        (
            f"一、总体情况 {STORY}五、存在的主要问题及改进情况 {STORY} 六、其他需要报告的事项 无其他事项，特此报告。",
            [
                "一、总体情况",
                STORY,
                "五、存在的主要问题及改进情况",
                STORY,
                "六、其他需要报告的事项",
                "无其他事项，特此报告。",
            ],
        ),
    ],
)
def test_headings_in_a_paragraph_stand_apart(line: str, pieces: list[str]) -> None:
    assert with_headings_apart(["第一行", line, "末行"]) == (
        ["第一行", *pieces, "末行"],
        [1, *[2] * len(pieces), 3],
    )


@pytest.mark.parametrize(
    "line",
    [
        # what a report consists of, a table of contents, rows of a table, a number that is another section's
        "本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、其他。",
        "全文包括以下部分。一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况",
        "一、总体情况 ..................................................1",
        "三、收到和处理政府信息公开申请情况 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "\t全年工作平稳。 一、总体情况 \t2022年，青岚县林业局公开信息5条。",
        f"{STORY}二、总体情况 {STORY}",
        f"{STORY}我局一、总体情况 {STORY}",
        "一、总体情况",
    ],
)
def test_what_is_no_heading_stays(line: str) -> None:
    assert with_headings_apart([line]) == ([line], None)


def test_the_sections_of_a_report_in_one_paragraph() -> None:
    one = TEXT.replace(f"{TITLE}\n", f"{TITLE}\n根据条例编制本报告。 ").replace(
        "一、总体情况\n", "一、总体情况 "
    )
    assert one != TEXT
    found, plain = read(one), read(TEXT)
    assert [s["section_no"] for s in found.sections if s["section_no"]] == [
        s["section_no"] for s in plain.sections if s["section_no"]
    ]
    assert [c["value"] for c in found.cells] == [c["value"] for c in plain.cells]
