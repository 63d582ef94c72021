"""Tabs and bars between cells that tell no places: one tab or two, a bar of some kind or spaces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle

import pytest

from assets.extract.undone.bars.unevengaps import without_uneven_gaps
from tests.extract.printed import (
    Part,
    Rows,
    closed,
    doubled_tabs,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    trailing,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures(first=1001)


def _uneven(joints: list[str], *, end: bool = True) -> Callable[[Rows], list[str]]:
    """Rows without their blank cells, with one of the joints after the other behind each cell."""
    turn = cycle(joints)

    def lines(rows: Rows) -> list[str]:
        out = []
        for row in rows:
            cells = [cell for cell in row if cell]
            line = "".join(cell + next(turn) for cell in cells)
            next(turn)
            out.append(line if end else line.rstrip())
        return out

    return lines


TABS = ["\t", "\t\t", "\t", "\t", "\t\t"]
BARS = [" | ", "  ", " 丨 ", " ", " ｜", "    ", " | "]
ONE_KIND = [" | ", "  ", " | ", "   ", " | ", " | ", " "]
UNEVEN = {"tabs": _uneven(TABS), "bars": _uneven(BARS, end=False), "one kind": _uneven(ONE_KIND, end=False)}


def _blank(parts: list[Part], table_no: str, row: str, at: int) -> list[Part]:
    """The parts with one cell of a row blank."""
    line = row_of(parts, row, table_no)
    cut = [*line[:at], "", *line[at + 1 :]]
    return [replace(p, rows=[cut if r is line else r for r in p.rows]) for p in parts]


@in_turn
@pytest.mark.parametrize("render", UNEVEN.values(), ids=UNEVEN)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_whole_rows_are_read(form: str, render: Callable[[Rows], list[str]]) -> None:
    values = figures(form, 1001)
    reading = read(report(printed(values, form), render))
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key in values if key.table_no == "3"}
    assert reported(reading, "2") == {key for key in values if key.table_no == "2"}


@in_turn
@pytest.mark.parametrize("render", UNEVEN.values(), ids=UNEVEN)
@pytest.mark.parametrize(("table_no", "row"), [("2", "regulations"), ("3", "granted")])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_row_with_a_blank_has_no_places(
    at: int, table_no: str, row: str, render: Callable[[Rows], list[str]]
) -> None:
    reading = read(report(_blank(printed(VALUES), table_no, row, at), render))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, table_no, row)) == {"uncertain"}


@in_turn
@pytest.mark.parametrize("render", UNEVEN.values(), ids=UNEVEN)
@pytest.mark.parametrize("odd", ["24/33", "63或64", "见附件"])
def test_a_cell_of_words_is_not_blank(odd: str, render: Callable[[Rows], list[str]]) -> None:
    parts = printed(VALUES)
    line = row_of(parts, "normative_docs", "2")
    parts = [replace(p, rows=[[*r[:2], odd, *r[3:]] if r is line else r for r in p.rows]) for p in parts]
    reading = read(report(parts, render))
    assert not wrong(reading, VALUES)
    assert "blank" not in status_of(reading, "2", "normative_docs")


@pytest.mark.parametrize("render", UNEVEN.values(), ids=UNEVEN)
def test_a_column_that_is_blank_throughout_moves_no_figure(render: Callable[[Rows], list[str]]) -> None:
    parts = [
        replace(p, rows=[[*r[:-1], ""] for r in p.rows]) if p.table_no == "3" else p for p in printed(VALUES)
    ]
    reading = read(report(parts, render))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


@pytest.mark.parametrize("render", UNEVEN.values(), ids=UNEVEN)
def test_a_header_of_another_order_is_heeded(render: Callable[[Rows], list[str]]) -> None:
    parts = printed(VALUES)
    head = parts[0].header[-1]
    parts[0] = replace(parts[0], header=[parts[0].header[0], [head[0], head[2], head[1], head[3]]])
    exchanged = [replace(parts[0], rows=[[r[0], r[2], r[1], r[3]] for r in parts[0].rows]), *parts[1:]]
    reading = read(report(exchanged, render))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("render", [tsv, doubled_tabs, closed, trailing])
def test_places_are_kept_where_all_rows_have_them(render: Callable[[Rows], list[str]]) -> None:
    """Rows with one blank each, here and there, whose cells all stand in their places."""
    parts = [
        replace(p, rows=[[*r[: 1 + n % 7], "", *r[2 + n % 7 :]] for n, r in enumerate(p.rows)])
        if p.table_no == "3"
        else p
        for p in printed(VALUES)
    ]
    lines = report(parts, render).split("\n")
    assert without_uneven_gaps(lines) == lines


def test_rows_that_a_page_has_shifted_keep_their_tabs() -> None:
    rows = ["甲（一）\t1\t2\t3\t4\t5\t6\t7"] * 9 + ["\t乙\t1\t2\t3\t4\t5\t\t6\t7"] * 9
    assert without_uneven_gaps(rows) == rows


def test_figures_with_spaces_of_thousands_keep_their_bars() -> None:
    rows = [f"甲（{n}） | 1 24{n} | {n} | 13 46{n} | 7 | 12 345 |" for n in range(9)]
    assert without_uneven_gaps(rows) == rows


def test_parts_of_a_table_on_pages_keep_their_places() -> None:
    """Each part has doubled tabs of its own, and one row lost a tab: places all the same."""
    figures = [[str(100 * row + at) for at in range(7)] for row in range(1, 19)]
    first = ["\t".join(["标签", "", *row[:1], "", *row[1:3], "", *row[3:]]) for row in figures[:9]]
    first[5] = "\t".join(["标签", *figures[5][:3], "", *figures[5][3:]])
    second = ["\t".join(["标签", "", *row]) for row in figures[9:]]
    lines = ["三、收到和处理政府信息公开申请情况", *first, "— 2 —", *second]
    assert without_uneven_gaps(lines) == lines
