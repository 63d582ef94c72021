"""Rows of one cell a line with a cell that has no reading, beside a row with a figure too many."""

from __future__ import annotations

from tests.extract.printed import figures, one_a_line, printed, read, report, reported, wrong

NOUGHTS = {"granted", "denied_admin_inquiry", "rejected_repeat", "rejected_petition"}
VALUES = {k: "0" if k.row_key in NOUGHTS else v for k, v in figures().items()}
LINES = report(printed(VALUES), one_a_line).split("\n")
AT = LINES.index("2.没有现成信息需要另行制作") + 1
LONG = LINES.index("4.保护第三方合法权益") + 1


def text_of(odd: list[str]) -> str:
    """One cell printed otherwise, and a figure too many in another row."""
    return "\n".join([*LINES[: LONG + 7], "0", *LINES[LONG + 7 : AT + 4], *odd, *LINES[AT + 5 :]])


def test_a_cell_without_a_reading_is_no_blank_that_vanished() -> None:
    odd, vanished = (read(text_of(cells)) for cells in (["5、6"], []))
    assert not wrong(odd, VALUES)
    assert not wrong(vanished, VALUES)
    assert len(reported(odd, "3")) > len(reported(vanished, "3"))
