"""Names of agencies that lost letters, and those of the Xinjiang Production and Construction Corps, which has no 县 or 市 in them."""

from __future__ import annotations

import pytest

from assets.extract.whose.lostnames import whole_name
from tests.extract.printed import figures, printed, read, report, running
from tests.turns import in_turn

TEXT = report(printed(figures()), running)
AGENCY = "青岚县林业局"
DESK = "如有疑问，请与青岚县林业局联系（电话：0571-1234567）。"


def agency(text: str) -> str | None:
    return read(text).reports[0]["agency"]


@pytest.mark.parametrize("at", range(len(AGENCY)))
def test_a_damaged_title(at: int) -> None:
    damaged = f"{AGENCY[:at]}\ufffd{AGENCY[at + 1 :]}"
    assert agency(TEXT.replace(AGENCY, damaged, 1)) == AGENCY


@pytest.mark.parametrize("at", range(len(AGENCY)))
def test_a_damaged_sentence(at: int) -> None:
    damaged = DESK.replace(AGENCY, f"{AGENCY[:at]}\ufffd{AGENCY[at + 1 :]}")
    text = TEXT.replace(AGENCY, "", 1).replace("全年工作平稳", damaged + "全年工作平稳")
    assert agency(text) == AGENCY


def test_two_names_that_a_damaged_one_may_be() -> None:
    lines = ["青岚县林业局", "青山县林业局"]
    assert whole_name("青\ufffd县林业局", None, lines) is None
    assert whole_name("青\ufffd县林业局", None, lines[:1]) == ("青岚县林业局", 1)


def test_a_name_of_which_too_little_is_left() -> None:
    assert whole_name("\ufffd\ufffd县\ufffd\ufffd局", None, ["青岚县林业局"]) is None


@in_turn
@pytest.mark.parametrize(
    "name",
    [
        "新疆生产建设兵团第九师",
        "新疆生产建设兵团",
        "兵团第十二师",
        "第八师143团",
        "新疆生产建设兵团第一师财政局",
    ],
)
@pytest.mark.parametrize(
    "title",
    [
        "{}2022年政府信息公开工作年度报告",
        "{}2022年\n政府信息公开年度报告",
        "# {}\n\n# 2022年政府信息公开年度报告",
    ],
)
def test_names_of_the_corps(name: str, title: str) -> None:
    text = TEXT.split("\n", 1)[1].replace(AGENCY, name)
    assert agency(f"{title.format(name)}\n{text}") == name


def test_words_above_a_title_that_name_no_agency() -> None:
    for words in ("王老师", "代表团", "乒乓球"):
        assert agency(f"{words}\n{TEXT}") == AGENCY


@pytest.mark.parametrize("signs", ["\ufffd", "\ufffd\ufffd"])
def test_signs_before_a_whole_title(signs: str) -> None:
    assert agency(signs + TEXT.replace("全年工作平稳", DESK)) == AGENCY


def test_a_word_before_a_name_is_none_of_its_letters() -> None:
    assert whole_name("\ufffd青岚县林业局", None, ["请与青岚县林业局联系"]) is None
    assert whole_name("青岚县林业\ufffd", None, ["青岚县林业工作站"]) is None
