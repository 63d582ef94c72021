"""Rows with one figure too many among whole rows of one figure a line (assets/extract/places/onebeyond.py)."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import change, figures, one_a_line, printed, read, report, reported, row_of, wrong

# figures of a longer row show that those of the others did not fill their cells
VALUES = {key: f"{value}0" if key.row_key == "total_handled" else value for key, value in figures().items()}
PARTS = printed(VALUES)
AMID = "unable_not_held"


def with_pages(first: str, last: str, *rows: tuple[str, str]) -> str:
    """Table 3 with bare page numbers behind two of its rows, and in the place of a blank cell in others."""
    parts = PARTS
    for key, page in rows:
        row = row_of(PARTS, key)
        parts = change(parts, key, [*row[:3], page, *row[4:]])
    for key, page in (("denied_three_securities", first), ("rejected_petition", last)):
        parts = change(parts, key, [*row_of(parts, key), page])
    return report([part for part in parts if part.table_no == "3"], one_a_line)


def known(*rows: str) -> dict[CellKey, str]:
    return {key: value for key, value in VALUES.items() if key.row_key not in rows}


def test_numbers_of_pages_behind_rows_leave_the_others_whole() -> None:
    reading = read(with_pages("4", "5"))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 7 * 23


@pytest.mark.parametrize(
    ("first", "last", "row", "page"),
    [
        ("4", "6", AMID, "5"),
        ("14", "15", "new_received", "13"),
        ("4", "5", "carried_forward", "6"),
        ("4", "7", AMID, "6"),
    ],
)
def test_a_row_that_holds_the_number_of_another_page_is_in_doubt(
    first: str, last: str, row: str, page: str
) -> None:
    reading = read(with_pages(first, last, (row, page)))
    assert not wrong(reading, known(row))
    assert len(reported(reading, "3")) == 7 * 22


@pytest.mark.parametrize(("first", "last"), [("4", "4"), ("5", "4"), ("4", "9"), ("0", "1")])
def test_numbers_that_count_no_pages_tell_nothing_of_the_others(first: str, last: str) -> None:
    reading = read(with_pages(first, last, (AMID, "5")))
    assert not wrong(reading, known(AMID))
    assert len(reported(reading, "3")) < 7 * 22


def test_figures_that_fill_their_cells_leave_all_rows_in_doubt() -> None:
    parts = printed(figures())
    for key, cut in (("denied_three_securities", "4"), ("rejected_petition", "5")):
        parts = change(parts, key, [*row_of(parts, key), cut])
    assert not reported(read(report(parts, one_a_line)), "3")
