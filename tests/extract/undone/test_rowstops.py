"""Rows with semicolons between cells that a full stop ends as if they were sentences."""

from __future__ import annotations

import pytest

from assets.extract.undone.signs.rowstops import without_stops
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

VALUES = figures()


def stopped(rows: Rows) -> list[str]:
    width = max(map(len, rows))
    return ["；".join([*row, *[""] * (width - len(row))]) + "。" for row in rows]


def test_every_row_is_read() -> None:
    reading = read(report(printed(VALUES), stopped))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    ("printed_as", "status"), [("", "blank"), ("/", "not_applicable"), ("无", "not_applicable")]
)
def test_a_cell_without_a_figure_stays_one(printed_as: str, status: str) -> None:
    parts = printed(VALUES)
    row = [*row_of(parts, "granted")[:-1], printed_as]
    reading = read(report(change(parts, "granted", row), stopped))
    assert status_of(reading, "3", "granted", "total") == [status]
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k != CellKey("3", "granted", "total")})


def test_a_row_that_lost_a_cell_is_not_known() -> None:
    parts = printed(VALUES)
    row = row_of(parts, "granted")
    text = report(parts, stopped)
    reading = read(text.replace("；".join(row), "；".join([*row[:3], *row[4:]])))
    assert not wrong(reading, VALUES)
    assert not any(key[1] == "granted" and key[0] == "3" for key in reported(reading))


@pytest.mark.parametrize(
    "lines",
    [
        ["一是加强学习；二是公开信息 12 条。", "三是加强培训；四是办理申请 3 件。", "五是回应；六是解读。"],
        ["规章；0；0；0。", "全年平稳。", "规章；0。"],
        ["答复及时；无复议。其他；0。", "答复及时；无复议。其他；0。", "答复及时；无复议。其他；0。"],
    ],
    ids=["prose", "alone", "sentences"],
)
def test_prose_keeps_its_stops(lines: list[str]) -> None:
    assert without_stops(lines) == lines
