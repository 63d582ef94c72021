"""Labels of a grid's header whose places contradict the order in which merged cells put them, and labels that a wall cuts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    Part,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)


@pytest.mark.parametrize("name", ["tsv", "closed", "html", "grid", "box"])
def test_a_column_amid_those_of_a_group_is_doubted(name: str) -> None:
    values = figures()
    upper = ["申请人情况", "", "自然人", "法人或其他组织", "", "总计", *[""] * 5]
    lower = ["", "", "", "", "商业企业", "", "科研机构", "社会公益组织", "法律服务机构", "其他", ""]

    def slipped(part: Part) -> Part:
        if part.table_no != "3":
            return part
        rows = [[row[0], "", row[1], "", row[2], *row[3:], ""] for row in part.rows]
        return replace(part, header=[upper, lower], rows=rows)

    reading = read(report(map(slipped, printed(values)), GRIDS[name]))
    assert not reported(reading, "3")


@pytest.mark.parametrize("name", ["tsv", "closed", "markdown", "html", "csv_rows"])
def test_a_label_in_two_cells_is_no_figure(name: str) -> None:
    values = figures()
    parts = printed(values)
    row = row_of(parts, "partially_granted")
    label = row[0]
    at = label.index("（区分") + 1
    # the last cell is lost, as it is where a program drops a blank column
    parts = change(parts, "partially_granted", [label[:at], label[at:], *row[1:-1]])
    reading = read(report(parts, GRIDS[name]))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "partially_granted")


def test_cells_that_several_columns_share_without_a_figure() -> None:
    text = "\n".join(
        [
            "|信息内容|本年制发件数<br>本年废止件数|现行有效件数|",
            "|行政规范性文件|0<br>0|13|",
            "|（本列数据的勾稽关系为<br>和，等于第三项加第四项|：第一项加第二项之<br>之和）<br>申请人情况<br>自然人<br>法人或其他组织|总计|",
            "|3.其他|0|0|0|0|0<br>0|",
            "|（七）总计|3|0|0|0|0<br>0|",
            "|四、结转下年度继续办理|0|5|0|3|0<br>0|",
        ]
    )
    assert read(text).reports
