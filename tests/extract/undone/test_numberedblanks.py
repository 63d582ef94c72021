"""Blank rows that a program counted with the others."""

from __future__ import annotations

import pytest

from assets.extract.undone.numbering.numberedblanks import without_numbered_blanks


@pytest.mark.parametrize(
    ("lines", "blank"),
    [
        ([",信息内容,甲,乙", "0,,,", "1,规章,6,0", "2,行政规范性文件,3,0"], ",,,"),
        (["0\t规章\t6\t0", "1\t行政规范性文件\t3\t0", "2\t\t\t"], "\t\t\t"),
        (["| 0 | | | |", "| 1 | 规章 | 6 | 0 |", "| 2 | 文件 | 6 | 0 |"], "|  | | | |"),
    ],
)
def test_the_number_of_a_blank_row_goes(lines: list[str], blank: str) -> None:
    out = without_numbered_blanks(lines)
    assert [line for line in out if line not in lines] == [blank]
    assert len(out) == len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        # a figure beside blank cells
        ["信息内容,甲,乙", "0,,,", "规章,6,0,1", "文件,3,0,1"],
        ["0,,,", "1,6,0,1", "2,3,0,1"],
        ["3,,,", "1,规章,0,1", "2,文件,0,1"],
        ["0,,5,", "1,规章,6,0", "2,文件,3,0"],
    ],
)
def test_a_number_that_counts_nothing_stays(lines: list[str]) -> None:
    assert without_numbered_blanks(lines) is lines
