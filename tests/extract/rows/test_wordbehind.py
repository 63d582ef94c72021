"""Words beside rows that look whole: a cell that says something else than a figure, or words that say nothing of cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.rows.figures.wordbehind import _is_word
from schemas.form import CellKey, forms
from tests.extract.printed import (
    Rows,
    change,
    figures,
    html,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
ROWS = [("2", "regulations"), ("3", "rejected_repeat"), ("3", "total_handled")]


def _paragraphs(rows: Rows) -> list[str]:
    return [line for row in rows for cell in row if cell for line in (cell, "")]


@in_turn
@pytest.mark.parametrize(("table_no", "key"), ROWS)
@pytest.mark.parametrize(
    "word", ["略", "缺", "数据另报", "涉密", "#REF!", "#DIV/0!", "错误!未找到引用源。", "另算", "没算"]
)
@pytest.mark.parametrize("render", [running, one_a_line])
def test_a_word_for_the_first_figure_and_two_figures_for_another(
    render: Callable[[Rows], list[str]], word: str, table_no: str, key: str
) -> None:
    """As many figures as columns, of which none stands in its own."""
    row = [*row_of(PARTS, key, table_no)]
    row[1:] = [word, *row[1:]]
    reading = read(report(change(PARTS, key, row), render))
    assert "reported" not in status_of(reading, table_no, key)
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize(("table_no", "key"), ROWS)
@pytest.mark.parametrize("word", ["略", "缺", "另算"])
@pytest.mark.parametrize("render", [one_a_line, _paragraphs])
def test_a_word_behind_all_figures(
    render: Callable[[Rows], list[str]], word: str, table_no: str, key: str
) -> None:
    reading = read(report(change(PARTS, key, [*row_of(PARTS, key, table_no), word]), render))
    assert "reported" not in status_of(reading, table_no, key)
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize("word", ["略", "缺", "另报", "涉密", "#REF!", "错误!未找到引用源。", "见附件"])
@pytest.mark.parametrize("render", [running, one_a_line, html])
def test_a_word_takes_the_place_of_its_figure(render: Callable[[Rows], list[str]], word: str) -> None:
    """The row has a cell for each column: the others are known."""
    row = [*row_of(PARTS, "rejected_repeat")]
    row[1] = word
    reading = read(report(change(PARTS, "rejected_repeat", row), render))
    keys = [CellKey("3", "rejected_repeat", c.key) for c in forms()["2021"].table("3").columns]
    assert not {k: v for k, v in wrong(reading, VALUES).items() if k != keys[0]}
    assert {*keys[1:]} <= reported(reading, "3")
    assert status_of(reading, "3", "rejected_repeat", "natural_person") == ["unparsed"]


@pytest.mark.parametrize("word", ["件", "事项", "（本级）", "数量"])
def test_words_that_explain_a_label_are_no_cells(word: str) -> None:
    row = row_of(PARTS, "rejected_repeat")
    reading = read(report(change(PARTS, "rejected_repeat", [f"{row[0]} {word}", *row[1:]]), running))
    assert reported(reading) == set(VALUES)


def test_a_column_of_words_stands_before_all_rows() -> None:
    """Who answers for the row, in a column of its own."""
    parts = PARTS
    for row in forms()["2021"].table("3").rows:
        label, *own = row_of(PARTS, row.key)
        parts = change(parts, row.key, [f"{label} 股室", *own])
    reading = read(report(parts, running))
    assert status_of(reading, "3", "rejected_repeat") == ["reported"] * 7
    assert not wrong(reading, VALUES)


def test_a_row_of_another_label_follows() -> None:
    row = row_of(PARTS, "regulations", "2")
    reading = read(report(change(PARTS, "regulations", [*row, "其他公开文件", "7", "8", "9"]), one_a_line))
    assert status_of(reading, "2", "regulations") == ["reported"] * 3
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("word", ["第2", "共3页", "页", "以下为上年数据", "件", "其他"])
def test_words_that_are_no_cells(word: str) -> None:
    form = forms()["2021"]
    assert not _is_word(word, form)
    assert _is_word("另算", form)
