"""Rows between bars over several lines, where a rule tells how many bars a row has."""

from __future__ import annotations

import pytest

from assets.extract.readers.bars.countedbars import starts
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


def with_breaks(rows: Rows) -> list[str]:
    """Every third cell ends with a line break; the first row stands above the rule and below it."""
    width = max(map(len, rows))
    lines = []
    for number, row in enumerate([*rows[:1], *rows]):
        cells = [*row, *[""] * (width - len(row))]
        text = "".join(
            f"|{cell}" + ("\n   " if cell and (number + n) % 3 == 0 else " ") for n, cell in enumerate(cells)
        )
        lines += [*f"{text}|".split("\n")]
        if number == 0:
            lines.append("|" + "----|" * width)
    return lines


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_cells_with_line_breaks(form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), with_breaks))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


@pytest.mark.parametrize("at", [1, 4, 6])
def test_a_blank_cell_keeps_its_place(at: int) -> None:
    parts = printed(VALUES)
    row = row_of(parts, "granted")
    reading = read(report(change(parts, "granted", [*row[:at], "", *row[at + 1 :]]), with_breaks))
    assert sorted(status_of(reading, "3", "granted")) == ["blank", *["reported"] * 6]
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("damage", [("|113", ""), ("|113", "|113|"), ("|113", "\n\n|113")])
def test_a_bar_too_few_or_too_many(damage: tuple[str, str]) -> None:
    text = report(printed(VALUES), with_breaks).replace(*damage)
    lines = text.split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("|") and "自然人" in line)
    assert not starts(lines, first)
    assert not wrong(read(text), VALUES)


def test_rows_of_one_line_are_left_to_others() -> None:
    assert not starts(["|规章|1|2|", "|----|--|--|", "|规章|1|2|", "|规章|1|2|", "|规章|1|2|"], 0)
