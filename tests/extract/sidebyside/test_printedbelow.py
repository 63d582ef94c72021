"""Table 4 as a program gives it as a grid and then as text: the figures below are those of the row again."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import cells_of, figures, markdown, printed, read, report, reported, wrong

VALUES = figures()
_OWN = {key: value for key, value in VALUES.items() if key.table_no == "4"}
_END = "五、存在的主要问题及改进情况"


def _with_below(values: dict[CellKey, str], below: list[str]) -> str:
    return report(printed(values), markdown).replace(_END, "\n".join(["", *below, _END]))


def test_the_same_figures_one_a_line_below_a_row() -> None:
    found = read(_with_below(VALUES, list(_OWN.values())))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_blank_cells_are_not_printed_below() -> None:
    blank = {key for key in _OWN if key.col_key == "other"}
    values = VALUES | dict.fromkeys(blank, "")
    found = read(_with_below(values, [text for key, text in _OWN.items() if key not in blank]))
    assert not wrong(found, values)
    assert reported(found) == set(VALUES) - blank
    assert {cells_of(found)[key]["status"] for key in blank} == {"blank"}


@pytest.mark.parametrize("at", [0, 7, 14])
def test_other_figures_below_may_be_the_rests_of_those_above(at: int) -> None:
    below = list(_OWN.values())
    below[at] += "1"
    assert not reported(read(_with_below(VALUES, below)), "4")
