"""Rows filled up with bars to the width of their table: a group's label beside the first of its rows, and blank cells at the end."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, Figures, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

TABLE = forms()["2021"].table("3")
WIDTH = 10
VALUES = figures()
WHOLE = ("new_received", "carried_over", "total_handled", "carried_forward")
# The totals of all that was handled left blank, all but the totals, and blank cells of both kinds.
NO_TOTALS = {k for k in VALUES if k.table_no == "3" and k.col_key == "total" and k.row_key not in WHOLE}
ONLY_TOTALS = {k for k in VALUES if k.table_no == "3" and k.col_key != "total"}
SCATTERED = NO_TOTALS | {
    k for n, k in enumerate(VALUES) if k.table_no == "3" and k.row_key not in WHOLE and n % 3 == 0
}
HEADER = [
    ["申请人情况"],
    ["自然人", "法人或其他组织", "总计"],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
]

Cells = list[list[str]]


def rows_of(values: Figures) -> Cells:
    """The rows of table 3 with the labels of groups beside the first of each."""
    rows, seen = [["数据的勾稽关系", *HEADER[0]], *HEADER[1:]], set()
    for row in TABLE.rows:
        above = [group.zh for group in TABLE.ancestors(row.key) if group.zh not in seen]
        seen.update(above)
        rows.append([*above, row.zh, *(values[key] for key in TABLE.keys_of[row.key])])
    return rows


def on_lines(rows: Cells) -> list[str]:
    """A row a line, what fills it up behind its last bar."""
    return [
        "".join(f"{cell} | ".replace("  ", " ") for cell in row) + "|" * (WIDTH - len(row)) for row in rows
    ]


def in_wide_cells(rows: Cells) -> list[str]:
    """The same with room in the cells of figures, and a bar before each row."""
    return [
        "| "
        + " | ".join(cell if len(cell) > 4 else cell.rjust(9) for cell in row)
        + " |"
        + "|" * (WIDTH - len(row))
        for row in rows
    ]


def above_bars(rows: Cells) -> list[str]:
    """A cell a line and a bar below it; nothing fills rows up."""
    return [line for row in rows for cell in row for line in ([cell, "|"] if cell else ["|"])]


def above_bars_filled_up(rows: Cells) -> list[str]:
    return [
        line
        for row in rows
        for line in [*above_bars([row]), *(["|" * (WIDTH - len(row))] if len(row) < WIDTH else [])]
    ]


def behind_a_bar(rows: Cells) -> list[str]:
    """A bar opens each row, a cell a line; what fills it up stands on the line of the last cell."""
    return [
        line
        for row in rows
        for line in [
            "|",
            *(f"{cell} |".strip() for cell in row[:-1]),
            f"{row[-1]} | ".lstrip() + "|" * (WIDTH - len(row)),
        ]
    ]


LAYOUTS = (on_lines, in_wide_cells, above_bars, above_bars_filled_up, behind_a_bar)
layouts = pytest.mark.parametrize("layout", LAYOUTS)


def text(rows: Cells, layout: Callable[[Cells], list[str]]) -> str:
    others = [part for part in printed(VALUES) if part.table_no != "3"]
    lines = report(others, lambda block: ["\t".join(row) for row in block]).split("\n")
    at = lines.index(HEADINGS["4"])
    return "\n".join([*lines[:at], HEADINGS["3"], *layout(rows), *lines[at:]])


def without(blank: set[CellKey]) -> Figures:
    return {key: "" if key in blank else value for key, value in VALUES.items()}


@in_turn
@layouts
@pytest.mark.parametrize("blank", [NO_TOTALS, ONLY_TOTALS, SCATTERED])
def test_rows_beside_a_groups_label_are_read_as_those_below_are(
    blank: set[CellKey], layout: Callable[[Cells], list[str]]
) -> None:
    values = without(blank)
    reading = read(text(rows_of(values), layout))
    assert not wrong(reading, values)
    if blank is ONLY_TOTALS and layout is above_bars:
        return  # no header of the same block says that the column which is blank throughout is not the labels'
    assert reported(reading, "3") == {k for k, v in values.items() if v and k.table_no == "3"}


@in_turn
@layouts
@pytest.mark.parametrize("at", [2, 4, 7])
@pytest.mark.parametrize("row", ["granted", "unable_not_held", "denied_process_info"])
def test_a_row_that_lost_a_cell_is_not_moved(row: str, at: int, layout: Callable[[Cells], list[str]]) -> None:
    values = without(NO_TOTALS)
    rows = rows_of(values)
    printed_row = next(r for r in rows if VALUES[CellKey("3", row, "natural_person")] in r)
    del printed_row[len(printed_row) - 8 + at - 1]
    reading = read(text(rows, layout))
    assert not wrong(reading, values)
    assert row not in {key.row_key for key in reported(reading, "3")}


@in_turn
@layouts
@pytest.mark.parametrize("row", ["granted", "unable_not_held", "rejected_petition"])
@pytest.mark.parametrize("lost", [0, 1, 3])
def test_what_fills_a_row_up_takes_no_lost_cells_place(
    row: str, lost: int, layout: Callable[[Cells], list[str]]
) -> None:
    """The row lost a cell with its bar, its last cell is blank: one bar less than all others have."""
    blank = {
        k for k in VALUES if k.table_no == "3" and k.row_key == row and k.col_key in ("research", "total")
    }
    values = without(SCATTERED - {k for k in SCATTERED if k.row_key == row} | blank)
    rows = rows_of(values)
    whole = layout(rows)
    printed_row = next(r for r in rows if VALUES[CellKey("3", row, "social_org")] in r)
    at = rows.index(printed_row)
    (before, after) = (len(layout(rows[:at])), len(layout(rows[at + 1 :])))
    own = whole[before : len(whole) - after]
    figure = VALUES[CellKey("3", row, ("natural_person", "commercial", "", "social_org")[lost])]
    place = next(n for n, line in enumerate(own) if figure in line)
    if len(own) == 1:
        own = [re.sub(rf"\| +{figure} ", "", own[0])]
    else:
        del own[place : place + (1 if "|" in own[place] else 2)]
    damaged = [*whole[:before], *own, *whole[len(whole) - after :]]
    assert damaged != whole
    reading = read(text(rows, lambda _: damaged))
    assert not wrong(reading, values)
    assert row not in {key.row_key for key in reported(reading, "3")}


@pytest.mark.parametrize("layout", [on_lines, above_bars_filled_up, behind_a_bar])
def test_blank_cells_that_were_moved_into_what_fills_up_leave_no_places(
    layout: Callable[[Cells], list[str]],
) -> None:
    values = without(SCATTERED)
    rows = [[cell for cell in row if cell] for row in rows_of(values)]
    reading = read(text(rows, layout))
    assert not wrong(reading, values)
