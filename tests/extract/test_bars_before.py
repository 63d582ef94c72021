"""One cell a line with the bar before it: the first cell of a row has none, and a bar alone closes the row."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)


def bars_before(rows: Rows) -> list[str]:
    return [line for row in rows for line in [row[0], *(f"| {cell}".rstrip() for cell in row[1:]), "|"]]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_every_cell_is_read(form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), bars_before))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    assert {c["layout"] for c in reading.cells} == {"pipe_cells"}


@pytest.mark.parametrize("at", [1, 4])
def test_a_blank_cell_keeps_its_place(at: int) -> None:
    values = figures()
    parts = printed(values)
    row = row_of(parts, "granted")
    gone = CellKey("3", "granted", {1: "natural_person", 4: "social_org"}[at])
    reading = read(report(change(parts, "granted", [*row[:at], "", *row[at + 1 :]]), bars_before))
    del values[gone]
    assert not wrong(reading, values)
    assert status_of(reading, "3", "granted", gone.col_key) == ["blank"]


def test_a_label_may_go_on_over_lines() -> None:
    values = figures()
    text = report(printed(values), bars_before).replace("\n二、上年结转政府信息", "\n二、上年结转\n政府信息")
    reading = read(text)
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


def test_a_break_in_a_blank_cell_costs_no_wrong_figure() -> None:
    """The lines of such a cell look like the end of its row; what follows it is no row of its own."""
    values = figures()
    parts = printed(values)
    label, first, second, _, *rest = row_of(parts, "granted")
    text = report(change(parts, "granted", [label, first, second, "\n ", *rest]), bars_before)
    del values[CellKey("3", "granted", "research")]
    assert not wrong(read(text), values)
    assert not wrong(read(text.replace("|\n \n", "|\n")), values)


def test_rows_that_nothing_closes_cost_no_wrong_figure() -> None:
    values = figures()
    text = report(printed(values), bars_before).replace("\n|\n", "\n")
    assert not wrong(read(text), values)
