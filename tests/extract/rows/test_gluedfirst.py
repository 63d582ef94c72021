"""Labels that run into the first figure of their row (`重复申请12 0 0 0 0 0 12`), in rows that are whole and in others."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    Part,
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
from tests.turns import in_turn

VALUES = figures()
PARTS = [part for part in printed(VALUES) if part.table_no != "4"]


def glued(rows: Rows, gap: str = " ") -> list[str]:
    return [
        row[0] + gap.join(filter(None, row[1:]))
        if row[-1].isdecimal() or row[1].isdecimal()
        else " ".join(row)
        for row in rows
    ]


def test_the_label_runs_into_the_first_figure_of_every_row() -> None:
    reading = read(report(PARTS, glued))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "4"}


@pytest.mark.parametrize("label", ["3.要求提供公幵出版物", "3.要求提供公开开出版物"])
def test_a_label_with_a_wrong_letter_runs_into_its_figure(label: str) -> None:
    row = row_of(PARTS, "rejected_publication")
    reading = read(report(change(PARTS, "rejected_publication", [label, *row[1:]]), glued))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "4"}


@in_turn
@pytest.mark.parametrize("gap", [" ", "  ", "     "])
@pytest.mark.parametrize("key", ["denied_process_info", "carried_forward", "new_received"])
def test_a_figure_too_many_leaves_the_row_in_doubt(key: str, gap: str) -> None:
    parts = change(PARTS, key, [*row_of(PARTS, key), "7"])
    reading = read(report(parts, lambda rows: glued(rows, gap)))
    assert status_of(reading, "3", key) == ["uncertain"] * 7
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("gap", [" ", "  ", "     "])
def test_a_figure_too_few_leaves_the_row_in_doubt(gap: str) -> None:
    """A blank vanished: nothing tells which, and the figure behind the label stands in no column."""
    values = figures("2019")
    parts: list[Part] = [part for part in printed(values, "2019") if part.table_no != "4"]
    row = row_of(parts, "penalties", "2")
    reading = read(
        report(change(parts, "penalties", [row[0], row[1], "", row[3]]), lambda rows: glued(rows, gap))
    )
    assert not {"reported", "blank"} & set(status_of(reading, "2", "penalties"))
    assert not wrong(reading, values)
