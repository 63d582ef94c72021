"""Labels over table 4 that speak against the form's order where a part of its header is lost or stands apart."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import figures, printed, read, report, reported, running, wrong

VALUES = figures()
FOURTH = forms()["2021"].table("4")
REVIEW, DIRECT, AFTER = (row.zh for row in FOURTH.rows)
SUITS = FOURTH.groups[0].zh
NAMES = [column.zh for column in FOURTH.columns]
FORM = ["review", "suit_direct", "suit_after_review"]
BLANK = [""] * 4
TURNED_TOPS = [SUITS, *BLANK, *BLANK, "", REVIEW, *BLANK]
TURNED = [
    [DIRECT, *BLANK, AFTER, *BLANK, *NAMES],
    [*NAMES, *NAMES, "", *BLANK],
]
TOPS = [REVIEW, *BLANK, SUITS, *BLANK, *BLANK, ""]


def own(rows: list[str]) -> list[str]:
    return [VALUES[CellKey("4", key, c.key)] for key in rows for c in FOURTH.columns]


def text_of(lines: list[str]) -> str:
    whole = report(printed(VALUES), running)
    start, end = whole.index("四、政府信息公开行政复议"), whole.index("五、存在的主要问题")
    return whole[:start] + "\n".join(["四、政府信息公开行政复议、行政诉讼情况", *lines, ""]) + whole[end:]


def tabs(row: list[str]) -> str:
    return "\t".join(row)


def bars(row: list[str]) -> str:
    return " | ".join(row) + " |"


def spaces(row: list[str]) -> str:
    return " ".join(cell for cell in row if cell)


@pytest.mark.parametrize("drawn", [tabs, bars])
@pytest.mark.parametrize("stray", [["7"], ["2020"], ["7", "青岚县林业局"]])
def test_a_stray_line_within_the_header_does_not_turn_it(drawn, stray: list[str]) -> None:  # type: ignore[no-untyped-def]
    rows = [*map(drawn, [TURNED_TOPS]), *stray, *map(drawn, [*TURNED, own([*FORM[1:], FORM[0]])])]
    reading = read(text_of(rows))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


@pytest.mark.parametrize("drawn", [tabs, bars])
@pytest.mark.parametrize("stray", [["7"], ["2020"]])
def test_nor_one_within_the_form_s_own(drawn, stray: list[str]) -> None:  # type: ignore[no-untyped-def]
    header = [[*NAMES, DIRECT, *BLANK, AFTER, *BLANK], [*[""] * 5, *NAMES, *NAMES]]
    reading = read(text_of([drawn(TOPS), *stray, *map(drawn, [*header, own(FORM)])]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


def test_lines_that_are_parted_leave_it_open() -> None:
    rows = [spaces(TURNED_TOPS), "7", *map(spaces, [*TURNED, own([*FORM[1:], FORM[0]])])]
    reading = read(text_of(rows))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "4")


@pytest.mark.parametrize("tops", [["", *BLANK, SUITS, *BLANK, *BLANK, ""], [""] * 15])
def test_suits_exchanged_below_lost_heads(tops: list[str]) -> None:
    header = [tops, [*NAMES, AFTER, *BLANK, DIRECT, *BLANK], [*[""] * 5, *NAMES, *NAMES]]
    reading = read(text_of([*map(bars, [*header, own([FORM[0], FORM[2], FORM[1]])])]))
    assert not wrong(reading, VALUES)


def test_heads_that_are_lost_above_suits_in_order() -> None:
    header = [[""] * 15, [*NAMES, DIRECT, *BLANK, AFTER, *BLANK], [*[""] * 5, *NAMES, *NAMES]]
    reading = read(text_of([*map(bars, [*header, own(FORM)])]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


@pytest.mark.parametrize(("at", "known"), [(5, 15), (10, 0)])
def test_the_one_suit_that_is_named_by_its_place(at: int, known: int) -> None:
    named = [*NAMES, *[""] * 10]
    named[at] = DIRECT
    order = FORM if at == 5 else [FORM[0], FORM[2], FORM[1]]
    reading = read(text_of([*map(bars, [TOPS, named, [*[""] * 5, *NAMES, *NAMES], own(order)])]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == known


def test_the_one_suit_that_is_named_where_no_place_tells() -> None:
    rows = [REVIEW, SUITS, *NAMES, DIRECT, *NAMES, *NAMES, *own(FORM)]
    reading = read(text_of([f"{cell}\n" for cell in rows]))
    assert not wrong(reading, VALUES)
    assert {key.row_key for key in reported(reading, "4")} <= {"review"}


def test_an_empty_form_above_does_not_lend_its_order() -> None:
    empty = [TOPS, [*NAMES, DIRECT, *BLANK, AFTER, *BLANK], [*[""] * 5, *NAMES, *NAMES], [""] * 15]
    reading = read(text_of([*map(bars, [*empty, TURNED_TOPS, *TURNED, own([*FORM[1:], FORM[0]])])]))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("drawn", [tabs, bars])
def test_all_rows_named_in_order_without_the_suits_own_head(drawn) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_of([*map(drawn, [[REVIEW, DIRECT, AFTER], NAMES * 3, own(FORM)])]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15
