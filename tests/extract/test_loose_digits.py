"""Digits and pieces of labels that slipped out of their cells: what stands beside them is not known."""

from __future__ import annotations

import pytest

from assets.extract.reading import read_text
from schemas.form import forms

_TITLE = "海棠县民政局2022年政府信息公开工作年度报告\n\n"
_THIRD = forms()["2021"].table("3")
_HEAD = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]


def _read(text: str, table_no: str, row: str) -> dict[str, float | str | None]:
    return {
        c["col_key"]: c["value"] if c["status"] == "reported" else c["status"]
        for c in read_text(_TITLE + text, "r.txt", "0" * 32).cells
        if (c["table_no"], c["row_key"]) == (table_no, row)
    }


def _third(last: str = "") -> str:
    rows = [_HEAD, *([row.zh, *(str(20 * n + i) for i in range(7))] for n, row in enumerate(_THIRD.rows, 1))]
    return "三、收到和处理政府信息公开申请情况\n" + "\n".join("\t".join(row) for row in rows) + last


def _fourth(below: str) -> str:
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    rows = [
        ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
        [*[""] * 5, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
        names * 3,
        ["1", "-", "0", "0", "1", "2", "0", "0", "0", "2", "658", "291", "774", "24", "174"],
    ]
    text = "四、政府信息公开行政复议、行政诉讼情况\n" + "\n".join("\t".join(row) for row in rows)
    return f"{_third()}\n{text}\n{below}\n五、存在的主要问题及改进情况\n"


@pytest.mark.parametrize("below", ["7", "\n\n\t\t\t\t\t\t7"])
def test_a_digit_below_the_row_may_be_the_last_of_any_figure(below: str) -> None:
    """A cell may have printed it on a line of its own, whose tabs are gone: nothing tells which was the narrow one."""
    for row in ("review", "suit_after_review"):
        assert set(_read(_fourth(below), "4", row).values()) == {"uncertain"}


@pytest.mark.parametrize("below", ["", "\n\n7", "— 7 —"])
def test_the_number_of_the_page_is_no_digit_of_the_row(below: str) -> None:
    assert _read(_fourth(below), "4", "suit_after_review")["total"] == 174


def test_digits_one_below_the_other_belong_to_the_last_row_of_a_grid() -> None:
    assert set(_read(_third("\n7\n7\n1\n"), "3", "carried_forward").values()) == {"uncertain"}
    assert _read(_third("\n7\n7\n1\n"), "3", "total_handled")["total"] == 20 * 24 + 6
    assert _read(_third("\n"), "3", "carried_forward")["total"] == 20 * 25 + 6


def test_pieces_of_labels_among_figures_put_the_row_in_doubt() -> None:
    slipped = _third().replace("\t20\t21\t22\t23\t24\t25\t26", "\t1461\t\t5\t组织\t机构7\t1035\t2508")
    assert "reported" not in {type(v) for v in _read(slipped, "3", "new_received").values()}
    assert set(_read(slipped, "3", "new_received").values()) == {"uncertain"}
    assert _read(slipped, "3", "carried_over")["total"] == 46


@pytest.mark.parametrize(
    ("below", "is_blank"), [("0", False), ("", True), ("3", True), ("第二十条第（五）项", True)]
)
def test_a_nought_below_a_row_of_cells_may_be_that_of_its_blank(below: str, is_blank: bool) -> None:
    """It stands below the line that closes a table of one row; another digit there may number the page.

    The blank of the other row shows that blank cells keep their places.
    """
    text = "二、主动公开政府信息情况\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
    text += (
        f"| 规章 | 4 | 5 | |\n|---|---|---|---|\n{below}\n| 行政规范性文件 | 7 | | 9 |\n|---|---|---|---|\n"
    )
    assert (_read(text, "2", "regulations")["in_force"] == "blank") is is_blank
    assert _read(text, "2", "normative_docs")["in_force"] == 9


def test_units_without_figures_are_the_rest_of_a_row() -> None:
    label = next(row.zh for row in _THIRD.rows if row.key == "unable_needs_creation")
    whole = "\t".join([label, *(str(20 * 14 + i) for i in range(7))])
    assert whole in _third()
    cut = (
        whole.replace(label, label[:4]) + "\n第2页 共4页\n\n" + "\t".join([label[4:], "件", *[""] * 5, "件"])
    )
    got = _read(_third().replace(whole, cut), "3", "unable_needs_creation")
    assert set(got.values()) <= {"uncertain", "absent"}
    got = _read(_third().replace(whole, "\t".join([label, "件", *[""] * 6])), "3", "unable_needs_creation")
    assert set(got.values()) == {"uncertain"}
