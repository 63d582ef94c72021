"""The sum's head right behind 申请人情况 in running text: of a column at the right edge, or of one that stands first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.extract.printed import (
    Rows,
    codes,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)

VALUES = figures()
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
REACHES_DOWN = [["申请人情况", "总计"], ["自然人", "法人或其他组织"], ORGANISATIONS]
STANDS_FIRST = [["申请人情况"], ["总计", "自然人", "法人或其他组织"], ORGANISATIONS]


def _text(header: Rows, render: Callable[[Rows], list[str]], *, is_first: bool) -> str:
    parts = [
        replace(
            part,
            header=header,
            rows=[[row[0], row[-1], *row[1:-1]] for row in part.rows] if is_first else part.rows,
        )
        if part.table_no == "3"
        else part
        for part in printed(VALUES)
    ]
    return report(parts, render)


@pytest.mark.parametrize("is_first", [False, True])
@pytest.mark.parametrize("header", [REACHES_DOWN, STANDS_FIRST])
def test_cells_one_behind_the_other_leave_it_open(header: Rows, is_first: bool) -> None:
    """Both tables give the same lines, so that none of them is read one way."""
    reading = read(_text(header, one_a_line, is_first=is_first))
    assert not wrong(reading, VALUES)
    assert "header-unclear" in codes(reading)


@pytest.mark.parametrize("is_first", [False, True])
def test_a_header_on_one_line_leaves_it_open(is_first: bool) -> None:
    header = [[word for row in REACHES_DOWN for word in row]]
    reading = read(_text(header, running, is_first=is_first))
    assert not wrong(reading, VALUES)


def test_a_line_of_the_whole_level_tells_that_the_sum_stands_first() -> None:
    reading = read(_text(STANDS_FIRST, running, is_first=True))
    assert not wrong(reading, VALUES)
    assert {key for key in VALUES if key.table_no == "3"} == reported(reading, "3")
