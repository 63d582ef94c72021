"""A label beside those of the form on a line of a plain header: a row with the form's count may lack a figure."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, figures, one_a_line, printed, read, report, reported, running
from tests.turns import in_turn

VALUES = figures()


def _beside(label: str, at: int, table_no: str = "3", block: int = 0, first: str = "项目") -> list[Part]:
    """The parts, one with a label more in its header, whose figures are blank in some rows and those of 其他 in others."""
    parts = printed(VALUES)
    n = [k for k, part in enumerate(parts) if part.table_no == table_no][block]
    part = parts[n]
    header = [first, *part.header[-1][1:]]
    header.insert(at, label)
    rows = []
    for number, row in enumerate(part.rows):
        cells = list(row)
        cells.insert(at, "7" if number % 2 else "")
        if number % 4 == 3:
            cells[-2] = ""
        rows.append(cells)
    parts[n] = Part(table_no, [*part.header[:-1], header], rows, part.keys)
    return parts


@in_turn
@pytest.mark.parametrize("label", ["上年", "备注", "同比", "累计", "小计", "合计", "其中：网络"])
@pytest.mark.parametrize("at", [1, 4])
def test_beside_the_columns_of_table_3(label: str, at: int) -> None:
    reading = read(report(_beside(label, at), running))
    assert not reported(reading, "3")
    assert reported(reading, "2")


@in_turn
@pytest.mark.parametrize("block", [0, 1, 3])
@pytest.mark.parametrize("label", ["上年", "备注", "合计"])
@pytest.mark.parametrize("render", [running, one_a_line])
def test_before_the_columns_of_a_narrow_block(render, label: str, block: int) -> None:  # type: ignore[no-untyped-def]
    parts = _beside(label, 1, "2", block, "信息内容")
    keys = {part.keys for part in parts if label in part.header[-1]}
    reading = read(report(parts, render))
    own = {key for rows in keys for key in rows}
    assert not {key for key in reported(reading, "2") if key.row_key in own}
    assert len(reported(reading, "3")) == 25 * 7


@pytest.mark.parametrize("corner", ["项目", "类型", "指标"])
def test_a_header_without_one_is_read(corner: str) -> None:
    parts = printed(VALUES)
    parts = [
        Part(p.table_no, [[corner, *p.header[0][1:]]], p.rows, p.keys) if p.table_no == "3" else p
        for p in parts
    ]
    assert reported(read(report(parts, running))) == set(VALUES)


def test_beside_the_columns_of_the_row_of_table_4() -> None:
    parts = printed(VALUES)
    own = next(part for part in parts if part.table_no == "4")
    header = [*own.header[:-1], ["上年", *own.header[-1]]]
    rows = [["7", *own.rows[0][:4], *own.rows[0][5:]]]
    parts = [*(part for part in parts if part.table_no != "4"), Part("4", header, rows, own.keys)]
    assert not reported(read(report(parts, running)), "4")
