"""Rows that have all their figures and a number besides, in a column that the header names before or behind the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.extract.damage import Render
from tests.extract.printed import (
    Part,
    aligned,
    figures,
    html,
    markdown,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
NAMES = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
Row = list[str]


def numbered(name: str, at: int, change: Callable[[int, Row], Row] = lambda _, row: row) -> list[Part]:
    """The tables, a number before (`at` 1) or behind (`at` 8) the figures of each row of the third."""
    upper = ["", "申请人情况", *[""] * 6]
    lower = ["", "自然人", "法人或其他组织", *[""] * 4, "总计"]
    least = ["", "", *NAMES, ""]
    header = [[*row[:at], name if not n else "", *row[at:]] for n, row in enumerate((upper, lower, least))]
    return [
        replace(
            part,
            header=header,
            rows=[change(n, [*row[:at], str(n), *row[at:]]) for n, row in enumerate(part.rows, 1)],
        )
        if part.table_no == "3"
        else part
        for part in printed(VALUES)
    ]


@in_turn
@pytest.mark.parametrize("name", ["序号", "行次", "项次"])
@pytest.mark.parametrize("at", [1, 8])
@pytest.mark.parametrize("render", [running, aligned, one_a_line, tsv, markdown, html])
def test_rows_with_their_numbers_are_read(render: Render, at: int, name: str) -> None:
    reading = read(report(numbered(name, at), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@in_turn
@pytest.mark.parametrize("at", [1, 8])
@pytest.mark.parametrize("gone", [2, 4, 7])
@pytest.mark.parametrize("render", [running, one_a_line, tsv])
def test_a_row_that_lost_a_figure_is_in_doubt(render: Render, gone: int, at: int) -> None:
    def cut(n: int, row: Row) -> Row:
        place = gone + (at == 1)
        return [*row[:place], *row[place + 1 :]] if n == 9 else row

    reading = read(report(numbered("序号", at, cut), render))
    (key,) = {key for key in VALUES if key.row_key == "denied_internal_affairs" and key.col_key == "total"}
    assert not wrong(reading, VALUES)
    assert key not in reported(reading) or gone != 7


@in_turn
@pytest.mark.parametrize("at", [1, 8])
@pytest.mark.parametrize("render", [running, one_a_line, tsv])
def test_numbers_that_do_not_count_on_are_no_numbers_of_rows(render: Render, at: int) -> None:
    def other(n: int, row: Row) -> Row:
        return [*row[:at], str(n + 1), *row[at + 1 :]] if n == 9 else row

    assert not wrong(read(report(numbered("序号", at, other), render)), VALUES)


def test_figures_that_no_header_says_to_be_numbers_are_in_doubt() -> None:
    assert not reported(read(report(numbered("外国人", 1), running)), "3")
