"""Drawn tables with borders about the header and the whole only: each line is a row, or the rest of the one above."""

from __future__ import annotations

from hashlib import blake2b

import pytest

from assets.extract.readers.drawn.chopped import names_columns, stand_below_names
from schemas.form import CellKey, forms
from tests.extract.printed import (
    HEADINGS,
    Figures,
    Rows,
    box,
    figures,
    grid,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)
from tests.extract.structures import grid as cells_of_text
from tests.turns import in_turn

TABLE = forms()["2021"].table("3")
GROUPS = {group.key: group.zh for group in TABLE.groups}


def framed(rows: Rows, header: int = 1, draw: str = "ascii") -> list[str]:
    """A box without the borders between its rows, but below its header."""
    lines = (grid if draw == "ascii" else box)(rows)
    return [lines[0], *lines[1 : 2 * header : 2], lines[2], *lines[2 * header + 1 : -1 : 2], lines[-1]]


def in_three(values: Figures, with_numbers: bool = True) -> Rows:
    """Table 3 with its labels in three columns, each group's beside the first of its rows."""
    (part,) = (part for part in printed(values) if part.table_no == "3")
    rows, seen = [["", "", *row] for row in part.header], set[str]()
    above = {group.key: group.parent for group in TABLE.groups}
    for row, cells in zip(TABLE.rows, part.rows, strict=True):
        path = [row.parent] if row.parent else []
        while path and above[path[0]]:
            path.insert(0, above[path[0]])
        labels = [GROUPS[key] if key not in seen else "" for key in path] + [row.zh]
        seen |= {*path}
        if not with_numbers:
            labels = [label.split("、", 1)[-1].split("）", 1)[-1].lstrip("12345678.") for label in labels]
        rows.append([*labels, *[""] * (3 - len(labels)), *cells[1:]])
    return rows


def text_of(values: Figures, rows: Rows, draw: str = "ascii") -> str:
    other = [part for part in printed(values) if part.table_no != "3"]
    lines = report(other, grid).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("四、"))
    return "\n".join([*lines[:at], HEADINGS["3"], "", *framed(rows, draw=draw), "", *lines[at:]])


def quarter_filled(seed: int) -> Figures:
    """Figures, of those in table 3 one in four."""
    return {
        key: value if key.table_no != "3" or blake2b(f"{seed} {key}".encode()).digest()[0] < 64 else ""
        for key, value in figures(first=11).items()
    }


@in_turn
@pytest.mark.parametrize("draw", ["ascii", "light"])
@pytest.mark.parametrize("seed", range(8))
def test_a_row_without_figures_keeps_none_of_its_neighbours(seed: int, draw: str) -> None:
    values = quarter_filled(seed)
    reading = read(text_of(values, in_three(values), draw))
    assert not wrong(reading, values)
    assert {key for key, value in values.items() if value} == reported(reading)


@pytest.mark.parametrize("seed", range(8))
def test_labels_without_numbers(seed: int) -> None:
    values = quarter_filled(seed)
    reading = read(text_of(values, in_three(values, with_numbers=False)))
    assert not wrong(reading, values)


@pytest.mark.parametrize(
    ("filled", "blank"),
    [("partially_granted", "denied_state_secret"), ("total_handled", "carried_forward")],
)
def test_the_widest_label_above_one_of_another_column(filled: str, blank: str) -> None:
    values = figures() | {CellKey("3", blank, c.key): "" for c in TABLE.columns}
    values |= {CellKey("3", filled, c.key): "" for c in TABLE.columns[2:-1]}
    reading = read(text_of(values, in_three(values)))
    assert not wrong(reading, values)
    assert CellKey("3", filled, "total") in reported(reading)
    assert set(status_of(reading, "3", blank)) == {"blank"}


def test_a_label_wrapped_beside_its_groups() -> None:
    """A group's label in the middle of its rows stands on the second line of one: that is no row of its own."""
    wrapped = [
        ["", "信息", "甲", "乙"],
        ["", "1.属于国", "7", "8"],
        ["三、", "家秘密", "", ""],
        ["", "2.其他", "9", "10"],
        ["", "3.危机", "", "5"],
    ]
    assert [row for row, _, _ in cells_of_text("\n".join(framed(wrapped)))][1:] == [
        ["三、", "1.属于国\n家秘密", "7", "8"],
        ["", "2.其他", "9", "10"],
        ["", "3.危机", "", "5"],
    ]


def test_names_of_columns_begin_a_row_where_the_clause_above_fills_its_cell() -> None:
    """信息内容 may be the rest of 第二十条第（八）项 by its width, but it stands beside a whole name of a column."""
    above = {0: "第二十条第（八）项", 1: "第二十条第（八）项"}
    assert names_columns({0: "信息内容", 1: "本年收费金额（单位：万元）"})
    assert not names_columns({0: "信息内容", 1: "本年收费金额"[:4]})
    assert not names_columns(above)


def test_figures_below_whole_names_are_a_row() -> None:
    names = dict(enumerate(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]))
    assert stand_below_names(names, {1: "2", 4: "2"})
    assert not stand_below_names(names | {1: "结果纠"}, {1: "2", 4: "2"})
    assert not stand_below_names(names, {1: "正", 4: "2"})
