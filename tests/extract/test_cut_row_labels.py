"""Table 4 in plain text below labels of columns that a narrow column cut, their first letters side by side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract.printed import Rows, figures, printed, read, report, reported, running, wrong

VALUES = figures()
FOURTH = {key for key in VALUES if key.table_no == "4"}
NAMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
SUITS = ["未经复议直接起诉", "复议后起诉"]


def cut(first: Sequence[str], others: Sequence[str]) -> Rows:
    """A header of a word a line, but for the first letters of the first group."""
    return [
        ["行政复议", "行政诉讼"],
        [*(name[:1] for name in first), *SUITS],
        *([name[1:]] for name in first),
        *([name] for name in others),
    ]


def read_under(header: Rows) -> object:
    return read(report(printed(VALUES), running, header=lambda p: header if p.table_no == "4" else p.header))


def test_pieces_that_make_up_all_labels_in_order() -> None:
    reading = read_under(cut(NAMES, NAMES * 2))
    assert reported(reading, "4") == FOURTH  # type: ignore[arg-type]
    assert not wrong(reading, VALUES)  # type: ignore[arg-type]


def test_labels_of_two_groups_share_a_line() -> None:
    header = cut(NAMES, NAMES * 2)
    header[11:13] = [["总计", "结果维持"]]
    header[6:8] = [["计", "结果维持"]]
    assert reported(read_under(header), "4") == FOURTH  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "header",
    [
        # rests in another order than the first letters, and labels in another order than the form's
        cut(["结果纠正", "结果维持", *NAMES[2:]], NAMES * 2),
        cut(["结果维持", "其他结果", "结果纠正", *NAMES[3:]], NAMES * 2),
        cut(NAMES, [*NAMES, "结果纠正", "结果维持", *NAMES[2:]]),
        cut([*NAMES[1:], "结果维持"], NAMES * 2),
    ],
)
def test_pieces_in_another_order(header: Rows) -> None:
    assert not reported(read_under(header), "4")  # type: ignore[arg-type]
