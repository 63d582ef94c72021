"""An office's whole table below the report's own, of which blanks have vanished."""

from __future__ import annotations

import pytest

from tests.extract.printed import PLAIN, Part, figures, printed, read, report, reported, running, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
THIRD = next(part for part in PARTS if part.table_no == "3")
CAPTIONS = ["附：乡镇办理情况", "按县本级统计：", "其中：下属中心办理情况"]


def _short(rows: list[list[str]], but: int = 1) -> list[list[str]]:
    """The rows as plain text has them whose blanks have vanished, each but a few."""
    return [row if n < but else [row[0], *row[2:4], row[-1]] for n, row in enumerate(rows)]


def _twice(rows: list[list[str]], caption: str, again: list[list[str]]) -> list[Part]:
    own = [part for part in PARTS if part.table_no != "3"]
    at = next(n for n, part in enumerate(own) if part.table_no == "4")
    both = [
        Part("3", THIRD.header, rows, THIRD.keys),
        Part("3", [[caption], *THIRD.header], again, THIRD.keys),
    ]
    return [*own[:at], *both, *own[at:]]


@in_turn
@pytest.mark.parametrize("layout", PLAIN)
@pytest.mark.parametrize("caption", CAPTIONS)
def test_anothers_whole_table_does_not_take_over(layout: str, caption: str) -> None:
    others = [[row[0], *(str(int(cell) * 3 + 7) for cell in row[1:])] for row in THIRD.rows]
    reading = read(report(_twice(_short(THIRD.rows), caption, others), PLAIN[layout]))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("layout", PLAIN)
def test_the_same_table_again_tells_what_the_first_lost(layout: str) -> None:
    reading = read(report(_twice(_short(THIRD.rows), "（续）", THIRD.rows), PLAIN[layout]))
    assert not wrong(reading, VALUES)


def test_a_report_with_one_table_is_read() -> None:
    assert reported(read(report(PARTS, running))) == set(VALUES)
