"""The heads of table 4 in pieces or in blocks, sorted by their heights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import figures, printed, read, report, reported, running, wrong

TABLE = forms()["2021"].table("4")
CELLS = len(TABLE.rows) * len(TABLE.columns)
TOPS = "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n"
IN_HALVES = """\
结果 结果 其他 尚未
总计 结果 结果 其他 尚未 结果 结果 其他 尚未
维持 纠正 结果 审结 总计 总计
维持 纠正 结果 审结 维持 纠正 结果 审结"""
WITHOUT_THE_LAST_LETTER = """\
结果维 结果纠 其他结 尚未审
总计 结果维 结果纠 其他结 尚未审 结果维 结果纠 其他结 尚未审
持 正 果 结
总计 总计
持 正 果 结 持 正 果 结"""
LETTERS = "\n".join("结果维持结果纠正其他结果尚未审结")
IN_BLOCKS = f"总计\n{LETTERS}\n总计\n总计\n{LETTERS}\n{LETTERS}"
FOLDED = "结果维\n持\n结果纠\n正\n其他结\n果\n尚未审\n结"
IN_FOLDED_BLOCKS = f"总计\n{FOLDED}\n总计\n总计\n{FOLDED}\n{FOLDED}"
WITH_SUMS_AT_THE_END = """\
结果 结果 其他 尚未
总计
维持 纠正 结果 审结 结果 结果 其他 尚未 结果 结果 其他 尚未 总计 总计
维持 纠正 结果 审结 维持 纠正 结果 审结

— 2 —"""
HONEST = [WITH_SUMS_AT_THE_END, IN_HALVES, WITHOUT_THE_LAST_LETTER, IN_BLOCKS, IN_FOLDED_BLOCKS]


def text_of(header: str) -> str:
    rows = [[line] for line in (TOPS + header).split("\n")]
    parts = [replace(p, header=rows) if p.table_no == "4" else p for p in printed(figures())]
    return report(parts, running)


@pytest.mark.parametrize("header", HONEST)
def test_heads_whose_lines_keep_the_order_of_the_form(header: str) -> None:
    reading = read(text_of(header))
    assert not wrong(reading, figures())
    assert len(reported(reading, "4")) == CELLS


@pytest.mark.parametrize(
    "header",
    [
        # two columns of every group, of one group, in pieces and in blocks
        IN_HALVES.replace("维持 纠正", "纠正 维持"),
        IN_HALVES.replace("维持 纠正 结果 审结 总计", "纠正 维持 结果 审结 总计"),
        IN_HALVES.replace("其他 尚未", "尚未 其他").replace("结果 审结", "审结 结果"),
        WITHOUT_THE_LAST_LETTER.replace("结果维 结果纠", "结果纠 结果维").replace("持 正", "正 持"),
        IN_FOLDED_BLOCKS.replace("结果维\n持\n结果纠\n正", "结果纠\n正\n结果维\n持"),
        # a sum that shares a line with its group and stands before it
        IN_HALVES.replace("维持 纠正 结果 审结 总计 总计", "维持 纠正 结果 审结 总计").replace(
            "总计 结", "总计 总计 结"
        ),
        # columns exchanged above sums at the end, and a sum amid the pieces of another group
        WITH_SUMS_AT_THE_END.replace("结果 结果 其他 尚未 总计", "结果 结果 尚未 其他 总计"),
        WITH_SUMS_AT_THE_END.replace("尚未 总计 总计", "总计 尚未 总计"),
        # a piece of another label
        IN_HALVES.replace("审结 总计", "办结 总计"),
        # the lower pieces above the upper ones
        "\n".join(IN_HALVES.split("\n")[::-1]),
    ],
)
def test_heads_in_another_order_are_not_taken_for_the_forms(header: str) -> None:
    assert not reported(read(text_of(header)), "4")


def test_sums_before_their_groups_from_cell_to_cell() -> None:
    """They stand as they come, so that the first figure is a sum."""
    reading = read(text_of(f"总计\n{FOLDED}\n" * 3))
    assert len(wrong(reading, figures())) == len(reported(reading, "4"))


def test_suits_exchanged_above_heads_in_pieces() -> None:
    text = text_of(IN_HALVES).replace("未经复议直接起诉 复议后起诉", "复议后起诉 未经复议直接起诉")
    found = {key.row_key for key in reported(read(text), "4")}
    assert not found & {"suit_direct", "suit_after_review"}
