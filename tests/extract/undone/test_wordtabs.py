"""Tabs that part words and no cells: labels that run into their first figure or stand above all of them, section by section."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.undone.spaces.wordtabs import without_tabs_of_words
from tests.extract.printed import (
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    tsv,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
ROWS = {key for key in VALUES if key.table_no != "4"}


def _is_of_figures(row: list[str]) -> bool:
    return len(row) > 1 and row[-1].isdecimal()


def glued_by_tab(rows: Rows) -> list[str]:
    return [
        "".join(row[:2]) + "".join(f"\t{c}" for c in row[2:]) if _is_of_figures(row) else " ".join(row)
        for row in rows
    ]


def above_by_tab(rows: Rows) -> list[str]:
    lines: list[str] = []
    for label, *cells in rows:
        is_row = _is_of_figures([label, *cells])
        lines += [label, "\t".join(cells)] if is_row else ["\t".join(filter(None, [label, *cells]))]
    return lines


@pytest.mark.parametrize("render", [glued_by_tab, above_by_tab], ids=lambda f: f.__name__)
def test_labels_and_figures_by_tab_are_read_as_by_space(render: Callable[[Rows], list[str]]) -> None:
    reading = read(report([part for part in PARTS if part.table_no != "4"], render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == ROWS


def test_a_row_with_a_figure_too_many_is_in_doubt() -> None:
    row = row_of(PARTS, "denied_process_info")
    parts = change(PARTS, "denied_process_info", [*row, "9"])
    reading = read(report([part for part in parts if part.table_no != "4"], glued_by_tab))
    assert status_of(reading, "3", "denied_process_info") == ["uncertain"] * 7
    assert len(reported(reading)) == len(ROWS) - 7


def test_blank_cells_of_another_section_are_none_of_this_one() -> None:
    second = report([part for part in PARTS if part.table_no == "2"], tsv)
    third = report([part for part in PARTS if part.table_no == "3"], above_by_tab)
    lines = second.replace("三、", "").split("五、")[0].split("\n")
    assert any("\t\t" in line or line.endswith("\t") for line in lines)
    whole = "\n".join(lines) + third[third.index("三、收到") :]
    reading = read(whole)
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


@pytest.mark.parametrize(
    "lines",
    [
        # cells: a label in each row
        ["（一）予以公开\t1\t2\t3", "（二）部分公开\t1\t2\t3", "（七）总计\t1\t2\t3"],
        # the mark of a note behind one label
        ["1.信访举报投诉类申请\t0\t0\t0", "2.重复申请1\t0\t0\t0", "3.要求提供公开出版物\t0\t0\t0"],
        # labels run into their figures, but a tab stands for a blank cell
        ["1.信访举报投诉类申请1\t0\t0\t0", "2.重复申请1\t\t0\t0", "3.要求提供公开出版物1\t0\t0\t0"],
        # figures below the names of groups: the rows slid
        ["三、本年度办理结果", "1\t2\t3", "（三）不予公开", "1\t2\t3", "（四）无法提供", "1\t2\t3"],
    ],
)
def test_tabs_of_cells_stay(lines: list[str]) -> None:
    assert without_tabs_of_words(lines) == lines
