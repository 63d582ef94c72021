"""Columns printed one after the other, and figures among the labels of their rows, which may be rows."""

from __future__ import annotations

from tests.extract.printed import TITLE, cells_of, read

REST = """第二十条第（五）项
信息内容
行政许可
第二十条第（六）项
信息内容
行政处罚
行政强制
第二十条第（八）项
信息内容
行政事业性收费

现行有效件数
15
16

本年处理决定数量
21

本年处理决定数量
31
32

本年收费金额（单位：万元）
3.5

三、收到和处理政府信息公开申请情况
（略）
"""


def got(part: str) -> dict[tuple[str, str], float]:
    found = cells_of(read(f"{TITLE}\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n{part}{REST}"))
    return {(k.row_key, k.col_key): c["value"] for k, c in found.items() if c["status"] == "reported"}


def test_two_columns_of_two_rows_among_their_labels_may_be_rows() -> None:
    found = got("本年制发件数\n本年废止件数\n11\n12\n规章\n13\n14\n行政规范性文件\n")
    assert not {col for row, col in found if row in ("regulations", "normative_docs")} & {
        "issued",
        "repealed",
    }
    assert found["regulations", "in_force"] == 15
    assert found["penalties", "decisions"] == 31


def test_columns_behind_all_labels_are_columns() -> None:
    labels = "规章\n行政规范性文件\n"
    found = got(labels + "\n本年制发件数\n11\n12\n\n本年废止件数\n13\n14\n\n")
    assert found["normative_docs", "issued"] == 12
    assert found["regulations", "repealed"] == 13
