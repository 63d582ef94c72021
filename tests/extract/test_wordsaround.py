"""Words that stand around the line of a row, in a column that is empty on it: a cell of two lines, and no blank one."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    Rows,
    aligned,
    change,
    figures,
    printed,
    read,
    report,
    row_of,
    status_of,
    wrong,
)

VALUES = figures()
ROW, COLUMN, AT = "denied_other_law", "research", 3


def _around(above: str, below: str) -> str:
    """A report whose row has a cell in halves, above and below its line."""
    parts = printed(VALUES)
    row = list(row_of(parts, ROW))
    row[AT] = ""

    def lines(rows: Rows) -> list[str]:
        out: list[str] = []
        for line in aligned(rows):
            halves = (above, below) if row[0] in line else ("", "")
            upper, lower = (" " * (100 + 10 * (AT - 1)) + half if half else "" for half in halves)
            out += [text for text in (upper, line, lower) if text]
        return out

    return report(change(parts, ROW, row), lines)


@pytest.mark.parametrize(
    ("above", "below"), [("=SUM(D5:", "I5)"), ("未收到", "申请"), ("#REF", "!"), ("见附件", "")]
)
def test_such_a_cell_is_not_blank(above: str, below: str) -> None:
    reading = read(_around(above, below))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", ROW, COLUMN) == ["uncertain"]


def test_a_blank_cell_is_blank() -> None:
    assert status_of(read(_around("", "")), "3", ROW, COLUMN) == ["blank"]


@pytest.mark.parametrize("line", ["— 3 —", "总计"])
def test_lines_of_the_page_and_labels_leave_it_blank(line: str) -> None:
    assert status_of(read(_around(line, "")), "3", ROW, COLUMN) == ["blank"]
