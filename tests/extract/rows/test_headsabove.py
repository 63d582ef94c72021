"""Totals whose first digits stand above their row's label, behind the row before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import Figures, Rows, figures, one_a_line, printed, read, report, reported, wrong

VALUES: Figures = {
    key: str(int(figure) % 90 + 10) if key.table_no == "3" else figure for key, figure in figures().items()
}


def text_of(key: str, head: str, end: str, one_line: bool = False) -> str:
    """A report in which the total of a row is `end`, with `head` above its label."""
    parts = []
    for part in printed(VALUES):
        rows = [list(row) for row in part.rows]
        if key in part.keys:
            at = part.keys.index(key)
            rows[at][-1] = end
            rows[at - 1 : at] = [[*rows[at - 1], head]] if at else []
            if not at:
                rows[0:0] = [[head]]
        parts.append(replace(part, rows=rows))

    def render(rows: Rows) -> list[str]:
        lines = one_a_line(rows)
        return [" ".join(lines)] if one_line else lines

    return report(parts, render)


@pytest.mark.parametrize("key", ["total_handled", "denied_other_law", "new_received", "carried_over"])
@pytest.mark.parametrize("one_line", [False, True])
def test_the_end_of_a_figure_is_not_the_figure(key: str, one_line: bool) -> None:
    reading = read(text_of(key, "22", "0", one_line))
    values = VALUES | {CellKey("3", key, "total"): "220"}
    assert not wrong(reading, values)


def test_a_figure_that_does_not_fill_the_column_is_no_head() -> None:
    key = CellKey("3", "denied_other_law", "total")
    reading = read(text_of("denied_other_law", "7", VALUES[key]))
    assert key in reported(reading) or not reported(reading, "3")
    assert not wrong(reading, VALUES)


def test_rows_without_heads_are_read() -> None:
    assert reported(read(report(printed(VALUES), one_a_line))) == {*VALUES}
