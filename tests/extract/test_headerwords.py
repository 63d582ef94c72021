"""Headers in plain text that name other columns than the form's, or the form's in another order."""

from __future__ import annotations

import pytest

from assets.extract.gridheader import column_matcher
from assets.extract.headerwords import order_of_groups, pieces_in_order, strange_columns
from assets.extract.plainheader import header_words, text_order
from assets.extract.reading import read_text
from assets.extract.sideways import plain_order
from schemas.form import forms

THIRD = forms()["2021"].table("3")
COLUMNS = THIRD.blocks[0].columns
FOURTH = forms()["2021"].table("4")
LOWER = "商业企业 科研机构 社会公益组织 法律服务机构 其他"


@pytest.mark.parametrize(
    ("line", "is_strange"),
    [
        ("一月 二月 三月 四月 五月 六月 合共", True),
        ("自然人 法人或其他组织 总计 上期总计", True),
        ("指标 行次 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计", True),
        ("行次 指标 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计", False),
        ("申请人情况 自然人 法人或其他组织 总计", False),
        ("总计商业企 科研机 社会公 法律服 其他", False),
    ],
)
def test_columns_the_form_lacks(line: str, is_strange: bool) -> None:
    words, matcher = header_words(THIRD, COLUMNS), column_matcher("2021", "3")
    assert bool(strange_columns([line], THIRD, COLUMNS, words, matcher)) is is_strange


def test_a_group_stands_where_its_name_does() -> None:
    keys = [c.key for c in COLUMNS]
    order, conflict = order_of_groups(["法人或其他组织 总计 自然人", LOWER], THIRD, COLUMNS)
    assert order == [*keys[1:6], "total", "natural_person"]
    assert conflict is None
    assert order_of_groups(["总计 自然人 法人或其他组织"], THIRD, COLUMNS)[1]
    assert text_order(["自然人 法人或其他组织 总计", LOWER], THIRD, COLUMNS) == (None, None)


def test_labels_that_end_before_broken_ones_begin_stand_left_of_them() -> None:
    assert pieces_in_order(["商业企", "科研机", "其他", "社会公", "法律服", "业", "构"], COLUMNS)
    assert not pieces_in_order(["商业企", "科研机", "社会公", "法律服", "其他", "业", "构"], COLUMNS)
    assert not pieces_in_order(["其他", "商业企", "科研机", "社会公", "法律服", "业"], COLUMNS)


@pytest.mark.parametrize(
    ("second", "is_read"), [("维持 纠正 结果 审结", True), ("纠正 维持 结果 审结", False)]
)
def test_wrapped_labels_of_table_4(second: str, is_read: bool) -> None:
    header = ["行政复议 行政诉讼", "未经复议直接起诉 复议后起诉"]
    header += [" ".join(["结果 结果 其他 尚未 总计"] * 3), " ".join([second] * 3)]
    assert isinstance(plain_order(header, FOURTH), list) is is_read


@pytest.mark.parametrize("is_above", [True, False])
def test_figures_above_their_labels(is_above: bool) -> None:
    lines = ["青河县水务局2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines += ["自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"]
    for number, row in enumerate(THIRD.rows):
        figures = " ".join(str(number + step) for step in range(7))
        lines += [figures, row.zh] if is_above else [row.zh, figures]
    cells = read_text("\n".join(lines), "x.txt", "0" * 32).cells
    statuses = {c["status"] for c in cells if c["table_no"] == "3"}
    assert ("reported" in statuses) is not is_above
