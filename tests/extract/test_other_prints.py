"""A table for comparison above the report's own: where it begins and ends, and by which header each print is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.anothers.appended import own_year_begins
from assets.extract.sections import headings
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
LAST = {key: str(5000 + n) for n, key in enumerate(VALUES)}
CAPTION = "上年（2021年）政府信息公开申请情况回顾："
OPENING = "全年工作平稳"


def requests(parts: list[Part]) -> list[list[str]]:
    return [row for part in parts if part.table_no == "3" for row in [*part.header, *part.rows]]


def moved(part: Part) -> Part:
    """Table 3 with its last column before the others, in the header as well as in the rows."""
    if part.table_no != "3":
        return part
    return replace(
        part,
        header=[[row[0], row[-1], *row[1:-1]] for row in part.header],
        rows=[[row[0], row[-1], *row[1:-1]] for row in part.rows],
    )


@in_turn
@pytest.mark.parametrize("render", [GRIDS["tsv"], GRIDS["html"], PLAIN["running"]])
@pytest.mark.parametrize("heading", ["三、收到和处理政府信息公开申请情况", "二、三、四部分数据见下表："])
@pytest.mark.parametrize("own", ["2022年工作情况如下。", "2022年度政府信息公开工作情况："])
def test_last_year_s_table_ends_where_this_year_begins(render, heading: str, own: str) -> None:  # type: ignore[no-untyped-def]
    above = [CAPTION, "", *render(requests(printed(LAST))), "", own, ""]
    text = report(printed(VALUES), render).replace(OPENING, "\n".join([*above, OPENING]))
    if "部分" in heading:
        text = text.replace("二、主动公开政府信息情况", heading)
        text = text.replace("三、收到和处理政府信息公开申请情况", "").replace(
            "四、政府信息公开行政复议、行政诉讼情况\n", ""
        )
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


def test_a_caption_of_last_year_is_no_heading() -> None:
    assert headings(["一、总体情况", CAPTION, "收到和处理政府信息公开申请情况"], set()) == [(1, 1), (3, 3)]
    # a numbered one is, though its year was copied
    assert headings(["三、上年政府信息公开申请情况"], set()) == [(1, 3)]


@pytest.mark.parametrize(
    "line", ["2021年工作情况如下。", "与2022年工作情况相比", "（2022年情况）", "2022年12月31日"]
)
def test_what_does_not_open_the_own_year(line: str) -> None:
    assert own_year_begins(["", line, ""], range(1, 4), {2022}) == 4
    assert own_year_begins(["", line, "2022年工作情况如下。"], range(1, 4), {2022}) == 3


def test_each_print_is_read_by_its_own_header() -> None:
    """Read by the header of the other, the figures of both would be the same."""
    own = printed(VALUES)
    cells = {row[0]: row[1:] for row in requests(own)[1:]}
    other = [
        replace(part, rows=[[row[0], *cells[row[0]]] for row in part.rows]) if part.table_no == "3" else part
        for part in map(moved, own)
    ]
    text = report(own, GRIDS["html"])
    twice = text.replace("四、政府", "\n".join([*GRIDS["html"](requests(other)), "四、政府"]))
    assert not {key for key in reported(read(twice)) if key.table_no == "3"}
    again = text.replace("四、政府", "\n".join([*GRIDS["html"](requests(list(map(moved, own)))), "四、政府"]))
    assert not wrong(read(again), VALUES)
    assert reported(read(again)) == set(VALUES)
