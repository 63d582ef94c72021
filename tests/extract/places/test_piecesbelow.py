"""A row with blank cells above lines with pieces of figures, which may be its own."""

from __future__ import annotations

from schemas.form import CellKey
from tests.extract.printed import Rows, aligned, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()
FIRST, NEXT = "1.本机关不掌握", "2.没有现成信息"


def text_of(pieces: Rows | None) -> str:
    def render(rows: Rows) -> list[str]:
        lines = []
        for row in rows:
            if row[0].startswith(FIRST):
                lines += aligned([[row[0], *[""] * 5, row[6]]])
            elif row[0].startswith(NEXT) and pieces is not None:
                lines += aligned([[row[0][:9], *[""] * 7], *pieces, [row[0][9:], *row[1:]]])
            else:
                lines += aligned([row])
        return lines

    return report(printed(VALUES), render)


def test_pieces_below_may_be_the_blanks_of_the_row_above() -> None:
    reading = read(text_of([["", "3", "3", "", "3", "3"], ["", "", "", "", "", "", "", "萬 3"], [""]]))
    assert set(status_of(reading, "3", "unable_not_held")) == {"uncertain"}
    assert not wrong(reading, VALUES)


def test_blank_cells_above_whole_rows_are_blank() -> None:
    reading = read(text_of(None))
    assert sorted(status_of(reading, "3", "unable_not_held")) == ["blank"] * 6 + ["reported"]
    assert CellKey("3", "unable_needs_creation", "total") in reported(reading, "3")
