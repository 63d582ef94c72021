"""Rows of cells that the end of a page cut in two, labels in two halves, and rows that slid by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    aligned,
    csv_rows,
    figures,
    grid,
    html,
    json_lists,
    pipe_cells,
    printed,
    read,
    report,
    reported,
    status_of,
    trailing,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
LAYOUTS = (tsv, csv_rows, trailing, grid, html, json_lists, pipe_cells)


def _with(rows_of):
    parts = printed(VALUES)
    return [
        replace(part, rows=rows_of(list(part.rows)), keys=()) if part.table_no == "3" else part
        for part in parts
    ]


def _cut(rows, at, columns, page=None):
    label, *cells = rows[at]
    upper = [label, *cells[:columns], *[""] * (7 - columns)]
    lower = [*[""] * (columns + 1), *cells[columns:]]
    between = [[page, *[""] * 7]] if page else []
    return [*rows[:at], upper, *between, lower, *rows[at + 1 :]]


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("page", [None, "— 4 —"])
def test_second_half_is_not_the_next_row(layout, page):
    def rows_of(rows):
        del rows[7]
        return _cut(rows, 6, 3, page)

    reading = read(report(_with(rows_of), layout))
    assert not wrong(reading, VALUES)
    assert not [key for key in reported(reading, "3") if key.row_key == "denied_three_securities"]
    assert len(reported(reading, "3")) >= 22 * 7


@pytest.mark.parametrize("layout", LAYOUTS)
def test_odd_words_in_the_second_half_are_not_blank(layout):
    def rows_of(rows):
        rows[6][6] = "见备注"
        return _cut(rows, 6, 3, "— 4 —")

    reading = read(report(_with(rows_of), layout))
    assert not wrong(reading, VALUES)
    assert "blank" not in status_of(reading, "3", "denied_three_securities", "other_org", "total")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_row_without_label_and_without_blanks_is_the_row_between(layout):
    def rows_of(rows):
        rows[7][0] = ""
        return rows

    reading = read(report(_with(rows_of), layout))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("layout", [tsv, csv_rows, trailing, grid, html])
def test_blank_cells_above_a_whole_row_stay_blank(layout):
    def rows_of(rows):
        rows[6][5:] = ["", "", ""]
        return rows

    reading = read(report(_with(rows_of), layout))
    row = "denied_three_securities"
    assert status_of(reading, "3", row, "legal_service", "other_org", "total") == ["blank"] * 3


@pytest.mark.parametrize("layout", [*LAYOUTS, aligned])
def test_two_rows_of_figures_beside_the_halves_of_a_label(layout):
    def rows_of(rows):
        rows[4][0], rows[5][0] = "1.属于", "国家秘密"
        return rows

    reading = read(report(_with(rows_of), layout))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("layout", [pipe_cells, aligned])
def test_labels_one_row_off(layout):
    def rows_of(rows):
        labels = [row[0] for row in rows]
        moved = [[label, *cells] for label, (_, *cells) in zip(labels[9:13], rows[8:12], strict=True)]
        return [*rows[:8], [labels[8], *[""] * 7], *moved, ["", *rows[12][1:]], *rows[13:]]

    reading = read(report(_with(rows_of), layout))
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize("label", ["（三）不予公开1.属于国家秘密", "1.属于国家秘密"])
@pytest.mark.parametrize("layout", [tsv, csv_rows, grid, html])
def test_row_printed_again_with_other_figures(layout, label):
    def rows_of(rows):
        again = [label, *(str(int(cell) + 5000) for cell in rows[4][1:])]
        return [*rows[:4], again, *rows[4:]]

    reading = read(report(_with(rows_of), layout))
    assert set(status_of(reading, "3", "denied_state_secret", "natural_person", "total")) == {"uncertain"}


def test_ditto_sign_is_no_rest_of_a_label():
    parts = [
        replace(part, rows=[[row[0], "〃", *row[2:]] for row in part.rows])
        if part.table_no == "2" and len(part.header[-1]) == 4
        else part
        for part in printed(VALUES)
    ]
    reading = read(report(parts, json_lists))
    assert not wrong(reading, VALUES)
