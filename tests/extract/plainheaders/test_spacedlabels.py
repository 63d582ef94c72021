"""Labels of a header with a space inside are one word each."""

from __future__ import annotations

import pytest

from assets.extract.plainheaders.spacedlabels import whole_labels
from schemas.form import CellKey, forms
from tests.extract.printed import PLAIN, Part, Rows, figures, printed, read, report, reported, wrong

COLUMNS = forms()["2021"].table("3").columns


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["商 业企业 科 研机构 　社会公益组织"], ["商业企业 科研机构 社会公益组织"]),
        (["　法 律服务机构", "　其　他"], ["法律服务机构", "其他"]),
        (["法 律报务机构 其他"], ["法律报务机构 其他"]),
        # the places of what is set out by spaces stay
        (["        自 然 人    总 计"], ["        自然人      总计 "]),
        # words of two labels, and pieces that stand apart
        (["商业企业 科研机构"], ["商业企业 科研机构"]),
        (["商业   企业  科研"], ["商业   企业  科研"]),
    ],
)
def test_pieces_of_one_label_are_one_word(lines: list[str], whole: list[str]) -> None:
    assert whole_labels(lines, COLUMNS) == whole


def _spaced(part: Part) -> Rows:
    return [[f"{name[:1]} {name[1:]}" if name else "" for name in row] for row in part.header]


def test_a_table_below_such_labels_is_read() -> None:
    values = figures()
    text = report(printed(values), PLAIN["running"], header=_spaced).replace("社 会", "　社 会")
    assert {key for key in values if key.table_no == "3"} <= reported(read(text), "3")
    assert not wrong(read(text), values)


def test_such_labels_in_another_order_are_never_the_forms() -> None:
    values = figures()

    def exchanged(part: Part) -> Rows:
        rows = _spaced(part)
        swap = {"商 业企业": "科 研机构", "科 研机构": "商 业企业"}
        return [[swap.get(cell, cell) for cell in row] for row in rows]

    swap = {"commercial": "research", "research": "commercial"}
    turned = values | {
        key: values[CellKey("3", key.row_key, swap[key.col_key])] for key in values if key.col_key in swap
    }
    assert not wrong(read(report(printed(values), PLAIN["running"], header=exchanged)), turned)
