"""Heads of two years over the form's one column of decisions, and one figure below them."""

from __future__ import annotations

import pytest

from tests.extract.printed import GRIDS, PLAIN, Part, figures, printed, read, report, reported, status_of
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
LAYOUTS = {name: GRIDS[name] for name in ("tsv", "closed", "html", "pipe_cells")} | PLAIN
YEARS = [
    ("上年处理决定数量", "本年处理决定数量"),
    ("2021年处理决定数量", "2022年处理决定数量"),
    ("2021年", "2022年"),
]
ROWS = {"permits", "penalties", "coercion"}


def under(heads: tuple[str, str], cells: list[str]) -> list[Part]:
    """The report with these heads over the rows of decisions, and these cells in each."""
    return [
        Part(
            part.table_no,
            [*part.header[:-1], [part.header[-1][0], *heads]],
            [[row[0], *cells] for row in part.rows],
            part.keys,
        )
        if ROWS & set(part.keys)
        else part
        for part in PARTS
    ]


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("heads", YEARS)
def test_a_lone_figure_of_last_year_is_not_this_years(layout: str, heads: tuple[str, str]) -> None:
    reading = read(report(under(heads, ["60", ""]), LAYOUTS[layout]))
    for row in ROWS:
        assert "reported" not in status_of(reading, "2", row)


@pytest.mark.parametrize("layout", ["tsv", "closed", "html"])
def test_the_rest_of_the_report_is_read(layout: str) -> None:
    reading = read(report(under(YEARS[0], ["60", ""]), LAYOUTS[layout]))
    assert len(reported(reading)) == len(VALUES) - len(ROWS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_head_leaves_the_figure_this_years(layout: str) -> None:
    assert reported(read(report(PARTS, LAYOUTS[layout]))) == set(VALUES)
