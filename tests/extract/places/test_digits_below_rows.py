"""A number alone below a whole row of cells: the rest of one of its figures, or of none of them."""

from __future__ import annotations

import pytest

from tests.extract.damage import Render
from tests.extract.printed import (
    Rows,
    aligned,
    change,
    figures,
    html,
    printed,
    read,
    report,
    reported,
    row_of,
    tsv,
    wrong,
)

NOUGHTS = ("commercial", "social_org", "legal_service")
VALUES = {
    key: "0" if key.table_no == "3" and key.col_key in NOUGHTS else text for key, text in figures().items()
}
PARTS = printed(VALUES)
ROW = "denied_three_securities"
KEYS = {key for key in VALUES if key.row_key == ROW}


def with_number(render: Render, number: str, rows: list[str] | None = None) -> str:
    """A report with a number alone below one row, of table 3."""
    parts = change(PARTS, ROW, rows or row_of(PARTS, ROW))
    own = render([rows or row_of(PARTS, ROW)])[-1]

    def written(each: Rows) -> list[str]:
        return [text for line in render(each) for text in ([line, number] if line == own else [line])]

    return report(parts, written)


@pytest.mark.parametrize("render", [tsv, aligned])
def test_a_nought_does_not_go_on_below(render: Render) -> None:
    reading = read(with_number(render, "4"))
    assert not wrong(reading, VALUES)
    lost = KEYS - reported(reading)
    assert lost and not {key.col_key for key in lost} & {*NOUGHTS}
    assert render is aligned or len(lost) == len(KEYS) - len(NOUGHTS)
    assert reported(reading) > set(VALUES) - KEYS


@pytest.mark.parametrize("column", [1, 3, 6, 7])
def test_a_figure_may_have_lost_its_end(column: int) -> None:
    row = [*row_of(PARTS, ROW)]
    row[column], end = row[column][:-1], row[column][-1]
    reading = read(with_number(tsv, end, row))
    assert not wrong(reading, VALUES)


def test_a_row_that_lost_a_cell_is_in_doubt() -> None:
    row = row_of(PARTS, ROW)
    assert not reported(read(with_number(tsv, "4", [*row[:5], *row[6:], ""]))) & KEYS


def test_below_the_end_of_a_table_stands_no_part_of_it() -> None:
    lines = report(PARTS, html).split("\n")
    (at,) = [n for n, line in enumerate(lines) if row_of(PARTS, ROW)[0] in line]
    end = next(n for n in range(at, len(lines)) if "</tr>" in lines[n])
    lines[end + 1 : end + 1] = ["</table>", "<p>4</p>", "<table>"]
    reading = read("\n".join(lines))
    assert reported(reading) == set(VALUES)
    lines[end + 1 : end + 4] = ["4"]
    assert not wrong(read("\n".join(lines)), VALUES)
