"""What rows of cells show of each other: where their figures begin."""

from __future__ import annotations

from assets.extract.headers.gridheader import Header
from assets.extract.model import Cell, GridRow
from assets.extract.places.columns import place
from assets.extract.places.rowshapes import shown_by
from assets.extract.rows.finding.candidates import Candidate

WIDTH = 3


def row(*figures: str) -> Candidate:
    cells = [Cell(text, 1, 1) for text in ("规章", *figures)]
    return Candidate(0, GridRow(cells, "pipes", 0), "规章", cells[1:], label_at=0)


def test_rows_whose_ends_are_filled_show_where_figures_begin() -> None:
    long, short = row("", "1", "", "3"), row("1", "2", "3")
    assert shown_by([long, long, short], WIDTH).starts == {("pipes", 0): {5: 2, 4: 1}}
    # one that alone is so long may have a cell too many
    assert shown_by([long, short], WIDTH).starts == {("pipes", 0): {5: None, 4: 1}}


def test_a_wall_amid_the_figures_hides_where_they_begin() -> None:
    """`| 1 | 2 |  | 3 |` is a full row: then `|  | 2 |  | 3 |` is one whose first figure is blank."""
    assert shown_by([row("1", "2", "", "3"), row("", "2", "", "3")], WIDTH).starts == {
        ("pipes", 0): {5: None}
    }


def of_level(at: int, *figures: str) -> Candidate:
    """A row of a block whose labels take up three columns; its own, which begins in cell `at`, covers the rest of them."""
    texts = [*[""] * at, "总计", *figures]
    cells = [Cell(text, 1, 1) for text in texts]
    return Candidate(0, GridRow(cells, "tsv", 0), "总计", cells[at + 1 :], label_at=at)


def test_blanks_at_the_end_of_a_row_whose_label_is_wider() -> None:
    """`总计 | _ | _ | 2 | _`: what the label covers has a cell of its own, or the row a blank one at its end."""
    order = ["a", "b", "c"]
    narrow = [of_level(2, "", "5", ""), of_level(2, "7", "", ""), of_level(2, "", "", "5")]
    wide, whole = of_level(1, "", "", "2", ""), of_level(1, "", "", "", "8")
    assert place(wide, order, Header(), shown_by([*narrow, wide], 3)).problem == "row-short"
    # the row itself, another with such a label, or a blank one: none of them leaves a doubt
    told = shown_by([*narrow, wide, whole], 3)
    assert {key: cell.text for key, cell in place(wide, order, Header(), told).cells.items()} == {
        "a": "",
        "b": "2",
        "c": "",
    }
    assert place(whole, order, Header(), shown_by([*narrow, whole], 3)).cells["c"].text == "8"
    blank = of_level(1, "", "", "", "")
    assert not place(blank, order, Header(), shown_by([*narrow, blank], 3)).problem
