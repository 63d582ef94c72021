"""Rows of figures in the section of table 4 beside those that are read."""

from __future__ import annotations

import pytest

from schemas.form import forms
from tests.extract.printed import Rows, closed, figures, html, printed, read, report, reported, tsv, wrong
from tests.extract.sidebyside.test_headsagainst import BLANK, DIRECT, NAMES, REVIEW, SUITS, TOPS, own, text_of
from tests.turns import in_turn

VALUES = figures()
FORM = ["review", "suit_direct", "suit_after_review"]
AFTER = forms()["2021"].table("4").rows[2].zh
WHOLE: Rows = [TOPS, [*NAMES, DIRECT, *BLANK, AFTER, *BLANK], [*[""] * 5, *NAMES, *NAMES], own(FORM)]
OTHER = [str(7001 + n) for n in range(15)]
RENDERED = pytest.mark.parametrize("render", [tsv, closed, html])


def in_two(row: list[str]) -> Rows:
    return [
        [REVIEW, *BLANK],
        NAMES,
        row[:5],
        [SUITS, *BLANK, *BLANK, ""],
        [DIRECT, *BLANK, AFTER, *BLANK],
        [*NAMES, *NAMES],
        row[5:],
    ]


@RENDERED
def test_another_print_in_another_shape(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_of([*render(WHOLE), "", *render(in_two(OTHER[::-1]))]))
    assert not reported(reading, "4")


@RENDERED
def test_the_same_in_another_shape(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_of([*render(WHOLE), "", *render(in_two(own(FORM)))]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


@RENDERED
def test_two_rows_under_the_heads_of_the_review(render) -> None:  # type: ignore[no-untyped-def]
    rows = in_two(own(FORM))
    reading = read(text_of(render([*rows[:3], OTHER[4::-1], *rows[3:]])))
    assert not wrong(reading, VALUES)
    assert {key.row_key for key in reported(reading, "4")} <= {"suit_direct", "suit_after_review"}


@in_turn
@RENDERED
@pytest.mark.parametrize("below", [["上年", *OTHER[::-1]], ["2", "3"]])
def test_rows_with_words_and_numbers_of_pages_are_none(render, below: list[str]) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_of([*render(WHOLE), "", " ".join(below)]))
    assert not wrong(reading, VALUES)


@RENDERED
def test_a_report_as_it_is(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(printed(VALUES), render))
    assert len(reported(reading, "4")) == 15
