"""Turned tables whose header has lost the blank cells of its merged labels (assets/extract/inpieces/turnednested.py)."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import Rows, markdown, read, reported, tsv, wrong
from tests.extract.test_column_pieces import ALL, ROWS, VALUES
from tests.extract.test_small_tables import text_with
from tests.extract.test_turned_grid import turned

HEADER_ROWS = 3


def nested(blank: str = "") -> Rows:
    """Every line without the blank cells of its labels."""
    rows = turned(ROWS, blank)
    header = [[cell for cell in row if cell] for row in rows[:HEADER_ROWS]]
    return [*header, *([*[cell for cell in row[:2] if cell], *row[2:]] for row in rows[HEADER_ROWS:])]


def known(rows: Rows) -> set[CellKey]:
    reading = read(text_with(tsv(rows)))
    assert not wrong(reading, VALUES)
    return reported(reading, "3")


def test_groups_that_hold_all_items_in_the_forms_order_tell_the_columns() -> None:
    assert known(nested()) == set(ALL)


def test_a_row_with_blank_cells_at_its_end_is_in_doubt() -> None:
    assert known(nested("commercial")) == {key for key in ALL if key.col_key != "commercial"}


def test_a_row_that_lost_a_cell_is_in_doubt() -> None:
    rows = nested()
    rows[HEADER_ROWS] = [*rows[HEADER_ROWS][:4], *rows[HEADER_ROWS][5:]]
    assert known(rows) == {key for key in ALL if key.col_key != "natural_person"}


@pytest.mark.parametrize(
    "change",
    ["two items exchanged", "two groups exchanged", "an item left out", "an item twice", "a body's name"],
)
def test_a_header_in_which_not_all_is_as_the_form_has_it_tells_nothing(change: str) -> None:
    rows = nested()
    top, middle, low = rows[:HEADER_ROWS]
    match change:
        case "two items exchanged":
            low[1], low[2] = low[2], low[1]
        case "two groups exchanged":
            middle[2], middle[3] = middle[3], middle[2]
        case "an item left out":
            del low[3]
        case "an item twice":
            low[3] = low[4]
        case _:
            top[0] = "青岚县水务局"
    assert not known(rows)


def test_a_line_of_the_header_may_end_before_the_table_does() -> None:
    rows = turned(ROWS)
    for row in rows[:HEADER_ROWS]:
        while not row[-1]:
            row.pop()
    assert len({len(row) for row in rows}) > 1
    assert known(rows) == set(ALL)


def test_a_header_wider_than_its_rows_tells_nothing() -> None:
    rows = turned(ROWS)
    reading = read(text_with(markdown([*rows[:2], [*rows[2], "备注"], *rows[3:]])))
    assert not wrong(reading, VALUES)
