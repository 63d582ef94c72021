"""Ends of figures before the rest of a label, on the line below their row."""

from __future__ import annotations

import re

import pytest

from tests.extract.printed import aligned, figures, printed, read, report, reported, row_of, running, wrong

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


@pytest.mark.parametrize("digits", ["6", "40"])
def test_digits_run_into_the_number_of_a_label_end_the_figure_above(digits: str) -> None:
    """Behind the end of a page the rest of the total stands before `8.`; through all groups no row has the number 68 or 408."""
    lines = report(PARTS, running).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("8.属于行政查询事项"))
    lines[at : at + 1] = ["", "-2-", "", digits + lines[at]]
    reading = read("\n".join(lines))
    assert not {key for key in reported(reading) if key[1:] == ("denied_enforcement_file", "total")}


def test_labels_numbered_through_all_groups_end_no_figure() -> None:
    lines = report(PARTS, running).split("\n")
    numbers = iter(range(1, 30))
    lines = [re.sub(r"^\d\.", lambda _: f"{next(numbers)}.", line) for line in lines]
    reading = read("\n".join(lines))
    assert {key for key in VALUES if key.table_no == "3" and key.col_key == "total"} <= reported(reading)
