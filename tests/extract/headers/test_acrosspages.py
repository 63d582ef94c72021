"""A header row that a page's end cut through, its two halves on two pages; and the one row of a table on a page of its own."""

from __future__ import annotations

import pytest

from tests.extract.printed import CellKey, Rows, csv_rows, figures, printed, read, report, reported, wrong

VALUES = figures()
MEMBERS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
UPPER = ["", "自然", "法人或其他组织", "总计"]
LOWER = ["", "", "", "人", *MEMBERS, ""]


def _text(upper: list[str], lower: list[str], values: dict[CellKey, str] = VALUES) -> str:
    def render(rows: Rows) -> list[str]:
        if rows[0][0] != "申请人情况" and len(rows[0]) != 8:
            return csv_rows(rows)
        body = [[row[0], "", "", *row[1:]] for row in rows[1:]]
        head = csv_rows(
            [
                [
                    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                    "申请人情况",
                    "",
                    "",
                ],
                upper,
            ]
        )
        return [*head, "", *csv_rows([lower, *body[:-1]]), "", *csv_rows([rows[-1]])]

    return report(printed(values), render)


def test_the_halves_of_a_header_row_are_put_together() -> None:
    reading = read(_text(UPPER, LOWER))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


def test_the_row_alone_on_the_next_page_is_read() -> None:
    reading = read(_text(UPPER, LOWER))
    assert {k for k in VALUES if k.row_key == "carried_forward"} <= reported(reading, "3")


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["", "自然", "法人或其他组织", "合计数"], LOWER),
        (["", "自然", "法人或其他组织", "总计", "备注"], LOWER),
        (["", "本年", "法人或其他组织", "总计"], LOWER),
    ],
)
def test_halves_that_make_no_header_of_the_form_tell_nothing(upper: list[str], lower: list[str]) -> None:
    """A word is another's, a column is in no place."""
    values = {k: v for k, v in VALUES.items() if k.table_no != "3"}
    assert not wrong(read(_text(upper, lower)), values)


def test_halves_in_another_order_tell_that_order() -> None:
    reading = read(_text(["", "总", "法人或其他组织", "自然"], ["", "", "", "计", *MEMBERS, "人"]))
    exchanged = {"natural_person": "total", "total": "natural_person"}
    values = {
        k: VALUES[CellKey(k.table_no, k.row_key, exchanged.get(k.col_key, k.col_key))]
        if k.table_no == "3"
        else v
        for k, v in VALUES.items()
    }
    assert not wrong(reading, values)
