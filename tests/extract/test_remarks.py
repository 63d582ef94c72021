"""Remarks behind the last figure of a row of running text, which are no cell of it."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, row_of, running, wrong

VALUES = figures()
ROW = "granted"
CELLS = {key for key in VALUES if key.row_key == ROW}


def with_behind(words: str, *, short: bool = False) -> str:
    text = report(printed(VALUES), running)
    row = " ".join(row_of(printed(VALUES), ROW))
    assert row in text
    return text.replace(row, (row.rsplit(" ", 1)[0] if short else row) + words, 1)


@pytest.mark.parametrize("words", [" （均为低保名单）", " (注1)", " （注）", " ①", " 均已答复", " 。"])
def test_a_remark_behind_all_figures_of_a_row_changes_nothing(words: str) -> None:
    found = read(with_behind(words))
    assert wrong(found, VALUES) == {}
    assert reported(found) == {*VALUES}


@pytest.mark.parametrize("words", [" （均为低保名单）", " (注1)", " ①", " 已办结"])
def test_a_remark_may_stand_in_the_place_of_a_figure(words: str) -> None:
    found = read(with_behind(words, short=True))
    assert wrong(found, VALUES) == {}
    assert not CELLS & reported(found)


@pytest.mark.parametrize(
    "words",
    [
        " （均为上年数据）",
        " （均为下属单位数）",
        " （示例）",
        " （均为3件）",
        " （已更正为3）",
        " （错误）",
        " 待核",
    ],
)
def test_words_that_may_question_the_figures_or_be_one_leave_the_row_open(words: str) -> None:
    found = read(with_behind(words))
    assert wrong(found, VALUES) == {}
    assert not CELLS & reported(found)
