"""What rows of cells show of each other: where their figures begin."""

from __future__ import annotations

from assets.extract.candidates import Candidate
from assets.extract.model import Cell, GridRow
from assets.extract.rowshapes import starts_of

WIDTH = 3


def row(*figures: str) -> Candidate:
    cells = [Cell(text, 1, 1) for text in ("规章", *figures)]
    return Candidate(0, GridRow(cells, "pipes", 0), "规章", cells[1:], label_at=0)


def test_rows_whose_ends_are_filled_show_where_figures_begin() -> None:
    long, short = row("", "1", "", "3"), row("1", "2", "3")
    assert starts_of([long, long, short], WIDTH) == {("pipes", 0): {5: 2, 4: 1}}
    # one that alone is so long may have a cell too many
    assert starts_of([long, short], WIDTH) == {("pipes", 0): {5: None, 4: 1}}


def test_a_wall_amid_the_figures_hides_where_they_begin() -> None:
    """`| 1 | 2 |  | 3 |` is a full row: then `|  | 2 |  | 3 |` is one whose first figure is blank."""
    assert starts_of([row("1", "2", "", "3"), row("", "2", "", "3")], WIDTH) == {("pipes", 0): {5: None}}
