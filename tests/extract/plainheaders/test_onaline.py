"""Heads on lines of their own in another order than the form's, and heads that share a line."""

from __future__ import annotations

from dataclasses import replace

from tests.extract.printed import (
    Part,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    status_of,
    tsv,
    wrong,
)

VALUES = figures("2019")
PERMITS = ("permits", "other_services")


def _exchanged(figures_too: bool) -> list[Part]:
    """The last two columns of 许可 exchanged in the head, in the rows as well or not."""
    parts = []
    for part in printed(VALUES, "2019"):
        if part.keys == PERMITS:
            turned = [[*row[:2], row[3], row[2]] for row in part.rows]
            head = [*part.header[:-1], [*part.header[-1][:2], part.header[-1][3], part.header[-1][2]]]
            parts.append(replace(part, header=head, rows=turned if figures_too else part.rows))
        else:
            parts.append(part)
    return parts


def test_a_head_a_line_settles_no_column_that_is_exchanged() -> None:
    for figures_too in (True, False):
        reading = read(report(_exchanged(figures_too), one_a_line))
        assert not wrong(reading, VALUES)
        for row in PERMITS:
            assert status_of(reading, "2", row, "change", "decisions") == ["uncertain", "uncertain"]
            assert status_of(reading, "2", row, "prev_items") == ["reported"]


def test_heads_on_a_line_or_in_cells_tell_the_columns() -> None:
    for render in (running, tsv):
        reading = read(report(_exchanged(True), render))
        assert not wrong(reading, VALUES)
        assert reported(reading, "2") == {key for key in VALUES if key.table_no == "2"}
    reading = read(report(printed(VALUES, "2019"), one_a_line))
    assert reported(reading) == set(VALUES)
