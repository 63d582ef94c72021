"""Table 4 in cells whose header rows stand apart, so that the places of their labels tell which figures are whose."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import figures, printed, read, report, reported, running, wrong
from tests.turns import in_turn

VALUES = figures()
FOURTH = forms()["2021"].table("4")
REVIEW, DIRECT, AFTER = (row.zh for row in FOURTH.rows)
SUITS = FOURTH.groups[0].zh
NAMES = [column.zh for column in FOURTH.columns]


def _text(top: dict[int, str], inner: dict[int, str], rows: list[str], between: str = "") -> str:
    """A report whose table 4 has labels in these cells, and the figures of its rows in that order."""
    whole = report(printed(VALUES), running)
    start, end = whole.index("四、政府信息公开行政复议"), whole.index("五、存在的主要问题")
    of = {key: [VALUES[CellKey("4", key, c.key)] for c in FOURTH.columns] for key in FOURTH.keys_of}
    lines = ["\t".join(cells.get(at, "") for at in range(16)) for cells in (top, inner)]
    lines += ["\t".join(NAMES * 3), "\t".join([figure for row in rows for figure in of[row]] + [""])]
    table = "".join(f"{line}\n{between}" for line in lines)
    return whole[:start] + "四、政府信息公开行政复议、行政诉讼情况\n" + table + "\n" + whole[end:]


FORM = ["review", "suit_direct", "suit_after_review"]


@in_turn
@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
@pytest.mark.parametrize(
    ("top", "inner", "rows"),
    [
        ({0: REVIEW, 5: SUITS}, {5: DIRECT, 10: AFTER}, FORM),
        ({0: SUITS, 10: REVIEW}, {0: DIRECT, 5: AFTER}, [*FORM[1:], FORM[0]]),
        ({0: SUITS, 10: REVIEW}, {0: AFTER, 5: DIRECT}, FORM[::-1]),
    ],
)
def test_labels_right_over_their_figures(
    top: dict[int, str], inner: dict[int, str], rows: list[str], between: str
) -> None:
    reading = read(_text(top, inner, rows, between))
    assert not wrong(reading, VALUES)
    assert between == "\n\n" or len(reported(reading, "4")) == 15


@in_turn
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("top", "inner"),
    [
        ({0: SUITS, 7: REVIEW}, {0: DIRECT, 5: AFTER}),  # none of these is right over a figure of its own
        ({0: SUITS, 10: REVIEW}, {0: DIRECT, 7: AFTER}),
        ({0: SUITS, 5: REVIEW}, {0: DIRECT, 10: AFTER}),
        ({0: SUITS, 10: REVIEW}, {0: DIRECT}),
        ({0: SUITS, 10: REVIEW, 12: "合计"}, {0: DIRECT, 5: AFTER}),
    ],
)
def test_labels_out_of_place_leave_the_suits_in_doubt(
    top: dict[int, str], inner: dict[int, str], between: str
) -> None:
    assert not reported(read(_text(top, inner, [*FORM[1:], FORM[0]], between)), "4")
