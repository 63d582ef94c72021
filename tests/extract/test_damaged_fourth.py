"""The one row of table 4, printed once for each year or cut by the end of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.damage import (
    FOURTH,
    PARTS,
    ROW,
    VALUES,
    Render,
    text_of,
)
from tests.extract.printed import (
    Part,
    Rows,
    closed,
    read,
    reported,
    running,
    tsv,
    wrong,
)
from tests.turns import in_turn

LAST = [str(int(cell) + 400) for cell in ROW]


def fourth(rows: Rows, header: Rows | None = None) -> list[Part]:
    return [
        replace(p, rows=rows, header=p.header if header is None else header) if p is FOURTH else p
        for p in PARTS
    ]


@in_turn
@pytest.mark.parametrize("render", [running, closed, tsv], ids=lambda f: f.__name__)
@pytest.mark.parametrize(("last", "this"), [("2021", "2022"), ("2021年", "2022年"), ("上年", "本年")])
def test_row_of_this_year_and_of_the_last(last: str, this: str, render: Render) -> None:
    header = [["", *row] for row in FOURTH.header]
    for rows in ([[last, *LAST], [this, *ROW]], [[this, *ROW], [last, *LAST]]):
        reading = read(text_of(fourth(rows, header), render))
        assert not wrong(reading, VALUES)
        assert len(reported(reading)) == len(VALUES)
    # a row less: a blank vanished, or what is not said to be of a year
    for rows in ([[last, *LAST], [this, *ROW[1:]]], [["合计", *LAST], [this, *ROW]]):
        assert not wrong(read(text_of(fourth(rows, header), render)), VALUES)


def test_row_cut_by_the_end_of_a_page() -> None:
    text = text_of(PARTS)
    row = " ".join(ROW)

    def cut(at: int, between: str) -> str:
        return text.replace(row, "\n".join([" ".join(ROW[:at]), between, " ".join(ROW[at:])]))

    for at in (3, 8, 12):
        reading = read(cut(at, "\n- 6 -\n"))
        assert not wrong(reading, VALUES)
        assert len(reported(reading)) == len(VALUES)
    # one or two figures below may be digits cut off those above, and so may any without a page between
    for at, between in ((13, "- 6 -"), (14, "- 6 -"), (8, ""), (8, "6")):
        assert not reported(read(cut(at, between)), "4")
