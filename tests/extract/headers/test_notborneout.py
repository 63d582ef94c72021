"""Headers in another order than the form's, and whether the rows have a cell for each of their heads."""

from __future__ import annotations

import pytest

from tests.extract.odd import THIRD, VALUES, third
from tests.extract.printed import (
    Rows,
    closed,
    csv_rows,
    html,
    markdown,
    read,
    report,
    reported,
    trailing,
    tsv,
    wrong,
)

MEMBERS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
with_cells = pytest.mark.parametrize("render", [tsv, csv_rows, closed, trailing, markdown, html])


@with_cells
def test_two_rows_of_a_header_on_one_line_tell_no_order(render) -> None:  # type: ignore[no-untyped-def]
    header: Rows = [["", "自然人", "", "", "", "", "", "总计", "", "", *MEMBERS, ""]]
    assert not wrong(read(report(third(header, THIRD.rows), render)), VALUES)


@with_cells
@pytest.mark.parametrize("first", [["自然人", "总计"], ["总计", "自然人"]])
def test_another_order_with_a_cell_for_each_head_is_read(render, first: list[str]) -> None:  # type: ignore[no-untyped-def]
    own = ["自然人", *MEMBERS, "总计"]
    order = [*first, *MEMBERS]
    rows = [[row[0], *(row[1 + own.index(name)] for name in order)] for row in THIRD.rows]
    reading = read(report(third([["申请人情况", *order]], rows), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
