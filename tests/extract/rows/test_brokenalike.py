"""Rows of plain text that a page's columns break at the same places, and those whose breaks say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.extract.printed import Rows, figures, printed, read, report, reported, running, wrong

VALUES = figures("2021", 11)
PARTS = printed(VALUES)
TABLE_3 = {key for key in VALUES if key.table_no == "3"}


def broken(rows: Rows, cuts: Sequence[Sequence[int]]) -> list[str]:
    """Rows of seven figures on lines that end behind so many figures each, the rows taking turns; others on one line."""
    lines: list[str] = []
    for number, row in enumerate(rows):
        cut = cuts[number % len(cuts)]
        if len(row) != 8 or not row[-1].isdecimal():
            lines += running([row])
            continue
        ends = [0, *cut, 7]
        lines.append(row[0])
        lines += [" ".join(row[1:][a:b]) for a, b in pairwise(ends)]
    return lines


def read_with(*cuts: Sequence[int]) -> tuple[dict, set]:
    reading = read(report(PARTS, lambda rows: broken(rows, cuts)))
    return wrong(reading, VALUES), reported(reading, "3")


@pytest.mark.parametrize("cuts", [[(4,)], [(4,), ()], [(3,)], [(3, 4)], [(3, 4), (4,)], [(2, 5), (), (5,)]])
def test_rows_broken_at_the_same_places_are_read(cuts: list[Sequence[int]]) -> None:
    mistaken, found = read_with(*cuts)
    assert not mistaken
    assert found == TABLE_3


@pytest.mark.parametrize("cuts", [[(6,)], [(1,)], [(1, 4)], [(2,), (3,), (4,), (5,)] * 2 + [(2,)]])
def test_one_figure_on_a_line_and_rows_broken_anywhere_are_not(cuts: list[Sequence[int]]) -> None:
    mistaken, found = read_with(*cuts)
    assert not mistaken
    assert not any(key in found for key in TABLE_3 if key.row_key == "denied_admin_inquiry")


def test_lines_that_begin_left_of_the_end_of_those_above_are_not() -> None:
    def apart(rows: Rows) -> list[str]:
        lines: list[str] = []
        for row in rows:
            if len(row) == 8 and row[-1].isdecimal():
                lines += [f"{row[0]:<60}" + "      ".join(row[1:5]), " " * 70 + "      ".join(row[5:])]
            else:
                lines += running([row])
        return lines

    reading = read(report(PARTS, apart))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")
