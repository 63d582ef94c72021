"""Table 4 in two tables whose heads are worded otherwise than the form's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    Part,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
TABLE = forms()["2021"].table("4")
NAMES = [column.zh for column in TABLE.columns]
FOURTH = {key for key in VALUES if key.table_no == "4"}
RENDER = {**GRIDS, "running": running, "one_a_line": one_a_line}
LAYOUTS = ["tsv", "closed", "html", "running", "one_a_line"]


def split(
    layout: str,
    heads: list[str],
    over: tuple[str, ...] = ("行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"),
) -> str:
    """A report with the table in two, its columns headed by `heads`, or the first of the suits' by the form's."""
    parts = printed(VALUES)
    (fourth,) = (part for part in parts if part.table_no == "4")
    row = fourth.rows[0]
    review, suits, direct, after = over
    blank = [""] * 4
    header = [[suits, *[""] * 9], [direct, *blank, after, *blank], heads * 2]
    tables = [[[review, *blank], heads, row[:5]], [*header, row[5:]]]
    bare = layout in ("running", "one_a_line")
    tables = [[[cell for cell in cells if cell] for cells in t] if bare else t for t in tables]
    two = [line for t in tables for line in [*RENDER[layout](t), *([] if bare else ["", ""])]]
    whole = report(
        [replace(p, rows=[], header=[]) if p is fourth else p for p in parts],
        RENDER[layout] if bare else GRIDS["tsv"],
    )
    return whole.replace(HEADINGS["4"], "\n".join([HEADINGS["4"], "", *two]))


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("at", "name"),
    [
        (0, "维持"),
        (0, "维持结果"),
        (1, "结果纠错"),
        (2, "其他"),
        (3, "尚未审理"),
        (3, "尚未办结"),
        (4, "合计"),
        (4, "小计"),
        (4, "合计（件）"),
    ],
)
def test_one_head_worded_otherwise(layout: str, at: int, name: str) -> None:
    reading = read(split(layout, [*NAMES[:at], name, *NAMES[at + 1 :]]))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == FOURTH


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "over",
    [
        ("行政复议情况", "行政诉讼情况", "未经复议直接起诉", "复议后起诉"),
        ("行政复议", "行政诉讼", "未经复议直接起诉", "行政复议后起诉"),
        ("行政复议", "行政诉讼", "未经行政复议直接起诉", "复议后再起诉"),
        ("行政复议（件）", "行政诉讼（件）", "直接起诉", "经复议后起诉"),
    ],
)
def test_rows_worded_otherwise(layout: str, over: tuple[str, ...]) -> None:
    reading = read(split(layout, NAMES, over))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == FOURTH


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "heads", [["维持", "未维持", *NAMES[2:]], [*NAMES[:3], "尚未审结", "尚未审理"], ["结果", *NAMES[1:]]]
)
def test_heads_that_are_not_those_of_the_form(layout: str, heads: list[str]) -> None:
    assert not reported(read(split(layout, heads)), "4")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_heads_in_another_order_are_followed(layout: str) -> None:
    """合计 first: its figures are those of the totals, or no one's."""
    heads = ["合计", *NAMES[:-1]]
    got = read(split(layout, heads))
    for cell in got.cells:
        if cell["table_no"] == "4" and cell["status"] == "reported" and cell["row_key"] == "review":
            row = [VALUES[key] for key in VALUES if key.table_no == "4" and key.row_key == "review"]
            at = heads.index(
                "合计"
                if cell["col_key"] == "total"
                else next(c.zh for c in TABLE.columns if c.key == cell["col_key"])
            )
            assert cell["raw"] == row[at]


def test_parts_that_name_another_body() -> None:
    """A table of the review alone is no table 4."""
    whole = report([p for p in printed(VALUES) if p.table_no != "4"], GRIDS["tsv"])
    review = GRIDS["tsv"]([["行政复议", "", "", "", ""], [*NAMES[:-1], "合计"], ["1", "2", "3", "4", "10"]])
    assert not reported(read("\n".join([whole, *review])), "4")


@pytest.mark.parametrize("name", ["小计", "纠错"])
@pytest.mark.parametrize("render", [running, one_a_line, GRIDS["tsv"]])
def test_heads_of_the_table_in_one(render, name: str) -> None:  # type: ignore[no-untyped-def]
    own = {"小计": "总计", "纠错": "结果纠正"}[name]
    parts = [
        Part("4", [[name if c == own else c for c in cells] for cells in p.header], p.rows, p.keys)
        if p.table_no == "4"
        else p
        for p in printed(VALUES)
    ]
    reading = read(report(parts, render))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == FOURTH


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("blank", [None, 0, 7, 14])
def test_a_total_behind_three_sums_takes_no_figure_from_them(layout: str, blank: int | None) -> None:
    """小计 is 总计 where no other stands beside it: of sixteen columns with a blank fifteen figures are left."""
    parts = printed(VALUES)
    (fourth,) = (part for part in parts if part.table_no == "4")
    own = dict(zip([key for key in VALUES if key.table_no == "4"], fourth.rows[0], strict=True))
    if blank is not None:
        own[list(own)[blank]] = ""
    heads = [*([*NAMES[:-1], "小计"] * 3), "总计"]
    groups = ["行政复议", "", "", "", "", "行政诉讼", *[""] * 10]
    suits = [*[""] * 5, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 5]
    rows = [groups, suits, heads, [*own.values(), "999"]]
    if layout in ("running", "one_a_line"):
        rows = [[cell for cell in cells if cell] for cells in rows]
    parts = [replace(p, header=rows[:3], rows=rows[3:]) if p is fourth else p for p in parts]
    assert not wrong(read(report(parts, RENDER[layout])), {**VALUES, **own})
