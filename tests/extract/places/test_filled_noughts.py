"""Rows of noughts alone that lost a blank cell and are filled up at their end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey
from tests.extract.printed import Rows, closed, figures, printed, read, report, reported, wrong

VALUES = dict.fromkeys(figures(), "0")


def drawn(lost: range) -> Callable[[Rows], list[str]]:
    """A cell a line behind a bar, bars that fill a row up behind its last; some rows lack a cell, and two cells share a line."""

    def draw(rows: Rows) -> list[str]:
        if len(rows[-1]) != 8:
            return closed(rows)
        first = len(rows) - 25
        lines: list[str] = []
        for n, row in enumerate(rows):
            cells = [*row[:3], *row[4:]] if n - first in lost else [cell for cell in row if cell]
            lines += ["|", *(f"{cell} |" for cell in cells[:-1]), f"{cells[-1]} | {'|' * (10 - len(cells))}"]
        return [*lines[:-2], f"{lines[-2]}{lines[-1]}"]

    return draw


@pytest.mark.parametrize("lost", [range(4, 5), range(4, 12, 2), range(6, 12)])
def test_a_row_of_one_figure_all_along(lost: range) -> None:
    keys = [key.row_key for key in VALUES if key.table_no == "3" and key.col_key == "total"]
    truth = {
        key: ""
        if key.table_no == "3" and key.col_key == "research" and keys.index(key.row_key) in lost
        else f
        for key, f in VALUES.items()
    }
    reading = read(report(printed(VALUES), drawn(lost)))
    assert not wrong(reading, truth)
    assert len(reported(reading, "3")) >= 175 - 7 * len(lost) - 7


def test_a_blank_on_the_line_of_the_last_figure_fills_a_row_of_few_columns_up() -> None:
    """A row of table 2 whose first blank is lost, where another row's label and figure share a line."""
    values = figures()
    lost = CellKey("2", "normative_docs", "issued")

    def draw(rows: Rows) -> list[str]:
        lines: list[str] = []
        for row in rows:
            cells = [cell for cell in row if cell and cell != values[lost]]
            bars = "|" * (len(row) - len(cells))
            lines += ["|", *(f"{cell} |" for cell in cells[:-1]), f"{cells[-1]} | {bars}".rstrip()]
        at = next(n for n, line in enumerate(lines) if line.startswith("行政许可"))
        return [*lines[:at], f"{lines[at]}{lines[at + 1]}", *lines[at + 2 :]]

    second = [part for part in printed(values) if part.table_no == "2"]
    header = max(len(part.rows[0]) for part in second)
    text = report(second, lambda rows: draw([[*row, *[""] * (header - len(row))] for row in rows]))
    assert not wrong(read(text), {**values, lost: ""})
