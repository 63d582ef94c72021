"""A whole row of figures behind the name of a group, in plain text: its sum, or the row's whose label stands below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import (
    Rows,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
ROWS = ("other_overdue_correction", "other_overdue_fee", "other_misc")
SUM = [str(sum(int(row_of(PARTS, row)[n]) for row in ROWS)) for n in range(1, 8)]


def text_of(lines: list[str], render: Callable[[Rows], list[str]] = one_a_line) -> str:
    """The report, with other lines in the place of the rows of 其他处理."""
    text = report(PARTS, render)
    start = text.index(row_of(PARTS, ROWS[0])[0])
    return text[:start] + "\n".join(lines) + "\n" + text[text.index("（七）总计") :]


def test_figures_above_their_labels_in_one_group() -> None:
    """The name of the group has the first row's, the label below it the next one's."""
    labels, rows = zip(*((row_of(PARTS, row)[0], row_of(PARTS, row)[1:]) for row in ROWS), strict=True)
    lines = ["（六）其他处理", *rows[0], labels[0], *rows[1], labels[1], labels[2], *rows[2]]
    found = read(text_of(lines))
    assert wrong(found, VALUES) == {}
    assert {key.row_key for key in reported(found, "3")}.isdisjoint(ROWS[:2])
    assert {key for key in VALUES if key.row_key not in (*ROWS, "rejected_reconfirm")} <= reported(found)


@pytest.mark.parametrize("render", [one_a_line, running])
def test_the_sum_of_a_group_all_of_whose_rows_have_figures(render: Callable[[Rows], list[str]]) -> None:
    rows = [["（六）其他处理", *SUM], *(row_of(PARTS, row) for row in ROWS)]
    found = read(text_of(render(rows), render))
    assert wrong(found, VALUES) == {}
    assert reported(found) == set(VALUES)
