"""Tables that print the sum before the columns it adds up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    Rows,
    closed,
    csv_rows,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    tab_cells,
    trailing,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
# The header over cells of a row that each begin where their labels do, and without the cells that merged ones cover.
SPREAD = [["", "总计", "自然人", "法人或其他组织", "", "", "", ""], ["", "", "", *ORGANISATIONS]]
PACKED = [["总计", "自然人", "法人或其他组织"], ORGANISATIONS]


@in_turn
@pytest.mark.parametrize("render", [tsv, closed, trailing, csv_rows, tab_cells])
@pytest.mark.parametrize("header", [SPREAD, PACKED])
@pytest.mark.parametrize("ends_at", [None, "total_handled", "denied_state_secret"])
def test_the_sum_stands_first(render, header: Rows, ends_at: str | None) -> None:  # type: ignore[no-untyped-def]
    """Also where the text ends above the row that is named as the column is."""
    parts = [
        replace(
            part, header=[["申请人情况"], *header], rows=[[row[0], row[-1], *row[1:-1]] for row in part.rows]
        )
        if part.table_no == "3"
        else part
        for part in printed(VALUES)
    ]
    text = report(parts, render)
    if ends_at is not None:
        text = text[: text.index(row_of(parts, ends_at)[0])]
    reading = read(text)
    assert not wrong(reading, VALUES)
    if header is SPREAD and ends_at is None:
        assert reported(reading) == set(VALUES)
