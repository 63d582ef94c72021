"""Rows that lost cells and were filled up at their ends, with blanks or with the sign for what a merged cell covers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Figures,
    Rows,
    closed,
    csv_rows,
    figures,
    grid,
    html,
    markdown,
    printed,
    read,
    report,
    reported,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
ROWS = [key.row_key for key in VALUES if key.table_no == "3" and key.col_key == "total"]
# A stroke and 无 are what filers write.
SIGNS = ["-", "—"]
Render = Callable[[Rows], list[str]]
by_render = pytest.mark.parametrize("render", [closed, markdown, grid, html, tsv])


def _text(
    values: Figures, lost: dict[str, list[int]], sign: str, render: Render, *, first: bool = False
) -> str:
    """A report in which rows lack some cells, `sign` in as many at their ends or, if `first`, before their first figure."""
    parts = []
    for part in printed(values):
        rows = []
        labels = 0 if part.table_no == "4" else 1
        for key, row in zip(part.keys, part.rows, strict=True):
            at = lost.get(key, []) if part.table_no in "34" else []
            kept = [cell for n, cell in enumerate(row[labels:]) if n not in at]
            fill = [sign] * len(at)
            rows.append([*row[:labels], *([*fill, *kept] if first else [*kept, *fill])])
        parts.append(replace(part, rows=rows))
    return report(parts, render)


@in_turn
@by_render
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "lost",
    [
        {ROWS[1]: [0]},
        {ROWS[9]: [3]},
        {ROWS[9]: [0, 4]},
        {ROWS[24]: [1, 2, 3]},
        {row: [2] for row in ROWS[4:8]},
        {ROWS[4]: [2], ROWS[7]: [0, 3]},
        {"all": [1]},
        {"all": [1, 7]},
        {"all": [5, 6, 13]},
    ],
)
def test_a_row_that_lost_cells_is_in_doubt(render: Render, sign: str, lost: dict[str, list[int]]) -> None:
    reading = read(_text(VALUES, lost, sign, render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {
        k for k in VALUES if k.row_key not in lost and (k.table_no != "4" or "all" not in lost)
    }


@in_turn
@pytest.mark.parametrize("render", [closed, markdown, grid, html])
@pytest.mark.parametrize("lost", [{ROWS[9]: [4]}, {"all": [1, 7]}, {"all": [5, 6, 13]}])
def test_a_row_that_lost_cells_and_has_blanks_is_in_doubt(render: Render, lost: dict[str, list[int]]) -> None:
    """Blank cells of a row of table 3 may be more than one column's."""
    assert not wrong(read(_text(VALUES, lost, "", render)), VALUES)


@by_render
def test_signs_beside_blank_cells_are_the_filers(render: Render) -> None:
    """A program that fills cells up with its sign leaves none blank."""
    own = {CellKey("3", ROWS[n], "total") for n in (1, 9)}
    blank = {CellKey("3", ROWS[5], "research")}
    values = VALUES | dict.fromkeys(own, "-") | dict.fromkeys(blank, "")
    assert reported(read(report(printed(values), render))) == {*VALUES} - own - blank


@by_render
@pytest.mark.parametrize("sign", SIGNS)
def test_signs_amid_figures_are_the_filers(render: Render, sign: str) -> None:
    """Who writes the sign for a nought writes it wherever one is, in the total, too."""
    own = {CellKey("3", row, column) for row in ROWS[3:9] for column in ("commercial", "other_org")}
    own |= {CellKey("3", ROWS[5], "total"), CellKey("4", "suit_after_review", "total")}
    reading = read(report(printed(VALUES | dict.fromkeys(own, sign)), render))
    assert reported(reading) == {*VALUES} - own


@by_render
def test_signs_in_most_totals_are_the_tables_habit(render: Render) -> None:
    own = {CellKey("3", row, "total") for row in ROWS[::2]}
    assert reported(read(report(printed(VALUES | dict.fromkeys(own, "-")), render))) == {*VALUES} - own


@by_render
def test_a_row_of_noughts_with_a_sign_is_the_same_however_it_moved(render: Render) -> None:
    row = [key for key in VALUES if key.row_key == ROWS[9]]
    values = VALUES | dict.fromkeys(row, "0") | {row[-1]: "-"}
    values |= {
        key: "-" if key.row_key.endswith("after_review") and key.col_key == "total" else "0"
        for key in VALUES
        if key.table_no == "4"
    }
    reading = read(report(printed(values), render))
    assert reported(reading) == {key for key, text in values.items() if text != "-"}


# Layouts whose rows a program makes as wide as their table; pages and tabs are not among them.
@in_turn
@pytest.mark.parametrize("render", [closed, markdown, csv_rows])
@pytest.mark.parametrize("rows", [[9, 21], [3, 8, 14]])
@pytest.mark.parametrize("merged", [3, 5])
def test_a_merged_cell_printed_once_moved_the_total_into_the_row(
    render: Render, rows: list[int], merged: int
) -> None:
    lost = {ROWS[n]: [*range(2, 1 + merged)] for n in rows}
    reading = read(_text(VALUES, lost, "", render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.row_key not in lost}


@by_render
def test_ends_left_blank_in_many_rows_or_beside_other_blanks_are_the_filers(render: Render) -> None:
    ends = ("social_org", "legal_service", "other_org", "total")
    many = {CellKey("3", row, column) for row in ROWS[::2] for column in ends}
    few = {CellKey("3", ROWS[9], column) for column in ends}
    amid = {CellKey("3", row, "research") for row in ROWS[3:9]}
    for blank in (many, few | amid):
        reading = read(report(printed(VALUES | dict.fromkeys(blank, "")), render))
        assert reported(reading) == {*VALUES} - blank
