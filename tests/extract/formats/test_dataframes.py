"""Tables as a program prints them from memory: columns set to the right, a word for each empty cell, rows counted from 0."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest

from assets.extract.formats.dataframes import with_tabs_for_columns, without_numbers_of_one_column
from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)
from tests.turns import in_turn


def _width(text: str, wide: bool) -> int:
    return sum(2 if wide and east_asian_width(c) in "WF" else 1 for c in text)


def as_frame(
    rows: Rows, *, head: str, index: bool = True, empty: str = "NaN", wide: bool = True
) -> list[str]:
    """`head` tells what stands above the rows: their first one, the numbers of columns, or nothing."""
    width = max(map(len, rows))
    cells = [[cell or empty for cell in [*row, *[""] * (width - len(row))]] for row in rows]
    if head == "numbers":
        cells = [[str(n) for n in range(width)], *cells]
    if index:
        first = 0 if head == "none" else 1
        cells = [[str(n - first) if n >= first else "", *row] for n, row in enumerate(cells)]
    sizes = [max(_width(row[n], wide) for row in cells) for n in range(len(cells[0]))]
    lines = [
        "  ".join(" " * (s - _width(c, wide)) + c for c, s in zip(row, sizes, strict=True)) for row in cells
    ]
    return [line.rstrip() for line in lines]


@pytest.mark.parametrize("head", ["first", "numbers", "none"])
@pytest.mark.parametrize("index", [True, False])
@pytest.mark.parametrize("wide", [True, False])
def test_every_cell_is_read(head: str, index: bool, wide: bool) -> None:
    values = figures()
    reading = read(report(printed(values), lambda rows: as_frame(rows, head=head, index=index, wide=wide)))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


@in_turn
@pytest.mark.parametrize("empty", ["NaN", "None", "nan"])
@pytest.mark.parametrize("at", [1, 4, 6])
def test_an_empty_cell_is_blank(empty: str, at: int) -> None:
    values = figures()
    row = row_of(printed(values), "granted")
    columns = (
        "natural_person",
        "commercial",
        "research",
        "social_org",
        "legal_service",
        "other_org",
        "total",
    )
    del values[CellKey("3", "granted", columns[at - 1])]
    parts = change(printed(figures()), "granted", [*row[:at], "", *row[at + 1 :]])
    reading = read(report(parts, lambda rows: as_frame(rows, head="first", empty=empty)))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    assert status_of(reading, "3", "granted", columns[at - 1]) == ["blank"]


@in_turn
@pytest.mark.parametrize("head", ["first", "numbers", "none"])
@pytest.mark.parametrize("column", [1, 4, 7])
def test_a_column_that_shows_nothing_costs_no_wrong_figure(head: str, column: int) -> None:
    """Where empty cells are printed as spaces, the words of rows do not tell their columns."""
    values = figures()
    parts = printed(values)
    columns = (
        "natural_person",
        "commercial",
        "research",
        "social_org",
        "legal_service",
        "other_org",
        "total",
    )
    for key in [k for k in values if k.table_no == "3" and k.col_key == columns[column - 1]]:
        row = row_of(parts, key.row_key)
        parts = change(parts, key.row_key, [*row[:column], "", *row[column + 1 :]])
        values[key] = ""
    reading = read(report(parts, lambda rows: as_frame(rows, head=head, empty="")))
    assert not wrong(reading, values)


def test_a_header_without_its_first_cell_is_no_header_of_cells_without_their_last() -> None:
    lines = [
        "                结果维持  结果纠正  其他结果  尚未审结  总计",
        "0      行政复议         1         2         3         4",
        "1  未经复议起诉         5         6         7         8",
        "2    复议后起诉         9         8         7         6",
    ]
    assert with_tabs_for_columns(lines) == lines


def test_figures_that_count_nothing_are_no_numbers_of_rows() -> None:
    lines = ["规章    0  1  2", "许可    3  4  5", "处罚    6  7  8"]
    assert with_tabs_for_columns(lines) == lines


def test_numbers_of_columns_may_stand_one_place_to_the_left() -> None:
    values = figures()

    def shifted(rows: Rows) -> list[str]:
        head, *rest = as_frame(rows, head="numbers", wide=False)
        return [head[1:], *rest]

    reading = read(report(printed(values), shifted))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


def _as_column(paragraphs: list[str], wide: bool) -> list[str]:
    """Paragraphs as a frame of one column, under its number."""
    edge = max(_width(text, wide) for text in paragraphs)
    rows = [("", "0"), *((str(n), text) for n, text in enumerate(paragraphs))]
    return [f"{number:1}  {' ' * (edge - _width(text, wide))}{text}" for number, text in rows]


@pytest.mark.parametrize("wide", [False, True])
def test_a_column_of_paragraphs_below_a_table_has_no_digits_of_it(wide: bool) -> None:
    below = _as_column(
        ["五、存在的主要问题及改进情况", "业务培训还不够经常，将逐步补上；系统也要再学。"], wide
    )
    text = report(printed(figures()), lambda rows: as_frame(rows, head="none"))
    at = text.index("五、存在")
    reading = read(text[:at] + "\n".join(below) + text[text.index("六、其他需要") - 1 :])
    assert not wrong(reading, figures())
    assert reported(reading, "4") == {key for key in figures() if key.table_no == "4"}


def test_a_nought_above_lines_that_end_elsewhere_or_count_otherwise_is_no_number_of_a_column() -> None:
    column = _as_column(["五、存在的主要问题", "业务培训还不够经常。"], wide=False)
    assert without_numbers_of_one_column(column) == ["", "五、存在的主要问题", "业务培训还不够经常。"]
    for lines in (
        [column[0][1:], *column[1:]],
        [column[0], column[2]],
        [column[0].replace("0", "3"), *column[1:]],
        ["         0", "0      12", "1       3"],
        ["               0", "0  规章    3  4  5"],
    ):
        assert without_numbers_of_one_column(lines) == lines
