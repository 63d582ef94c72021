"""Blank cells that are the line breaks of their page: each begins a line, and its bar opens the next."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    HEADINGS,
    Part,
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.extract.test_blanksbelow import bare


def broken(rows: Rows, gap: str = "\n") -> list[str]:
    """Cells that bars end, a blank one but the line break in it."""
    return ["".join(f" {cell} |" if cell else f"{gap}|" for cell in row).strip(" ") for row in rows]


def far_broken(rows: Rows) -> list[str]:
    return broken(rows, "\n\n")


def blanked(form: str, seed: int) -> tuple[list[Part], dict[CellKey, str]]:
    """A report about half of whose cells are blank, and the figures of the others."""
    values = figures(form)
    kept = (k for n, k in enumerate(values) if k.table_no == "4" or ((n + 1) * (seed + 40) * 40503 >> 8) % 2)
    left = {k: values[k] for k in kept}
    return bare(printed({k: left.get(k, "") for k in values}, form)), left


@pytest.mark.parametrize("render", [broken, far_broken])
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("seed", [1, 3])
def test_line_breaks_are_blank_cells(render, form: str, seed: int) -> None:
    parts, left = blanked(form, seed)
    reading = read(report(parts, render))
    assert not wrong(reading, left)
    assert {k for k in reported(reading) if k.table_no == "3"} == {k for k in left if k.table_no == "3"}


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_only_one_kind_of_applicant(form: str) -> None:
    values = figures(form)
    left = {k: v for k, v in values.items() if k.table_no != "3" or k.col_key in ("natural_person", "total")}
    parts = bare(printed({k: left.get(k, "") for k in values}, form))
    reading = read(report(parts, broken))
    assert not wrong(reading, left)
    assert reported(reading) == set(left)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_tables_without_headings_between_them(form: str) -> None:
    parts, left = blanked(form, 3)
    text = report(parts, broken)
    for heading in (HEADINGS["3"], HEADINGS["4"]):
        text = text.replace(f"\n\n{heading}\n\n", "\n")
    reading = read(text)
    assert not wrong(reading, left)
    assert {k for k in reported(reading) if k.table_no == "3"} == {k for k in left if k.table_no == "3"}


@pytest.mark.parametrize("cells", [6, 8])
@pytest.mark.parametrize("render", [broken, far_broken])
@pytest.mark.parametrize("row", ["new_received", "denied_admin_inquiry", "carried_forward"])
def test_a_row_short_of_a_cell_or_with_one_more_is_in_doubt(row: str, render, cells: int) -> None:
    parts, left = blanked("2021", 4)
    label, _first, second, *rest = row_of(parts, row)
    odd = [label, "7", *rest] if cells == 6 else [label, "7", "", second, *rest]
    reading = read(report(change(parts, row, odd), render))
    assert not wrong(reading, left)
    own = {k for k in reported(reading) if k.row_key == row}
    assert not own
    assert {k for k in reported(reading) if k.table_no == "3"} == {
        k for k in left if k.table_no == "3" and k.row_key != row
    }


def test_bars_lost_from_many_rows_are_no_cells() -> None:
    parts, left = blanked("2021", 5)
    for key in (
        "granted",
        "denied_internal_affairs",
        "unable_unclear",
        "rejected_repeat",
        "other_misc",
        "total_handled",
        "carried_over",
    ):
        label, _, *rest = row_of(parts, key)
        parts = change(parts, key, [label, *rest])
    reading = read(report(parts, broken))
    assert not set(wrong(reading, left))
