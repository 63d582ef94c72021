"""A blank line amid the figures of a row that has them all, in a text of one cell a line."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from tests.extract.printed import Rows, figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()
ROW = [key for key in VALUES if key.row_key == "denied_other_law"]
MARKED = VALUES[ROW[3]]


def text_of(before: Collection[str], blank: str) -> str:
    """A report with a blank line before some figures."""

    def render(rows: Rows) -> list[str]:
        cells = [cell for row in rows for cell in one_a_line([row])]
        return [line for cell in cells for line in ([blank, cell] if cell in before else [cell])]

    return report(printed(VALUES), render)


@pytest.mark.parametrize("blank", ["\u2003", " ", "\u3000", ""])
def test_a_piece_amid_a_row_leaves_its_figures_in_doubt(blank: str) -> None:
    reading = read(text_of({MARKED}, blank))
    assert not wrong(reading, VALUES)
    assert not reported(reading) & set(ROW)
    assert len(reported(reading)) == len(VALUES) - len(ROW)


def test_a_piece_amid_the_fourth_table() -> None:
    fourth = [key for key in VALUES if key.table_no == "4"]
    reading = read(text_of({VALUES[fourth[6]]}, "\u2003"))
    assert not reported(reading, "4")


def test_groups_of_the_fourth_table_may_be_set_apart() -> None:
    fourth = [key for key in VALUES if key.table_no == "4"]
    reading = read(text_of({VALUES[fourth[5]]}, ""))
    assert reported(reading) == {*VALUES}


def test_a_place_where_several_rows_have_a_blank_line_is_the_print() -> None:
    totals = {VALUES[key] for key in VALUES if key.table_no == "3" and key.col_key == "other_org"}
    assert reported(read(text_of(sorted(totals)[:4], ""))) == {*VALUES}


def test_blank_lines_between_all_cells() -> None:
    assert reported(read(text_of(set(VALUES.values()), ""))) == {*VALUES}


def test_a_page_may_end_amid_a_row() -> None:
    text = text_of({MARKED}, "").replace(f"\n\n{MARKED}\n", f"\n\f\n{MARKED}\n")
    assert reported(read(text)) == {*VALUES}
