"""A row printed twice with other figures, once under a label with a slip."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import (
    Rows,
    closed,
    figures,
    html,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    tab_cells,
    tsv,
    wrong,
)

VALUES = figures()
RENDER = [tsv, tab_cells, closed, html, running, one_a_line]
ROW = row_of(printed(VALUES), "rejected_petition")
KEYS = [key for key in VALUES if key.row_key == "rejected_petition"]


def text_of(render: Callable[[Rows], list[str]], label: str, figures_of: list[str], *, above: bool) -> str:
    parts = printed(VALUES)
    for part in parts:
        at = part.rows.index(ROW) if ROW in part.rows else None
        if at is not None:
            part.rows.insert(at + (not above), [label, *figures_of])
    return report(parts, render)


@pytest.mark.parametrize("render", RENDER)
@pytest.mark.parametrize("label", ["1.信访举报投诉申请", "1.信访举报投诉事项申请", "1.信方举报投诉类申请"])
@pytest.mark.parametrize("above", [True, False])
def test_neither_of_the_two_is_known(render: Callable[[Rows], list[str]], label: str, above: bool) -> None:
    other = [str(int(f) + 300) for f in ROW[1:]]
    reading = read(text_of(render, label, other, above=above))
    assert not wrong(reading, {key: f for key, f in VALUES.items() if key not in KEYS})
    assert not reported(reading) & {*KEYS}


@pytest.mark.parametrize("render", [tsv, closed, html])
def test_another_row_under_a_number_of_its_own_is_none(render: Callable[[Rows], list[str]]) -> None:
    reading = read(text_of(render, "其中：网上申请", ["3"] * 7, above=False))
    assert not wrong(reading, VALUES)
    assert {*KEYS} <= reported(reading)


@pytest.mark.parametrize("render", [running, one_a_line])
def test_a_row_below_one_that_is_blank(render: Callable[[Rows], list[str]]) -> None:
    """The figure stands beside another label, in some of the letters of the row's."""
    fees = row_of(printed(VALUES), "fees", "2")
    parts = printed(VALUES)
    for part in parts:
        part.rows[:] = [
            row
            for own in part.rows
            for row in ([[fees[0]], ["行政性收费", *fees[1:]]] if own == fees else [own])
        ]
    reading = read(report(parts, render))
    assert not {key for key in reported(reading) if key.row_key == "fees"}
