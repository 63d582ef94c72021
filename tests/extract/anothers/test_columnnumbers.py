"""The numbers of columns under a header whose own row is blank or lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import GRIDS, PLAIN, aligned, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

LAYOUTS = {**{name: GRIDS[name] for name in ("tsv", "tab_cells", "closed", "html", "box")}, **PLAIN}
COUNTS = {
    "from one": range(1, 16),
    "from above": range(8, 23),
    "each its own": [*range(1, 6)] * 3,
    "of all tables": range(23, 38),
    "of the third": range(101, 116),
}


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", COUNTS)
def test_numbers_in_the_place_of_the_row_of_table_4(layout: str, count: str) -> None:
    row = list(map(str, COUNTS[count]))
    values = {key: str(at * 37 % 911) for at, key in enumerate(figures(), 1)}
    parts = [replace(p, rows=[row]) if p.table_no == "4" else p for p in printed(values)]
    reading = read(report(parts, LAYOUTS[layout]))
    assert not reported(reading, "4")
    assert not wrong(reading, {key: v for key, v in values.items() if key.table_no != "4"})


def test_numbers_under_the_header_of_table_3_are_not_its_first_row() -> None:
    values = figures()
    parts = [
        replace(p, rows=[[p.rows[0][0]], ["", *map(str, range(1, 8))], *p.rows[1:]])
        if p.table_no == "3"
        else p
        for p in printed(values)
    ]
    left = {key: value for key, value in values.items() if key.row_key != "new_received"}
    assert not wrong(read(report(parts, aligned)), left)


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("row", [range(31, 46), [1, 2, 3, 4, 10, *range(1, 11)], [1, 1, 1, 1, 4] * 3])
def test_figures_that_do_not_count_the_columns_are_read(layout: str, row: list[int]) -> None:
    printed_ = list(map(str, row))
    parts = [replace(p, rows=[printed_]) if p.table_no == "4" else p for p in printed(figures())]
    assert len(reported(read(report(parts, LAYOUTS[layout])), "4")) == 15


def test_rows_further_down_in_table_3_may_count_up() -> None:
    values = figures()
    values |= {key: str(n) for n, key in enumerate((k for k in values if k.row_key == "carried_over"), 1)}
    read_ = reported(read(report(printed(values), GRIDS["tsv"])), "3")
    assert CellKey("3", "carried_over", "total") in read_
