"""A column of the text's own among those of the form, each with a head and a place of its own."""

from __future__ import annotations

import pytest

from tests.extract.odd import THIRD, VALUES, third
from tests.extract.printed import (
    Rows,
    closed,
    grid,
    markdown,
    pipe_cells,
    read,
    report,
    reported,
    tab_cells,
    trailing,
    tsv,
    wrong,
)
from tests.turns import in_turn

FULL = [
    ["", "申请人情况", *[""] * 6],
    ["", "自然人", "法人或其他组织", "", "", "", "", "总计"],
    ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
]
with_places = pytest.mark.parametrize(
    "render", [tsv, closed, trailing, markdown, grid, pipe_cells], ids=lambda f: f.__name__
)
heads = pytest.mark.parametrize("head", ["其中：网上", "其中：外资企业", "境外", "去年同期", "上年总计"])
# On a line by itself it is a caption, too.
CAPTION = "去年同期"


def _with(head: str, at: int, rows: Rows = THIRD.rows) -> tuple[Rows, Rows]:
    """Table 3 with a column of its own before column `at`: among the members of the group below its label, else in the row of that."""
    level = 2 if 2 < at < 7 else 1
    header = [[*row[:at], head if n == level else "", *row[at:]] for n, row in enumerate(FULL)]
    return header, [[*row[:at], "7001", *row[at:]] for row in rows]


@in_turn
@with_places
@heads
@pytest.mark.parametrize("at", [2, 3, 4, 7])
def test_all_are_read(render, head: str, at: int) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(third(*_with(head, at)), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES) or (render is pipe_cells and head == CAPTION)


@in_turn
@with_places
@pytest.mark.parametrize("at", [3, 4, 7])
@pytest.mark.parametrize("blank", [1, 3, 7])
def test_a_row_with_a_blank_cell_stays_in_doubt(render, at: int, blank: int) -> None:  # type: ignore[no-untyped-def]
    rows = [row.copy() for row in THIRD.rows]
    rows[1][blank] = ""
    reading = read(report(third(*_with("其中：网上", at, rows)), render))
    assert not wrong(reading, VALUES)
    own = {key.col_key for key in reported(reading, "3") if key.row_key == "carried_over"}
    assert len(own) < 7 and len(reported(reading, "3")) >= 24 * 7


@with_places
@pytest.mark.parametrize("is_first", [True, False])
def test_a_head_below_that_of_a_column_parts_it(render, is_first: bool) -> None:  # type: ignore[no-untyped-def]
    """总计 over 其中：网上 and a column without a name: either may be the form's."""
    header = [[*row, ""] for row in FULL]
    header[2][7] = "其中：网上"
    pairs = [["7001", row[7]] if is_first else [row[7], "7001"] for row in THIRD.rows]
    rows = [[*row[:7], *pair] for row, pair in zip(THIRD.rows, pairs, strict=True)]
    reading = read(report(third(header, rows), render))
    assert not wrong(reading, VALUES)
    assert not any(key.col_key == "total" for key in reported(reading, "3"))


def _without_spans(rows: Rows) -> list[str]:
    """The cells of a page, those that others span left out."""
    return tab_cells([[cell for at, cell in enumerate(row) if cell or not at] for row in rows])


@pytest.mark.parametrize("at", [3, 4, 5, 6])
def test_amid_the_members_of_a_group_without_places(at: int) -> None:
    header, rows = _with("其中：外资企业", at)
    reading = read(report(third(header, rows), _without_spans))
    assert not wrong(reading, VALUES) and reported(reading) == set(VALUES)


def test_behind_the_members_of_a_group_without_places() -> None:
    """It may be the last of the group, or the first of two below 总计."""
    header, rows = _with("其中：外资企业", 7)
    header[1][7], header[2][7] = "", "其中：外资企业"
    reading = read(report(third(header, rows), _without_spans))
    assert not wrong(reading, VALUES)
    assert not any(key.col_key == "total" for key in reported(reading, "3"))


def test_two_columns_of_the_texts_own_over_one_more_figure() -> None:
    """One among the heads, one beside the words over them all: which of the two the rows have is not told."""
    header, rows = _with("境外", 2)
    header[0] = ["", "申请人情况", "去年同期"]
    reading = read(
        report(third([[c for n, c in enumerate(row) if c or not n] for row in header], rows), tab_cells)
    )
    assert not wrong(reading, VALUES) and not reported(reading, "3")
