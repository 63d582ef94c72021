"""One cell a line with bars: the blank cells that merged labels cover stand between a row and the label below it."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

TABLE = forms()["2021"].table("3")
DEPTH = {row.zh: len(TABLE.ancestors(row.key)) for row in TABLE.rows}
VALUES = figures()
BLANK = {
    CellKey("3", "denied_third_party", "total"),
    CellKey("3", "granted", "natural_person"),
    CellKey("3", "rejected_repeat", "research"),
}
PRINTED = {key: "" if key in BLANK else value for key, value in VALUES.items()}


def cells(rows: Rows) -> list[str]:
    out = []
    for label, *figures_ in rows:
        out += [*[" |"] * DEPTH.get(label, 0), f"{label} |", *(f"{figure} |" for figure in figures_)]
    return out


def text(values: dict[CellKey, str]) -> list[str]:
    return report(printed(values), cells).split("\n")


def test_blank_cells_before_labels_are_none_of_the_row_above() -> None:
    reading = read("\n".join(text(PRINTED)))
    assert not wrong(reading, PRINTED)
    assert len(reported(reading, "3")) >= len([k for k, v in PRINTED.items() if v and k.table_no == "3"]) - 7


@in_turn
@pytest.mark.parametrize(
    "row", ["denied_state_secret", "denied_process_info", "rejected_petition", "rejected_repeat"]
)
@pytest.mark.parametrize("at", [1, 3, 6])
def test_a_row_that_lacks_a_cell_borrows_none_of_the_next(row: str, at: int) -> None:
    lines = text(PRINTED)
    first = lines.index(f"{PRINTED[CellKey('3', row, 'natural_person')]} |")
    del lines[first + at]
    reading = read("\n".join(lines))
    known = {key: figure for key, figure in PRINTED.items() if key.row_key != row}
    assert not wrong(reading, known)
    assert not {key for key in reported(reading, "3") if key.row_key == row}
    cell = next(c for c in reading.cells if (c["row_key"], c["col_key"]) == (row, "total"))
    assert cell["status"] != "blank"
