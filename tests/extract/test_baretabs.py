"""Cells below tabs that stand alone: labels in several paragraphs, which stand as far off as the next row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.readers.separated.baretabs import end
from schemas.form import CellKey
from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
# The labels of table 4's columns, as narrow cells hold them.
BROKEN = {"结果维持": "结果/维持", "结果纠正": "结果/纠正", "其他结果": "其他/结果", "尚未审结": "尚未/审结"}


def _bare_tabs(rows: Rows) -> list[str]:
    """A tab on a line of its own before each cell, two blank lines before each paragraph within it, and between rows."""
    return [
        line
        for row in rows
        for line in [*(x for cell in row for x in ("\t", cell.replace("/", "\n\n\n"), "")), ""]
    ]


def _broken(parts: list[Part]) -> list[Part]:
    return [replace(p, header=[[BROKEN.get(x, x) for x in row] for row in p.header]) for p in parts]


def test_labels_of_columns_in_two_paragraphs() -> None:
    reading = read(report(_broken(printed(VALUES)), _bare_tabs))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("key", [CellKey("4", "review", "total"), CellKey("4", "suit_after_review", "total")])
def test_digits_in_two_paragraphs_are_no_figure_of_the_first(key: CellKey) -> None:
    text = VALUES[key]
    reading = read(report(_broken(printed({**VALUES, key: f"{text[:1]}/{text[1:]}"})), _bare_tabs))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    ("last", "below"), [("无", "四、行政复议"), ("5", "情况说明"), ("无", "见附件1"), ("", "情况说明")]
)
def test_what_stands_below_the_last_cell_is_none_of_it(last: str, below: str) -> None:
    lines = ["\t", "规章", "", "\t", "1", "", "\t", "2", "", "\t", last, "", "", below, "", "\t", "行政复议"]
    assert lines[end(lines, 0) :][:1] == [""]
    assert below in lines[end(lines, 0) :]
