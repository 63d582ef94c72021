"""Headers that name some columns and not all, or all in an order that only one way of reading gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    PLAIN,
    Part,
    Rows,
    aligned,
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
PARTS = printed(VALUES)
NAMES = {column.key: column.zh for column in forms()["2021"].table("3").columns}
ORDER = list(NAMES)
RENDERERS = {
    name: {**GRIDS, **PLAIN, "aligned": aligned}[name]
    for name in ("tsv", "tab_cells", "closed", "pipe_cells", "box", "running", "one_a_line", "aligned")
}
CORNER = "申请人情况"


def table3(order: list[str], *header: list[str]) -> list[Part]:
    """The parts, with the figures of table 3 in another order and another header."""
    return [
        replace(
            part,
            header=list(header),
            rows=[[row[0], *(row[1 + ORDER.index(key)] for key in order)] for row in part.rows],
        )
        if part.table_no == "3"
        else part
        for part in PARTS
    ]


def named(keys: list[str]) -> list[str]:
    return [NAMES[key] for key in keys]


@in_turn
@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
@pytest.mark.parametrize("lost", ["natural_person", "research"])
def test_column_without_label_may_stand_anywhere(lost: str, render: Callable[[Rows], list[str]]) -> None:
    rest = [key for key in ORDER if key != lost]
    for order in ([lost, *rest], [*rest, lost]):
        if order != ORDER:
            reading = read(report(table3(order, [CORNER, *named(rest)]), render))
            assert not wrong(reading, VALUES)


@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
def test_label_printed_twice(render: Callable[[Rows], list[str]]) -> None:
    order = ["natural_person", "commercial", "social_org", "research", *ORDER[4:]]
    labels = [*named(ORDER[:3]), NAMES["research"], *named(ORDER[4:])]
    assert not wrong(read(report(table3(order, [CORNER, *labels]), render)), VALUES)


@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
def test_another_column_in_the_place_of_one(render: Callable[[Rows], list[str]]) -> None:
    labels = [*named(ORDER[:2]), "事业单位", *named(ORDER[3:])]
    known = {key: value for key, value in VALUES.items() if key.col_key != "research"}
    assert not wrong(read(report(table3(ORDER, [CORNER, *labels]), render)), known)


@in_turn
@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
@pytest.mark.parametrize("at", [0, 5])
def test_labels_of_one_cell(at: int, render: Callable[[Rows], list[str]]) -> None:
    order = [*ORDER[:at], ORDER[at + 1], ORDER[at], *ORDER[at + 2 :]]
    labels = named(order)
    for glued in ([labels[at] + labels[at + 1], ""], [f"{labels[at]} {labels[at + 1]}"]):
        header = [CORNER, *labels[:at], *glued, *labels[at + 2 :]]
        assert not wrong(read(report(table3(order, header), render)), VALUES)


GROUP_FIRST = [*ORDER[1:6], "natural_person", "total"]


@pytest.mark.parametrize(
    "header",
    [
        [[CORNER, "法人或其他组织", *named(GROUP_FIRST)]],
        [
            [CORNER, "法人或其他组织", "", "", "", "", "自然人", "总计"],
            ["", *named(ORDER[1:6]), "", ""],
        ],
    ],
    ids=["flat", "two levels"],
)
@pytest.mark.parametrize("render", [one_a_line, aligned])
def test_group_before_natural_person(header: Rows, render: Callable[[Rows], list[str]]) -> None:
    assert not wrong(read(report(table3(GROUP_FIRST, *header), render)), VALUES)


def test_page_gives_the_group_before_the_corner() -> None:
    """A cell of one row stands higher on a page than those beside it that span two."""
    upper = ["法人或其他组织", CORNER, "自然人", "总计"]
    text = report(table3(ORDER, upper, named(ORDER[1:6])), one_a_line)
    assert not wrong(read(text), VALUES)
    assert len(reported(read(text), "3")) == len(ORDER) * 25


def test_a_level_of_labels_may_be_lost() -> None:
    text = report(table3(ORDER, [CORNER, "自然人", "法人或其他组织", "总计"]), one_a_line)
    assert not wrong(read(text), VALUES)
    assert len(reported(read(text), "3")) == len(ORDER) * 25


def test_blank_label_between_neighbours_in_their_places() -> None:
    labels = [*named(ORDER[:3]), "", *named(ORDER[4:])]
    reading = read(report(table3(ORDER, [CORNER, *labels]), GRIDS["closed"]))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    "render",
    [r for name, r in RENDERERS.items() if name in GRIDS or name == "aligned"],
    ids=lambda r: r.__name__,
)
def test_table_of_one_row_lacks_a_label(render: Callable[[Rows], list[str]]) -> None:
    """Where cells or places are kept, labels that do not stand over their figures show it."""
    (part,) = (p for p in PARTS if p.table_no == "4")
    order = [1, 0, 2, 3, 4]
    labels = [part.header[-1][i] for i in order[1:]]
    row = [part.rows[0][group + i] for group in (0, 5, 10) for i in order]
    for names in (labels, ["", *labels]):
        changed = replace(part, header=[*part.header[:-1], names * 3], rows=[row])
        parts = [changed if p is part else p for p in PARTS]
        assert not wrong(read(report(parts, render)), VALUES)


def test_header_that_a_page_ends_in() -> None:
    """A label of one line above the end of the page does not stand before those broken below it."""
    header = [
        "申请人情况",
        "自然 法人或其他组织",
        "总计",
        "人",
        "其他",
        "第1页 共3页",
        "商业企 科研机 社会公益 法律服务",
        "业 构 组织 机构",
    ]
    rows = [" ".join(row) for part in PARTS if part.table_no == "3" for row in part.rows]
    text = report([], one_a_line).replace("五、存在", "\n".join([HEADINGS["3"], *header, *rows, "五、存在"]))
    reading = read(text)
    assert len(reported(reading, "3")) == len(ORDER) * 25
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize("render", [one_a_line, running])
@pytest.mark.parametrize("lost", ["其他", "总计", "商业企业"])
def test_labels_of_another_table_above_are_none_of_a_header_that_lost_words(
    render: Callable[[Rows], list[str]], lost: str
) -> None:
    values = figures("2019")
    header = [["申请人情况"], ["自然人", "法人或其他组织", "总计"]]
    header += [["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]]
    rows = [[word for word in row if word != lost] for row in header]
    parts = [replace(part, header=rows) if part.table_no == "3" else part for part in printed(values, "2019")]
    text = report(parts, render).replace(HEADINGS["3"], "三、收到和处理政府信息公")
    assert not wrong(read(text), values)
