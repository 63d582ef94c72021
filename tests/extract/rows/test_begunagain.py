"""Rows whose number begins again in each: 1.其他 is 3.其他 by its place, where all above it in its group have the number 1. as well."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    GRIDS,
    Part,
    Rows,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
OTHER = {key for key in VALUES if key.row_key == "other_misc"}
ADDED = [str(n) for n in range(11, 18)]
LAYOUTS = [running, one_a_line, GRIDS["tsv"], GRIDS["html"], GRIDS["tab_cells"], GRIDS["pipe_cells"]]
Layout = Callable[[Rows], list[str]]


def _again(label: str) -> str:
    return re.sub(r"^[0-9]\.", "1.", label)


def _parts(number: Callable[[str], str], change: Callable[[list[Rows]], None] | None = None) -> list[Part]:
    """The tables, labels of table 3 numbered so, rows of it changed."""
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            rows = [[number(row[0]), *row[1:]] for row in part.rows]
            if change:
                change([rows])
            part = replace(part, rows=rows)  # noqa: PLW2901
        parts.append(part)
    return parts


def _at(rows: Rows, label: str) -> int:
    return next(n for n, row in enumerate(rows) if row[0] == label)


@in_turn
@pytest.mark.parametrize("render", LAYOUTS)
@pytest.mark.parametrize("number", [_again, lambda label: re.sub(r"^[0-9]\.", "", label)])
def test_the_place_tells(number: Callable[[str], str], render: Layout) -> None:
    reading = read(report(_parts(number), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@in_turn
@pytest.mark.parametrize("render", [running, GRIDS["tsv"]])
@pytest.mark.parametrize("label", ["4.其他", "1.其他", "1.其他情形"])
def test_below_rows_with_their_own_numbers_another_number_is_another_row(label: str, render: Layout) -> None:
    reading = read(report(_parts(lambda text: label if text == "3.其他" else text), render))
    assert not OTHER & reported(reading)


@in_turn
@pytest.mark.parametrize("render", [running, GRIDS["tsv"]])
@pytest.mark.parametrize("added", ["1.其他", "1.其他情形", "1.行政机关其他处理"])
def test_of_two_such_rows_neither_is_known_by_its_place(added: str, render: Layout) -> None:
    def two(tables: list[Rows]) -> None:
        rows = tables[0]
        rows.insert(_at(rows, "1.其他") + 1, [added, *ADDED])

    reading = read(report(_parts(_again, two), render))
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize("render", [running, GRIDS["tsv"]])
@pytest.mark.parametrize("above", ["1.重复申请", "1.属于行政查询事项"])
def test_under_another_group_it_is_none_of_the_form(above: str, render: Layout) -> None:
    """The form's own row is not printed, and the filer's stands elsewhere."""

    def moved(tables: list[Rows]) -> None:
        rows = tables[0]
        del rows[_at(rows, "1.其他")]
        rows.insert(_at(rows, above) + 1, ["1.其他", *ADDED])

    reading = read(report(_parts(_again, moved), render))
    assert not OTHER & reported(reading)
    assert not wrong(reading, VALUES)


def test_a_row_above_without_that_number_tells_that_it_counts() -> None:
    """2. stands above 1.其他: the numbers go on, and this one is of another list."""

    def counted(tables: list[Rows]) -> None:
        rows = tables[0]
        at = _at(rows, "1.其他") - 1
        rows[at][0] = "2" + rows[at][0][1:]

    reading = read(report(_parts(_again, counted), GRIDS["tsv"]))
    assert not {CellKey("3", "other_misc", "total")} & reported(reading)
