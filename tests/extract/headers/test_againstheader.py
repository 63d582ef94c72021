"""Rows that have other columns than their header names: one left out of all rows, one of numbers beside them."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, Rows, figures, pipe_cells, printed, read, report, reported, wrong

VALUES = figures()


def ended(rows: Rows) -> list[str]:
    """Rows of bars that end in two."""
    return [" | ".join(row) + " ||" for row in rows]


def _third(header_adds: list[str], change) -> list[Part]:  # type: ignore[no-untyped-def]
    return [
        part
        if part.table_no != "3"
        else Part("3", [[row[0], *header_adds, *row[1:]] for row in part.header], [*map(change, part.rows)])
        for part in printed(VALUES)
    ]


@pytest.mark.parametrize("column", range(1, 8))
def test_a_column_that_is_left_out_of_all_rows(column: int) -> None:
    parts = _third([], lambda row: [*row[:column], *row[column + 1 :]])
    reading = read(report(parts, ended))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


def test_blank_totals_are_no_column_left_out() -> None:
    parts = _third([], lambda row: [*row[:-1], ""])
    reading = read(report(parts, ended))
    assert not wrong(
        reading,
        {key: "" if key.table_no == "3" and key.col_key == "total" else text for key, text in VALUES.items()},
    )
    assert len(reported(reading, "3")) == 25 * 6


def test_a_column_of_numbers_beside_a_blank_total() -> None:
    """One cell a line: without its total a row has as many figures as the form has columns, its own number among them."""
    numbers = iter(range(1, 99))
    parts = _third([], lambda row: [row[0], str(next(numbers)), *row[1:]])
    own = next(part for part in parts if part.table_no == "3")
    own.header[:] = [
        ["申请人情况", *[""] * 8],
        ["序号", "自然人", "法人或其他组织", *[""] * 4, "总计", ""],
        ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "", ""],
    ]
    for row in own.rows[3:6]:
        row[-1] = ""
    assert not wrong(read(report(parts, pipe_cells)), VALUES)
