"""A single figure that ends in a full stop may be a longer one that a program misread."""

from __future__ import annotations

from schemas.form import CellKey
from tests.extract.printed import closed, figures, printed, read, report, reported, wrong

VALUES = figures()
ONE, OTHER = CellKey("3", "granted", "research"), CellKey("3", "denied_other_law", "total")


def test_the_only_one_is_in_doubt() -> None:
    reading = read(report(printed(VALUES | {ONE: "39。"}), closed))
    assert reported(reading) == set(VALUES) - {ONE}


def test_a_habit_is_read() -> None:
    values = VALUES | {ONE: "39。", OTHER: "8。"}
    reading = read(report(printed(values), closed))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES | {ONE: "39", OTHER: "8"})
