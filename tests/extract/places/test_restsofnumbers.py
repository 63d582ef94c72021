"""Numbers that a space cuts in two, in rows of plain text that lack another figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import (
    Rows,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    tsv,
    wrong,
)

VALUES = figures()
ROW = row_of(printed(VALUES), "denied_other_law")
KEYS = [key for key in VALUES if key.row_key == "denied_other_law"]


def text_of(render: Callable[[Rows], list[str]], *figures_of: str) -> str:
    parts = printed(VALUES)
    for part in parts:
        part.rows[:] = [[ROW[0], *figures_of] if row == ROW else row for row in part.rows]
    return report(parts, render)


@pytest.mark.parametrize("rest", ["03", "000", "052", "005"])
@pytest.mark.parametrize("render", [running, one_a_line])
def test_a_rest_makes_up_for_a_blank(render: Callable[[Rows], list[str]], rest: str) -> None:
    reading = read(text_of(render, *ROW[2:7], "1", rest))
    assert not wrong(reading, {key: f for key, f in VALUES.items() if key not in KEYS})
    assert not reported(reading) & {*KEYS}
    assert len(reported(reading)) >= len(VALUES) - 2 * len(KEYS)


@pytest.mark.parametrize("render", [running, one_a_line])
def test_two_noughts_are_one_figure(render: Callable[[Rows], list[str]]) -> None:
    assert {*KEYS} <= reported(read(text_of(render, *ROW[1:7], "00")))


def test_other_cells_of_a_row_with_places_stay() -> None:
    assert {*KEYS[:6]} <= reported(read(text_of(tsv, *ROW[1:7], "03")))
