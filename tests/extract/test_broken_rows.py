"""Rows between bars whose cells keep the line breaks of their page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Part,
    Rows,
    cells_of,
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
from tests.turns import in_turn

Cell = Callable[[str], str]


def _broken(text: str) -> str:
    half = len(text) // 2 if len(text) > 3 and not text.isdecimal() else 0
    return f"{text[:half]}\n{text[half:]}" if half else text


# How a cell and the bar behind it are printed; a row opens with a bar at the start of a line.
CELLS: dict[str, Cell] = {
    "indented": lambda text: f" \n       {text}  | \n      ",
    "spaced": lambda text: f" \n\n{text}\n\n |",
    "broken": lambda text: f" {_broken(text)} |",
    "broken and spaced": lambda text: f" \n {_broken(text)} \n\n |",
}


def _render(cell: Cell) -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        return [("|" + "".join(map(cell, row))).rstrip() for row in rows]

    return render


@pytest.mark.parametrize("name", CELLS)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_every_cell_is_read(name: str, form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), _render(CELLS[name])))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


def test_a_cell_knows_the_line_of_its_figure() -> None:
    values = figures()
    text = report(printed(values), _render(CELLS["indented"]))
    lines = text.split("\n")
    assert all(values[key] in lines[cell["line_start"] - 1] for key, cell in cells_of(read(text)).items())


@pytest.mark.parametrize("name", CELLS)
def test_a_blank_cell_keeps_its_place(name: str) -> None:
    values = figures()
    parts = printed(values)
    label, first, _, *rest = row_of(parts, "granted")
    reading = read(report(change(parts, "granted", [label, first, "", *rest]), _render(CELLS[name])))
    del values[CellKey("3", "granted", "commercial")]
    assert not wrong(reading, values)
    assert status_of(reading, "3", "granted", "commercial") == ["blank"]
    assert len(reported(reading)) == len(values)


def test_a_line_break_in_a_blank_cell_that_looks_like_the_end_of_a_row_costs_no_wrong_figure() -> None:
    values = figures()
    parts = printed(values)
    label, first, _, *rest = row_of(parts, "granted")
    text = report(change(parts, "granted", [label, first, "", *rest]), _render(lambda text: f"\n{text}\n|"))
    del values[CellKey("3", "granted", "commercial")]
    assert not wrong(read(text.replace("|\n\n|", "|\n|")), values)


def _exchanged(part: Part) -> Part:
    return replace(
        part,
        header=[
            [{"商业企业": "科研机构", "科研机构": "商业企业"}.get(cell, cell) for cell in row]
            for row in part.header
        ],
    )


@in_turn
@pytest.mark.parametrize("name", CELLS)
@pytest.mark.parametrize("with_blank_lines", [True, False])
def test_columns_in_another_order_are_never_read_in_the_forms(name: str, with_blank_lines: bool) -> None:
    values = figures()
    text = report([_exchanged(part) for part in printed(values)], _render(CELLS[name]))
    if not with_blank_lines:  # a cell a line then, of which no reader makes a header
        text = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    swap = {"commercial": "research", "research": "commercial"}
    values |= {
        key: values[CellKey("3", key.row_key, swap[key.col_key])] for key in values if key.col_key in swap
    }
    assert not wrong(read(text), values)


@pytest.mark.parametrize("name", CELLS)
def test_tables_that_no_heading_parts(name: str) -> None:
    """The third is wider than the many rows of the second above it."""
    values = figures("2019")
    parts = [p for p in printed(values, "2019") if p.table_no in "23"]
    rows = [row for part in parts for row in (*part.header, *part.rows)]
    text = "\n".join(
        ["青岚县林业局2020年政府信息公开工作年度报告", "一、总体情况", "", *_render(CELLS[name])(rows)]
    )
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == {key for key in values if key.table_no in "23"}
