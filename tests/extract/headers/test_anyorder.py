"""Rows whose figures are all alike, under a header that names the form's columns in an order that is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import (
    Figures,
    Part,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)

TABLE = forms()["2021"].table("3")
NAMES = [column.zh for column in TABLE.columns]
# The labels as a page gives them that goes by height: those of two lines first, some of one line with a space lost.
BY_HEIGHT = [
    ["申请人情况"],
    ["法人或其他组织"],
    ["自然人", "其他", "社会公益", "法律服务", "总计"],
    ["科研机构", "商业企业"],
    ["组织", "机构"],
]
ALIKE = {row.key for number, row in enumerate(TABLE.rows) if number % 3}


def values() -> Figures:
    """Figures of which those of most rows are alike."""
    return {
        key: ("0" if key.table_no == "3" and key.row_key in ALIKE else text)
        for key, text in figures().items()
    }


def text_of(header: list[list[str]], render=running) -> str:  # type: ignore[no-untyped-def]
    parts: list[Part] = [replace(p, header=header) if p.table_no == "3" else p for p in printed(values())]
    return report(parts, render)


@pytest.mark.parametrize("render", [running, one_a_line])
def test_rows_of_noughts_are_read_and_no_others(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_of(BY_HEIGHT, render))
    assert not wrong(reading, values())
    assert {key.row_key for key in reported(reading, "3")} == ALIKE


def test_a_note_and_a_page_number_in_the_header() -> None:
    note = TABLE.note or ""
    header = [
        BY_HEIGHT[0],
        ["- 1 -"],
        [note[:20], "法人或其他组织"],
        [note[20:], *BY_HEIGHT[2]],
        *BY_HEIGHT[3:],
    ]
    reading = read(text_of(header))
    assert {key.row_key for key in reported(reading, "3")} == ALIKE


@pytest.mark.parametrize("other", ["小计", "上年", "备注", "其他组织", "个人", "机构"])
def test_a_column_that_the_form_does_not_have(other: str) -> None:
    """Seven noughts may lack one of eight."""
    header = [*BY_HEIGHT[:3], [*BY_HEIGHT[3], other], *BY_HEIGHT[4:]]
    assert not reported(read(text_of(header)), "3")


@pytest.mark.parametrize("lost", ["其他", "自然人", "总计", "法律服务"])
def test_a_column_that_is_lacking(lost: str) -> None:
    header = [[cell for cell in row if cell != lost] for row in BY_HEIGHT]
    header = [["小计" if lost == "总计" else cell for cell in row] for row in header]
    reading = read(text_of([*header[:2], [*header[2], "合计数"], *header[3:]]))
    assert not reported(reading, "3")


def test_the_other_wording_of_service_providers() -> None:
    """It ends in the same word as another label does."""
    header = [
        ["申请人情况"],
        ["法人或其他组织"],
        ["自然人", "社会公益", "法律服务", "总计"],
        ["商业企业", "科研机构", "其他"],
        ["组织", "组织"],
    ]
    reading = read(text_of(header))
    assert not wrong(reading, values())
    assert {key.row_key for key in reported(reading, "3")} == ALIKE


def test_a_span_that_is_printed_for_each_of_its_columns() -> None:
    header = [
        ["申请人情况"] * 7,
        ["自然人", *["法人或其他组织"] * 5, "总计"],
        NAMES,
    ]
    parts = [
        replace(p, header=[["", *row] for row in header], rows=[[row[0]] * 3 + row[1:] for row in p.rows])
        if p.table_no == "3"
        else p
        for p in printed(figures())
    ]
    reading = read(report(parts, running))
    assert reported(reading, "3") == {key for key in figures() if key.table_no == "3"}
    assert not wrong(reading, figures())
