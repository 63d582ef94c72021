"""A row printed twice, once with the mark of a note behind its label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.odd import THIRD, VALUES, instead_of
from tests.extract.printed import GRIDS, read, report, status_of, wrong
from tests.turns import in_turn

AT = 9
marks = pytest.mark.parametrize("mark", ["①", "[1]", "（注2）", "*", "注1"])


def twice(mark: str, *, is_other: bool, is_below: bool) -> str:
    """The report with one row twice, its figures other ones in one of them, whose label has a mark."""
    rows = list(THIRD.rows)
    label, *own = rows[AT]
    figures = [str(int(figure) + 1000) for figure in own] if is_other else own
    rows.insert(AT + is_below, [label + mark, *figures])
    return report(instead_of("3", replace(THIRD, rows=rows)), GRIDS["tsv"])


@in_turn
@marks
@pytest.mark.parametrize("is_below", [True, False])
def test_other_figures_behind_a_mark(mark: str, *, is_below: bool) -> None:
    reading = read(twice(mark, is_other=True, is_below=is_below))
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", THIRD.keys[AT])


@marks
def test_the_same_figures_behind_a_mark(mark: str) -> None:
    reading = read(twice(mark, is_other=False, is_below=True))
    assert status_of(reading, "3", THIRD.keys[AT]) == ["reported"] * 7
