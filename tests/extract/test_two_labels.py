"""Two labels of a block and then the figures of both, or figures above each label: whose a line is, is not told."""

from __future__ import annotations

import pytest

from tests.extract.printed import HEADINGS, TITLE, read, status_of

FIRST = ["第二十条第（一）项", "信息内容 本年制发件数 本年废止件数 现行有效件数"]
SIXTH = ["第二十条第（六）项", "信息内容 本年处理决定数量"]
OTHERS = ["第二十条第（五）项", "信息内容 本年处理决定数量", "行政许可 10"]
FEES = ["第二十条第（八）项", "信息内容 本年收费金额（单位：万元）", "行政事业性收费 7"]


def text(first: list[str], sixth: list[str]) -> str:
    lines = [TITLE, "", "一、总体情况", "全年工作平稳。", "", HEADINGS["2"], ""]
    lines += [
        *FIRST,
        *first,
        *OTHERS,
        *SIXTH,
        *sixth,
        *FEES,
        "",
        HEADINGS["3"],
        "",
        "五、存在的主要问题及改进情况",
    ]
    return "\n".join([*lines, "还不够。"])


@pytest.mark.parametrize("second", ["9 0 ？", "0/0 0 0", "待统计 3 4", "3～5 0 0"])
@pytest.mark.parametrize("first", ["1 2 3", "1 同上 3"])
def test_a_second_row_with_a_cell_that_has_no_reading(first: str, second: str) -> None:
    """The first line of figures may be the first label's."""
    reading = read(text(["规章", "行政规范性文件", first, second], ["行政处罚 5", "行政强制 6"]))
    assert "reported" not in status_of(reading, "2", "normative_docs")
    assert status_of(reading, "2", "permits") + status_of(reading, "2", "penalties") == ["reported"] * 2


def test_a_blank_row_above_is_one() -> None:
    reading = read(text(["规章", "行政规范性文件", "1 2 3"], ["行政处罚 5", "行政强制 6"]))
    assert status_of(reading, "2", "normative_docs") == ["reported"] * 3


def test_figures_above_the_labels_of_a_block() -> None:
    first = ["1 2 3", "规章", "4 5 6", "行政规范性文件"]
    reading = read(text(first, ["29", "行政处罚", "31", "行政强制"]))
    rows = ("regulations", "normative_docs", "penalties", "coercion")
    assert "reported" not in [status for row in rows for status in status_of(reading, "2", row)]


def test_figures_below_the_labels_of_a_block() -> None:
    first = ["规章", "1 2 3", "行政规范性文件", "4 5 6"]
    reading = read(text(first, ["行政处罚", "29", "行政强制", "31"]))
    rows = ("regulations", "normative_docs", "penalties", "coercion")
    assert {status for row in rows for status in status_of(reading, "2", row)} == {"reported"}
