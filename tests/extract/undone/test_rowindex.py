"""Numbers that a program wrote before the rows of a table (assets/extract/undone/numbering/rowindex.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from assets.extract.undone.numbering.rowindex import without_row_index
from tests.extract.printed import (
    Part,
    Rows,
    csv_rows,
    figures,
    printed,
    read,
    report,
    reported,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
Render = Callable[[Rows], list[str]]


def numbered(first: int) -> Iterator[Part]:
    """The parts, the rows of table 4 with their numbers before them."""
    parts = printed(VALUES)
    for part in parts:
        if part.table_no == "4":
            rows = [*part.header, *part.rows]
            rows[:] = [[str(first + n), *row] for n, row in enumerate(rows)]
            yield Part("4", rows[: len(part.header)], rows[len(part.header) :])
        else:
            yield part


@in_turn
@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("render", [tsv, csv_rows, lambda rows: [" | ".join(row) for row in rows]])
def test_they_are_no_figures(render: Render, first: int) -> None:
    reading = read(report([*numbered(first)], render))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    "lines",
    [
        ["0\t规章\t3\t4\t5", "1\t行政规范性文件\t3\t4\t5", "2\t行政许可\t3\t4\t5"],
        ["1\t结果维持\t结果纠正\t其他结果\t尚未审结", "3\t1\t0\t0\t2", "4\t1\t0\t0\t2"],
        ["0\t结果维持\t结果纠正\t其他结果\t尚未审结", "1\t1\t0\t0\t2"],
        ["", "01", "1"],
    ],
    ids=["before labels", "that do not count on", "a header and one row", "nothing"],
)
def test_lines_without_them_stay(lines: list[str]) -> None:
    assert without_row_index(lines) is lines


def test_each_line_loses_its_number_and_the_mark_behind_it() -> None:
    rows = ["结果维持\t结果纠正\t其他结果\t尚未审结\t总计", "1\t0\t0\t2\t3", "0\t0\t3\t4\t7"]
    numbered_rows = [f"{at}\t{row}" for at, row in enumerate(rows)]
    assert without_row_index(["四、行政复议", *numbered_rows, "五、问题"]) == [
        "四、行政复议",
        *rows,
        "五、问题",
    ]
