"""Rules between rows of pipes: what is one, and that a long run of dashes costs no more than its length."""

import time

import pytest

from assets.extract.readers.pipes import _is_rule, read


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("|---|---|", True),
        ("| :-: | --- |", True),
        ("+===+===+", True),
        ("| - | - |", False),
        ("|---|1|", False),
        ("", False),
    ],
)
def test_what_is_a_rule(line: str, is_one: bool) -> None:
    assert _is_rule(line) is is_one


def test_dashes_that_end_in_something_else_cost_no_more_than_their_length() -> None:
    def seconds(length: int) -> float:
        lines = [f"|{'-' * length}x|"] * 3
        before = time.process_time()
        for _ in range(20):
            read(lines, 1, 0)
        return time.process_time() - before

    seconds(100)
    assert seconds(8_000) < 60 * seconds(800) + 0.05  # squared it would be 100 times, cubed a thousand


def test_a_bar_alone_below_a_row_in_two_lines_is_no_row() -> None:
    """A row without any cell, below one that is closed on its second line, once stopped the reader."""
    lines = ["| 其他处理 | 1.申请人", "逾期不补正 | 9 | 0 | 0 |", "|  ", "|  |  | 3.其他 | 0 | 0 | 0 |"]
    rows = read(lines, 1, 0)
    assert rows
    assert all(row.cells for row in rows)
