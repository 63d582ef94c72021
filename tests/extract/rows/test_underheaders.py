"""Rows with blanks that only the labels of their header measure: typed spaces put figures under labels by chance."""

from __future__ import annotations

import pytest

from tests.extract.printed import TITLE, cells_of, read

HEAD = [TITLE, "", "二、主动公开政府信息情况", ""]
END = ["", "三、收到和处理政府信息公开申请情况", "（略）", "五、存在的主要问题及改进情况", "无。"]
FIRST = "信息内容         本年制发件数    本年废止件数   现行有效件数"
SIXTH = [
    "第二十条第（六）项",
    "信息内容         本年处理决定数量",
    "行政处罚              36",
    "行政强制             118",
]


def got(*lines: str) -> dict[tuple[str, str], float]:
    found = cells_of(read("\n".join([*HEAD, *lines, *END]))).items()
    return {(k.row_key, k.col_key): c["value"] for k, c in found if c["status"] == "reported"}


@pytest.mark.parametrize(
    "rows",
    [
        ["规章     6      9", "行政规范性文件      5"],
        ["规章", "行政规范性文件      5"],
        ["规章      6", "行政规范性文件         8         37"],
        ["规章  3  5", "行政规范性文件       5"],
    ],
)
def test_typed_spaces_tell_no_column(rows: list[str]) -> None:
    typed = ["第二十条第（六）项", "信息内容         本年处理决定数量", "行政处罚 36", "行政强制  18"]
    found = got("第二十条第（一）项", FIRST, *rows, *typed)
    assert not {row for row, _ in found} & {"regulations", "normative_docs"}
    assert found["penalties", "decisions"] == 36


def test_a_figure_under_a_label_where_no_other_figure_stands() -> None:
    found = got("第二十条第（一）项", FIRST, "规章", "行政规范性文件      5")
    assert ("normative_docs", "issued") not in found


def test_figures_that_all_stand_under_their_labels() -> None:
    rows = ["规章                6", "行政规范性文件      8             37"]
    found = got("第二十条第（一）项", FIRST, *rows, *SIXTH)
    assert found["regulations", "issued"] == 6
    assert found["normative_docs", "issued"] == 8
    assert found["normative_docs", "repealed"] == 37
    assert ("regulations", "in_force") not in found
