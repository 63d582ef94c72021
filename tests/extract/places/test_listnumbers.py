"""Numbers of labels that stand apart from them, where a figure stands."""

from __future__ import annotations

import re

import pytest

from tests.extract.printed import Rows, compact, figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()
APART = ("denied_other_law", "rejected_repeat")


def apart(rows: Rows, labels: tuple[str, ...]) -> Rows:
    """The rows, the number of some labels in the next cell, with the last figure blank."""
    out = []
    for label, *cells in rows:
        number = re.match(r"([1-9])\.(.*)", label)
        out.append([number[2], number[1], *cells[:-1], ""] if number and label in labels else [label, *cells])
    return out


LABELS = ("2.其他法律行政法规禁止公开", "2.重复申请")


def test_the_number_in_the_cell_behind_a_label_is_no_figure() -> None:
    reading = read(report(printed(VALUES), lambda rows: compact(apart(rows, LABELS))))
    known = {key: value for key, value in VALUES.items() if key.row_key not in APART}
    assert not wrong(reading, known)
    assert reported(reading) >= set(known)


def test_the_number_above_a_label_is_no_figure_of_the_row_above() -> None:
    lines = report(printed(VALUES), one_a_line).split("\n")
    at = lines.index("2.其他法律行政法规禁止公开")
    lines[at : at + 1] = ["2", "其他法律行政法规禁止公开"]
    del lines[at - 3]
    known = {key: value for key, value in VALUES.items() if key.row_key != "denied_state_secret"}
    assert not wrong(read("\n".join(lines)), known)


@pytest.mark.parametrize("first", ["1", "3"])
def test_labels_printed_without_numbers_leave_figures_alone(first: str) -> None:
    values = {key: first if key.col_key == "natural_person" else value for key, value in VALUES.items()}
    plain = report(
        printed(values), lambda rows: compact([[re.sub(r"^[1-9]\.", "", r[0]), *r[1:]] for r in rows])
    )
    reading = read(plain)
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key in values if key.table_no == "3"}
