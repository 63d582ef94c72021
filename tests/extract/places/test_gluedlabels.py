"""A row's first figure behind its label in one cell, the row filled up with a blank at its end."""

from __future__ import annotations

import pytest

from tests.extract.odd import VALUES
from tests.extract.printed import GRIDS, change, printed, read, report, reported, row_of, status_of, wrong
from tests.turns import in_turn

PARTS = printed(VALUES)
layouts = pytest.mark.parametrize("layout", ["tsv", "tab_cells", "closed", "pipe_cells", "html", "grid"])
rows = pytest.mark.parametrize(
    ("table_no", "key"), [("2", "normative_docs"), ("3", "denied_process_info"), ("3", "total_handled")]
)


def glued(table_no: str, key: str, first: str | None = None, *, last: str = "") -> list[str]:
    """The row with its first figure in the cell of its label, or that text instead."""
    label, own, *others = row_of(PARTS, key, table_no)
    return [label + (own if first is None else first), *others, last]


@in_turn
@layouts
@rows
def test_a_figure_behind_its_label_is_the_first(layout: str, table_no: str, key: str) -> None:
    reading = read(report(change(PARTS, key, glued(table_no, key)), GRIDS[layout]))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@in_turn
@layouts
@rows
@pytest.mark.parametrize("mark", ["2", "14", "2021"])
def test_what_may_number_a_note_is_no_figure(layout: str, table_no: str, key: str, mark: str) -> None:
    """The row may lack a first figure, or have a note and no last one."""
    reading = read(report(change(PARTS, key, glued(table_no, key, mark)), GRIDS[layout]))
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, table_no, key)
    assert len(reported(reading)) >= len(VALUES) - 7


@layouts
def test_a_row_with_more_blanks(layout: str) -> None:
    label, own, *others = row_of(PARTS, "denied_process_info")
    row = [label + own, *others[:2], "", *others[3:], ""]
    reading = read(report(change(PARTS, "denied_process_info", row), GRIDS[layout]))
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", "denied_process_info")


@in_turn
@layouts
@rows
@pytest.mark.parametrize("mark", ["2", "14"])
def test_a_full_row_keeps_its_figures_behind_a_note(layout: str, table_no: str, key: str, mark: str) -> None:
    label, *others = row_of(PARTS, key, table_no)
    reading = read(report(change(PARTS, key, [label + mark, *others]), GRIDS[layout]))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, table_no, key)) == {"reported"}
