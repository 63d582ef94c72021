"""Bars that other signs surround or stand for: tabs on either side, walls of a small table, rules of one dash a cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.asprinted import as_printed
from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    tsv,
    wrong,
)
from tests.turns import in_turn


def _own(rows: Rows) -> Rows:
    """The cells that the form prints, without blank ones at the end."""
    return [row[: max((n for n, cell in enumerate(row, 1) if cell), default=1)] for row in rows]


def _by(bar: str, *, opened: bool = False, closed: bool = False) -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        lines = [bar.join(row) for row in rows]
        return [f"{bar.lstrip() if opened else ''}{line}{bar.rstrip() if closed else ''}" for line in lines]

    return render


TABBED = {
    "between": _by("\t|\t"),
    "behind": _by("\t|\t", closed=True),
    "before": _by("\t|\t", opened=True),
    "around": _by("\t|\t", opened=True, closed=True),
    "walls": _by("\t│\t"),
    "broken": _by("\t¦\t", closed=True),
    "full-width": _by("\t｜\t", closed=True),
}


@in_turn
@pytest.mark.parametrize("name", TABBED)
@pytest.mark.parametrize("apart", ["", "\n"])
def test_tabs_around_bars_are_no_cells(name: str, apart: str) -> None:
    values = figures()
    reading = read(
        report(printed(values), lambda rows: [f"{line}{apart}" for line in TABBED[name](_own(rows))])
    )
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


@in_turn
@pytest.mark.parametrize("name", TABBED)
@pytest.mark.parametrize("at", [1, 4, 7])
def test_a_blank_cell_between_tabbed_bars_keeps_its_place(name: str, at: int) -> None:
    values = figures()
    label, *cells = row_of(printed(values), "granted")
    columns = (
        "natural_person",
        "commercial",
        "research",
        "social_org",
        "legal_service",
        "other_org",
        "total",
    )
    gone = CellKey("3", "granted", columns[at - 1])
    del values[gone]
    cells[at - 1] = ""
    reading = read(report(change(printed(figures()), "granted", [label, *cells]), TABBED[name]))
    assert not wrong(reading, values)
    if at < 7:
        assert status_of(reading, "3", "granted", gone.col_key) == ["blank"]


def test_a_tab_between_texts_parts_them() -> None:
    lines = ["规章\t1|2\t3", "许可\t4|5\t6", "处罚\t7|8\t9"]
    assert as_printed("\n".join(lines))[0] == lines


@in_turn
@pytest.mark.parametrize("wall", "│¦┃")
@pytest.mark.parametrize("gap", ["", " ", "  "])
@pytest.mark.parametrize("table", ["2", "4"])
def test_walls_of_one_small_table_are_bars(wall: str, gap: str, table: str) -> None:
    """The other tables are printed otherwise, so that no sign is told by how often it stands."""
    values = figures()
    parts = printed(values)
    of_table = [row for part in parts if part.table_no == table for row in [*part.header, *part.rows]]

    def render(rows: Rows) -> list[str]:
        return _by(f"{gap}{wall}{gap}")(rows) if rows == of_table else tsv(rows)

    reading = read(report(parts, render))
    assert {key for key in values if key.table_no == table} <= reported(reading)
    assert not wrong(reading, values)


def test_walls_below_a_rule_are_those_of_a_drawn_table() -> None:
    lines = ["─────────────", "规章 │ 制发 │ 废止", "许可 │ 4 │ 5", "─────────────"]
    assert as_printed("\n".join(lines))[0] == lines


@in_turn
@pytest.mark.parametrize("rule", ["-", ":-:", ":-", "-:"])
@pytest.mark.parametrize("gap", ["", " "])
def test_a_rule_of_one_dash_a_cell_is_no_row(rule: str, gap: str) -> None:
    values = figures()

    def render(rows: Rows) -> list[str]:
        lines = ["|" + "|".join(f"{gap}{cell}{gap}" for cell in row) + "|" for row in rows]
        return [lines[0], "|" + f"{gap}{rule}{gap}|" * len(rows[0]), *lines[1:]]

    reading = read(report(printed(values), render))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


def test_a_last_row_of_dashes_is_one_of_cells_without_figures() -> None:
    lines = ["| 结果维持 | 结果纠正 | 其他结果 |", "| - | - | - |", "后文"]
    assert as_printed("\n".join(lines))[0] == lines


@pytest.mark.parametrize("indent", ["", "\u3000", "  "])
def test_few_rows_that_a_bar_closes_open_no_row_of_several_lines(indent: str) -> None:
    """A bar before each cell of a row, a row a line, and a blank cell at the end of a few."""
    values = figures()
    parts = printed(values)
    damaged = ("regulations", "penalties", "coercion", "fees")
    for key in damaged:
        parts = change(parts, key, [*row_of(parts, key, "2"), ""])

    def render(rows: Rows) -> list[str]:
        return [indent + "| " + " | ".join(row) for row in rows]

    reading = read(report(parts, render))
    assert not wrong(reading, values)
    assert {key for key in values if key.row_key not in damaged} <= reported(reading)


def test_an_indent_is_no_end_of_what_stands_over_the_labels() -> None:
    """Full-width spaces before the bars: the column above the line keeps its place."""
    values = figures()
    header = [
        ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
        ["", "自然人", "法人或其他组织", "合计"],
        ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
    ]

    def render(rows: Rows) -> list[str]:
        return ["\u3000| " + " | ".join(row) for row in rows]

    text = report(
        printed(values), render, header=lambda part: header if part.table_no == "3" else part.header
    )
    reading = read(text)
    assert not wrong(reading, values)
    assert {key for key in values if key.table_no == "3"} <= reported(reading)
