"""Rows of aligned text with as many figures as columns, one of which stands where the others have none."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import Part, Rows, aligned, figures, printed, read, report, reported, wrong

VALUES = figures()


def _table(damage: dict[int, tuple[int, int, str]]) -> tuple[list[Part], dict[CellKey, str]]:
    """Table 3; of each row in `damage` a cell is blank, and another one stands in the place given, or in that with its figure."""
    parts, values = printed(VALUES), dict(VALUES)
    part = next(p for p in parts if p.table_no == "3")
    names = [key.col_key for key in VALUES if key.table_no == "3" and key.row_key == "granted"]
    rows: Rows = []
    for n, (key, row) in enumerate(zip(part.keys, part.rows, strict=True)):
        cells = [*row, ""]
        if n in damage:
            blank, at, text = damage[n]
            cells[blank] = ""
            values[CellKey("3", key, names[blank - 1])] = ""
            if at <= len(names):
                values[CellKey("3", key, names[at - 1])] = ""
            cells[at] = f"{cells[at]}{text}"
        rows.append(cells)
    return [Part("3", part.header, rows, part.keys) if p is part else p for p in parts], values


@pytest.mark.parametrize("text", ["0", "见附件"])
@pytest.mark.parametrize("blank", [1, 4])
def test_a_figure_behind_a_row_with_a_blank(blank: int, text: str) -> None:
    parts, values = _table(dict.fromkeys((3, 9, 17), (blank, 8, text)))
    reading = read(report(parts, aligned))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) >= 22 * 7 - 3


@pytest.mark.parametrize("text", ["  0", " 0"])
def test_two_figures_in_a_cell(text: str) -> None:
    parts, values = _table(dict.fromkeys((0, 4, 12, 20), (5, 2, text)))
    reading = read(report(parts, aligned))
    assert not wrong(reading, values)


def test_rows_with_a_blank_of_their_own() -> None:
    damage = {2: (2, 8, "7"), 9: (4, 8, "7"), 17: (6, 8, "7")}
    parts, values = _table(damage)
    assert not wrong(read(report(parts, aligned)), values)


@pytest.mark.parametrize("step", [5, 10])
def test_rows_in_line_are_read(step: int) -> None:
    reading = read(report(printed(VALUES), lambda rows: aligned(rows, step=step)))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


def test_full_rows_out_of_line_with_one_another_are_read() -> None:
    """A list of figures behind labels of many lengths stands in no columns."""

    def spread(rows: Rows) -> list[str]:
        return [("  " if n % 3 else "   ").join(filter(None, row)) for n, row in enumerate(rows)]

    reading = read(report(printed(VALUES), spread))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


def test_a_page_with_other_columns_is_read() -> None:
    def pages(rows: Rows) -> list[str]:
        if len(rows) < 20:
            return aligned(rows)
        return [*aligned(rows[:20]), "", "- 3 -", "", *aligned(rows[20:], step=14, label=95)]

    reading = read(report(printed(VALUES), pages))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175
