"""Rows that a page moved to the right, so that labels stand under the first column and the last figures are gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.odd import TABLE_3, THIRD, VALUES, instead_of
from tests.extract.printed import GRIDS, Part, Rows, read, report, reported, status_of, wrong
from tests.turns import in_turn

layouts = pytest.mark.parametrize("layout", ["tsv", "closed", "html", "grid"])
# Cells in front of the figures.
_LABELS = 3


def in_columns(from_row: int | None = None) -> Part:
    """Table 3 with its labels in columns by their level; from a row on all cells stand one further right, and the last is gone."""
    own: Rows = []
    for at, (row, cells) in enumerate(zip(TABLE_3.rows, THIRD.rows, strict=True)):
        labels = [""] * _LABELS
        labels[len(TABLE_3.ancestors(row.key))] = cells[0]
        line = [*labels, *cells[1:]]
        own.append(["", *line[:-1]] if from_row is not None and at >= from_row else line)
    header = [["", "", "", *THIRD.header[0][1:]]]
    return replace(THIRD, header=header, rows=own)


@in_turn
@layouts
@pytest.mark.parametrize("from_row", [2, 3, 7])
def test_rows_moved_by_a_cell(layout: str, from_row: int) -> None:
    reading = read(report(instead_of("3", in_columns(from_row)), GRIDS[layout]))
    assert not wrong(reading, VALUES)


@layouts
def test_rows_in_their_place_with_a_blank_first_figure(layout: str) -> None:
    part = in_columns()
    keys = [row.key for row in TABLE_3.rows]
    rows = [
        [*cells[:_LABELS], "", *cells[_LABELS + 1 :]] if key in ("granted", "total_handled") else cells
        for key, cells in zip(keys, part.rows, strict=True)
    ]
    reading = read(report(instead_of("3", replace(part, rows=rows)), GRIDS[layout]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) >= 7 * len(keys) - 14
    assert status_of(reading, "3", "denied_process_info") == ["reported"] * 7


@layouts
def test_a_table_of_totals_alone_below_a_header_without_leading_cells(layout: str) -> None:
    part = in_columns()
    rows = [[*cells[:_LABELS], *[""] * 6, cells[-1]] for cells in part.rows]
    header = [part.header[0][_LABELS - 1 :]]
    reading = read(report(instead_of("3", replace(part, header=header, rows=rows)), GRIDS[layout]))
    assert not wrong(reading, VALUES)
