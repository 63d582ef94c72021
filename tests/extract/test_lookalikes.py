"""Letters that a scanner reads for digits cost their own cell, and none beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    change,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
GRANTED = row_of(PARTS, "granted")


def _with(at: int, text: str) -> tuple[list, dict]:  # type: ignore[type-arg]
    row = [*GRANTED[:at], text, *GRANTED[at + 1 :]]
    return change(PARTS, "granted", row), {k: v for k, v in VALUES.items() if v != GRANTED[at]}


@in_turn
@pytest.mark.parametrize("render", [one_a_line, running])
@pytest.mark.parametrize("text", ["lOO", "l26", "53l", "4ol", "I28"])
@pytest.mark.parametrize("at", [1, 4, 7])
def test_the_figures_beside_are_known(render: Callable[[Rows], list[str]], text: str, at: int) -> None:
    parts, left = _with(at, text)
    reading = read(report(parts, render))
    assert not wrong(reading, left)
    assert len({key for key in reported(reading, "3") if key.row_key == "granted"}) == 6
    assert len(reported(reading, "3")) == 25 * 7 - 1


def test_a_row_that_lacks_a_figure_besides_stays_in_doubt() -> None:
    parts, left = _with(3, "lOO")
    row = row_of(parts, "granted")
    parts = change(parts, "granted", [*row[:5], *row[6:]])
    reading = read(report(parts, one_a_line))
    assert not wrong(reading, left)
    assert not {key for key in reported(reading) if key.row_key == "granted"}


@pytest.mark.parametrize("mark", ["o", "l", "I"])
def test_a_mark_before_every_label_is_no_cell(mark: str) -> None:
    lines = report(change(PARTS, "granted", [*GRANTED[:3], *GRANTED[4:]]), one_a_line).split("\n")
    labels = {row[0] for part in PARTS for row in part.rows if part.table_no == "3"}
    marked = [part for line in lines for part in ([mark, line] if line in labels else [line])]
    left = {k: v for k, v in VALUES.items() if v != GRANTED[3]}
    reading = read("\n".join(marked))
    assert not wrong(reading, left)
    assert "reported" not in status_of(reading, "3", "granted")


def test_roman_numbers_of_pages_are_no_cells() -> None:
    text = report(change(PARTS, "granted", [*GRANTED[:5], *GRANTED[6:]]), one_a_line)
    text = text.replace(f"\n{GRANTED[3]}\n", f"\n{GRANTED[3]}\nII\n")
    reading = read(text)
    assert not wrong(reading, {k: v for k, v in VALUES.items() if v != GRANTED[5]})
    assert CellKey("3", "granted", "total") not in reported(reading)
