"""Walls of drawn tables that a letter of another width moved, and spaces that do not break."""

from __future__ import annotations

import pytest

from assets.extract.readers.drawn.movedwalls import corners_of
from assets.extract.undone.spaces.everyspace import with_plain_spaces
from assets.extract.undone.spaces.spacing import without_marks_of_no_width
from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    cells_of,
    change,
    figures,
    grid,
    markdown,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.extract.structures import grid as grid_of

_DRAWN = """\
+-------------------------------+
| 申请人情况                |   |
|---------+--------+--------|   |
| 自然人  | 企业   | 总计   |   |
|---------+--------+--------|   |
| 7       |        |{0}|   |
+-------------------------------+"""


@pytest.mark.parametrize("cell", [" \u200b30\u00a0   ", " 30\u00a0   ", " 30\u00a0    "])
def test_a_figure_beyond_the_last_wall_that_stands_is_no_blank(cell: str) -> None:
    rows = grid_of(_DRAWN.format(cell).replace("\u200b", ""))
    assert any("30" in text for text in rows[-1][0])


def test_a_mark_that_was_given_a_column_becomes_a_space() -> None:
    lines = ["+----+----+", "| \u200b3 | 40 |", "| \u200b5  | 60 |", "+----+----+"]
    made = without_marks_of_no_width("\n".join(lines)).split("\n")
    assert made[1] == "|  3 | 40 |"
    assert made[2] == "| 5  | 60 |"


def test_marks_in_other_lines_are_taken_out() -> None:
    assert without_marks_of_no_width("规\u200b章 | 3\n+--+\n文\u200b件") == "规章 | 3\n+--+\n文件"


@pytest.mark.parametrize(
    ("walls", "found"),
    [
        ([0, 9, 17, 25], [(0, 0), (9, 10), (17, 18), (25, 26)]),
        ([0, 9, 16, 24], [(0, 0), (9, 10), (16, 18), (24, 26)]),
        ([0, 11, 19, 27], [(0, 0), (11, 10), (19, 18), (27, 26)]),
        ([0, 10, 18, 26], []),  # none was moved
        ([0, 5, 18, 26], []),  # this is the wall of nothing
    ],
)
def test_each_wall_belongs_under_one_corner(walls: list[int], found: list[tuple[int, int]]) -> None:
    assert corners_of(walls, [0, 10, 18, 26]) == found


def test_a_wall_that_may_belong_under_two_corners_tells_nothing() -> None:
    assert corners_of([0, 9, 17], [0, 9, 10, 18]) == []


def _list_table(rows: Rows) -> list[str]:
    lines = [".. list-table::", "   :header-rows: 1", ""]
    return lines + [f"   {'  ' if m else '* '}- {cell}" for row in rows for m, cell in enumerate(row)]


@pytest.mark.parametrize("render", [_list_table, markdown, grid])
def test_a_text_whose_every_space_does_not_break(render: object) -> None:
    values = figures()
    parts = printed(values)
    row = row_of(parts, "granted")
    row[3] = ""
    values[CellKey("3", "granted", "research")] = ""
    text = report(change(parts, "granted", row), render).replace(" ", "\u00a0")  # type: ignore[arg-type]
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == {key for key, figure in values.items() if figure}
    assert cells_of(reading)[CellKey("3", "granted", "research")]["status"] == "blank"


@pytest.mark.parametrize("text", ["规章\n\u00a0\n3" * 30, "| 规章\u00a0| 3 |" * 30])
def test_other_texts_keep_such_spaces(text: str) -> None:
    assert with_plain_spaces(text.split("\n")) == text.split("\n")
