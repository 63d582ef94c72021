"""Drawn tables whose lines lost their end, or were folded: no printed figure becomes a blank."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import wrap

import pytest

from schemas.form import CellKey
from tests.extract.printed import Rows, box, figures, grid, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
Draw = Callable[[Rows], list[str]]
drawn = pytest.mark.parametrize("draw", [grid, box])


def unclosed(draw: Draw, rows: Rows) -> list[str]:
    """Every line without its last wall, and without the spaces before it."""
    return [re.sub(r"\s*[|│]$", "", line) for line in draw(rows)]


def with_breaks(draw: Draw, rows: Rows, every: int) -> list[str]:
    """Some rows of figures broken behind a wall in their middle."""
    lines = []
    for number, line in enumerate(draw(rows)):
        walls = [found.end() for found in re.finditer(r"[|│]", line)]
        if number % every == 0 and len(walls) > 3 and re.search("[0-9]", line):
            at = walls[len(walls) // 2]
            lines += [line[:at], line[at:].lstrip()]
        else:
            lines.append(line)
    return lines


def falsely_blank(text: str) -> list[CellKey]:
    found = ((CellKey(c["table_no"], c["row_key"], c["col_key"]), c) for c in read(text).cells)
    return [key for key, cell in found if cell["status"] == "blank" and VALUES[key] != ""]


@drawn
def test_a_table_without_its_closing_wall_is_read_whole(draw: Draw) -> None:
    reading = read(report(PARTS, lambda rows: unclosed(draw, rows)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@in_turn
@drawn
@pytest.mark.parametrize("every", [2, 3, 5])
def test_what_stands_behind_a_broken_line_is_not_blank(draw: Draw, every: int) -> None:
    text = report(PARTS, lambda rows: with_breaks(draw, rows, every))
    assert not wrong(read(text), VALUES)
    assert not falsely_blank(text)


@in_turn
@drawn
@pytest.mark.parametrize("width", [64, 80, 100])
def test_folded_tables_are_read_as_they_were_drawn(draw: Draw, width: int) -> None:
    def folded(rows: Rows) -> list[str]:
        return [line[i : i + width] for line in draw(rows) for i in range(0, len(line), width)]

    reading = read(report(PARTS, folded))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) > 150


@drawn
@pytest.mark.parametrize("width", [72, 100])
def test_a_fold_that_cost_spaces_leaves_no_wrong_cell(draw: Draw, width: int) -> None:
    def folded(rows: Rows) -> list[str]:
        return [piece for line in draw(rows) for piece in wrap(line, width) or [""]]

    text = report(PARTS, folded)
    assert not wrong(read(text), VALUES)
    assert not falsely_blank(text)
