"""Table 4 where a page gives 行政诉讼 before 行政复议, which stands lower in a cell of two lines, and a page's number below the row."""

from __future__ import annotations

import pytest

from schemas.form import forms
from tests.extract.printed import (
    HEADINGS,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)

VALUES = figures()
KEYS = [key for key in VALUES if key.table_no == "4"]
NAMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
SUITS = "未经复议直接起诉" + " " * 20 + "复议后起诉"
FOURTH = HEADINGS["4"]


def _text(tops: list[str], row: str, below: str = "") -> str:
    parts = [p for p in printed(VALUES) if p.table_no != "4"]
    own = [FOURTH, *tops, " ".join(NAMES * 3), row, *([below] if below else []), ""]
    return report(parts, running).replace("五、存在", "\n".join([*own, "五、存在"]))


ROW = " ".join(VALUES[key] for key in KEYS)


def test_the_row_stands_left_of_the_group() -> None:
    text = _text([" " * 50 + "行政诉讼", " " * 10 + "行政复议", " " * 40 + SUITS], ROW)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert set(KEYS) <= reported(reading)


@pytest.mark.parametrize(
    "tops",
    [
        ["行政诉讼", "行政复议", SUITS],
        [" " * 10 + "行政诉讼", " " * 60 + "行政复议", SUITS],
        [" " * 20 + "行政诉讼", " " * 15 + "行政复议", " " * 10 + SUITS],
    ],
    ids=["no places", "right of it", "over the suits"],
)
def test_it_may_as_well_stand_right_of_it(tops: list[str]) -> None:
    assert not reported(read(_text(tops, ROW)), "4")


@pytest.mark.parametrize(
    ("row", "is_read"), [("3 0 1 0 4 " * 3, True), ("3 0 1 0 4 " * 2 + "3 0 1 1 5", False)]
)
def test_groups_with_the_same_figures_in_any_order(row: str, is_read: bool) -> None:
    found = reported(read(_text(["行政诉讼", "行政复议", SUITS], row.strip())), "4")
    assert found == (set(KEYS) if is_read else set())


def test_columns_in_another_order_are_none_of_groups() -> None:
    text = _text(["行政诉讼", "行政复议", SUITS], "3 0 1 0 4 3 0 1 0 4 3 0 1 0 4")
    other = text.replace(" ".join(NAMES * 3), " ".join(["结果纠正", "结果维持", *NAMES[2:]] * 3))
    values = dict(zip(KEYS, ["0", "3", "1", "0", "4"] * 3, strict=True))
    assert not wrong(read(other), {**VALUES, **values})


HEAD = "青岚县林业局2022年政府信息公开工作年度报告"


def _paged(row: list[str], number: str) -> str:
    """Pages end in a number before the head of the next one: the first in the third table, the second below the row."""
    parts = [p for p in printed(VALUES) if p.table_no != "4"]
    first = forms()["2021"].table("3").rows[9].zh
    text = report(parts, running).replace(f"\n{first}", f"\n1\n{HEAD}\n{first}")
    own = [FOURTH, "行政复议 行政诉讼", SUITS.replace(" ", ""), *NAMES * 3, *row, number, HEAD, "五、存在"]
    own[2:3] = ["未经复议直接起诉", "复议后起诉"]
    return text.replace("五、存在", "\n".join(own))


@pytest.mark.parametrize("by_line", [True, False])
def test_a_page_number_below_a_whole_row(by_line: bool) -> None:
    row = [VALUES[key] for key in KEYS]
    reading = read(_paged(row if by_line else [" ".join(row)], "2"))
    assert not wrong(reading, VALUES)
    assert set(KEYS) <= reported(reading)


@pytest.mark.parametrize(("lost", "number"), [(1, "2"), (0, "7")])
def test_a_number_that_may_be_a_figure(lost: int, number: str) -> None:
    """A figure vanished, so that with the number they are as many as the form has; or the number counts no pages."""
    row = [VALUES[key] for key in KEYS][lost:]
    assert not wrong(read(_paged(row, number)), VALUES)


@pytest.mark.parametrize("render", [running, one_a_line])
@pytest.mark.parametrize("numbers", [("1", "2"), ("1", "1"), ("4", "9")])
def test_numbers_below_rows_of_the_third_table(render, numbers: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    """With the number a row has one figure more than columns; one that counts no pages may be a figure's last digit."""
    text = report(printed(VALUES), render)
    for at, number in zip((6, 15), numbers, strict=True):
        label = forms()["2021"].table("3").rows[at].zh
        text = text.replace(f"\n{label}", f"\n{number}\n{HEAD}\n{label}", 1)
    reading = read(text)
    assert not wrong(reading, VALUES)
    if numbers == ("1", "2"):
        assert {key for key in VALUES if key.table_no == "3"} <= reported(reading)


@pytest.mark.parametrize("number", ["1", "2"])
def test_a_page_number_after_a_row_that_lost_a_figure(number: str) -> None:
    """With the number the row is as long as the others."""
    text = report(printed(VALUES), one_a_line)
    rows = forms()["2021"].table("3").rows
    last = VALUES[next(key for key in VALUES if key.row_key == rows[5].key and key.col_key == "other_org")]
    text = text.replace(f"\n{last}\n", "\n").replace(
        f"\n{rows[6].zh}", f"\n{number}\n{HEAD}\n{rows[6].zh}", 1
    )
    text = text.replace(f"\n{rows[15].zh}", f"\n{int(number) + 1}\n{HEAD}\n{rows[15].zh}", 1)
    assert not wrong(read(text), VALUES)
