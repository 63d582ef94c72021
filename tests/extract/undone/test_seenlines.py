"""Walls of a table that a scanner took for bars, before the words of a line here and there."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, figures, pipe_cells, printed, read, report, reported, wrong

VALUES = figures()


def _scanned(rows: Rows, barred: tuple[str, ...], bar: str = "| ") -> list[str]:
    lines = [" ".join(filter(None, row)) for row in rows]
    return [bar + line if line.startswith(barred) else line for line in lines]


@pytest.mark.parametrize("bar", ["|", "| ", "｜ "])
def test_rows_behind_such_bars_are_read(bar: str) -> None:
    barred = ("行政规范性文件", "1.属于国家秘密", "2.重复申请", "四、结转下年度")
    reading = read(report(printed(VALUES), lambda rows: _scanned(rows, barred, bar)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_bar_before_figures_may_be_one() -> None:
    def scanned(rows: Rows) -> list[str]:
        lines = _scanned(rows, ())
        return [line.replace("2.重复申请 ", "2.重复申请\n| ") for line in lines]

    assert not wrong(read(report(printed(VALUES), scanned)), VALUES)


def test_cells_between_bars_keep_them() -> None:
    reading = read(report(printed(VALUES), pipe_cells))
    assert reported(reading) == set(VALUES)
