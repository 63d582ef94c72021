"""Rows whose merged cells are printed once and which blank cells fill up behind: figures stand right behind their labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Part,
    Rows,
    change,
    figures,
    markdown,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)
from tests.turns import in_turn

COLUMNS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total")
WIDTH = 10
HEADER = [
    ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
    ["", "自然人", "法人或其他组织", "总计"],
    ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
]
_ALONE = ("一、", "二、", "四、")
_SECOND = ("（一）", "（二）", "（七）")


def _packed(part: Part) -> Part:
    """Table 3 with the groups in columns of their own before the labels, every row filled up behind."""
    if part.table_no != "3":
        return part
    rows = []
    for label, *cells in part.rows:
        lead = [] if label.startswith(_ALONE) else [""] if label.startswith(_SECOND) else ["", ""]
        rows.append([*lead, label, *cells])
    fill = lambda row: [*row, *[""] * (WIDTH - len(row))]  # noqa: E731
    return replace(part, header=list(map(fill, HEADER)), rows=list(map(fill, rows)))


def _render(rows: Rows) -> list[str]:
    return markdown(rows)


@pytest.mark.parametrize(
    "blank", [(), ("total",), ("natural_person",), COLUMNS[1:6], COLUMNS[:3], COLUMNS[4:]]
)
def test_blank_cells_are_where_they_are_printed(blank: tuple[str, ...]) -> None:
    """In all rows, so that nothing but the header says which blank cells fill a row up."""
    values = figures()
    parts = printed(values)
    for key in [k for k in values if k.table_no == "3" and k.col_key in blank]:
        at = COLUMNS.index(key.col_key) + 1
        row = row_of(parts, key.row_key)
        parts = change(parts, key.row_key, [*row[:at], "", *row[at + 1 :]])
        values[key] = ""
    reading = read(report([_packed(part) for part in parts], _render))
    assert not wrong(reading, values)
    assert {k for k, v in values.items() if v and k.table_no == "3"} <= reported(reading)


@in_turn
@pytest.mark.parametrize("at", range(7))
@pytest.mark.parametrize("word", ["", "无", "同上", "按2018年目录执行"])
def test_one_odd_cell_moves_no_figure(at: int, word: str) -> None:
    values = figures()
    parts = printed(values)
    for key in ("new_received", "partially_granted", "rejected_repeat"):
        label, *cells = row_of(parts, key)
        cells[at] = word
        parts = change(parts, key, [label, *cells])
        values[CellKey("3", key, COLUMNS[at])] = ""
    reading = read(report([_packed(part) for part in parts], _render))
    assert not wrong(reading, values)


def test_a_grid_whose_header_covers_its_columns_keeps_blank_ends() -> None:
    values = figures()
    parts = printed(values)
    header = [
        [HEADER[0][0], HEADER[0][1], *[""] * 6],
        ["", "自然人", "法人或其他组织", "", "", "", "", "总计"],
        ["", "", *HEADER[2][2:], ""],
    ]
    row = row_of(parts, "granted")
    values[CellKey("3", "granted", "total")] = ""
    parts = change(parts, "granted", [*row[:-1], ""])
    text = report(parts, _render, header=lambda part: header if part.table_no == "3" else part.header)
    reading = read(text)
    assert not wrong(reading, values)
    assert status_of(reading, "3", "new_received") == ["reported"] * 7
