"""A sign for nothing before the figures of several rows: where those of a row with blanks stand is not told."""

from __future__ import annotations

import pytest

from tests.extract.odd import THIRD, VALUES, third
from tests.extract.printed import GRIDS, read, report, status_of, wrong

KEYS = list(THIRD.keys)


def signed(last: list[str], *, signs: int = 3) -> str:
    """Table 3 with a sign before the figures of its last rows, the last row of all as given behind its label."""
    rows = [list(row) for row in THIRD.rows]
    for row in rows[-1 - signs : -1]:
        row.insert(1, "/")
    rows[-1] = [rows[-1][0], *last]
    return report(third(THIRD.header, rows), GRIDS["closed"])


@pytest.mark.parametrize("blank", [1, 3, 6])
def test_a_sign_in_front_of_a_row_with_blanks(blank: int) -> None:
    own = list(THIRD.rows[-1][1:])
    reading = read(signed(["/", *own[:blank], "", *own[blank + 1 :]]))
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", KEYS[-1])


def test_a_sign_and_a_blank_at_both_ends() -> None:
    own = list(THIRD.rows[-1][1:])
    reading = read(signed(["/", own[0], "", "", "", own[4], own[5], ""]))
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", KEYS[-1])


def test_a_sign_that_is_a_cell() -> None:
    """Where no other row has a cell too many, the sign is the first column's."""
    own = list(THIRD.rows[-1][1:])
    reading = read(signed(["/", *own[1:]], signs=0))
    assert status_of(reading, "3", KEYS[-1]) == ["not_applicable", *["reported"] * 6]
