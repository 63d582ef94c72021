"""A header of cells whose rows have come apart, so that a column beside a group stands amid those of the group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.extract.printed import Part, Rows, box, closed, figures, printed, read, report, reported, wrong

VALUES = figures()
LOWER = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def _of(header: Rows, at: list[int], render: Callable[[Rows], list[str]], width: int = 10) -> str:
    """A report whose second table has such a header, each row's figures in the cells `at`."""
    parts: list[Part] = []
    for part in printed(VALUES):
        if part.table_no != "3":
            parts.append(part)
            continue
        rows = []
        for row in part.rows:
            cells = [row[0], *[""] * (width - 1)]
            for place, figure in zip(at, row[1:], strict=True):
                cells[place] = figure
            rows.append(cells)
        parts.append(
            replace(part, header=[[*line, *[""] * (width - len(line))] for line in header], rows=rows)
        )
    return report(parts, render)


@pytest.mark.parametrize("render", [box, closed])
def test_the_sum_amid_a_group_tells_no_columns(render: Callable[[Rows], list[str]]) -> None:
    """The figures stand in the form's order, the label of the sum has slipped to the left."""
    header = [
        ["申请人情况", "自然人", "法人或其他组织", "总计", "", "", "", ""],
        ["", "", LOWER[0], "", *LOWER[1:]],
    ]
    reading = read(_of(header, [1, 2, 3, 4, 5, 6, 7], render))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


@pytest.mark.parametrize("render", [box, closed])
def test_the_sum_behind_a_group_does(render: Callable[[Rows], list[str]]) -> None:
    header = [
        ["申请人情况", "自然人", "法人或其他组织", "", "", "", "", "总计"],
        ["", "", *LOWER, ""],
    ]
    reading = read(_of(header, [1, 2, 3, 4, 5, 6, 7], render, 8))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}
