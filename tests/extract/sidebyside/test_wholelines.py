"""Lines that name all that the header of table 4 has tell its order."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, read, reported, wrong
from tests.extract.sidebyside.test_headsagainst import AFTER, DIRECT, NAMES, REVIEW, SUITS, own, text_of

VALUES = figures()
FORM = ["review", "suit_direct", "suit_after_review"]
LINES = [" ".join([REVIEW, SUITS]), " ".join([*NAMES, AFTER, DIRECT]), " ".join([*NAMES, *NAMES])]


def read_of(lines: list[str], rows: list[str]):  # type: ignore[no-untyped-def]
    return read(text_of([*lines, " ".join(own(rows))]))


def test_suits_the_other_way_round() -> None:
    reading = read_of(LINES, [FORM[0], FORM[2], FORM[1]])
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


@pytest.mark.parametrize("line", [f"{AFTER} {DIRECT}", " ".join([AFTER, *NAMES, DIRECT])])
def test_lines_that_a_page_may_have_sorted_leave_it_open(line: str) -> None:
    assert not reported(read_of([LINES[0], line, LINES[2]], FORM), "4")
