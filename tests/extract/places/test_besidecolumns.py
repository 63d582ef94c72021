"""Whole rows beside the columns that the rows near by show, and rows that are only pushed."""

from __future__ import annotations

from tests.extract.printed import (
    Rows,
    aligned,
    change,
    figures,
    printed,
    read,
    report,
    row_of,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
KEY = "rejected_repeat"


def _with_line(line: str) -> str:
    """The report in columns, one row printed as `line`."""
    label = row_of(PARTS, KEY)[0]

    def render(rows: Rows) -> list[str]:
        return [line if text.startswith(label) else text for text in aligned(rows, step=8)]

    return report(PARTS, render)


def _line(places: dict[int, str]) -> str:
    """The row with texts that stand so far from the left."""
    label = row_of(PARTS, KEY)[0]
    line, width = label, sum(2 if ord(c) > 0x2E7F else 1 for c in label)
    for at, text in places.items():
        line, width = line + " " * (at - width) + text, at + len(text)
    return line


def test_two_figures_in_one_column_and_none_in_another() -> None:
    own = row_of(PARTS, KEY)[1:]
    places = {108: own[1], 116: own[2], 124: own[3], 128: "71", 132: own[4], 140: own[5], 148: own[6]}
    reading = read(_with_line(_line(places)))
    assert "reported" not in status_of(reading, "3", KEY)
    assert not wrong(reading, VALUES)


def test_a_figure_far_behind_the_row_and_a_blank_cell() -> None:
    own = row_of(PARTS, KEY)[1:]
    places = {100 + 8 * n: own[n] for n in (0, 2, 3, 4, 5, 6)} | {240: "15"}
    reading = read(_with_line(_line(places)))
    assert "reported" not in status_of(reading, "3", KEY)
    assert not wrong(reading, VALUES)


def test_a_row_that_is_pushed_by_as_much_is_read() -> None:
    """A long label moves all figures of its row to the right."""
    key = "other_overdue_fee"
    label, *own = row_of(PARTS, key)

    def render(rows: Rows) -> list[str]:
        line = label + " " * 9 + "     ".join(own)
        return [line if text.startswith(label) else text for text in aligned(rows, step=8, label=74)]

    reading = read(report(PARTS, render))
    assert status_of(reading, "3", key) == ["reported"] * 7
    assert not wrong(reading, VALUES)


def test_rows_set_apart_by_the_same_gap_show_no_columns() -> None:
    def render(rows: Rows) -> list[str]:
        return ["  ".join(cell for cell in row if cell) for row in rows]

    own = row_of(PARTS, KEY)
    wide = change(PARTS, KEY, [own[0], "1,000,001", *own[2:]])
    reading = read(report(wide, render))
    assert status_of(reading, "3", KEY) == ["reported"] * 7


def test_a_row_behind_the_room_for_the_label_of_its_group_is_read() -> None:
    """Some programs begin such rows a cell farther right, so that their figures stand a column off."""
    own = row_of(PARTS, KEY)
    places = {108: own[1], 118: own[2], 124: own[3], 134: own[4], 141: own[5], 151: own[6], 158: own[7]}
    label, room = own[0], " " * 20
    pushed = room + _line(places).replace(label + room, label, 1)
    reading = read(_with_line(pushed))
    assert status_of(reading, "3", KEY) == ["reported"] * 7
    assert not wrong(reading, VALUES)


INNER = ("1.", "2.", "3.")


def _behind_labels(places: dict[int, str], at: int = 12) -> str:
    """The report in columns, numbered labels set in by so much, and that of all handled, with texts in places, at the very left."""
    own, width = row_of(PARTS, "total_handled")[0], 10
    label = own
    for place, text in places.items():
        own, width = own + " " * (place - width) + text, place + len(text)

    def line_of(line: str) -> str:
        if line.startswith(label):
            return own
        return " " * at + line.replace(" " * at, "", 1) if line.startswith(INNER) else line

    return report(PARTS, lambda rows: [*map(line_of, aligned(rows, step=8, label=112))])


def test_a_row_one_column_to_the_left_that_begins_among_the_labels() -> None:
    own = row_of(PARTS, "total_handled")[1:]
    moved = {17: own[0]} | {112 + 8 * n: own[n + 1] for n in range(6)}
    reading = read(_behind_labels(moved))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", "total_handled", "natural_person", "total")) == {"reported"}


def test_a_figure_among_the_labels_of_a_row_that_stands_in_its_columns() -> None:
    """It is none of the row's, which lacks one."""
    own = row_of(PARTS, "total_handled")[1:]
    places = {17: "31"} | {112 + 8 * n: own[n] for n in (0, 1, 2, 4, 5, 6)}
    reading = read(_behind_labels(places))
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", "total_handled", "natural_person", "legal_service")
