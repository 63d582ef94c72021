"""Marks of points before every line of a text, cells among them, that an editor or a comparison of files put there."""

from __future__ import annotations

import pytest

from assets.extract.formats.bulletedlines import without_points
from tests.extract.printed import (
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


def test_points_of_a_list_stay() -> None:
    points = [f"* 第{n}项工作" for n in range(30)]
    lines = ["青岚县林业局2022年政府信息公开工作年度报告", *points]
    assert without_points(lines) == lines


def test_a_dash_before_some_lines_may_be_a_cell() -> None:
    """Each row of a stretch has a blank first cell, printed as a dash."""
    rows = [f"- {n} {n + 1} 0 0 {n + 2}" for n in range(30)]
    lines = ["青岚县林业局2022年政府信息公开工作年度报告", *rows]
    assert without_points(lines) == lines
