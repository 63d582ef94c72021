"""Labels of rows that walls of other tables cut into cells, line by line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract.printed import (
    Rows,
    change,
    compact,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)


def walled(*cells: str) -> object:
    """Rows of table 3 with three cells for labels; those of the first row are `cells`."""

    def render(rows: Rows) -> list[str]:
        first = row_of(PARTS, "new_received")
        wide = [
            [*cells, *row[1:]] if row == first else ["", "", *row] if len(row) == len(first) else row
            for row in rows
        ]
        return compact(wide)

    return render


CUT = ("一、<br>数量", "本年新收", "政府信息公开申请")


def test_a_label_is_read_line_by_line_across_the_walls() -> None:
    reading = read(report(PARTS, walled(*CUT)))  # type: ignore[arg-type]
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "cells",
    [
        # two labels, of which nothing tells whose the figures are
        ("一、本年<br>二、上年", "新收<br>结转", "政府信息公开申请数量"),
        # the letters of a label, in no order in which one reads them
        ("数量<br>一、", "本年新收", "政府信息公开申请"),
        ("本年新收", "一、", "政府信息公开申请数量"),
        # a word of a group amid them
        ("一、<br>数量", "本年新收", "不予公开"),
    ],
)
def test_letters_that_make_no_label_are_none(cells: Sequence[str]) -> None:
    reading = read(report(PARTS, walled(*cells)))  # type: ignore[arg-type]
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", "new_received")


def test_the_row_keeps_its_blanks() -> None:
    row = [*row_of(PARTS, "new_received")]
    row[3] = row[7] = ""
    parts = change(PARTS, "new_received", row)

    def render(rows: Rows) -> list[str]:
        return compact(
            [[*CUT, *r[1:]] if r == row else ["", "", *r] if len(r) == len(row) else r for r in rows]
        )

    reading = read(report(parts, render))
    lost = {key for key in VALUES if key.row_key == "new_received" and key.col_key in ("research", "total")}
    assert not wrong(reading, {key: value for key, value in VALUES.items() if key not in lost})
    assert status_of(reading, "3", "new_received", "research", "total") == ["blank", "blank"]
