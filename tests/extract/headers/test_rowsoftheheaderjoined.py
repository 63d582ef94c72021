"""Two rows of a header on one line: the note of the corner stands right behind the last label of the upper one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, Rows, closed, figures, read, reported, tsv, wrong

VALUES = figures()
TABLE = forms()["2021"].table("3")
(BLOCK,) = TABLE.blocks
NAMES = [column.zh for column in BLOCK.columns]
NOTE = [str(TABLE.note)] * 3
UPPER = [*NOTE, NAMES[0], *["法人或其他组织"] * 5, NAMES[-1]]
LOWER = [*NOTE, *NAMES]


def report_with(table: list[str]) -> str:
    """A report with that table under the third heading, and no other."""
    above = [TITLE, "一、总体情况", "全年工作平稳。", HEADINGS["3"], ""]
    return "\n".join([*above, *table, "五、存在的主要问题", "尚有不足。"])


def text_of(header: Rows, render: Callable[[Rows], list[str]]) -> str:
    rows = [
        [row.zh, row.zh, row.zh, *(VALUES[CellKey("3", row.key, column.key)] for column in BLOCK.columns)]
        for row in BLOCK.rows
    ]
    return report_with(render([*header, *rows]))


@pytest.mark.parametrize("render", [tsv, closed])
@pytest.mark.parametrize("is_above", [True, False])
def test_no_figure_changes_its_column(render: Callable[[Rows], list[str]], *, is_above: bool) -> None:
    above = [[*NOTE, *["申请人情况"] * 7]] if is_above else []
    whole = text_of([*above, UPPER, LOWER], render)
    own = {key for key in VALUES if key.table_no == "3"}
    assert reported(read(whole), "3") == own
    glued = UPPER[-1] + LOWER[0]
    # as one line, and as the lines that a reader makes of it which knows how many cells a row has
    for header in (
        [[*UPPER[:-1], glued, *LOWER[1:]]],
        [UPPER[:-1], [glued, *LOWER[1:]]],
        [[*UPPER[:-1], ""], [glued, *LOWER[1:-1]]],
    ):
        assert not wrong(read(text_of([*above, *header], render)), VALUES)


def one_behind_the_other(header: list[str], blank_behind: int) -> str:
    """A cell a line above its bar, the header's two rows as one, a blank cell behind a row of figures."""
    rows = [
        [row.zh, *(VALUES[CellKey("3", row.key, column.key)] for column in BLOCK.columns)]
        for row in BLOCK.rows
    ]
    rows[blank_behind] += [""]
    lines = [line for row in [header, *rows] for cell in row for line in ([cell, "|"] if cell else ["|"])]
    return report_with(lines)


@pytest.mark.parametrize("group", ["法人或其他组织", "法人或其他组织\n法人或其他组织", "单位类", "企业等"])
@pytest.mark.parametrize("blank_behind", [1, 8])
def test_the_label_of_a_group_is_no_column(group: str, blank_behind: int) -> None:
    header = [TABLE.header, NAMES[0], group, NAMES[-1], *NAMES[1:-1]]
    assert not wrong(read(one_behind_the_other(header, blank_behind)), VALUES)
