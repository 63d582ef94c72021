"""Headers whose rows have come apart, with a blank cell between the labels of a group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    Part,
    Rows,
    figures,
    pipe_cells,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
THIRD = {key for key in VALUES if key.table_no == "3"}
NOTE = ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", *[""] * 6]
TORN = [["", "自然人", "法人或其他组织", "", "", ""], ["总计", "法人或其他组织"]]
WHOLE = [["", "自然人", "法人或其他组织", "", "", "", "总计", "法人或其他组织"]]
LOWER = ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "", "其他"]
SLIPPED = [["申请人情况", "自然人", "法人或其他组织", "总计", "", "", "", ""]]
AMID = ["", "", "商业企业", "", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def cells_above_bars(rows: Rows) -> list[str]:
    """One cell a line, an empty line above each row."""
    return [line for row in rows for line in ["", *(f"{cell} |" for cell in row)]]


RENDERERS = {**GRIDS, "cells_above_bars": cells_above_bars}


def _exchanged(row: list[str]) -> list[str]:
    return [*row[:6], row[7], row[6]]


def _headed(header: Rows, *, exchanged: bool, at: int = 0) -> list[Part]:
    """The parts, with this header before row `at` of the third table, the last columns exchanged below it."""
    parts = printed(VALUES)
    n = next(n for n, part in enumerate(parts) if part.table_no == "3")
    rows = [_exchanged(row) if exchanged and k >= at else row for k, row in enumerate(parts[n].rows)]
    above = parts[n].header if at else []
    parts[n] = replace(parts[n], header=above, rows=[*rows[:at], *header, *rows[at:]])
    return parts


@in_turn
@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
@pytest.mark.parametrize("upper", [TORN, WHOLE])
def test_a_column_between_is_in_its_place(upper: Rows, render: Callable[[Rows], list[str]]) -> None:
    reading = read(report(_headed([NOTE, *upper, LOWER], exchanged=True), render))
    assert not wrong(reading, VALUES)
    if upper is WHOLE:
        assert reported(reading, "3") == THIRD


@pytest.mark.parametrize("upper", [TORN, WHOLE])
@pytest.mark.parametrize("render", [pipe_cells, cells_above_bars])
def test_it_is_below_a_header_that_is_printed_again(upper: Rows, render: Callable[[Rows], list[str]]) -> None:
    reading = read(report(_headed([NOTE, *upper, LOWER], exchanged=True, at=8), render))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD


@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
def test_a_label_that_has_slipped_tells_nothing(render: Callable[[Rows], list[str]]) -> None:
    """The group is named on one side only of the sum that seems to stand amid it."""
    for exchanged in (False, True):
        reading = read(report(_headed([*SLIPPED, AMID], exchanged=exchanged), render))
        assert not wrong(reading, VALUES)
