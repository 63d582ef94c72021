"""A label whose cells are blank, and right beside it a row whose label nobody knows: the figures are none of the known row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    Rows,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    status_of,
    wrong,
)

VALUES = figures()
TEXT = report(printed(VALUES), running)
FEE = CellKey("2", "fees", "fee_amount")


def _line(key: str, table_no: str = "3") -> str:
    row = next(r for r in forms()["2021"].table(table_no).rows if r.key == key)
    return next(line for line in TEXT.split("\n") if line.startswith(f"{row.zh} "))


def _words(line: str) -> str:
    return " ".join(word for word in line.split() if not word.isdecimal())


@pytest.mark.parametrize("strange", ["行政捡 57", "行政 检查 57", "行政 查 57", "行政奖励 57", "行政检查 57"])
def test_a_strange_row_below_a_blank_one(strange: str) -> None:
    reading = read(TEXT.replace(_line("coercion", "2"), f"行政强制\n{strange}"))
    assert "reported" not in status_of(reading, "2", "coercion")
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("strange", ["行政确认 29", "行政 确认 29", "行政撿查 29"])
def test_a_strange_row_above_a_blank_one(strange: str) -> None:
    reading = read(TEXT.replace(_line("fees", "2"), f"{strange}\n行政事业性收费"))
    assert "reported" not in status_of(reading, "2", "fees")
    assert not wrong(reading, VALUES)


def test_two_rows_on_a_line() -> None:
    line = _line("coercion", "2")
    reading = read(TEXT.replace(line, f"{line}  行政确认 28"))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("total", ["（七总计", "（七 息计", "(七)息计"])
def test_a_damaged_sum_below_a_blank_row(total: str) -> None:
    last, sums = _line("other_misc"), _line("total_handled")
    damaged = sums.replace(_words(sums), total)
    reading = read(TEXT.replace(last, _words(last)).replace(sums, damaged))
    assert "reported" not in status_of(reading, "3", "other_misc")
    assert not wrong(reading, VALUES)


def test_a_damaged_sum_above_a_blank_row() -> None:
    sums, following = _line("total_handled"), _line("carried_forward")
    damaged = sums.replace(_words(sums), "（七 息计")
    reading = read(TEXT.replace(sums, damaged).replace(following, "四丶结转下年度继续办理"))
    assert "reported" not in status_of(reading, "3", "carried_forward")
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("strange", ["行政检查", "行政奖励"])
def test_a_strange_row_of_one_cell_a_line(strange: str) -> None:
    values = figures("2019")
    text = report(printed(values, "2019"), one_a_line)
    own = [values[CellKey("2", "coercion", c)] for c in ("prev_items", "change", "decisions")]
    row = "\n".join(["行政强制", *own])
    assert row in text
    reading = read(text.replace(row, "\n".join(["行政强制", strange, "37", "50", "40"])))
    assert "reported" not in status_of(reading, "2", "coercion")
    assert not wrong(reading, values)


@pytest.mark.parametrize(
    ("key", "broken"),
    [
        ("denied_other_law", "2.其他法律行政法规\n禁止公开"),
        ("partially_granted", "（二）部分公开\n（区分处理的，只计这一情形，不计其他情形）"),
        ("total_handled", "（七）\n总计"),
        ("carried_forward", "四、结转下年度\n继续办理"),
        ("denied_state_secret", "（三）不予公开\n1.属于国家秘密"),
        ("other_overdue_fee", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再\n处理其政府信息公开申请"),
        ("new_received", "一、本年新收政府信息公开申请\n数最"),
    ],
)
def test_the_rest_of_a_label_is_its_own(key: str, broken: str) -> None:
    line = _line(key)
    reading = read(TEXT.replace(line, line.replace(_words(line), broken)))
    assert {k for k in VALUES if k.row_key == key} <= reported(reading, "3")
    assert not wrong(reading, VALUES)


def test_a_gloss_in_brackets_is_part_of_its_label() -> None:
    line = _line("coercion", "2")
    reading = read(TEXT.replace(line, line.replace("行政强制", "行政强制\n（含强制措施）")))
    assert CellKey("2", "coercion", "decisions") in reported(reading, "2")


@pytest.mark.parametrize("layout", [running, one_a_line])
def test_a_gloss_over_two_lines_is_part_of_its_label(layout: Callable[[Rows], list[str]]) -> None:
    text = report(printed(VALUES), layout)
    reading = read(text.replace("行政强制", "行政强制（含行政强制措施\n和强制执行）\n"))
    assert CellKey("2", "coercion", "decisions") in reported(reading, "2")
    assert not wrong(reading, VALUES)
