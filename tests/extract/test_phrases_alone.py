"""Phrases that stand alone beside a table and say what its figures are; and those that say nothing of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    HEADINGS,
    Rows,
    closed,
    codes,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    tsv,
    wrong,
)

VALUES = figures()
CELLS = {no: {key for key in VALUES if key.table_no == no} for no in ("2", "3", "4")}
BEHIND = {"3": HEADINGS["4"], "4": "五、存在的主要问题及改进情况"}
LAYOUTS = [running, tsv, closed, one_a_line]
Layout = Callable[[Rows], list[str]]

OTHERS = [
    "2022年1—9月数据",
    "系统调试用数据",
    "检察公开的数据",
    "已停用的数据，请看新表",
    "青岚县水文站的数据",
    "湖区管理处数据",
    "单位：百件",
    "近四年合计数",
    "仅统计来信申请",
    "其中延期答复的部分",
    "答复时长（工作日）",
    "省平台的数据开放申请情况",
]
HARMLESS = [
    "单位：件",
    "2022年1—12月数据",
    "2022年度数据",
    "经审核的最终数据",
    "青岚县林业局数据",
    "续表",
    "填表人：王某",
    "联系电话：0123-4567890",
    "（本页无正文）",
    "第3页",
    "打印本页 关闭窗口 浏览次数",
    "未收到复议申请情况",
    "平台建设情况",
]


def _above(phrase: str, no: str, cell: Layout) -> str:
    return report(printed(VALUES), cell).replace(f"{HEADINGS[no]}\n", f"{HEADINGS[no]}\n{phrase}\n", 1)


def _below(phrase: str, no: str, cell: Layout) -> str:
    return report(printed(VALUES), cell).replace(f"\n{BEHIND[no]}", f"\n{phrase}\n{BEHIND[no]}", 1)


def _corner(phrase: str, no: str, cell: Layout) -> str:
    """The phrase in the first cell of the header, before the words over all columns or heads."""
    parts = []
    for part in printed(VALUES):
        top, *rest = header = part.header
        if part.table_no == no == "3":
            heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
            header = [[phrase, "申请人情况", *[""] * 6], ["", *heads]]
        elif part.table_no == no:
            header = [[phrase, *[""] * (len(top) - 1)], top, *rest]
        parts.append(replace(part, header=header))
    return report(parts, cell)


@pytest.mark.parametrize("phrase", OTHERS)
@pytest.mark.parametrize("place", [_above, _below, _corner])
@pytest.mark.parametrize("no", ["3", "4"])
@pytest.mark.parametrize("cell", [running, tsv])
def test_what_a_phrase_alone_says_of_figures_puts_them_in_doubt(
    phrase: str, place: Callable[[str, str, Layout], str], no: str, cell: Layout
) -> None:
    reading = read(place(phrase, no, cell))
    assert not reported(reading, no)
    assert "table-of-another" in codes(reading)
    other = "4" if no == "3" else "3"
    assert reported(reading, other) == CELLS[other]


@pytest.mark.parametrize("cell", LAYOUTS)
@pytest.mark.parametrize("place", [_above, _below, _corner])
def test_so_it_does_in_every_layout(cell: Layout, place: Callable[[str, str, Layout], str]) -> None:
    assert not reported(read(place("检察公开的数据", "3", cell)), "3")


@pytest.mark.parametrize("phrase", HARMLESS)
@pytest.mark.parametrize("place", [_above, _below])
@pytest.mark.parametrize("cell", [running, tsv])
def test_what_stands_beside_any_table_says_nothing(
    phrase: str, place: Callable[[str, str, Layout], str], cell: Layout
) -> None:
    reading = read(place(phrase, "3", cell))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == CELLS["3"]


@pytest.mark.parametrize(
    "caption",
    ["邮寄申请部分政府信息公开行政复议、行政诉讼情况", "表4-2 2011—2022年政府信息公开行政复议、行政诉讼情况"],
)
def test_a_caption_with_the_title_and_more_is_of_other_figures(caption: str) -> None:
    assert not reported(read(_above(caption, "4", tsv)), "4")


@pytest.mark.parametrize(
    "caption",
    [
        "表4-1 青岚县林业局政府信息公开行政复议、行政诉讼情况",
        "附表：2022年政府信息公开行政复议、行政诉讼情况统计表",
    ],
)
def test_a_caption_with_the_title_and_the_own_name_is_read(caption: str) -> None:
    assert reported(read(_above(caption, "4", tsv)), "4") == CELLS["4"]


def test_a_phrase_over_something_else_is_not_of_the_table_above() -> None:
    text = _below("检察公开的数据", "3", tsv)
    text = text.replace("检察公开的数据\n", "检察公开的数据\n相关工作按计划推进。\n")
    assert reported(read(text), "3") == CELLS["3"]


def test_an_amount_with_its_unit_is_no_phrase() -> None:
    """The print of a merged cell, repeated below its row."""
    fee = VALUES[CellKey("2", "fees", "fee_amount")]
    text = report(printed(VALUES), tsv).replace(HEADINGS["3"], f"{fee}万元\n\n{HEADINGS['3']}")
    assert "table-of-another" not in codes(read(text))
