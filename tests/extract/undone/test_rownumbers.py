"""Numbers of rows that stand apart from their labels, and figures that are none however much they look like one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assets.extract.undone.numbering.rownumbers import with_row_numbers
from tests.extract.printed import PLAIN, Rows, change, figures, printed, read, report, reported, row_of, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
NUMBER = re.compile(r"^([0-9])\.(?=\D)", re.MULTILINE)


def above(rows: Rows) -> list[str]:
    return NUMBER.sub(r"\1\n", "\n".join(PLAIN["running"](rows))).split("\n")


def above_with_stop(rows: Rows) -> list[str]:
    return NUMBER.sub(r"\1.\n", "\n".join(PLAIN["running"](rows))).split("\n")


def above_cells(rows: Rows) -> list[str]:
    return NUMBER.sub(r"\1\n", "\n".join(PLAIN["one_a_line"](rows))).split("\n")


def before(rows: Rows) -> list[str]:
    return NUMBER.sub(r"\1 ", "\n".join(PLAIN["running"](rows))).split("\n")


def run_on(rows: Rows) -> list[str]:
    return [" ".join(before(rows))]


def behind(rows: Rows) -> list[str]:
    lines = PLAIN["running"](rows)
    return [f"{line[2:]} {line[0]}." if NUMBER.match(line) else line for line in lines]


@pytest.mark.parametrize("render", [above, above_with_stop, above_cells, before, run_on, behind])
def test_every_cell_is_read(render: Callable[[Rows], list[str]]) -> None:
    reading = read(report(PARTS, render))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize("render", [above_cells, run_on])
@pytest.mark.parametrize("at", [1, 4, 7])
def test_a_figure_that_is_gone_is_not_made_of_a_number(render: Callable[[Rows], list[str]], at: int) -> None:
    row = list(row_of(PARTS, "denied_state_secret"))
    row[at] = ""
    reading = read(report(change(PARTS, "denied_state_secret", row), render))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) >= len(VALUES) - 7


def test_a_total_that_is_the_next_number_stays() -> None:
    """Without numbers, a row may end in the number of the next one: 2 stands before 其他法律, and is a figure."""
    row = [*row_of(PARTS, "denied_state_secret")[:-1], "2"]
    lines = report(change(PARTS, "denied_state_secret", row), PLAIN["one_a_line"]).split("\n")
    bare = [NUMBER.sub("", line) for line in lines]
    assert with_row_numbers(bare) == bare
    key = next(k for k in VALUES if (k.row_key, k.col_key) == ("denied_state_secret", "total"))
    assert not wrong(read("\n".join(bare)), VALUES | {key: "2"})


def test_one_label_without_a_number_leaves_all() -> None:
    lines = before([row for part in PARTS for row in part.rows])
    changed = [line.replace("2 重复申请", "重复申请") for line in lines]
    assert with_row_numbers(lines) != lines
    assert with_row_numbers(changed) == changed


def test_cells_keep_their_tabs() -> None:
    lines = [line.replace(" ", "\t") for line in before([row for part in PARTS for row in part.rows])]
    assert with_row_numbers(lines) == lines
