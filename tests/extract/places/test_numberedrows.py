"""Numbers before the labels of rows and a column more behind them: the strange column of the header is that of the numbers."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import TITLE, figures, printed, read, wrong


@pytest.mark.parametrize("blank", [None, "natural_person"])
def test_a_column_more_moves_no_figure(blank: str | None) -> None:
    values = figures()
    if blank:
        values |= {
            key: ""
            for key in values
            if key.table_no == "3" and key.col_key == blank and "rejected" in key.row_key
        }
    (part,) = [part for part in printed(values) if part.table_no == "3"]
    names = part.header[-1][-7:]
    header = [
        [
            "序号",
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "申请人情况",
            "上年",
        ],
        ["序号", "", names[0], "法人或其他组织", names[-1], ""],
        ["序号", "", "", *names[1:-1], "", ""],
    ]
    rows = [[str(n), *row, "6"] for n, row in enumerate(part.rows, 1)]
    lines = [" | ".join(row) + " |" for row in (*header, *rows)]
    text = "\n".join(
        [TITLE, "三、收到和处理政府信息公开申请情况", *lines, "五、存在的主要问题及改进情况", "无。"]
    )
    assert not wrong(read(text), values)
    assert CellKey("3", "granted", "total") in values
