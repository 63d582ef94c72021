"""Merged cells that a program printed once for each column they cover, in plain text."""

from __future__ import annotations

import pytest

from tests.extract.printed import PLAIN, codes, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures("2019")
PARTS = printed(VALUES, "2019")


def text_of(layout: str, *, header: str, row: str) -> str:
    """A report whose row of fees, and the header above it, have other cells than the form's."""
    words = ["信息内容 上一年项目数量 本年增/减", "行政事业性收费 117 118"]
    text = report(PARTS, PLAIN[layout])
    joint = "\n" if layout == "one_a_line" else " "
    fees = next(k for k in VALUES if k.row_key == "fees" and k.col_key == "prev_items")
    change = next(k for k in VALUES if k.row_key == "fees" and k.col_key == "change")
    words[1] = f"行政事业性收费 {VALUES[fees]} {VALUES[change]}"
    for old, new in zip(words, (header, row.format(VALUES[fees], VALUES[change])), strict=True):
        was = joint.join(old.split())
        at = text.rindex(was) if was.startswith("行政") else text.rindex(was, 0, text.index("行政事业性收费"))
        text = text[:at] + joint.join(new.split()) + text[at + len(was) :]
    return text


HEADER = "信息内容 上一年项目数量 本年增/减 本年增/减"


@pytest.mark.parametrize("layout", ["one_a_line", "running"])
def test_the_header_shows_which_figures_are_one_cell(layout: str) -> None:
    reading = read(text_of(layout, header=HEADER, row="行政事业性收费 {0} {1} {1}"))
    assert not wrong(reading, VALUES)
    assert {k for k in VALUES if k.row_key == "fees"} <= set(reported(reading))


@in_turn
@pytest.mark.parametrize("layout", ["one_a_line", "running"])
@pytest.mark.parametrize(
    "row",
    [
        "行政事业性收费 {1} {1}",  # the first cell is blank: two prints of one figure, not two figures
        "行政事业性收费 {0} {0} {1}",  # not the cells that the header says
        "行政事业性收费 {0}",
    ],
)
def test_rows_that_are_not_as_the_header_says(layout: str, row: str) -> None:
    reading = read(text_of(layout, header=HEADER, row=row))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != "fees"})


def test_figures_repeated_under_a_plain_header() -> None:
    reading = read(
        text_of("running", header="信息内容 上一年项目数量 本年增/减", row="行政事业性收费 {0} {1} {1}")
    )
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != "fees"})
    assert "row-long" in codes(reading)
