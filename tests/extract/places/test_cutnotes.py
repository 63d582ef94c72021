"""Digits with a note below a figure, rows of figures that end in words, and the marks of points before lines of figures."""

from __future__ import annotations

import pytest

from assets.extract.formats.bulletedlines import without_points
from assets.extract.rows.finding.runlabels import options_of
from schemas.form import CellKey, forms
from tests.extract.printed import (
    aligned,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
KEYS = [row.key for row in forms()["2021"].table("3").rows]


@pytest.mark.parametrize("rest", ["7（注", "7(注1)", "7※"])
def test_a_figure_above_digits_with_a_note_may_be_cut(rest: str) -> None:
    """Though the column has room for the digits; the figures beside it are whole."""
    row = row_of(PARTS, "rejected_repeat")
    text = report(change(PARTS, "rejected_repeat", [*row[:2], "2", *row[3:]]), aligned)
    line = next(line for line in text.split("\n") if row[0] in line)
    below = " " * line.index("2   ", line.index(row[1])) + rest
    reading = read(text.replace(line, f"{line}\n{below}"))
    assert status_of(reading, "3", "rejected_repeat", "commercial") == ["uncertain"]
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) >= 25 * 7 - 1
    assert status_of(read(text), "3", "rejected_repeat", "commercial") == ["reported"]


ROW = "申请人逾期未按收费通知要求缴纳费用、行政机关    0    无法     0      0      0    详见   见附"


def test_the_label_of_a_row_that_ends_in_words_is_not_that_of_the_row_below() -> None:
    rest = "不再处理其政府信息公开申请                  统计                        附件    表"
    assert not options_of("2021", "3", "其", (ROW, rest), ("他",), True)[0]
    (row, score), *_ = options_of("2021", "3", "", (ROW, rest, "2.重复申请"), (), True)[0]
    assert (KEYS[row], score) == ("rejected_repeat", 1.0)
    (row, _), *_ = options_of("2021", "3", "要求提供公开出版物", (), (ROW, rest), True)[0]
    assert KEYS[row] == "rejected_publication"


def _pointed(mark: str, text: str) -> str:
    """A text with a mark before every line of the rows of its third table."""
    lines = text.split("\n")
    start = next(n for n, line in enumerate(lines) if "本年新收" in line)
    end = next(n for n, line in enumerate(lines) if "四、政府信息公开行政复议" in line)
    return "\n".join(mark + line if start <= n < end and line else line for n, line in enumerate(lines))


@pytest.mark.parametrize("mark", ["* ", "• "])
def test_the_mark_of_a_point_before_figures_is_no_cell(mark: str) -> None:
    """A row that lost a blank has as many words as a whole one then."""
    row = row_of(PARTS, "rejected_repeat")
    short = change(PARTS, "rejected_repeat", [row[0], "", *row[2:]])

    def in_lines(rows: list[list[str]]) -> list[str]:
        return [line for cells in rows for line in (cells[0], " ".join(filter(None, cells[1:]))) if line]

    text = report(short, in_lines)
    values = {k: v for k, v in VALUES.items() if k != CellKey("3", "rejected_repeat", "natural_person")}
    pointed = read(_pointed(mark, text))
    assert not wrong(pointed, values)
    assert reported(pointed, "3") == reported(read(text), "3")
    assert len(reported(pointed, "3")) == 24 * 7


def test_points_of_a_list_keep_their_marks() -> None:
    lines = [f"* {' '.join(row)}" for part in PARTS for row in part.rows]
    assert without_points(lines) == lines  # each has words
    few = ["* 1 2 3"] * 3 + ["规章 1 2 3"] * 30
    assert without_points(few) == few
    assert not wrong(read(_pointed("* ", report(PARTS, running))), VALUES)
