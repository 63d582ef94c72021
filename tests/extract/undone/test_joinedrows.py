"""Rows of cells joined to one line by spaces, the last cell of a row and the first of the next in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.undone.lines.joinedrows import joined_rows
from schemas.form import CellKey, forms
from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, tsv, wrong

TABLE = forms()["2021"].table("3")
VALUES = figures()
BLANK = {
    CellKey("3", "denied_third_party", "total"),
    CellKey("3", "granted", "natural_person"),
    CellKey("3", "rejected_repeat", "research"),
    CellKey("3", "new_received", "total"),
}
PRINTED = {key: "" if key in BLANK else value for key, value in VALUES.items()}


def _spread(part: Part) -> Part:
    """Table 3 with the three columns of labels of the form, blank where a label goes on."""
    if part.table_no != "3":
        return part
    rows = []
    above: list[str] = []
    for key, (label, *rest) in zip(part.keys, part.rows, strict=True):
        path = [*(a.zh for a in reversed(TABLE.ancestors(key))), label]
        cells = [*("" if path[: n + 1] == above[: n + 1] else p for n, p in enumerate(path)), "", ""][:3]
        rows.append([*cells, *rest])
        above = path
    return replace(part, header=[["", "", *row] for row in part.header], rows=rows)


def bars(rows: Rows) -> list[str]:
    return ["|".join(row) for row in rows]


def on_one_line(text: str) -> str:
    head, tables = text.split("二、主动公开", 1)
    table, rest = tables.split("五、存在", 1)
    return head + "二、主动公开" + " ".join(table.split("\n")) + "五、存在" + rest


@pytest.mark.parametrize("write", [tsv, bars])
@pytest.mark.parametrize("spread", [False, True])
def test_rows_are_parted_where_two_share_a_cell(write: Callable[[Rows], list[str]], spread: bool) -> None:
    parts = [_spread(part) if spread else part for part in printed(PRINTED)]
    reading = read(on_one_line(report(parts, write)))
    assert not wrong(reading, PRINTED)
    known = {key for key, value in PRINTED.items() if value}
    assert known - reported(reading) <= {k for k in known if k.row_key in {b.row_key for b in BLANK}}


def test_a_whole_text_on_one_line_is_read() -> None:
    text = report([_spread(part) for part in printed(PRINTED)], tsv).replace("\n", " ")
    reading = read(text)
    assert not wrong(reading, PRINTED)
    assert {key for key, value in PRINTED.items() if value} == reported(reading)


@pytest.mark.parametrize("page", ["第2页 共3页", "- 2 -", "青岚县林业局年度报告"])
def test_what_a_page_prints_between_two_rows_is_none_of_either(page: str) -> None:
    text = on_one_line(report(list(map(_spread, printed(VALUES))), tsv))
    reading = read(text.replace("二、上年结转", f"{page} 二、上年结转"))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) >= len(VALUES) - 14


@pytest.mark.parametrize("row", ["granted", "denied_process_info", "carried_over"])
@pytest.mark.parametrize("damage", ["lost", "unit", "number"])
def test_a_damaged_row_costs_no_wrong_figure(row: str, damage: str) -> None:
    figure = VALUES[CellKey("3", row, "research")]
    text = on_one_line(report(list(map(_spread, printed(VALUES))), tsv))
    told = {"lost": "", "unit": f"\t{figure} 件", "number": f"\t{figure} 7"}[damage]
    reading = read(text.replace(f"\t{figure}", told))
    assert not {k for k in wrong(reading, VALUES) if k.row_key != row}
    assert not {k for k in wrong(reading, VALUES) if damage != "lost"} or damage == "number"
    assert len(reported(reading)) >= len(VALUES) - 14


def test_a_row_is_no_joined_rows() -> None:
    assert joined_rows("规章\t1\t2\t3", "\t") == []
    assert joined_rows("规章\t1\t2\t3 行政规范性文件\t4\t5\t6", "\t") == []


def test_digits_alone_between_two_rows_may_be_of_the_figure_above() -> None:
    key = CellKey("3", "new_received", "total")
    text = on_one_line(report(list(map(_spread, printed(VALUES))), tsv))
    reading = read(text.replace("二、上年结转", "-2- 青岚县林业局年度报告 9 二、上年结转"))
    assert not wrong(reading, VALUES)
    assert key not in reported(reading)
    assert len(reported(reading)) >= len(VALUES) - 14
