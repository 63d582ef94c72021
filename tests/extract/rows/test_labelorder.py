"""Words of a table of several blocks in no order at all, and in one that is only a little off."""

from __future__ import annotations

import random

import pytest

from tests.extract.printed import HEADINGS, TITLE, figures, printed, read, reported, running, wrong
from tests.turns import in_turn

VALUES = figures()
SECOND = [
    line for part in printed(VALUES) if part.table_no == "2" for line in running(part.header + part.rows)
]


def text(lines: list[str]) -> str:
    head = [TITLE, "", "一、总体情况", "全年工作平稳。", "", HEADINGS["2"], ""]
    return "\n".join([*head, *lines, "", HEADINGS["3"], "", "五、存在的主要问题及改进情况", "还不够。"])


@in_turn
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("per_line", [1, 6])
def test_scrambled_words_say_nothing(seed: int, per_line: int) -> None:
    words = " ".join(SECOND).split()
    random.Random(seed).shuffle(words)  # noqa: S311 - no secret
    lines = [" ".join(words[at : at + per_line]) for at in range(0, len(words), per_line)]
    assert not wrong(read(text(lines)), VALUES)


def test_in_order_they_do() -> None:
    assert reported(read(text(SECOND))) == {key for key in VALUES if key.table_no == "2"}


def test_two_rows_that_changed_places_are_read() -> None:
    lines = list(SECOND)
    at = next(n for n, line in enumerate(lines) if line.startswith("行政处罚"))
    lines[at : at + 2] = lines[at + 1], lines[at]
    reading = read(text(lines))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == 10
