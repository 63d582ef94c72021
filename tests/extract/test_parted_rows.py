"""Cells a line each with a bar behind them, where blank lines part the rows; blank cells are there as bars."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import Part, Rows, change, figures, printed, read, report, reported, row_of, wrong


def parted(rows: Rows) -> list[str]:
    """A row's cells a line each, a blank line between rows."""
    return [line for row in rows for line in [*(f"{cell} |" for cell in row), ""]][:-1]


def with_levels(rows: Rows) -> Rows:
    """Table 3 with a second column of labels, blank in most of its rows."""
    return [
        ["", *row] if row[0][:1].isdigit() else [row[0], "", *row[1:]] if len(row) == 8 else row
        for row in rows
    ]


def blanked(*columns: str) -> tuple[list[Part], dict[CellKey, str]]:
    """The tables with those columns of table 3 blank, and the figures that are left."""
    values = figures()
    gone = {key for key in values if key.table_no == "3" and key.col_key in columns}
    return printed({**values, **dict.fromkeys(gone, "")}), {k: v for k, v in values.items() if k not in gone}


@pytest.mark.parametrize(
    "columns", [(), ("total",), ("commercial", "research", "social_org", "legal_service")]
)
def test_blank_cells_keep_their_columns(columns: tuple[str, ...]) -> None:
    parts, values = blanked(*columns)
    reading = read(report(parts, lambda rows: parted(with_levels(rows))))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_a_single_blank_cell_keeps_its_row() -> None:
    values = figures()
    row = row_of(printed(values), "granted")
    reading = read(report(change(printed(values), "granted", [*row[:3], "", *row[4:]]), parted))
    blank = CellKey("3", "granted", "research")
    assert not wrong(reading, {k: v for k, v in values.items() if k != blank})
    assert reported(reading) == set(values) - {blank}


@pytest.mark.parametrize("at", [1, 4, 7])
def test_a_row_that_lost_a_cell_is_not_known(at: int) -> None:
    """Where the bar is gone, too, nothing tells which cell it was."""
    values = figures()
    row = row_of(printed(values), "granted")
    reading = read(report(change(printed(values), "granted", [*row[:at], *row[at + 1 :]]), parted))
    assert not wrong(reading, values)
    assert not [key for key in reported(reading) if key.row_key == "granted"]
    assert [key for key in reported(reading, "3") if key.row_key == "denied_state_secret"]


def test_rows_whose_blank_cells_are_gone_are_not_known() -> None:
    """All rows lack their last cell and its bar: what the last figure is of, the rows' equal widths do not say."""
    parts, values = blanked("commercial")
    reading = read(report(parts, lambda rows: parted([[row[0], *filter(None, row[1:])] for row in rows])))
    assert not wrong(reading, values)
    assert not reported(reading, "3")


def test_two_rows_between_blank_lines_are_not_one() -> None:
    values = figures()

    def in_pairs(rows: Rows) -> list[str]:
        lines = parted(rows)
        blank = [at for at, line in enumerate(lines) if not line]
        return [line for at, line in enumerate(lines) if at not in blank[::2]]

    assert not wrong(read(report(printed(values), in_pairs)), values)
