"""Few figures beside a line of more: the row may be that line."""

from __future__ import annotations

from tests.extract.printed import Rows, aligned, figures, printed, read, report, row_of, status_of, wrong

VALUES = figures()
PARTS = printed(VALUES)
KEY = "unable_needs_creation"


def _with_lines(lines: list[str]) -> str:
    label = row_of(PARTS, KEY)[0]

    def render(rows: Rows) -> list[str]:
        return [own for text in aligned(rows) for own in (lines if text.startswith(label) else [text])]

    return report(PARTS, render)


def test_the_first_line_of_a_cell_of_three_is_no_row() -> None:
    _, *own = row_of(PARTS, KEY)
    first = aligned([["2.没有现成信息需要另行", "10"]])
    second = aligned([["制作", "余", *own[1:]]])
    third = aligned([["", "件"]])
    reading = read(_with_lines([*first, *second, *third]))
    assert not {"blank", "reported"} & {*status_of(reading, "3", KEY)}
    assert not wrong(reading, VALUES)


def test_a_row_of_few_figures_among_whole_ones() -> None:
    label, *own = row_of(PARTS, KEY)
    reading = read(_with_lines(aligned([[label, own[0], *[""] * 5, own[6]]])))
    assert status_of(reading, "3", KEY) == ["reported", *["blank"] * 5, "reported"]
    assert not wrong(reading, VALUES)
