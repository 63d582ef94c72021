"""Rules between rows of pipes: what is one, and that a long run of dashes costs no more than its length."""

import itertools
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


def test_bars_alone_between_rows_are_no_rows() -> None:
    """A row without any cell below one that is cut at its bar once stopped the reader."""
    pieces = ["| 规章 | 1 | 2 |", "| 规章 | 1 | 2", "|", "规章 | 1 |", "| 3"]
    for count in range(2, 5):
        for lines in itertools.product(pieces, repeat=count):
            assert all(row.cells for row in read(list(lines), 1, 0))
