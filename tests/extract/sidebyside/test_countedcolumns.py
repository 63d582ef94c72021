"""Numbers of the columns above the figures of table 4."""

from __future__ import annotations

import pytest

from tests.extract.printed import closed, figures, html, read, reported, tab_cells, tsv, wrong
from tests.extract.sidebyside.test_headsagainst import own, text_of
from tests.extract.sidebyside.test_otherfigures import FORM, WHOLE
from tests.turns import in_turn

VALUES = figures()
NUMBERS = [[str(n) for n in range(1, 16)], [str(n % 5 + 1) for n in range(15)]]
RENDERED = pytest.mark.parametrize("render", [tsv, closed, html, tab_cells])


@in_turn
@RENDERED
@pytest.mark.parametrize("numbers", NUMBERS)
def test_numbers_above_the_figures(render, numbers: list[str]) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_of(render([*WHOLE[:3], numbers, own(FORM)])))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


@in_turn
@RENDERED
@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize("below", [[], [[""] * 15]])
def test_numbers_are_never_figures(render, numbers: list[str], below: list[list[str]]) -> None:  # type: ignore[no-untyped-def]
    assert not reported(read(text_of(render([*WHOLE[:3], numbers, *below]))), "4")


@RENDERED
def test_a_row_that_only_looks_like_them_is_another_print(render) -> None:  # type: ignore[no-untyped-def]
    other = [*NUMBERS[0][:14], "99"]
    assert not reported(read(text_of(render([*WHOLE[:3], other, own(FORM)]))), "4")


def test_after_reports_of_the_same_print() -> None:
    """What is remembered of a print without numbers is not taken for one in which the first row numbers the columns."""
    for first in (own(FORM)[::-1], own(FORM)[::-1], NUMBERS[0]):
        reading = read(text_of(tsv([*WHOLE[:3], first, own(FORM)])))
        assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15
