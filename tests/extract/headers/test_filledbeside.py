"""Headers whose merged cells are filled from the cell beside them: the last label of a group stands under the next column's, too."""

from __future__ import annotations

from tests.extract.printed import Rows, closed, figures, printed, read, report, reported, wrong

VALUES = figures()
_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_LABELS = ["自然人", "商业企业", "科研院所", "社会公益组织", "法律服务机构", "其他", "其他"]


def _filled(last: str) -> str:
    """A report whose table 3 has such a header; `last` stands above the last column."""
    header: Rows = [
        [_NOTE, *["申请人情况"] * 7],
        [_NOTE, "自然人", *["法人或其他组织"] * 5, last],
        [_NOTE, *_LABELS],
    ]

    def of(part):  # type: ignore[no-untyped-def]
        label = len(part.rows[0]) - 7
        return [[row[0]] * label + row[1:] for row in header] if part.table_no == "3" else part.header

    return report(printed(VALUES), closed, header=of)


def test_the_label_above_a_copy_names_the_column() -> None:
    found = read(_filled("总计"))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_a_label_of_the_group_over_both_names_none() -> None:
    found = read(_filled("法人或其他组织"))
    assert not wrong(found, VALUES)
    assert not {key for key in reported(found, "3") if key.col_key == "research"}
