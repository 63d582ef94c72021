"""Columns of last year's numbers beside those of the form, whose labels are like one of the form's (上年数量, 上一年项目数量)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import (
    Part,
    Rows,
    cells_of,
    figures,
    html,
    markdown,
    printed,
    read,
    report,
    reported,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures("2019")
CLAUSE = [key for key in VALUES if key.table_no == "2" and key.row_key in ("permits", "other_services")]


def with_column(at: int, title: str) -> list[Part]:
    """Table 2 with one more column in each clause of cases."""
    parts = []
    for part in printed(VALUES, "2019"):
        header, rows = part.header, part.rows
        if part.table_no == "2" and any("上一年项目数量" in cell for row in header for cell in row):
            header = [[*row[:at], title if row is header[-1] else "", *row[at:]] for row in header]
            rows = [[*row[:at], "9", *row[at:]] for row in rows]
        parts.append(Part(part.table_no, header, rows))
    return parts


@in_turn
@pytest.mark.parametrize("at", [2, 3, 4])
@pytest.mark.parametrize("render", [tsv, markdown, html])
def test_the_column_with_the_forms_own_label_is_the_forms(
    render: Callable[[Rows], list[str]], at: int
) -> None:
    reading = read(report(with_column(at, "上年数量"), render))
    assert not wrong(reading, VALUES)
    assert set(CLAUSE) <= reported(reading)


def test_in_the_place_of_a_label_it_is_none() -> None:
    parts = printed(VALUES, "2019")
    parts = [
        Part(
            p.table_no, [["上年数量" if "处理决定数量" in c else c for c in row] for row in p.header], p.rows
        )
        for p in parts
    ]
    reading = read(report(parts, tsv))
    assert not [k for k in reported(reading) & set(CLAUSE) if k.col_key == "decisions"], cells_of(reading)
