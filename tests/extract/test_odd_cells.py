"""Cells without a reading between figures of a line: they have a place, and so have the figures about them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
KEY = "denied_third_party"


def with_cells(*cells: str) -> object:
    return read(report(change(PARTS, KEY, [row_of(PARTS, KEY)[0], *cells]), running))


@pytest.mark.parametrize(
    "odd", ["60%", "57。", "3+2", "l2", "1—3", "26→27", "0（无）", "9(件)", "待定", "同上"]
)
def test_a_cell_between_figures_keeps_its_place(odd: str) -> None:
    row = list(row_of(PARTS, KEY)[1:])
    row[3] = odd
    reading = with_cells(*row)
    lost = {key for key in VALUES if key.row_key == KEY and key.col_key == "social_org"}
    assert not {k: v for k, v in wrong(reading, VALUES).items() if k not in lost}  # type: ignore[arg-type]
    assert {key for key in VALUES if key.table_no == "3"} - lost <= reported(reading, "3")  # type: ignore[arg-type]


@pytest.mark.parametrize("mark", ["—2—", "-5-", "第3页", "2/9", ".", "|", "1.", "（1）", "某某"])
def test_what_is_no_cell_fills_no_blank(mark: str) -> None:
    """A mark of a page, of nothing, or the number of a list, in a row that lacks a figure."""
    row = list(row_of(PARTS, KEY)[1:])
    row[3] = mark
    reading = with_cells(*row)
    assert "reported" not in status_of(reading, "3", KEY)  # type: ignore[arg-type]


def test_a_label_between_figures_is_none() -> None:
    """Two rows on a line: the words between are the second one's label."""
    row = row_of(PARTS, KEY)

    def joined(rows: Rows) -> list[str]:
        lines = running(rows)
        at = next((n for n, line in enumerate(lines) if line.startswith(row[0])), None)
        return lines if at is None else [*lines[:at], " ".join(lines[at : at + 2]), *lines[at + 2 :]]

    reading = read(report(PARTS, joined))
    assert not wrong(reading, VALUES)
    assert {key for key in VALUES if key.table_no == "3"} <= reported(reading, "3")


def below(*lines: str) -> object:
    """The row of table 4 with an odd cell, other lines below it."""
    fourth = PARTS[-1].rows[0]
    odd = [*fourth[:4], "3/2", *fourth[5:]]
    parts = [*PARTS[:-1], replace(PARTS[-1], rows=[odd])]
    return read(report(parts, lambda rows: [*running(rows), *lines] if odd in rows else running(rows)))


@pytest.mark.parametrize(
    "lines", [("11                      %", "3"), ("→27",), ("11      +2",), ("7      5",)]
)
def test_digits_below_the_row_of_table_4_may_be_the_ends_of_its_cells(lines: tuple[str, ...]) -> None:
    assert not reported(below(*lines), "4")  # type: ignore[arg-type]


def test_the_row_of_table_4_keeps_the_place_of_an_odd_cell() -> None:
    assert len(reported(below(), "4")) == 14  # type: ignore[arg-type]
