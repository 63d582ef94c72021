"""Cells above bars in which nothing shows where a row ends: what one line lost, doubled or joined with the next does to the others."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, figures, read, reported, status_of, wrong
from tests.turns import in_turn

VALUES = figures()
(BLOCK,) = forms()["2021"].table("3").blocks
NAMES = [column.zh for column in BLOCK.columns]
# the upper and the lower row of the header, one behind the other
HEADS = ["申请人情况", NAMES[0], "法人或其他组织", NAMES[-1], *NAMES[1:-1]]
ROW = "denied_three_securities"
GROUPS = {
    "granted": "三、本年度办理结果",
    "denied_state_secret": "（三）不予公开",
    "unable_not_held": "（四）无法提供",
    "rejected_petition": "（五）不予处理",
    "other_overdue_correction": "（六）其他处理",
}


def lines_of(values: dict[CellKey, str]) -> list[str]:
    """Each cell on a line, its bar on the next."""
    cells = list(HEADS)
    for row in BLOCK.rows:
        cells += [GROUPS[row.key]] if row.key in GROUPS else []
        cells += [row.zh, *(values[CellKey("3", row.key, column.key)] for column in BLOCK.columns)]
    return [line for cell in cells for line in ([cell, "|"] if cell else ["|"])]


def text_of(lines: list[str]) -> str:
    return "\n".join(
        [TITLE, "一、总体情况", "全年工作平稳。", HEADINGS["3"], *lines, "五、存在的主要问题", "尚有不足。"]
    )


def at(lines: list[str], column: str) -> int:
    """The line of a figure of the row."""
    return lines.index(VALUES[CellKey("3", ROW, column)])


def test_all_is_read() -> None:
    reading = read(text_of(lines_of(VALUES)))
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


@in_turn
@pytest.mark.parametrize("column", ["natural_person", "commercial", "other_org"])
@pytest.mark.parametrize("blank", [None, "research"])
def test_a_bar_too_many_moves_no_figure(column: str, blank: str | None) -> None:
    """The row then has as many cells as the header of two rows in one."""
    values = {k: "" if (k.row_key, k.col_key) == (ROW, blank) else v for k, v in VALUES.items()}
    lines = lines_of(values)
    lines.insert(at(lines, column), "|")
    assert not wrong(read(text_of(lines)), values)


@pytest.mark.parametrize("column", ["natural_person", "commercial", "other_org"])
def test_two_cells_of_one_line_are_two(column: str) -> None:
    lines = lines_of(VALUES)
    n = at(lines, column)
    text = text_of([*lines[:n], f"{lines[n]} |{lines[n + 2]} |", *lines[n + 4 :]])
    assert not wrong(read(text), VALUES)
    filled = [f"{cell} |" for cell in lines if cell != "|"]
    n = filled.index(f"{lines[n]} |")
    assert not wrong(read(text_of([*filled[:n], filled[n] + filled[n + 1], *filled[n + 2 :]])), VALUES)


def test_a_label_on_the_line_of_a_bar_stays() -> None:
    lines = lines_of(VALUES)
    label = next(row.zh for row in BLOCK.rows if row.key == ROW)
    n = lines.index(label)
    reading = read(text_of([*lines[: n - 1], "|" + label, *lines[n + 1 :]]))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", ROW, "commercial", "total")) == {"reported"}


def test_a_row_that_lost_a_bar_takes_no_blank_cell_of_the_next_label() -> None:
    """Merged labels leave a blank cell before each label below, at the end of a row as it looks."""
    lines = lines_of(VALUES)
    inner = [row.zh for row in BLOCK.rows if row.zh[1] == "." and row.key not in GROUPS]
    lines = [piece for line in lines for piece in (["|", line] if line in inner else [line])]
    whole = read(text_of(lines))
    assert not wrong(whole, VALUES)
    bar = at(lines, "natural_person") + 1
    assert not wrong(read(text_of([*lines[:bar], *lines[bar + 1 :]])), VALUES)


def test_a_header_that_lost_the_label_of_its_group_tells_no_order() -> None:
    lines = lines_of(VALUES)
    n = lines.index("法人或其他组织")
    assert not wrong(read(text_of([*lines[:n], *lines[n + 1 :]])), VALUES)


@pytest.mark.parametrize("between", [" ", ""])
def test_a_header_cut_before_the_label_of_the_total_tells_no_order(between: str) -> None:
    """The bar of the cell stands on its line, where the others' stand below theirs."""
    lines = lines_of(VALUES)
    n = lines.index(NAMES[-1])
    assert not wrong(read(text_of([*lines[:n], f"{lines[n]}{between}|", *lines[n + 2 :]])), VALUES)
