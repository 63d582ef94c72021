"""Rows of cells between commas in which figures may have commas of thousands without quotes around them."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import Rows, change, figures, printed, read, report, reported, row_of, wrong

VALUES = figures()


def bare(rows: Rows) -> list[str]:
    return [",".join(row) for row in rows]


def with_row(key: str, *cells: str, table: str = "3") -> str:
    parts = printed(VALUES)
    label = row_of(parts, key, table)[0]
    return report(change(parts, key, [label, *cells]), bare)


def others(table: str, *rows: str) -> set[CellKey]:
    return {key for key in VALUES if not (key.table_no == table and key.row_key in rows)}


@pytest.mark.parametrize(
    "cells",
    [
        ["", "86,380", "4", "5", "6", "7", "8"],
        ["", "2", "3", "4", "5", "6", "86,380"],
        ["", "1", "-2", "86,380", "5", "", "7"],
        ["1", "", "86,380", "4", "5", "6", "7"],
    ],
)
def test_a_row_with_a_field_too_many_is_not_cut_at_a_comma_of_thousands(cells: list[str]) -> None:
    reading = read(with_row("granted", *cells))
    assert not wrong(reading, {key: VALUES[key] for key in others("3", "granted")})
    assert reported(reading) == others("3", "granted")


def test_rows_of_which_all_have_such_figures() -> None:
    parts = printed(VALUES)
    for key in ("regulations", "normative_docs"):
        parts = change(parts, key, [row_of(parts, key, "2")[0], "", "12,845", "9"])
    reading = read(report(parts, bare))
    assert not wrong(reading, {key: VALUES[key] for key in others("2", "regulations", "normative_docs")})


def test_the_row_without_a_label() -> None:
    parts = printed(VALUES)
    own = ["", "1", "9", "", "18", "82,768", *map(str, range(21, 30))]
    reading = read(report(change(parts, "all", own), bare))
    assert not wrong(reading, {key: figure for key, figure in VALUES.items() if key.table_no != "4"})


def test_figures_of_three_digits_in_whole_rows_are_read() -> None:
    reading = read(with_row("granted", "12", "845", "3", "100", "200", "", "300"))
    assert len(reported(reading, "3")) == len([key for key in VALUES if key.table_no == "3"]) - 1


def test_an_end_that_all_rows_have_is_no_field_too_many() -> None:
    values = figures(first=1)
    text = report(printed(values), lambda rows: [",".join([*row, *[""] * row[1].isdigit()]) for row in rows])
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) >= {key for key in values if key.table_no == "3"}


def test_a_row_with_its_label_alone_is_no_header() -> None:
    values = {
        k: "" if k.row_key == "denied_third_party" or k.col_key == "research" else v
        for k, v in VALUES.items()
    }
    text = report(printed(values), lambda rows: [line.rstrip(",") for line in bare(rows)])
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key, value in values.items() if value and key.table_no == "3"}
