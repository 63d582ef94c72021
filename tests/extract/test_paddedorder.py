"""Blanks at the ends of rows whose columns stand in another order than the form's: the ends are those of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import Part, figures, printed, read, report, reported, tsv, wrong

VALUES = figures()
PRINTED = {k: "" if k.table_no == "3" and k.col_key == "total" else v for k, v in VALUES.items()}


def _sum_first(part: Part, *, lost: tuple[int, ...] = ()) -> Part:
    if part.table_no != "3":
        return part
    rows = [[row[0], "", "", row[-1], *row[1:-1]] for row in part.rows]
    rows = [[*row[:3], *row[4:], ""] if at in lost else row for at, row in enumerate(rows)]
    blank = [""] * 5
    header = [
        ["", "", "", "申请人情况", *[""] * 6],
        ["", "", "", "总计", "自然人", "法人或其他组织", *blank[1:]],
        ["", "", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
    ]
    return replace(part, header=header, rows=rows)


def test_sums_left_blank_in_the_first_column_leave_the_others_known() -> None:
    reading = read(report([_sum_first(part) for part in printed(PRINTED)], tsv))
    assert not wrong(reading, PRINTED)
    assert len(reported(reading, "3")) == 25 * 6


@pytest.mark.parametrize("lost", [(4,), (4, 9), (0, 1, 2, 3)])
def test_rows_that_lost_their_blank_sum_and_were_filled_up_stay_in_doubt(lost: tuple[int, ...]) -> None:
    reading = read(report([_sum_first(part, lost=lost) for part in printed(PRINTED)], tsv))
    assert not wrong(reading, PRINTED)
    assert len(reported(reading, "3")) in (0, (25 - len(lost)) * 6)
