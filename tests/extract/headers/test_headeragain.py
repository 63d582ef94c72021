"""Headers that are printed again between rows of one cell a line, above the label of the next row."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
THIRD = {key for key in VALUES if key.table_no == "3"}
UPPER = ["申请人情况", "自然人", "法人或其他组织", "总计"]
LOWER = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
MERGED = ["自然人", *LOWER, "总计"]


def _again(header: list[str], label: str) -> str:
    """A report with a header again above the row of a label."""

    def lines(rows: Rows) -> list[str]:
        out: list[str] = []
        for row in rows:
            out += ["— 4 —", *header, "", ""] if row[0] == label else []
            out += [*filter(None, row), *(["", ""] if row[0] == label else [])]
        return out

    return report(printed(VALUES), lines).replace(label, label.replace(".", "、"))


@in_turn
@pytest.mark.parametrize("label", ["2.重复申请", "（七）总计", "3.其他"])
@pytest.mark.parametrize(
    "header",
    [
        [*UPPER, *LOWER],
        [*UPPER, *MERGED],
        ["申请人情况", *MERGED],
        [NOTE, UPPER[0], NOTE, *UPPER[1:], NOTE, *MERGED],
    ],
)
def test_rows_below_the_same_header_are_read(header: list[str], label: str) -> None:
    reading = read(_again(header, label))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD


def test_rows_below_another_header_are_not() -> None:
    header = ["申请人情况", *MERGED[:2], "镇街道", *MERGED[3:]]
    reading = read(_again(header, "2.重复申请"))
    assert len(reported(reading, "3")) < len(THIRD)
