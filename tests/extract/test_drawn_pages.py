"""Tables drawn with characters that a page end or other lines cut: page numbers, running heads, captions between rows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.extract.printed import (
    TITLE,
    Rows,
    box,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.extract.printed import grid as drawn
from tests.turns import in_turn


def beside_one_cell(rows: Rows) -> list[str]:
    """The rows in a box with a cell in front that goes down over all of them."""
    lines = box([["", *row] for row in rows])
    width = lines[1].index("│", 1)
    return [
        line
        if at in (0, len(lines) - 1) or not line.startswith("├")
        else f"│{' ' * (width - 1)}├{line[width + 1 :]}"
        for at, line in enumerate(lines)
    ]


def boxed_over_pages(between: list[str], *, after: str) -> str:
    """A report in drawn boxes, with some lines in table 3 below the row of that key and the border under it or not."""
    values = figures()
    lines = report(printed(values), beside_one_cell).split("\n")
    label = row_of(printed(values), after)[0]
    at = next(n for n, line in enumerate(lines) if label in line)
    return "\n".join([*lines[: at + 1], *between, *lines[at + 1 :]])


@in_turn
@pytest.mark.parametrize("between", [["- 4 -"], ["", "3", ""], ["扫描件 第3页", ""], ["\f", "", "2"]])
@pytest.mark.parametrize("after", ["carried_over", "denied_state_secret", "total_handled"])
def test_a_page_ends_within_a_box(between: list[str], after: str) -> None:
    values = figures()
    reading = read(boxed_over_pages(between, after=after))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("between", [["四、其他情况"], ["业务培训还不够经常，" * 5]])
def test_other_lines_within_a_box_are_no_page(between: list[str]) -> None:
    assert not wrong(read(boxed_over_pages(between, after="denied_state_secret")), figures())


def over_pages(draw: Callable[[Rows], list[str]], between: list[str], *, after: str, border: bool) -> str:
    """A report in drawn tables, with some lines below a row of table 3, or below the border under it."""
    values = figures()
    lines = report(printed(values), draw).split("\n")
    label = row_of(printed(values), after)[0]
    at = next(n for n, line in enumerate(lines) if label in line) + (2 if border else 1)
    return "\n".join([*lines[:at], *between, *lines[at:]])


PAGES = (["- 4 -"], ["", "3", ""], ["", "— 5 —", "", "", TITLE, ""], ["", TITLE, ""])


@in_turn
@pytest.mark.parametrize("between", PAGES)
@pytest.mark.parametrize("after", ["carried_over", "denied_state_secret", "total_handled"])
@pytest.mark.parametrize("border", [True, False])
@pytest.mark.parametrize("draw", [drawn, box])
def test_a_page_ends_between_the_rows_of_a_drawn_table(
    draw: Callable[[Rows], list[str]], between: list[str], after: str, border: bool
) -> None:
    values = figures()
    reading = read(over_pages(draw, between, after=after, border=border))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("said", ["2021年数据", "下属单位数据", "青岚县林业局2021年政府信息公开工作年度报告"])
@pytest.mark.parametrize("draw", [drawn, box])
def test_rows_below_a_caption_are_not_those_of_the_table_above(
    draw: Callable[[Rows], list[str]], said: str
) -> None:
    """The rows of another table, as wide, without its header; those of the report's own stand below no caption."""
    values = figures()
    text = over_pages(draw, ["", said, ""], after="denied_state_secret", border=True)
    assert not wrong(read(text), values)
    lines = report(printed(values), draw).split("\n")
    last = next(n for n, line in enumerate(lines) if "四、结转下年度" in line)
    others = [re.sub("2(?=[78][0-9])", "7", lines[last])]
    text = "\n".join([*lines[: last + 2], "", said, "", *others, *lines[last + 2 :]])
    assert not wrong(read(text), values)


def test_a_label_broken_by_a_page_end_keeps_its_row() -> None:
    """The rest of a label over several rows stands beside a border, the page's number below it."""
    values = figures()
    text = report(printed(values), beside_one_cell)
    for border in [line for line in text.split("\n") if line.startswith("│") and "├" in line][:3]:
        reading = read(text.replace(border, f"{border}\n\n- 5 -\n", 1))
        assert not wrong(reading, values)
        assert reported(reading) == set(values)
