"""Marks of pages, with blank lines about them, amid rows of a cell a line: the row goes on, and words begin a row as ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import (
    GRIDS,
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
MARKS = [["— 5 —"], ["— 5 —", ""], ["", "- 6 -", "\f"], ["", "第 5 页 共 9 页", "", ""]]
PLACES = [
    ("3", "denied_process_info", "research"),
    ("3", "granted", "total"),
    ("3", "unable_unclear", "natural_person"),
    ("4", "suit_direct", "upheld"),
]
Layout = Callable[[Rows], list[str]]


def _marked(place: tuple[str, str, str], mark: list[str], render: Layout, parts=PARTS) -> str:  # type: ignore[no-untyped-def]
    """The report with the mark of a page below the cell of a figure."""
    lines = report(parts, render).split("\n")
    value = next(v for k, v in VALUES.items() if (k.table_no, k.row_key, k.col_key) == place)
    at = next(n for n, line in enumerate(lines) if line.strip("\t| ") == value) + 1
    return "\n".join([*lines[:at], *mark, *lines[at:]])


@in_turn
@pytest.mark.parametrize("render", [GRIDS["tab_cells"], GRIDS["pipe_cells"]])
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", PLACES)
def test_a_row_goes_on_behind_the_mark(place: tuple[str, str, str], mark: list[str], render: Layout) -> None:
    reading = read(_marked(place, mark, render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@in_turn
@pytest.mark.parametrize("render", [GRIDS["tab_cells"], GRIDS["pipe_cells"]])
@pytest.mark.parametrize("mark", MARKS)
def test_a_row_that_lacks_a_figure_there_stays_in_doubt(mark: list[str], render: Layout) -> None:
    row = row_of(PARTS, "denied_process_info")
    parts = change(PARTS, "denied_process_info", [*row[:4], *row[5:]])
    reading = read(_marked(PLACES[0], mark, render, parts))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if v != row[4]})
    assert "denied_process_info" not in {key.row_key for key in reported(reading)}


@in_turn
@pytest.mark.parametrize("render", [GRIDS["tab_cells"], GRIDS["pipe_cells"]])
@pytest.mark.parametrize("mark", MARKS)
def test_a_row_without_its_label_does_not_go_on_with_the_one_above(mark: list[str], render: Layout) -> None:
    row = row_of(PARTS, "partially_granted")
    parts = change(PARTS, "partially_granted", row[1:])
    reading = read(_marked(PLACES[1], mark, render, parts))
    assert not wrong(reading, VALUES)
