"""Turned tables that keep all cells of their grid, and such grids in which not all is understood."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from schemas.form import CellKey, Row
from tests.extract.printed import html, markdown, read, reported, wrong
from tests.extract.test_column_pieces import ALL, COLUMNS, GROUPS, RESULTS, ROWS, VALUES, Render, Rows, value
from tests.extract.test_small_tables import text_with
from tests.turns import in_turn

# Some items are left out, and two stand in another order than the form's.
SOME = [*ROWS[:6], ROWS[7], ROWS[6], *ROWS[9:]]


def turned(rows: Sequence[Row] = SOME, blank: str = "") -> Rows:
    """Items along the top below the labels of their groups, requesters down the side."""
    top, middle, low, seen = ["申请人情况", ""], ["", ""], ["", ""], set()
    for row in rows:
        group = GROUPS.get(row.parent or "", "")
        outer = RESULTS if group or row.parent == "results" else row.zh
        top.append("" if outer in seen else outer)
        middle.append("" if group in seen or outer == row.zh else group or row.zh)
        low.append(row.zh if group else "")
        seen |= {outer, group} - {""}
    body = []
    for at, column in enumerate(COLUMNS):
        labels = ["法人或其他组织" if at == 1 else "", column.zh] if column.group else [column.zh, ""]
        body.append([*labels, *["" if column.key == blank else value(row, column) for row in rows]])
    return [top, middle, low, *body]


def known(rows: Rows, render: Render = markdown) -> set[CellKey]:
    reading = read(text_with(render(rows)))
    assert not wrong(reading, VALUES)
    return reported(reading, "3")


@in_turn
@pytest.mark.parametrize("render", [markdown, html])
@pytest.mark.parametrize("blank", ["", "commercial", "total"])
def test_a_turned_grid_is_read(render: Render, blank: str) -> None:
    keys = {row.key for row in SOME}
    assert known(turned(blank=blank), render) == {
        key for key in ALL if key.row_key in keys and key.col_key != blank
    }


def test_a_figure_among_labels_leaves_its_row_in_doubt() -> None:
    rows = turned()
    rows[3] = [rows[3][0], *rows[3][2:], ""]  # a blank cell is lost
    assert not {key for key in known(rows) if key.col_key == "natural_person"}
