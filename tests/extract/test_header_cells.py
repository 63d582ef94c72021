"""Headers whose cells a program printed otherwise than a row of labels: all levels in one cell, or run into the row above."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    Rows,
    closed,
    figures,
    one_a_line,
    pipe_cells,
    printed,
    python_lists,
    read,
    report,
    reported,
    tab_cells,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
OLD = figures("2019")
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def test_levels_in_one_cell() -> None:
    """The sum stands first, and a name that comes again has a number behind it."""
    note = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"
    labels = [(note, note, note), ("申请人情况", "总计", "总计"), ("申请人情况", "自然人", "自然人")]
    labels += [("申请人情况", "法人或其他组织", name) for name in ORGANISATIONS]
    parts = [
        replace(p, header=[[str(of) for of in labels]], rows=[[r[0], r[-1], *r[1:-1]] for r in p.rows])
        if p.table_no == "3"
        else p
        for p in printed(VALUES)
    ]
    reading = read(report(parts, closed))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_header_run_into_the_row_above() -> None:
    """Nothing stands between the last figure of a clause and the title of the next, whose columns are in an order of their own."""
    parts = []
    for p in printed(OLD, "2019"):
        if p.table_no == "2" and len(p.header[-1]) == 4:
            header = [p.header[0][:1], [p.header[-1][0], p.header[-1][-1], *p.header[-1][1:-1]]]
            parts.append(replace(p, header=header, rows=[[r[0], r[-1], *r[1:-1]] for r in p.rows]))
        elif p.table_no == "2":
            parts.append(replace(p, header=[p.header[0][:1], p.header[-1]]))
        else:
            parts.append(p)
    text = report(parts, tab_cells)
    text = text.replace("\n\n\t第二十条", "\n\t第二十条").replace("项\n\n\t信息内容", "项\n\t信息内容")
    reading = read(text)
    assert not wrong(reading, OLD)
    assert reported(reading, "2") == {key for key in OLD if key.table_no == "2"}


def test_line_breaks_written_in_the_cells_of_a_row() -> None:
    """They part no row in lines: the columns that it names stand otherwise than in the form."""
    lower = ["", "", "商业\\n企业", "社会公\\n益组织", "科研\\n机构", "法律服\\n务机构", "其\\n他", ""]
    upper = ["", "自然\\n人", "法人或其他组织", "", "", "", "", "总\\n计"]
    parts = [
        replace(p, header=[upper, lower], rows=[[*r[:3], r[4], r[3], *r[5:]] for r in p.rows])
        if p.table_no == "3"
        else p
        for p in printed(VALUES)
    ]
    reading = read(report(parts, lambda rows: [line.replace("\\\\n", "\\n") for line in python_lists(rows)]))
    assert not wrong(reading, VALUES)
    assert {key for key in VALUES if key.table_no == "3"} <= reported(reading)


def _total_first(twice: bool) -> list:  # type: ignore[type-arg]
    """The last table with the sum before the others in each group; the first group's labels are printed on both levels."""
    names = ["总计", "结果维持", "结果纠正", "其他结果", "尚未审结"]
    suits = ["未经复议直接起诉", "复议后起诉"]
    header: Rows = [["行政复议", "行政诉讼"], [*names, *suits], names * (3 if twice else 2)]
    return [
        replace(
            p,
            header=header,
            rows=[[v for at in (0, 5, 10) for v in (r[at + 4], *r[at : at + 4])] for r in p.rows],
        )
        if p.table_no == "4"
        else p
        for p in printed(VALUES)
    ]


@in_turn
@pytest.mark.parametrize(
    "render", [one_a_line, pipe_cells, lambda rows: [" ".join(filter(None, r)) for r in rows]]
)
@pytest.mark.parametrize("twice", [True, False])
def test_groups_tell_the_order_of_their_columns(render, twice: bool) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(_total_first(twice), render))
    assert not wrong(reading, VALUES)
    if render is not pipe_cells:
        assert reported(reading, "4") == {key for key in VALUES if key.table_no == "4"}


def test_pieces_over_the_figures_of_others() -> None:
    """A page cut the header in a row of labels: their last letters are those of other columns than the form's."""
    ends = ["计", "果维持", "果纠正", "他结果", "未审结"]
    parts = _total_first(twice=False)
    parts[-1] = replace(parts[-1], header=[["", "维持", "纠正", "结果", "审结", *ends * 2]])
    assert not wrong(read(report(parts, closed)), VALUES)
