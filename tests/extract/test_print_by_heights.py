"""Labels and digits that a page gives by their heights: pieces run into each other, the last label first, a digit below its row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
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
    status_of,
    wrong,
)

VALUES = figures()
# Pieces of two labels of two lines run into each other, above those of one line.
GLUED = [
    ["法人或其他组织"],
    ["自然人", "社会公益法律服务", "总计"],
    ["商业企业科研机构", "其他"],
    ["组织", "机构"],
]
NAMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
TOPS: Rows = [["行政复议", "行政诉讼"], ["未经复议直接起诉", "复议后起诉"]]


def _with(header: Rows, table_no: str) -> list[Part]:
    return [replace(p, header=header) if p.table_no == table_no else p for p in printed(VALUES)]


def test_first_pieces_run_into_each_other_above_labels_of_one_line() -> None:
    reading = read(report(_with([["申请人情况"], *GLUED], "3"), running))
    assert not wrong(reading, VALUES)


def _halved(name: str) -> list[str]:
    return [name] if name == "总计" else [name[:2], name[2:]]


@pytest.mark.parametrize("apart", [True, False])
def test_the_last_label_moved_before_labels_of_two_lines(apart: bool) -> None:
    """It has one line, the others have two: sorted by height, the last of all may come first."""
    header = [*TOPS, *([piece] for name in ["总计", *(NAMES * 3)[:-1]] for piece in _halved(name))]
    parts = _with(header, "4")

    def render(rows: Rows) -> list[str]:
        lines = one_a_line(rows)
        return [x for line in lines for x in ((line, "") if apart and not line.isdecimal() else (line,))]

    assert not wrong(read(report(parts, render)), VALUES)


@pytest.mark.parametrize("halved", [False, True])
def test_labels_of_one_height_come_in_their_order(halved: bool) -> None:
    order = ["总计", *NAMES[:4]] * 3
    pieces = [["总", "计"] if n == "总计" and halved else _halved(n) if halved else [n] for n in order]
    keys = [k for k in VALUES if k.table_no == "4"]
    printed_row = [VALUES[keys[g * 5 + i]] for g in range(3) for i in (4, 0, 1, 2, 3)]
    header = [*TOPS, *([piece] for of in pieces for piece in of)]
    parts = [
        replace(p, header=header, rows=[printed_row]) if p.table_no == "4" else p for p in printed(VALUES)
    ]
    reading = read(report(parts, one_a_line))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == set(keys)


@pytest.mark.parametrize("left", [0, 2, 3])
def test_a_digit_below_its_row_beside_the_figure(left: int) -> None:
    """A narrow column cut the last digit of a figure; the line of digits is not to the scale of the row."""
    values = {**VALUES, CellKey("3", "new_received", "total"): "9994"}
    text = report(printed(VALUES), aligned)
    (row,) = [line for line in text.split("\n") if line.startswith("一、本年新收")]
    cut = row[: row.rindex(" ") + 1] + "999"
    at = 100 + 10 * 6 - left
    text = text.replace(row, f"{cut}\n{' ' * at}4")
    reading = read(text)
    assert not wrong(reading, values)
    assert status_of(reading, "3", "new_received", "total") == ["uncertain"]
    assert len(reported(reading, "3")) >= len([k for k in VALUES if k.table_no == "3"]) - 2
