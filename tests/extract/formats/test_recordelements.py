"""Rows of XML whose cells have the names of their columns (assets/extract/formats/recordelements.py)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.formats.recordelements import with_rows_as_page
from schemas.form import CellKey
from tests.extract.printed import Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()


def _named(text: str, name: str) -> str:
    return f"    <{name}>{text}</{name}>" if text else f"    <{name}/>"


def numbered(rows: Rows) -> list[str]:
    lines = ["<?xml version='1.0' encoding='utf-8'?>", "<data>"]
    for n, row in enumerate(rows):
        width = max(map(len, rows))
        full = [*row, *[""] * (width - len(row))]
        lines += [
            "  <row>",
            f"    <index>{n}</index>",
            *(_named(c, f"c{i}") for i, c in enumerate(full)),
            "  </row>",
        ]
    return [*lines, "</data>"]


def on_one_line(rows: Rows) -> list[str]:
    return ["".join(line.strip() for line in numbered(rows))]


@pytest.mark.parametrize("render", [numbered, on_one_line])
def test_rows_of_numbered_columns_are_read(render: Callable[[Rows], list[str]]) -> None:
    reading = read(report(printed(VALUES), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_blank_cell_keeps_its_place_at_the_end_too() -> None:
    keys = [CellKey("3", "granted", column) for column in ("research", "total")]
    values = {**VALUES, **dict.fromkeys(keys, "")}
    reading = read(report(printed(values), numbered))
    assert not wrong(reading, values)
    assert reported(reading) == set(VALUES) - set(keys)
    assert status_of(reading, "3", "granted", "research", "total") == ["blank", "blank"]


def test_names_of_columns_are_their_header_in_its_levels() -> None:
    row = "<row><index>{}</index><信息内容_信息内容>{}</信息内容_信息内容><情况_自然人>{}</情况_自然人></row>"
    made = with_rows_as_page(f"<data>\n{row.format(0, '甲', 1)}\n{row.format(1, '乙', 2)}\n</data>")
    assert "<tr><td>信息内容</td><td>情况</td></tr><tr><td>信息内容</td><td>自然人</td></tr>" in made
    assert "<td>0</td>" not in made
    assert made.count("\n") == 3


def test_rows_of_other_makes_stay() -> None:
    for text in (
        "<row><cell>规章</cell><cell>1</cell></row>\n<row><cell>规章</cell><cell>1</cell></row>",
        "<row><label>规章</label><made>1</made></row>\n<row><label>规</label><made>1</made></row>",
        "<row><c0>规章</c0><c1>1</c1></row>",
        "<row><c0>1</c0><c1>1</c1></row><row><c0>1</c0><c1>1</c1></row>",
        "<row><c0>规章</c0>一<c1>1</c1></row><row><c0>规章</c0>二<c1>1</c1></row>",
    ):
        assert with_rows_as_page(text) == text


def test_a_first_column_that_counts_nothing_stays() -> None:
    row = "<row><index>{}</index><c0>{}</c0><c1>1</c1></row>"
    made = with_rows_as_page(row.format(3, "甲") + "\n" + row.format(7, "乙"))
    assert "<td>3</td>" in made or "<row>" in made
