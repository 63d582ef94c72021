"""Short figures among rows whose long ones were cut by their narrow cells, one figure a line."""

from __future__ import annotations

from schemas.form import forms
from tests.extract.printed import (
    Figures,
    change,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)

TABLE = forms()["2021"].table("3")
KEYS = [row.key for row in TABLE.rows]
# Rows with figures of three digits, which fit all columns; those of four are cut.
LONG = ("granted", "unable_not_held")


def values() -> Figures:
    """No row but two has figures of more than two digits; none of these are told apart by their page."""
    own = figures()
    for at, row in enumerate(KEYS):
        if row not in LONG:
            own |= {key: str(30 + (at * 7 + n) % 60) for n, key in enumerate(TABLE.keys_of[row])}
    own[TABLE.keys_of["new_received"][6]] = "1468"
    own[TABLE.keys_of["total_handled"][6]] = "1451"
    return own


VALUES = values()
PARTS = printed(VALUES)


def cut(key: str, parts: list) -> list:  # type: ignore[type-arg]
    """The parts with the sum of a row cut behind its third digit."""
    row = row_of(parts, key)
    return change(parts, key, [*row[:7], row[7][:3], row[7][3:]])


CUT = cut("total_handled", cut("new_received", PARTS))


def rows_read(parts: list, known: Figures = VALUES) -> set[str]:  # type: ignore[type-arg]
    reading = read(report(parts, one_a_line))
    assert not wrong(reading, known)
    return {key.row_key for key in reported(reading, "3")}


def test_rows_of_shorter_figures_have_no_piece_of_a_cut_one() -> None:
    below_long = {KEYS[KEYS.index(key) + 1] for key in (*LONG, "total_handled", "new_received")}
    assert rows_read(CUT) == {*KEYS} - {*LONG, "new_received", "total_handled"} - below_long


def test_a_row_that_lost_a_blank_and_holds_a_cut_figure_is_not_read() -> None:
    row = row_of(CUT, "rejected_repeat")
    hidden = change(CUT, "rejected_repeat", [row[0], *row[1:6], "107", "2"])
    known = {key: value for key, value in VALUES.items() if key.row_key != "rejected_repeat"}
    assert "rejected_repeat" not in rows_read(hidden, known)


def test_beginnings_printed_above_the_label_of_their_row() -> None:
    """They stand behind the row before, which lacks a blank for each, so that both rows look whole."""
    before, row = row_of(CUT, "rejected_repeat"), row_of(CUT, "rejected_publication")
    shifted = change(CUT, "rejected_repeat", [*before[:7], "118"])
    shifted = change(shifted, "rejected_publication", [row[0], *row[2:7], "4", "9"])
    hidden = ("rejected_repeat", "rejected_publication")
    known = {key: value for key, value in VALUES.items() if key.row_key not in hidden}
    assert not {*hidden} & rows_read(shifted, known)


def test_where_a_row_is_short_none_is_sure() -> None:
    assert not rows_read(change(CUT, "rejected_repeat", row_of(CUT, "rejected_repeat")[:7]))


def test_where_columns_show_no_longer_figure_none_is_sure() -> None:
    """Columns of two digits may cut figures of three."""
    parts = CUT
    for key in LONG:
        row = row_of(parts, key)
        parts = change(parts, key, [row[0], "31", *row[2:]])
    known = {key: value for key, value in VALUES.items() if key.row_key not in LONG}
    assert not rows_read(parts, known)


def test_a_row_may_hold_the_number_of_the_page_behind_one_beyond_its_columns() -> None:
    row = row_of(CUT, "rejected_repeat")
    hidden = change(CUT, "rejected_repeat", [row[0], *row[1:7], "9"])
    known = {key: value for key, value in VALUES.items() if key.row_key != "rejected_repeat"}
    assert "rejected_repeat" not in rows_read(hidden, known)
