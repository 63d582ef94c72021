"""Figures behind the names of their columns, with nothing but a space or a colon about them."""

from __future__ import annotations

import pytest

from assets.extract.byname.columnwords import named_columns
from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, cells_of, figures, read, reported, status_of, wrong
from tests.turns import in_turn

VALUES = figures()


def text(joint: str, between: str, values: dict[CellKey, str] = VALUES) -> str:
    lines = [TITLE, "", "一、总体情况", "全年工作平稳。", ""]
    for table in forms()["2021"].tables:
        lines += [HEADINGS[table.no], ""]
        for block in table.blocks:
            lines += [block.clause.zh] if block.clause else []
            for row in block.rows:
                cells = [c.zh + joint + values[CellKey(table.no, row.key, c.key)] for c in block.columns]
                lines.append(f"{row.zh}：{between.join(cells)}")
        lines.append("")
    return "\n".join(
        [*lines, "五、存在的主要问题及改进情况", "还不够。", "", "青岚县林业局", "2023年1月20日"]
    )


@in_turn
@pytest.mark.parametrize("between", [" ", "，", "；", "\t"])
@pytest.mark.parametrize("joint", [" ", "：", ": "])
def test_every_figure_has_its_name(joint: str, between: str) -> None:
    reading = read(text(joint, between))
    assert not wrong(reading, VALUES)
    assert {key for key in VALUES if key.table_no == "3"} <= reported(reading)


def test_what_is_no_figure_stays_in_its_cell() -> None:
    """Neither does it touch the lines below, though it speaks of last year."""
    row = {key: key.col_key for key in VALUES if key.row_key == "rejected_repeat"}
    odd = {
        key: {"commercial": "73（上年31、前年5）", "research": ""}.get(col, VALUES[key])
        for key, col in row.items()
    }
    reading = read(text(" ", " ", VALUES | odd))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", "rejected_repeat", "commercial", "research") == ["unparsed", "blank"]
    assert len({key for key in reported(reading) if key.table_no == "3"}) == 25 * 7 - 2
    raw = cells_of(reading)[CellKey("3", "rejected_repeat", "commercial")]["raw"]
    assert raw == "73（上年31、前年5）"


@pytest.mark.parametrize(
    "line",
    [
        "说明：本年度自然人 5 件，其他 3 件",  # words before the first name
        "一、本年新收：自然人 5 其他 3 总计 8 二、上年结转：自然人 1 其他 0 总计 1",  # two rows
        "：自然人 5 其他 3 总计 8",
        "一、本年新收：自然人 5 件，比上一年增加了不少，原因是企业注销 其他 3",
        "一、本年新收政府信息公开申请数量：自然人提出5件、其他组织提出3件",
    ],
)
def test_other_lines_are_none_of_these(line: str) -> None:
    assert named_columns(line) is None


def test_words_in_place_of_a_figure_are_neither_blank_nor_part_of_the_name() -> None:
    """Though the last letter of 附件 is a unit; a unit alone behind a name is a blank cell."""
    in_words = {
        CellKey("4", "suit_after_review", "pending"): "详见附件",
        CellKey("3", "granted", "other_org"): "详见附件",
        CellKey("3", "rejected_repeat", "total"): "若干",
        CellKey("2", "regulations", "repealed"): "未统计",
    }
    values = {key: in_words.get(key, figure + "件") for key, figure in VALUES.items()}
    values[CellKey("3", "granted", "research")] = "件"
    reading = read(text("", "；", values).replace("其他详见", "其他组织详见"))
    assert reported(reading) == {*VALUES} - {*in_words} - {CellKey("3", "granted", "research")}
    assert {key: status_of(reading, key.table_no, key.row_key, key.col_key) for key in in_words} == {
        key: ["unparsed"] for key in in_words
    }
    assert status_of(reading, "3", "granted", "research") == ["blank"]
    assert not wrong(reading, VALUES)
