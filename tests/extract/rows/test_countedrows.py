"""Rows of plain text, blank cells vanished, that are full only with what is no figure of theirs."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Figures,
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


def _without(key: CellKey) -> Figures:
    return {k: "" if k == key else v for k, v in VALUES.items()}


def _row(key: str, table_no: str, lost: int, mark: str, at: int) -> str:
    """A report in plain text in which a row lacks figure `lost` and has a mark at place `at` of its words."""
    parts = printed(VALUES)
    row = [cell for n, cell in enumerate(row_of(parts, key, table_no)) if n != lost]
    row.insert(at if at >= 0 else len(row), mark)
    return report(change(parts, key, row), running)


@pytest.mark.parametrize(
    ("mark", "at"),
    [
        ("注3", 1),
        ("(见附注 3)", 1),
        ("(2 件见附件)", 1),
        ("*1", 1),
        ("（1）", 1),
        ("(11)", -1),
        ("[1]", -1),
        ("*", -1),
    ],
)
def test_a_mark_is_no_cell(mark: str, at: int) -> None:
    reading = read(_row("partially_granted", "3", 1, mark, at))
    assert "reported" not in status_of(reading, "3", "partially_granted")
    assert len(reported(reading, "3")) == 24 * 7


def test_a_mark_in_rows_of_few_columns() -> None:
    reading = read(_row("regulations", "2", 2, "注1", 1))
    assert "reported" not in status_of(reading, "2", "regulations")
    assert len(reported(reading, "2")) == 7


@pytest.mark.parametrize("text", ["未统计", "若干", "见附件", "—"])
def test_what_a_cell_says_keeps_its_place(text: str) -> None:
    values = _without(CellKey("3", "granted", "research"))
    parts = printed(VALUES)
    row = row_of(parts, "granted")
    reading = read(report(change(parts, "granted", [*row[:3], text, *row[4:]]), running))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 25 * 7 - 1


def test_figures_with_the_mark_of_a_note_are_read() -> None:
    parts = printed(VALUES)
    row = row_of(parts, "granted")
    reading = read(report(change(parts, "granted", [*row[:-1], row[-1] + "*"]), running))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def _spaced(value: str) -> str:
    return f"{value[:-3]} {value[-3:]}" if len(value) > 3 else value


def test_thousands_set_apart_by_a_space() -> None:
    key = CellKey("3", "granted", "research")
    large = CellKey("3", "granted", "social_org")
    values = {**_without(key), large: "36005"}
    text = report(printed({**values, large: _spaced("36005")}), running)
    reading = read(text)
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "granted")
    assert len(reported(reading, "3")) == 24 * 7


def test_other_rows_of_such_a_text() -> None:
    lost, large = CellKey("3", "granted", "research"), CellKey("3", "granted", "social_org")
    again, short = CellKey("3", "other_misc", "total"), CellKey("3", "carried_over", "total")
    values = {**VALUES, lost: "", large: "36214", again: "7001", short: ""}
    text = report(printed({**values, large: "36 214", again: "7 001"}), running)
    reading = read(text)
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "granted")


def test_three_digits_beside_others_are_figures() -> None:
    """No text that prints no thousands so loses a row, though blank cells vanish from it."""
    values = {
        **VALUES,
        CellKey("3", "carried_over", "total"): "",
        CellKey("3", "granted", "commercial"): "12",
    }
    reading = read(report(printed(values), running))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 24 * 7


def test_noughts_set_apart_elsewhere_leave_full_rows_of_whole_tables() -> None:
    """Where no row lacks a figure, as many words as columns are as many figures."""
    large = CellKey("2", "permits", "decisions")
    values = {**VALUES, large: "36005", CellKey("3", "granted", "commercial"): "12"}
    reading = read(report(printed({**values, large: "36 005"}), running))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 25 * 7
