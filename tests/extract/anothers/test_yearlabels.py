"""Labels of rows and columns that name a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.reading import read_text
from tests.extract import printed as p

_TITLE = "青岚县林业局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"


def _permits(label: str, column: str = "本年处理决定数量") -> object:
    rows = [
        "第二十条第（一）项 | | |",
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
        "规章 | 31 | 42 | 53",
        "行政规范性文件 | 64 | 75 | 86",
        "第二十条第（五）项 | | |",
        f"信息内容 | {column} | |",
        f"{label} | 97 | |",
        "第二十条第（六）项 | | |",
        "信息内容 | 本年处理决定数量 | |",
        "行政处罚 | 88 | |",
        "行政强制 | 89 | |",
    ]
    text = _TITLE + "\n".join(f"| {row} |" for row in rows) + "\n\n三、收到和处理政府信息公开申请情况\n\n无\n"
    cells = read_text(text, "r.txt", "0" * 32).cells
    found = {c["row_key"]: c["value"] if c["status"] == "reported" else c["status"] for c in cells[:10]}
    assert found["penalties"] == 88
    assert found["coercion"] == 89
    return found["permits"]


@pytest.mark.parametrize("label", ["2021年行政许可", "行政许可（2021年）", "2019年度：行政许可"])
def test_another_year_makes_a_row_anothers(label: str) -> None:
    assert _permits(label) in ("uncertain", "absent")


@pytest.mark.parametrize(
    "label", ["行政许可", "2022年行政许可", "行政许可（2022年）", "行政许可（2019年机构改革后划入）"]
)
def test_the_year_of_the_report_and_a_gloss_do_not(label: str) -> None:
    assert _permits(label) == 97


@pytest.mark.parametrize(
    ("column", "is_own"),
    [("2021年处理决定数量", False), ("2022年处理决定数量", True), ("本年处理决定数量（2022年）", True)],
)
def test_columns_are_asked_the_same(column: str, is_own: bool) -> None:
    got = _permits("行政许可", column)
    assert got == 97 if is_own else got in ("uncertain", "absent")


def test_last_year_in_figures_is_last_year() -> None:
    rows = ["一、2022年新收政府信息公开申请数量", "二、2021年结转政府信息公开申请数量"]
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    from schemas.form import forms

    labels = [*rows, *(r.zh for r in forms()["2021"].table("3").rows[2:])]
    lines = [" | ".join(["项目", *names])]
    lines += [
        " | ".join([label, *(str(100 + 7 * n + i) for i in range(7))]) for n, label in enumerate(labels)
    ]
    text = "青岚县林业局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n" + "\n".join(
        lines
    )
    cells = {
        (c["row_key"], c["col_key"]): c["value"]
        for c in read_text(text, "r.txt", "0" * 32).cells
        if c["status"] == "reported"
    }
    assert cells["new_received", "natural_person"] == 100
    assert cells["carried_over", "total"] == 113


_HEADS = ["上一年项目数量 {}年", "上一年项目数量{}年", "{}年上一年项目数量", "上一年度（{}年度）项目数量"]


def _before(head: str, render: Callable[[p.Rows], list[str]]) -> p.Reading:
    parts = [
        replace(part, header=[[head if c == "上一年项目数量" else c for c in row] for row in part.header])
        for part in p.printed(p.figures("2019"), "2019")
    ]
    return p.read(p.report(parts, render))


@pytest.mark.parametrize("head", _HEADS)
@pytest.mark.parametrize("render", [p.tsv, p.pipe_cells])
def test_the_head_of_last_year_may_say_which_year_that_was(
    head: str, render: Callable[[p.Rows], list[str]]
) -> None:
    reading = _before(head.format(2021), render)
    assert not p.wrong(reading, p.figures("2019"))
    assert len(p.reported(reading, "2")) == 22


@pytest.mark.parametrize("head", ["上一年项目数量 2019年", "2019年项目数量", "上一年项目数量（2019年）"])
@pytest.mark.parametrize("render", [p.tsv, p.pipe_cells])
def test_the_head_of_last_year_that_names_another_is_in_doubt(
    head: str, render: Callable[[p.Rows], list[str]]
) -> None:
    reported = p.reported(_before(head, render), "2")
    assert len(reported) == 17
    assert not any(key.col_key == "prev_items" for key in reported)
