"""Blank cells shown by a no-break space in texts of one cell a line, and such spaces that are no cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.undone.spaces.seenblanks import with_blank_cells
from tests.extract.printed import (
    Part,
    Rows,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
BLANK = {("granted", 2), ("denied_other_law", 7), ("rejected_repeat", 1), ("carried_forward", 4)}


def spaced(rows: Rows) -> list[str]:
    """A blank cell of a row of figures is a line with a no-break space."""
    kept = [row if any(map(str.isdecimal, row)) else list(filter(None, row)) for row in rows]
    return [line for row in kept for line in [*(cell or "\u00a0" for cell in row), ""]]


def with_blanks(part: Part) -> Part:
    keyed = zip(part.keys, part.rows, strict=True)
    rows = [["" if (key, at) in BLANK else cell for at, cell in enumerate(row)] for key, row in keyed]
    return replace(part, rows=rows)


DAMAGED = [with_blanks(part) if part.table_no == "3" else part for part in PARTS]


def test_a_blank_cell_is_blank() -> None:
    text = report(DAMAGED, spaced)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175 - len(BLANK)
    assert sorted(status_of(reading, "3", "granted")) == ["blank", *["reported"] * 6]
    lines = text.split("\n")
    known = [(VALUES[k], c["line_start"]) for k, c in cells_of(reading).items() if c["status"] == "reported"]
    assert all(lines[line - 1] == value for value, line in known)


@pytest.mark.parametrize("header", [[1, 2, 3, 4, 5, 7, 6], [7, 1, 2, 3, 4, 5, 6]])
def test_columns_in_another_order(header: list[int]) -> None:
    """Figures in another order than the form's, under a header that says so."""
    parts = [
        replace(
            part,
            header=[[row[0], *(row[at] for at in header)] for row in part.header],
            rows=[[row[0], *(row[at] for at in header)] for row in part.rows],
        )
        if part.table_no == "3"
        else part
        for part in DAMAGED
    ]
    assert not wrong(read(report(parts, spaced)), VALUES)


def test_a_space_that_is_no_cell_leaves_all() -> None:
    """One row has a paragraph of space besides its seven figures: no line of space is sure to be a cell."""
    lines = report(DAMAGED, spaced).split("\n")
    assert with_blank_cells(lines)[1] is not None
    at = lines.index(VALUES[next(k for k in VALUES if k.row_key == "rejected_petition")])
    lines.insert(at + 1, "\u00a0")
    assert with_blank_cells(lines) == (lines, None)
    assert not wrong(read("\n".join(lines)), VALUES)


def test_a_vanished_cell_leaves_all() -> None:
    lines = report(DAMAGED, spaced).split("\n")
    lines.remove(VALUES[next(k for k in VALUES if k.row_key == "rejected_petition")])
    assert with_blank_cells(lines) == (lines, None)
    assert not wrong(read("\n".join(lines)), VALUES)


def tabbed(rows: Rows) -> list[str]:
    """A tab before each cell, a blank line below each row; a blank cell of a row of figures holds a no-break space."""
    kept = [row if any(map(str.isdecimal, row)) else list(filter(None, row)) for row in rows]
    return [line for row in kept for line in [*("\t" + (cell or "\u00a0") for cell in row), ""]]


def tabbed_and_spaced(rows: Rows) -> list[str]:
    """The same with a blank line behind every line, and the space on a line of its own."""
    return [
        part for line in tabbed(rows) for part in (*line.replace("\t\u00a0", "\t\n\n\u00a0").split("\n"), "")
    ]


@pytest.mark.parametrize("render", [tabbed, tabbed_and_spaced])
@pytest.mark.parametrize("at", [1, 7])
def test_cells_behind_tabs_are_as_printed(render: Callable[[Rows], list[str]], at: int) -> None:
    """Two rows have a blank cell at one end, and one lacks a cell: nothing but that row is in doubt."""
    blank = {"granted", "unable_unclear"}
    parts = [
        replace(
            part,
            rows=[
                [*row[:at], "", *row[at + 1 :]] if key in blank else row[:-1] if key == "other_misc" else row
                for key, row in zip(part.keys, part.rows, strict=True)
            ],
        )
        if part.table_no == "3"
        else part
        for part in PARTS
    ]
    reading = read(report(parts, render))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 24 * 7 - 2
    assert set(status_of(reading, "3", "other_misc")) == {"uncertain"}
