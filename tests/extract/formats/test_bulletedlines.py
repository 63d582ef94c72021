"""Marks of points before every line of a text, cells among them, that an editor or a comparison of files put there."""

from __future__ import annotations

import pytest

from assets.extract.formats.bulletedlines import without_points, without_points_of_rows
from tests.extract.printed import (
    Rows,
    csv_rows,
    figures,
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


@in_turn
@pytest.mark.parametrize("write", [one_a_line, running, tsv, csv_rows])
@pytest.mark.parametrize("mark", ["+", "*", "•", "-"])
def test_a_mark_before_every_line_is_none_of_the_figures(mark: str, write) -> None:  # type: ignore[no-untyped-def]
    lines = report(printed(VALUES), write).split("\n")
    reading = read("\n".join(f"{mark} {line}" if line else "" for line in lines))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def barred(rows: Rows) -> list[str]:
    return [" | ".join(row) for row in rows]


@in_turn
@pytest.mark.parametrize("mark", ["*", "•"])
@pytest.mark.parametrize("page", [False, True])
def test_a_mark_before_each_row_of_cells(mark: str, *, page: bool) -> None:
    lines = report(printed(VALUES), barred).split("\n")
    lines = [f"{mark} {line}" if "|" in line else line for line in lines]
    if page:  # a page ends between the header of table 4 and its figures
        lines[-9:-9] = ["", "第 9 页 共 12 页", ""]
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_mark_before_some_rows_is_of_these() -> None:
    rows = [f"* 第{n}项 | {n}" for n in range(30)]
    assert without_points_of_rows(rows) == [row[2:] for row in rows]
    for other in ("第30项 | 30", "• 第30项 | 30", "- 第30项 | 30"):
        assert without_points_of_rows([*rows, other]) == [*rows, other]


def test_a_blank_first_cell_keeps_its_place_behind_a_mark() -> None:
    """A row that has lost its last figure has a blank there, not another row's place."""
    rows = [[*row] for row in printed(VALUES)[-2].rows]
    lost = rows[4][3]
    text = report(printed({k: "" if v == lost else v for k, v in VALUES.items()}), barred)
    reading = read("\n".join(f"* {line}" if "|" in line else line for line in text.split("\n")))
    left = {k: v for k, v in VALUES.items() if v != lost}
    assert not wrong(reading, left)
    assert len(reported(reading)) >= len(left) - 7


def test_points_of_a_list_stay() -> None:
    points = [f"* 第{n}项工作" for n in range(30)]
    lines = ["青岚县林业局2022年政府信息公开工作年度报告", *points]
    assert without_points(lines) == lines


def test_a_dash_before_some_lines_may_be_a_cell() -> None:
    """Each row of a stretch has a blank first cell, printed as a dash."""
    rows = [f"- {n} {n + 1} 0 0 {n + 2}" for n in range(30)]
    lines = ["青岚县林业局2022年政府信息公开工作年度报告", *rows]
    assert without_points(lines) == lines
