"""Cells of a page that hold a paragraph or bare words by turns: line breaks around the ones, two tabs before the others."""

from __future__ import annotations

from itertools import count

import pytest

from tests.extract.printed import (
    Rows,
    change,
    doubled_tabs,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

VALUES = figures()


def by_turns(rows: Rows, step: int = 3) -> list[str]:
    """Every `step`th cell a paragraph; a blank one of those leaves nothing, of the others two tabs."""
    number = count()
    lines: list[str] = []
    for row in rows:
        line = ""
        for at, cell in enumerate(row):
            if next(number) % step:
                line += ("\t\t" if at else "") + cell
                continue
            lines += [text for text in (line, cell) if text]
            line = ""
        lines += [line] if line else []
    return lines


@pytest.mark.parametrize("step", [2, 3, 5])
def test_every_cell_is_read(step: int) -> None:
    reading = read(report(printed(VALUES), lambda rows: by_turns(rows, step)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("at", range(1, 8))
def test_a_blank_cell_leaves_its_row_open(at: int) -> None:
    parts = printed(VALUES)
    row = list(row_of(parts, "granted"))
    row[at] = ""
    reading = read(report(change(parts, "granted", row), by_turns))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == len([key for key in VALUES if key.table_no == "3"]) - 7


def test_columns_of_blanks_between_keep_theirs() -> None:
    parts = printed(VALUES)
    row = list(row_of(parts, "granted"))
    row[3] = ""
    reading = read(report(change(parts, "granted", row), doubled_tabs))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", "granted", "research") == ["blank"]
