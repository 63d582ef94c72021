"""Rows of one figure again and again below headers whose labels a program printed by their height on the page."""

from __future__ import annotations

import pytest

from schemas.form import forms
from tests.extract.printed import codes, figures, printed, read, report, reported, running, tsv, wrong

ROWS = [row.key for row in forms()["2021"].table("3").rows]
MIXED = {"new_received", "granted", "total_handled"}
VALUES = {
    key: text if key.table_no != "3" or key.row_key in MIXED else str(ROWS.index(key.row_key))
    for key, text in figures().items()
}
BY_HEIGHT = [
    "申请人情况",
    "法人或其他组织",
    "自然人 社会公益 法律服务 总计",
    "商业企业 科研机构 其他",
    "组织 组织",
]
ALIKE = {row for row in ROWS if row not in MIXED}


def text_with(header: list[str], write=running) -> str:  # type: ignore[no-untyped-def]
    text = report(printed(VALUES), write)
    own = next(line for line in text.split("\n") if "商业企业" in line and "科研机构" in line)
    return text.replace(own, "\n".join(line.replace(" ", "\t" if write is tsv else " ") for line in header))


@pytest.mark.parametrize("write", [running, tsv])
def test_rows_of_one_figure_are_known_in_any_order(write) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_with(BY_HEIGHT, write))
    assert not wrong(reading, VALUES)
    assert {key.row_key for key in reported(reading, "3")} == ALIKE
    assert "header-unclear" in codes(reading)


def test_a_running_head_and_a_page_number_above_it() -> None:
    page = ["- 3 -", "青岚县林业局2022年政府信息公开工作年度报告"]
    reading = read(text_with([*page, *BY_HEIGHT]))
    assert {key.row_key for key in reported(reading, "3")} == ALIKE


@pytest.mark.parametrize(
    "header",
    [
        [*BY_HEIGHT[:3], "商业企业 小计 其他", "组织 组织"],
        [*BY_HEIGHT[:3], "商业企业 上年 其他", "组织 组织"],
        [*BY_HEIGHT[:3], "其他", "组织 组织"],
        [*BY_HEIGHT[:2], "自然人 社会公益 法律服务", *BY_HEIGHT[3:]],
        [*BY_HEIGHT, "比上年增减"],
    ],
)
def test_a_header_of_other_columns_tells_nothing(header: list[str]) -> None:
    assert not reported(read(text_with(header)), "3")


def test_a_row_that_lacks_a_figure_is_in_doubt() -> None:
    row = " ".join([str(ROWS.index("repeated"))] * 7) if "repeated" in ROWS else " ".join(["5"] * 7)
    text = text_with(BY_HEIGHT)
    assert f" {row}\n" in text
    reading = read(text.replace(f" {row}\n", f" {row[:-2]}\n".replace("  ", " "), 1))
    assert not wrong(reading, VALUES)
    assert len({key.row_key for key in reported(reading, "3")}) == len(ALIKE) - 1
