"""Orders of a template to who fills it in say nothing of the figures; what calls the figures an example does."""

from __future__ import annotations

import pytest

from assets.extract.anothers.instructions import is_instruction
from assets.extract.labels import squash
from tests.extract.anothers.test_notown import above, below, taken_away, whole
from tests.turns import in_turn

ORDERS = [
    "（此处填写表格，没有的填0，示例：行政许可 0）",
    "（按照示例格式填写）",
    "注：此表为模板，请勿改动格式。",
    "（请参照样表填写）",
    "填写说明：按示例填写，无数据填0。",
    "（请各单位按照统一模板如实填写）",
]
OF_FIGURES = [
    "（示例）",
    "（样表）",
    "注：此表为模板。",
    "（示例数据，请勿改动格式）",
    "（此表为示例，请勿改动格式）",
    "本表按照示例数据填写",
]


@pytest.mark.parametrize("words", ORDERS)
def test_orders(words: str) -> None:
    assert is_instruction(squash(words))


@in_turn
@pytest.mark.parametrize("layout", ["html", "running", "one_a_line", "closed", "tab_cells"])
@pytest.mark.parametrize("words", ORDERS)
def test_left_above_a_table(layout: str, words: str) -> None:
    whole(above("2", words, layout))


@pytest.mark.parametrize("words", ORDERS)
def test_left_below_a_table(words: str) -> None:
    whole(below("3", words))


@pytest.mark.parametrize("words", OF_FIGURES)
def test_words_about_the_figures(words: str) -> None:
    assert not is_instruction(squash(words))


@pytest.mark.parametrize("words", ["（示例）", "（样表）", "（示例数据，请勿改动格式）"])
def test_an_example_stays_one(words: str) -> None:
    taken_away(above("3", words), "3")
