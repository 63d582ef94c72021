"""A column of remarks whose name stands beside the words over all columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import GRIDS, Rows, figures, printed, read, report, reported, wrong

NAMES = [column.zh for column in forms()["2021"].table("3").columns]


def text_of(values: dict, name: str, remark: str, ragged: bool) -> str:  # type: ignore[type-arg]
    parts = printed(values)
    (third,) = (part for part in parts if part.table_no == "3")
    if ragged:
        header: Rows = [
            ["（本列数据的勾稽关系为）", "申请人情况", "备注"],
            [NAMES[0], "法人或其他组织", NAMES[-1]],
            NAMES[1:-1],
        ]
    else:
        blank = [""] * 5
        header = [
            ["（本列数据的勾稽关系为）", "申请人情况", "", *blank, "备注"],
            ["", NAMES[0], "法人或其他组织", *blank[1:], NAMES[-1], ""],
            ["", "", *NAMES[1:-1], "", ""],
        ]
    rows = [[*row, remark if n % 5 == 2 else ""] for n, row in enumerate(third.rows)]
    third = replace(third, header=header, rows=rows)
    return report([third if part.table_no == "3" else part for part in parts], GRIDS[name])


# Rows of a drawn table are not ragged.
RAGGED = ("tsv", "tab_cells", "csv_rows", "closed")


@pytest.mark.parametrize(
    ("name", "ragged"),
    [(n, False) for n in (*RAGGED, "box", "html")] + [(n, True) for n in RAGGED],
)
@pytest.mark.parametrize("remark", ["无", "详见说明", "—"])
def test_words_in_the_column_of_remarks(remark: str, name: str, ragged: bool) -> None:
    values = figures()
    reading = read(text_of(values, name, remark, ragged))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("name", ["tsv", "closed", "box"])
def test_a_figure_in_the_column_of_remarks(name: str) -> None:
    """It may be one of the row's, which another cell moved to the right."""
    values = figures()
    reading = read(text_of(values, name, "7", ragged=False))
    assert not wrong(reading, values)
