"""Cells behind tabs, a line each: a column 序号 between labels and figures, and lines that are blank to the eye only."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Figures,
    Part,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    tab_cells,
    wrong,
)

_NUMBERS = {"2019": 22 + 161 + 15, "2021": 10 + 175 + 15}


def _with_serials(parts: list[Part], name: str = "序号", but: int = -1, says: str = "") -> list[Part]:
    """The third table with such a column; the row at a place has another cell in it."""
    made = []
    for part in parts:
        if part.table_no != "3":
            made.append(part)
            continue
        header = [[row[0], name if n == 0 else "", *row[1:]] for n, row in enumerate(part.header)]
        rows = [[row[0], says if n == but else str(n + 1), *row[1:]] for n, row in enumerate(part.rows)]
        made.append(Part(part.table_no, header, rows, part.keys))
    return made


def _values(form: str) -> Figures:
    return figures(form)


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("name", ["序号", "行次"])
def test_a_column_of_serials_between_labels_and_figures_is_left_out(form: str, name: str) -> None:
    values = _values(form)
    reading = read(report(_with_serials(printed(values, form), name), tab_cells))
    assert not wrong(reading, values)
    assert len(reported(reading)) == _NUMBERS[form]


@pytest.mark.parametrize("says", ["", "7"])
def test_a_column_that_does_not_count_the_rows_is_none(says: str) -> None:
    values = _values("2021")
    reading = read(report(_with_serials(printed(values), but=4, says=says), tab_cells))
    assert not wrong(reading, values)


def test_figures_that_count_without_the_name_of_the_column_stay() -> None:
    values = _values("2021")
    parts = printed(values)
    third = next(part for part in parts if part.table_no == "3")
    for n, key in enumerate(third.keys):
        values[CellKey("3", key, "natural_person")] = str(n + 1)
    reading = read(report(printed(values), tab_cells))
    assert not wrong(reading, values)
    assert status_of(reading, "3", "new_received") == ["reported"] * 7


def test_a_blank_figure_behind_a_serial_stays_blank() -> None:
    values = _values("2021")
    lost = CellKey("3", "granted", "natural_person")
    reading = read(report(_with_serials(printed({**values, lost: ""})), tab_cells))
    assert not wrong(reading, {**values, lost: ""})
    assert status_of(reading, "3", "granted", "commercial", "total") == ["reported", "reported"]


@pytest.mark.parametrize("blank", ["", "  ", "\u3000"])
def test_rows_end_at_lines_that_are_blank_to_the_eye(blank: str) -> None:
    def rows(cells: Rows) -> list[str]:
        return [
            line + ("  " if n % 3 else "\u3000") if line else blank for n, line in enumerate(tab_cells(cells))
        ]

    values = _values("2021")
    lost = CellKey("3", "granted", "research")
    for one in (values, {**values, lost: ""}):
        reading = read(report(printed(one), rows))
        assert not wrong(reading, one)
        assert len(reported(reading)) == sum(map(bool, one.values()))
