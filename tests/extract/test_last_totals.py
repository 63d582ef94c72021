"""A row that lost a cell from inside is full but for its last figure: each behind the lost one stands one column too far left."""

from __future__ import annotations

import pytest

from tests.extract.formats.test_dataframes import as_frame
from tests.extract.printed import (
    Rows,
    aligned,
    box,
    change,
    figures,
    markdown,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

_ROW = "denied_process_info"


def _plain(rows: Rows) -> list[str]:
    return aligned(rows, step=8)


def _frame(rows: Rows) -> list[str]:
    return as_frame(rows, head="numbers")


@pytest.mark.parametrize("layout", [_plain, _frame])
def test_a_row_that_lost_a_cell(layout) -> None:  # type: ignore[no-untyped-def]
    values = figures()
    parts = printed(values)
    row = row_of(parts, _ROW)
    lost = [*row[:-7], *row[-7:-4], *row[-3:], ""]
    reading = read(report(change(parts, _ROW, lost), layout))
    assert set(status_of(reading, "3", _ROW)) == {"uncertain"}
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) > 150


def test_a_table_without_totals_is_read() -> None:
    values = figures()
    parts = printed(values)
    keys = {key.row_key for key in values if key.table_no == "3"}
    for key in keys:
        parts = change(parts, key, [*row_of(parts, key)[:-1], ""])
    reading = read(report(parts, _frame))
    assert status_of(reading, "3", _ROW)[:6] == ["reported"] * 6


def test_a_row_of_one_figure_is_the_same_however_it_moved() -> None:
    parts = printed(figures())
    row = row_of(parts, _ROW)
    reading = read(report(change(parts, _ROW, [*row[:-7], *["0"] * 6, ""]), _plain))
    assert status_of(reading, "3", _ROW)[:6] == ["reported"] * 6


@pytest.mark.parametrize("layout", [markdown, box])
def test_noughts_left_blank_do_not_make_a_total_blank(layout) -> None:  # type: ignore[no-untyped-def]
    values = figures()
    parts = printed(values)
    keys = sorted({key.row_key for key in values if key.table_no == "3"})
    for n, key in enumerate(keys):
        row = row_of(parts, key)
        own = [cell if at % 3 == n % 3 else "" for at, cell in enumerate(row[-7:-1])]
        parts = change(parts, key, [*row[:-7], *own, row[-1]])
    row = row_of(parts, _ROW)
    lost = [*row[:-7], *row[-7:-5], row[-4], "", "", row[-1], ""]
    reading = read(report(change(parts, _ROW, lost), layout))
    assert "reported" not in status_of(reading, "3", _ROW)
    assert len(reported(reading, "3")) > 60
