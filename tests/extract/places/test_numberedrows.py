"""Numbers before the labels of rows and a column more behind them: the strange column of the header is that of the numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import GRIDS, TITLE, figures, printed, read, report, wrong


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


@pytest.mark.parametrize("layout", ["tab_cells", "tsv", "closed", "pipe_cells"])
def test_numbers_behind_labels_are_no_figures_where_every_row_has_a_blank_cell(layout: str) -> None:
    """No row has a figure too many, and that of a row whose last cell is blank would move by one."""
    values = figures()
    keys = ["natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total"]
    parts = []
    for part in printed(values):
        header, rows = part.header, part.rows
        if part.table_no == "3":
            blank = [{n % 7, (n * 3 + 6) % 7} for n in range(len(part.rows))]
            values |= {
                CellKey("3", key, keys[at]): ""
                for key, own in zip(part.keys, blank, strict=True)
                for at in own
            }
            rows = [
                [row[0], str(n), *("" if at in own else cell for at, cell in enumerate(row[1:]))]
                for n, (row, own) in enumerate(zip(part.rows, blank, strict=True), 1)
            ]
            header = [[row[0], "序号" if not n else "", *row[1:]] for n, row in enumerate(part.header)]
        parts.append(replace(part, header=header, rows=rows))
    reading = read(report(parts, GRIDS[layout]))
    assert not wrong(reading, {k: v for k, v in values.items() if v})
