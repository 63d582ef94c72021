"""Parts of a table with one column, whose label and figures a program that went by the lines of a page put into cells beside each other."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import HEADINGS, cells_of, printed, read, reported, wrong
from tests.extract.printed import figures as all_figures

FEES = CellKey("2", "fees", "fee_amount")
PERMITS = CellKey("2", "permits", "decisions")


def table(fees_header: str, fees: str, permits: str = "|行政许可||5||") -> str:
    return "\n".join(
        [
            "青岚县林业局2022年政府信息公开工作年度报告",
            "",
            "二、主动公开政府信息情况",
            "",
            "||第二十条|第（一）项||",
            "|---|---|---|---|",
            "|信息内容|本年制发件数|本年废止件数|现行有效件数|",
            "|规章|1|2|3|",
            "|行政规范性文件|4|6|7|",
            "|第二十条第（五）项||||",
            "|信息内容|本年处理决定数量|||",
            permits,
            "|第二十条第（六）项||||",
            "|信息内容|本年处理决定数量|||",
            "|行政处罚||8||",
            "|行政强制||9||",
            "|第二十条第（八）项||||",
            fees_header,
            fees,
            "",
            "三、收到和处理政府信息公开申请情况",
            "无。",
        ]
    )


@pytest.mark.parametrize(
    ("header", "row", "value"),
    [
        ("|信息内容|本年收费金额（单位：|万元）||", "|行政事业性收费||12||", 12),
        ("|信息内容|本年收费金额（单位：|万元）||", "|行政事业性收费|12|||", 12),
        ("|信息内容||本年收费金额（单|位：万元）|", "|行政事业性收费||0||", 0),
        ("|信息内容|本年收费金额（单位：万元）|||", "|行政事业性收费|||0|", 0),
    ],
)
def test_the_only_figure_below_the_only_label(header: str, row: str, value: int) -> None:
    cells = cells_of(read(table(header, row)))
    assert (cells[FEES]["status"], cells[FEES]["value"]) == ("reported", value)
    assert cells[PERMITS]["value"] == 5


@pytest.mark.parametrize("permits", ["|行政许可|4|5||", "|行政许可||4|5|", "|行政许可||见附件|5|"])
def test_two_figures_below_one_label_are_doubted(permits: str) -> None:
    cells = cells_of(read(table("|信息内容|本年收费金额（单位：万元）|||", "|行政事业性收费||0||", permits)))
    assert cells[PERMITS]["status"] == "uncertain"


def test_a_figure_below_another_label_is_not_its_own() -> None:
    header = "|信息内容|本年收费金额（单位：万元）|上年收费金额||"
    cells = cells_of(read(table(header, "|行政事业性收费||12||")))
    assert cells[FEES]["value"] is None


NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"


def third(*headers: str, page: str = "") -> str:
    """Table 3 in cells that went by the lines of a page, its header printed again on the next one."""
    groups = "||||申请人情况|||||"
    labels = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|"
    lines = ["青岚县林业局2022年政府信息公开工作年度报告", "", HEADINGS["3"], ""]
    rows = next(part for part in printed(all_figures()) if part.table_no == "3").rows
    for header, some in zip(headers, (rows[:12], rows[12:]), strict=True):
        lines += [groups, "|---|---|---|---|---|---|---|---|---|", f"|{header}{labels}"]
        lines += [f"|{row[0]}||" + "|".join(row[1:]) + f"|{page}" for row in some]
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize("headers", [(f"{NOTE}|）|", f"{NOTE}）||"), (f"{NOTE}）||", f"{NOTE}|）|")])
def test_the_bracket_that_closes_the_note_in_a_cell_of_its_own(headers: tuple[str, str]) -> None:
    reading = read(third(*headers))
    assert not wrong(reading, all_figures())
    assert len(reported(reading, "3")) == 25 * 7


def test_another_word_in_its_place_is_a_column() -> None:
    reading = read(third(f"{NOTE}）||", f"{NOTE}）|其中|"))
    assert not wrong(reading, all_figures())
    assert len(reported(reading, "3")) < 25 * 7
