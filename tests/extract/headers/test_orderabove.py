"""Plain lines of a label each that name a group before, between or behind the columns beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
Render = Callable[[Rows], list[str]]
UPPER = ("自然人", "法人或其他组织", "总计")
LOWER = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
THIRD = {key for key in VALUES if key.table_no == "3"}


def line_by_line(rows: Rows) -> list[str]:
    return [cell for row in rows for cell in row if cell]


def line_by_line_apart(rows: Rows) -> list[str]:
    return [line for cell in line_by_line(rows) for line in (cell, "")]


def rows_on_lines(rows: Rows) -> list[str]:
    """The header a label a line, the figures of a row on one."""
    lines = []
    for row in rows:
        lines += [row[0], " ".join(row[1:])] if row[-1].isdigit() else line_by_line([row])
    return lines


def text(upper: tuple[str, ...], lower: list[str], render: Render, above: list[str]) -> str:
    """A report whose table 3 has its columns in the order that its header tells."""
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            names = part.header[0][1:]
            order = [name for top in upper for name in (lower if top == UPPER[1] else [top])]
            rows = [[row[0], *(row[1 + names.index(name)] for name in order)] for row in part.rows]
            part = replace(part, header=[[*above, *upper], lower], rows=rows)  # noqa: PLW2901
        parts.append(part)
    return report(parts, render)


@in_turn
@pytest.mark.parametrize("render", [line_by_line, line_by_line_apart, rows_on_lines])
@pytest.mark.parametrize("upper", list(permutations(UPPER)))
def test_a_group_in_any_place(render: Render, upper: tuple[str, ...]) -> None:
    for lower in (LOWER, LOWER[::-1]):
        for above in ([], ["申请人情况"]):
            reading = read(text(upper, lower, render, above))
            assert not wrong(reading, VALUES)
            if upper == UPPER:
                assert reported(reading, "3") == THIRD


def test_a_page_read_by_heights_has_the_group_first() -> None:
    """Its label stands above those that span two rows; so does the header above the note in the corner beside it."""
    above = ["申请人情况", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"]
    plain = text(UPPER, LOWER, line_by_line, above)
    reading = read(plain.replace("自然人\n法人或其他组织\n", "法人或其他组织\n自然人\n"))
    assert reported(reading, "3") == THIRD
