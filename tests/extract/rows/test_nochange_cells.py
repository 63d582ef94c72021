"""`0/0` in the column of the change, neither more nor fewer: a cell of plain text with no figure to read, whose neighbours stand in their places."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    aligned,
    change,
    figures,
    one_a_line,
    printed,
    read,
    report,
    running,
    status_of,
    wrong,
)

VALUES = figures("2019")
PARTS = printed(VALUES, "2019")
layouts = pytest.mark.parametrize("render", [aligned, one_a_line, running])
COLUMNS = {
    "permits": ("prev_items", "change", "decisions"),
    "penalties": ("prev_items", "change", "decisions"),
    "fees": ("prev_items", "change"),
}


def with_cell(key: str, text: str, lost: int | None = None) -> list[str]:
    """The row with that text for the change, and perhaps without one of its figures."""
    (row,) = [row for part in PARTS for row, own in zip(part.rows, part.keys, strict=False) if own == key]
    cells = [row[0], row[1], text, *row[3:]]
    return [cell for at, cell in enumerate(cells) if at != lost]


@layouts
@pytest.mark.parametrize("text", ["0/0", "0／0", "未增未减"])
@pytest.mark.parametrize("key", COLUMNS)
def test_the_cells_beside_it_are_read(render, text: str, key: str) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(change(PARTS, key, with_cell(key, text)), render))
    others = [column for column in COLUMNS[key] if column != "change"]
    assert set(status_of(reading, "2", key, *others)) == {"reported"}
    assert not {cell.col_key for cell in wrong(reading, VALUES)} - {"change"}
    if text != "未增未减":
        assert status_of(reading, "2", key, "change") == ["unparsed"]


@pytest.mark.parametrize("render", [one_a_line, running])
@pytest.mark.parametrize("lost", [1, 3])
@pytest.mark.parametrize("key", ["permits", "penalties"])
def test_a_row_that_lost_a_figure_stays_in_doubt(render, lost: int, key: str) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(change(PARTS, key, with_cell(key, "0/0", lost)), render))
    assert "reported" not in status_of(reading, "2", key, *COLUMNS[key])
    assert not wrong(reading, VALUES)
