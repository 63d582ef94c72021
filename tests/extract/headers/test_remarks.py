"""A column of remarks whose name stands beside the words over all columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import GRIDS, Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

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


@in_turn
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


def bars(rows: Rows) -> list[str]:
    """Rows as long as they are, with a wall before each cell and behind the last."""
    return ["| " + " | ".join(row) + " |" for row in rows]


def without_totals(values: dict, ends: tuple[str, ...], sub: tuple[str, ...] = ()) -> str:  # type: ignore[type-arg]
    """Rows without totals, which end in these cells, and have `sub` behind their label; every third has its group's label, too."""
    parts = printed(values)
    (third,) = (part for part in parts if part.table_no == "3")
    header: Rows = [
        ["（本列数据的勾稽关系为）", "申请人情况", "备注"],
        [NAMES[0], "法人或其他组织", NAMES[-1]],
        NAMES[1:-1],
    ]
    rows = [
        [*(["三、本年度办理结果"] if n % 3 == 2 else []), row[0], *sub, *row[1:7], *ends]
        for n, row in enumerate(third.rows)
    ]
    third = replace(third, header=header, rows=rows)
    return report([third if part.table_no == "3" else part for part in parts], bars)


@pytest.mark.parametrize("remark", ["", "见说明"])
def test_blank_totals_before_blank_remarks(remark: str) -> None:
    values = figures()
    reading = read(without_totals(values, ("", remark)))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 25 * 6
    assert [c for c in reading.cells if c["table_no"] == "3" and c["col_key"] == "total" and c["value"]] == []


@pytest.mark.parametrize(("ends", "sub"), [(("",), ("",)), (("",), ()), (("", "8"), ()), (("8",), ("",))])
def test_cells_of_which_nobody_knows_what_they_are(ends: tuple[str, ...], sub: tuple[str, ...]) -> None:
    values = figures()
    reading = read(without_totals(values, ends, sub))
    own = {key: said for key, said in values.items() if key.table_no != "3" or key.col_key != "total"}
    assert not {key for key in wrong(reading, own) if key.col_key != "total"}
