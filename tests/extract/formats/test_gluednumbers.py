"""Numbers of lines with nothing between them and the text of the line."""

from __future__ import annotations

import pytest

from assets.extract.formats.gluednumbers import without_glued_numbers
from tests.extract.printed import figures, one_a_line, printed, read, report, reported, running, tsv, wrong
from tests.turns import in_turn

VALUES = figures()


@in_turn
@pytest.mark.parametrize("render", [one_a_line, running, tsv])
@pytest.mark.parametrize("counts", ["all", "written", "all but blank"])
def test_the_number_of_a_line_is_none_of_its_figure(render, counts: str) -> None:  # type: ignore[no-untyped-def]
    lines = report(printed(VALUES), render).split("\n")
    if counts == "written":
        lines = [line for line in lines if line]
    numbered = [
        line if counts == "all but blank" and not line else f"{n}{line}" for n, line in enumerate(lines, 1)
    ]
    reading = read("\n".join(numbered))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_numbers_that_do_not_count_the_lines_stay() -> None:
    lines = [f"{n * 2}件" for n in range(1, 40)]
    assert without_glued_numbers(lines) == lines


def test_one_line_without_its_number() -> None:
    lines = [f"{n}件" for n in range(1, 40)]
    lines[7] = "0件"
    assert without_glued_numbers(lines) == lines
