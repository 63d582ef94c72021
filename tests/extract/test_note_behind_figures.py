"""A note that runs on behind the last figure of a row in plain text, without a space between: it is none of the row."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, running, wrong
from tests.turns import in_turn

VALUES = figures()


def behind(row: str, note: str) -> str:
    """The report with a note right behind the last figure of the row that has this one."""
    text = report(printed(VALUES), running)
    (key,) = (k for k in VALUES if k.row_key == row and k.col_key in ("total", "fee_amount"))
    line = next(line for line in text.split("\n") if line.endswith(VALUES[key]))
    return text.replace(line, line + note)


@in_turn
@pytest.mark.parametrize("row", ["carried_forward", "new_received", "total_handled", "fees"])
@pytest.mark.parametrize(
    "note",
    [
        "说明：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和。",
        "注：1.行政许可、行政处罚数据含镇街；2.本年行政处罚较上年减少 12 件。",
        "备注:含街道数据",
    ],
)
def test_a_note_behind_the_last_figure(row: str, note: str) -> None:
    reading = read(behind(row, note))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("note", ["注1：含街道", "注：5", "注释"])
def test_digits_about_a_note_leave_the_figure_in_doubt(note: str) -> None:
    """Nothing tells where the figure ends, or which of two it is."""
    reading = read(behind("fees", note))
    assert not wrong(reading, VALUES)
