"""Ends of figures before the rest of a label, on the line below their row."""

from __future__ import annotations

import pytest

from tests.extract.printed import aligned, figures, printed, read, report, reported, row_of, wrong

VALUES = figures()
PARTS = printed(VALUES)
LABEL = row_of(PARTS, "new_received")[0]


def text_with(below: str, cut: int = 8) -> str:
    lines = report(PARTS, aligned).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(LABEL))
    lines[at] = LABEL[:cut] + " " * 2 * (len(LABEL) - cut) + lines[at][len(LABEL) :]
    lines.insert(at + 1, below + LABEL[cut:])
    return "\n".join(lines)


@pytest.mark.parametrize(
    "below", [" " * 90 + "75        49    ", " " * 90 + "75 49 39 85", " " * 100 + "75    "]
)
def test_figures_above_digits_before_a_label_are_in_doubt(below: str) -> None:
    reading = read(text_with(below))
    assert not {key for key in reported(reading) if key.row_key == "new_received"}
    others = {key for key in VALUES if key.row_key != "new_received"}
    assert reported(reading) == others
    assert not wrong(reading, VALUES)


def test_the_rest_of_a_label_alone_leaves_the_figures_what_they_are() -> None:
    assert reported(read(text_with(""))) == set(VALUES)


def test_the_number_of_the_next_label_is_no_end_of_a_figure() -> None:
    text = report(PARTS, aligned)
    for number in range(1, 9):
        text = text.replace(f"\n{number}.", f"\n{number} ")
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(reported(read(report(PARTS, aligned))))
