"""Labels that go on into what their words mean by law, and what restricts the row behind the same sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.definitions import defined
from tests.extract import printed as p

_DOCS = "规范性文件：是指各级人民政府及其派出机关、县级以上人民政府所属工作部门，依照法定程序制定、能够反复适用的行政规范。"
_RULES = "规章：地方行政规章指各省、自治区、直辖市的人民政府和设区的市的人民政府根据宪法、法律和行政法规等制定和发布的规范性文件。规章的名称一般称“规定”、“办法”。"


def _lines(rows: p.Rows) -> list[str]:
    return [line for row in rows for cell in row for line in (cell, "") if cell]


def _read(row: str, text: str, render: Callable[[p.Rows], list[str]]) -> p.Reading:
    parts = [
        replace(part, rows=[[text if cell == row else cell for cell in cells] for cells in part.rows])
        for part in p.printed(p.figures("2019"), "2019")
    ]
    return p.read(p.report(parts, render))


@pytest.mark.parametrize("render", [p.tsv, p.markdown, p.pipe_cells, p.html, p.running, _lines])
@pytest.mark.parametrize(
    ("row", "key", "text"),
    [
        ("规范性文件", "normative_docs", _DOCS),
        ("规范性文件", "normative_docs", _DOCS.replace("：", "")),
        ("规章", "regulations", _RULES),
    ],
)
def test_a_label_that_is_defined_is_that_label(
    row: str, key: str, text: str, render: Callable[[p.Rows], list[str]]
) -> None:
    values = p.figures("2019")
    reading = _read(row, text, render)
    assert not p.wrong(reading, values)
    assert p.status_of(reading, "2", key, "made", "published", "public_total") == ["reported"] * 3
    assert len(p.reported(reading, "2")) == 22


@pytest.mark.parametrize(
    "text",
    [
        "规范性文件：其中县政府办制发",
        "规范性文件：指县政府办依照各级行政机关的规定制发的文件",
        "规范性文件：指上年各级行政机关依法制定的文件",
        "规范性文件：指全市各级行政机关依法制定的文件",
        "规范性文件：指各级人民政府依法制定的文件。规章",
    ],
)
@pytest.mark.parametrize("render", [p.tsv, p.pipe_cells])
def test_what_restricts_the_row_is_no_definition(text: str, render: Callable[[p.Rows], list[str]]) -> None:
    reading = _read("规范性文件", text, render)
    assert "reported" not in p.status_of(reading, "2", "normative_docs", "made", "published", "public_total")
    assert len(p.reported(reading, "2")) == 19


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (_DOCS, "规范性文件"),
        (f"2.{_DOCS}", "规范性文件"),
        (_RULES, "规章"),
        ("行政许可，是指行政机关根据申请，经依法审查，准予其从事特定活动的行为", "行政许可"),
        ("规范性文件：指我局和各级行政机关依法制定的文件", "规范性文件"),
        ("规范性文件：指北山县依法制定、各级行政机关适用的文件", None),
        ("规范性文件：指所属行政机关依法制定的文件", None),
        ("规范性文件：指各级行政机关在2020年依法制定的文件", None),
        ("行政处罚：指行政机关依法以简易程序作出的处罚", None),
        ("规范性文件：指文件", None),
        ("本报告所称主动公开的政府信息是指行政机关依法公开的信息", None),
    ],
)
def test_a_definition_says_by_whom_in_general_and_by_which_law(text: str, label: str | None) -> None:
    assert defined(text) == label
