"""Plain tables with a column that the form does not have, and one of its columns blank in every row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    codes,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    tab_cells,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
NAMES = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def in_a_row(rows: Rows) -> list[str]:
    """All of a table one word behind the other."""
    return [" ".join(cell for row in rows for cell in row if cell)]


def text_of(render: Callable[[Rows], list[str]], header: Rows, cell: Callable[[int], str], blank: int) -> str:
    """A report whose third table has that column in front of the others, with these cells, the one at index `blank` being blank."""
    parts = []
    for part in printed(VALUES):
        rows = [[row[0], cell(n), *row[1:]] for n, row in enumerate(part.rows, 1)]
        rows = [[text for at, text in enumerate(row) if at != blank + 1] for row in rows]
        names = [[text for text in row if text != "!"] for row in header]
        parts.append(replace(part, header=names, rows=rows) if part.table_no == "3" else part)
    return report(parts, render)


def truth(blank: str) -> dict[CellKey, str]:
    return {
        key: "" if key.table_no == "3" and key.col_key == blank else figure for key, figure in VALUES.items()
    }


@in_turn
@pytest.mark.parametrize("name", ["行次", "序号", "!"])
@pytest.mark.parametrize("render", [running, one_a_line, in_a_row])
@pytest.mark.parametrize(("at", "blank"), [(7, "total"), (1, "natural_person"), (3, "research")])
def test_the_number_of_a_row_is_no_figure(
    render: Callable[[Rows], list[str]], name: str, at: int, blank: str
) -> None:
    header = [[name, "自然人", "法人或其他组织", "总计"], NAMES]
    reading = read(text_of(render, header, str, at))
    assert not wrong(reading, truth(blank))
    assert not reported(reading, "3")
    assert reported(reading, "2")


@pytest.mark.parametrize("name", ["其他行政机关", "港澳台居民", "外国人"])
@pytest.mark.parametrize("render", [running, one_a_line, in_a_row])
def test_a_column_of_other_applicants(render: Callable[[Rows], list[str]], name: str) -> None:
    uppers = ["自然人", "法人或其他组织", "总计"]
    for header in ([uppers, [name, *NAMES]], [[*uppers[:2], name, uppers[2]], NAMES]):
        reading = read(text_of(render, header, lambda n: str(500 + n), 7))
        assert not wrong(reading, truth("total"))


@pytest.mark.parametrize("at", [3, 7])
def test_a_head_that_names_other_bodies_is_no_caption(at: int) -> None:
    lower = ["", "", *NAMES]
    header = [
        ["申请人情况", "自然人", "法人或其他组织", *[""] * 5, "总计"],
        [*lower[:at], "其他行政机关", *lower[at:], *[""] * (at == 7)],
    ]
    parts = [
        replace(part, header=header, rows=[[*row[:at], "77", *row[at:]] for row in part.rows])
        if part.table_no == "3"
        else part
        for part in printed(VALUES)
    ]
    reading = read(report(parts, tab_cells))
    assert not wrong(reading, VALUES)
    assert "table-of-another" not in codes(reading)
