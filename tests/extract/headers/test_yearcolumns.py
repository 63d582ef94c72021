"""Tables with our rows whose columns are years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.headers.yearcolumns import years_named
from tests.extract.printed import (
    Rows,
    aligned,
    closed,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    tab_cells,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()


@in_turn
@pytest.mark.parametrize("render", [tsv, closed, tab_cells, one_a_line, aligned, running])
@pytest.mark.parametrize("year", ["{}", "{}年", "{}年度"])
@pytest.mark.parametrize("years", [range(2018, 2024), range(2024, 2018, -1)])
def test_years_are_none_of_the_columns(render: Callable[[Rows], list[str]], year: str, years: range) -> None:
    header = ["项目", *(year.format(one) for one in years), "总计"]
    parts = [replace(part, header=[header]) if part.table_no == "3" else part for part in printed(VALUES)]
    reading = read(report(parts, render))
    assert reported(reading, "3") == set()
    assert reported(reading, "4")


@pytest.mark.parametrize("render", [tsv, closed, aligned])
def test_a_year_beside_the_header_is_none(render: Callable[[Rows], list[str]]) -> None:
    text = report(printed(VALUES), render).replace(
        "三、收到和处理政府信息公开申请情况", "三、收到和处理政府信息公开申请情况\n2021年、2022年\n（2022年）"
    )
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["2019 2020 2021"], "2019、2020、2021"),
        (["| 2021年 |", "| 2020年 |", "| 2019年 |"], "2021年、2020年、2019年"),
        (["2019 2020"], None),
        (["2019 2021 2023"], None),
        (["2019 项目 2020 2021"], None),
        (["12019 12020 12021"], None),
    ],
)
def test_years_follow_each_other(lines: list[str], told: str | None) -> None:
    assert years_named(lines) == told
