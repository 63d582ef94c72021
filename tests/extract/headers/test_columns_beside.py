"""Columns of the text's own at the ends of a table, beside columns of the form that are blank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    Part,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)
from tests.turns import in_turn

NAMES = [column.zh for column in forms()["2021"].table("3").columns]
CORNER = "（本列数据的勾稽关系为）"
Values = dict[CellKey, str]
Change = Callable[[int, list[str]], list[str]]


def table(values: Values, number: str, header: Rows, change: Change, layout: str) -> str:
    """A report whose table of that number has a header and rows of its own; `change` is told the row's number and its figures."""
    parts = printed(values)
    width = {"3": len(NAMES), "4": 15}[number]
    (own,) = (part for part in parts if part.table_no == number)
    rows = [[*row[:-width], *change(n, row[-width:])] for n, row in enumerate(own.rows)]
    changed: Part = replace(own, header=header, rows=rows)
    return report([changed if part is own else part for part in parts], GRIDS[layout])


def without(values: Values, column: str) -> Values:
    return {key: text for key, text in values.items() if key.table_no != "3" or key.col_key != column}


def before(name: str) -> Rows:
    return [
        [CORNER, name, "申请人情况"],
        ["", "", NAMES[0], "法人或其他组织", NAMES[-1]],
        ["", "", "", *NAMES[1:-1], ""],
    ]


def behind(name: str) -> Rows:
    return [
        [CORNER, "申请人情况", name],
        ["", NAMES[0], "法人或其他组织", NAMES[-1], ""],
        ["", "", *NAMES[1:-1], "", ""],
    ]


LAYOUTS = ("closed", "tab_cells", "csv_rows")


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["行次", "编码"])
@pytest.mark.parametrize("first", [1, 11, 101])
def test_numbers_of_rows_before_blank_totals(first: int, name: str, layout: str) -> None:
    values = figures()
    text = table(values, "3", before(name), lambda n, row: [str(first + n), *row[:-1], ""], layout)
    reading = read(text)
    assert not wrong(reading, without(values, "total"))
    assert len(reported(reading, "3")) in {0, 25 * 6}


def test_numbers_of_rows_where_the_last_cell_is_cut_off() -> None:
    """Seven figures a row, the first its number: no cell of the form is known."""
    values = figures()
    reading = read(table(values, "3", before("行次"), lambda n, row: [str(11 + n), *row[:-1]], "tsv"))
    assert not reported(reading, "3")


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["上年总计", "其中：网上申请", "备注"])
def test_another_column_behind_blank_totals(name: str, layout: str) -> None:
    values = figures()
    text = table(
        values,
        "3",
        behind(name),
        lambda n, row: [*row[:-1], "", "" if name == "备注" and n % 2 else str(7 + n)],
        layout,
    )
    reading = read(text)
    assert not wrong(reading, without(values, "total"))
    assert len(reported(reading, "3")) == 25 * 6


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_column_without_a_name_behind_blank_totals(layout: str) -> None:
    """What stands there may be the total, apart from the others."""
    values = figures()
    reading = read(table(values, "3", behind(""), lambda n, row: [*row[:-1], "", str(7 + n)], layout))
    assert not wrong(reading, without(values, "total"))
    assert len(reported(reading, "3")) == 25 * 6


@pytest.mark.parametrize("layout", LAYOUTS)
def test_totals_behind_a_blank_column_with_a_header_that_ends_in_them(layout: str) -> None:
    values = figures()
    header: Rows = [
        [CORNER, "申请人情况"],
        ["", NAMES[0], "法人或其他组织", "", NAMES[-1]],
        ["", "", *NAMES[1:-1], "", ""],
    ]
    reading = read(table(values, "3", header, lambda _, row: [*row[:-1], "", row[-1]], layout))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_column_behind_rows_that_open_with_a_blank(layout: str) -> None:
    """The blank may be the first column's, or a label's whose row lost the strange cell."""
    values = figures()
    text = table(values, "3", behind("上年总计"), lambda n, row: ["", *row[1:], str(7 + n)], layout)
    assert not wrong(read(text), without(values, "natural_person"))


@in_turn
@pytest.mark.parametrize("layout", [*LAYOUTS, "html"])
def test_another_column_behind_whole_rows(layout: str) -> None:
    values = figures()
    header = behind("上年总计")
    if layout == "html":
        header = [
            [CORNER, "", "", "申请人情况", *[""] * 6, "上年总计"],
            ["", "", "", NAMES[0], "法人或其他组织", *[""] * 4, NAMES[-1], ""],
            ["", "", "", "", *NAMES[1:-1], "", ""],
        ]
    reading = read(table(values, "3", header, lambda n, row: [*row, str(7 + n)], layout))
    assert not wrong(reading, values)
    assert layout == "html" or reported(reading) == set(values)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_units_beside_the_words_over_all_columns_are_no_column(layout: str) -> None:
    values = figures()
    header: Rows = [[CORNER, "申请人情况", "单位：件"], *behind("")[1:]]
    reading = read(table(values, "3", header, lambda _, row: row, layout))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("layout", ["closed", "tab_cells"])
def test_stray_figures_in_some_rows_beside_blank_totals(layout: str) -> None:
    """A row with one figure more has as many as the form has columns, and is in doubt; the others are read."""
    values = figures()

    def change(n: int, row: list[str]) -> list[str]:
        return [*row[:2], *(["5"] if n % 8 == 0 else []), *row[2:-1], ""]

    header: Rows = [[CORNER, "申请人情况"], *(row[:-1] for row in behind("")[1:])]
    reading = read(table(values, "3", header, change, layout))
    assert not wrong(reading, without(values, "total"))
    assert len(reported(reading, "3")) == 21 * 6


def fourth(name: str, is_first: bool) -> Rows:
    groups = ["行政复议", "行政诉讼"]
    own = [row for part in printed(figures()) if part.table_no == "4" for row in part.header]
    lower = [[text for text in row if text] for row in own[1:]]
    pad = [""] if is_first else []
    return [[name, *groups] if is_first else [*groups, name], *([*pad, *row] for row in lower)]


@in_turn
@pytest.mark.parametrize("layout", ["closed", "tab_cells", "tsv"])
@pytest.mark.parametrize(("name", "value"), [("行次", "1"), ("年度", "2022"), ("项目", "件数")])
def test_a_column_before_table_4_whose_totals_are_blank(name: str, value: str, layout: str) -> None:
    values = figures()
    blank = {4, 9, 14}
    text = table(
        values,
        "4",
        fourth(name, is_first=True),
        lambda _, row: [value, *("" if n in blank else text for n, text in enumerate(row))],
        layout,
    )
    own = {key: text for key, text in values.items() if key.table_no != "4" or key.col_key != "total"}
    reading = read(text)
    assert not wrong(reading, own)
    assert len(reported(reading, "4")) in {0, 12}
    assert layout == "tsv" or status_of(reading, "4", "review", "upheld") == ["reported"]


def test_a_column_before_table_4_whose_last_cell_is_cut_off() -> None:
    """Fifteen cells, the first perhaps the number of the row and the last total lost with the end of the line."""
    values = figures()
    text = table(values, "4", fourth("行次", is_first=True), lambda _, row: ["1", *row[:13], ""], "closed")
    assert not wrong(read(text), {k: v for k, v in values.items() if k.table_no != "4"} | _first(values, 13))


def _first(values: Values, count: int) -> Values:
    return dict([(key, text) for key, text in values.items() if key.table_no == "4"][:count])
