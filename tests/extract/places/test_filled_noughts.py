"""Rows of noughts alone that lost a blank cell and are filled up at their end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import Rows, figures, markdown, printed, read, report, reported, trailing, wrong

VALUES = dict.fromkeys(figures(), "0")


def filled_up(lost: range, render: Callable[[Rows], list[str]]) -> Callable[[Rows], list[str]]:
    """A layout in which these rows of table 3 lack the cell of 科研机构 and have a blank one at their end."""

    def draw(rows: Rows) -> list[str]:
        if len(rows[-1]) != 8:
            return render(rows)
        first = len(rows) - 25
        return render([[*row[:3], *row[4:], ""] if n - first in lost else row for n, row in enumerate(rows)])

    return draw


@pytest.mark.parametrize("render", [trailing, markdown])
@pytest.mark.parametrize("lost", [range(4, 5), range(6, 12)])
def test_a_row_of_one_figure_all_along(render: Callable[[Rows], list[str]], lost: range) -> None:
    keys = [key.row_key for key in VALUES if key.table_no == "3" and key.col_key == "total"]
    truth = {
        key: ""
        if key.table_no == "3" and key.col_key == "research" and keys.index(key.row_key) in lost
        else f
        for key, f in VALUES.items()
    }
    reading = read(report(printed(VALUES), filled_up(lost, render)))
    assert not wrong(reading, truth)
    assert len(reported(reading, "3")) == 175 - 7 * len(lost)
