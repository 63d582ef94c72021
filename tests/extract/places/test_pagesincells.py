"""Bare page numbers beside blank cells that are printed a cell a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey
from tests.extract.printed import Rows, figures, pipe_cells, printed, read, report, reported, tab_cells, wrong

VALUES = figures()
ROWS = ["granted", "denied_other_law", "unable_not_held", "rejected_petition"]
BLANK = {CellKey("3", row, "research") for row in ROWS}


def blank_at_pages(layout: Callable[[Rows], list[str]], numbers: dict[str, str]) -> str:
    """A report with blank cells, beside some of which a page ended: its number stands on a line before the bar, or behind the tab."""
    values = VALUES | {key: f"空{key.row_key}" for key in BLANK}
    text = report(printed(values), layout)
    for row in ROWS:
        number = numbers.get(row)
        sign = "|" if layout is pipe_cells else "\t"
        blank = (
            sign if number is None else f"{number}\n{sign}" if layout is pipe_cells else f"{sign}\n{number}"
        )
        text = text.replace(f"空{row} |" if layout is pipe_cells else f"\t空{row}", blank)
    return text


OTHERS = {key: text for key, text in VALUES.items() if key not in BLANK}


@pytest.mark.parametrize("layout", [pipe_cells, tab_cells])
@pytest.mark.parametrize(
    "numbers",
    [
        dict(zip(ROWS, "2345", strict=True)),
        {ROWS[0]: "2", ROWS[2]: "3"},
        {ROWS[1]: "4"},
        {ROWS[3]: "12"},
    ],
)
def test_numbers_of_pages_fill_no_blank_cells(
    numbers: dict[str, str], layout: Callable[[Rows], list[str]]
) -> None:
    reading = read(blank_at_pages(layout, numbers))
    assert not wrong(reading, OTHERS)
    assert reported(reading) == set(OTHERS)


def test_figures_on_lines_before_their_bars_are_read() -> None:
    """So this program prints every cell; the figures of some count by chance."""

    def cells(rows: Rows) -> list[str]:
        return [line for row in rows for cell in row for line in ([cell, "|"] if cell else ["|"])] + ["||"]

    values = VALUES | {CellKey("3", "granted", "natural_person"): "2", CellKey("3", "granted", "total"): "3"}
    assert not wrong(read(report(printed(values), cells)), values)
