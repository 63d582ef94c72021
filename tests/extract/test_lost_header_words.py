"""Headers that lost a word: read where the words that are left tell its place, withheld where a column may have moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

Render = Callable[[Rows], list[str]]
LAYOUTS: dict[str, Render] = {
    name: {**GRIDS, **PLAIN}[name] for name in ("tsv", "closed", "html", "running", "one_a_line")
}
layouts = pytest.mark.parametrize("render", LAYOUTS.values(), ids=LAYOUTS)
grids = pytest.mark.parametrize("render", [LAYOUTS["tsv"], LAYOUTS["closed"]], ids=["tsv", "closed"])
flat = pytest.mark.parametrize("render", PLAIN.values(), ids=PLAIN)
both_forms = pytest.mark.parametrize("form", ["2019", "2021"])
VALUES = {form: figures(form) for form in ("2019", "2021")}
NAMES = [column.zh for column in forms()["2021"].table("3").columns]
RESULTS = [column.zh for column in forms()["2021"].table("4").columns]
CORNER, GROUP = "申请人情况", "法人或其他组织"


def official(names: list[str], wide: bool = True) -> Rows:
    """The form's header of table 3 in two rows, over columns so named; `wide` keeps the blank cells of spans."""
    if not wide:
        return [[CORNER], [names[0], GROUP, names[6]], names[1:6]]
    return [[CORNER, names[0], GROUP, "", "", "", "", names[6]], ["", "", *names[1:6], ""]]


def table3(header: Rows, form: str = "2021", order: list[int] | None = None) -> list[Part]:
    def row(cells: list[str]) -> list[str]:
        return cells if order is None else [cells[0], *(cells[1 + i] for i in order)]

    return [
        replace(part, header=header, rows=[row(cells) for cells in part.rows])
        if part.table_no == "3"
        else part
        for part in printed(VALUES[form], form)
    ]


def table4(names: list[str], form: str = "2021") -> list[Part]:
    return [
        replace(part, header=[*part.header[:-1], names]) if part.table_no == "4" else part
        for part in printed(VALUES[form], form)
    ]


def without(names: list[str], *lost: int) -> list[str]:
    return ["" if i in lost else name for i, name in enumerate(names)]


# --- read


@in_turn
@both_forms
@layouts
@pytest.mark.parametrize("lost", range(7))
def test_each_word_of_table_3(lost: int, render: Render, form: str) -> None:
    reading = read(report(table3(official(without(NAMES, lost)), form), render))
    assert reported(reading) == set(VALUES[form])
    assert not wrong(reading, VALUES[form])


@in_turn
@both_forms
@layouts
@pytest.mark.parametrize("lost", range(5))
def test_each_word_of_table_4(lost: int, render: Render, form: str) -> None:
    """The label is lost in all three groups."""
    reading = read(report(table4(without(RESULTS, lost) * 3, form), render))
    assert reported(reading) == set(VALUES[form])
    assert not wrong(reading, VALUES[form])


@in_turn
@flat
@pytest.mark.parametrize("lost", [(0, 3), (0, 6), (1, 3, 5), (2, 4)])
def test_several_words_that_are_no_neighbours(lost: tuple[int, ...], render: Render) -> None:
    reading = read(report(table3(official(without(NAMES, *lost))), render))
    assert reported(reading) == set(VALUES["2021"])


@in_turn
@grids
@pytest.mark.parametrize("lost", [(1, 2), (2, 3, 4), (0, 1), (5, 6)])
def test_blank_cells_between_labels_in_their_places(lost: tuple[int, ...], render: Render) -> None:
    for header in (official(without(NAMES, *lost)), [[CORNER, *without(NAMES, *lost)]]):
        reading = read(report(table3(header), render))
        assert reported(reading) == set(VALUES["2021"])


@in_turn
@flat
@pytest.mark.parametrize("damaged", ["商业企事业", "商业企叶", "商业业"])
def test_damaged_label_beside_a_lost_one(damaged: str, render: Render) -> None:
    names = [NAMES[0], damaged, *without(NAMES, 3)[2:]]
    reading = read(report(table3(official(names, wide=False)), render))
    assert reported(reading) == set(VALUES["2021"])


@pytest.mark.parametrize("lost", range(5))
def test_table_4_in_rows_with_a_blank_label(lost: int) -> None:
    (part,) = (p for p in printed(VALUES["2021"]) if p.table_no == "4")
    labels = [row.zh for row in forms()["2021"].table("4").rows]
    rows = [[label, *part.rows[0][5 * i : 5 * i + 5]] for i, label in enumerate(labels)]
    changed = replace(part, header=[["类型", *without(RESULTS, lost)]], rows=rows)
    parts = [changed if p.table_no == "4" else p for p in printed(VALUES["2021"])]
    reading = read(report(parts, LAYOUTS["closed"]))
    assert len(reported(reading, "4")) == 15
    assert not wrong(reading, VALUES["2021"])


# --- withheld


@in_turn
@flat
@pytest.mark.parametrize("lost", [(1, 2), (3, 4), (0, 1), (5, 6), (4, 6)])
def test_neighbours_may_have_stood_either_way(lost: tuple[int, ...], render: Render) -> None:
    reading = read(report(table3(official(without(NAMES, *lost), wide=False)), render))
    assert not reported(reading, "3")


@in_turn
@layouts
@pytest.mark.parametrize("foreign", ["小计", "上年", "网络"])
@pytest.mark.parametrize("place", [1, 3, 5])
def test_another_word_in_the_place_of_the_lost(place: int, foreign: str, render: Render) -> None:
    names = [*NAMES[:place], foreign, *NAMES[place + 1 :]]
    reading = read(report(table3(official(names)), render))
    column = forms()["2021"].table("3").columns[place].key
    assert not {key for key in reported(reading, "3") if key.col_key == column}
    assert not wrong(reading, VALUES["2021"])


FIRST_TWO, TOTAL_WITHIN, LAST_TWO = [0, 2, 1, 3, 4, 5, 6], [0, 1, 2, 6, 3, 4, 5], [0, 1, 2, 3, 5, 4, 6]


@in_turn
@layouts
@pytest.mark.parametrize(
    ("order", "lost"),
    [(FIRST_TWO, 3), (FIRST_TWO, 5), (TOTAL_WITHIN, 3), (TOTAL_WITHIN, 5), (LAST_TWO, 3)],
)
def test_words_in_another_order(order: list[int], lost: int, render: Render) -> None:
    names = ["" if i == lost else NAMES[i] for i in order]
    one_row = [CORNER, *names]
    for header in (official(names), official(names, wide=False), [one_row], [[GROUP], one_row]):
        assert not wrong(read(report(table3(header, order=order), render)), VALUES["2021"])


@grids
def test_lost_word_of_exchanged_columns(render: Render) -> None:
    """Blank cells tell it; without them the text is that of a header in order which lost the word."""
    names = ["" if i == 5 else NAMES[i] for i in LAST_TWO]
    for header in (official(names), [[CORNER, *names]]):
        assert not wrong(read(report(table3(header, order=LAST_TWO), render)), VALUES["2021"])


@layouts
def test_total_between_the_columns_of_a_group(render: Render) -> None:
    order = [0, 1, 2, 6, 3, 4, 5]
    header = [[CORNER, "", GROUP], ["", *(NAMES[i] for i in order[:-1])]]
    assert not wrong(read(report(table3(header, order=order), render)), VALUES["2021"])


@in_turn
@layouts
@pytest.mark.parametrize("lost", [1, 3, 5])
def test_column_gone_with_its_label(lost: int, render: Render) -> None:
    """The row count of figures is another than the form's."""
    kept = [i for i in range(7) if i != lost]
    for header in (official(without(NAMES, lost)), official(without(NAMES, lost), wide=False)):
        reading = read(report(table3(header, order=kept), render))
        assert not wrong(reading, VALUES["2021"])


@in_turn
@layouts
@pytest.mark.parametrize("name", ["行次", "序号", "上年数"])
def test_column_gone_and_another_before(name: str, render: Render) -> None:
    """As many figures as the form has columns, and the words that are there in its order."""
    parts = [
        replace(
            part,
            header=[[CORNER, name, NAMES[0], GROUP, NAMES[6]], [NAMES[1], *NAMES[3:6]]],
            rows=[[row[0], str(i), *row[1:3], *row[4:]] for i, row in enumerate(part.rows, 1)],
        )
        if part.table_no == "3"
        else part
        for part in printed(VALUES["2021"])
    ]
    known = {key: value for key, value in VALUES["2021"].items() if key.col_key != "research"}
    assert not wrong(read(report(parts, render)), known)


@grids
def test_cells_moved_within_a_row(render: Render) -> None:
    """A column without a label stands before others, whose labels are over their figures."""
    order = [0, 1, 3, 2, 4, 5, 6]
    header = [
        [CORNER, NAMES[0], GROUP, "", "", "", "", NAMES[6]],
        ["", "", NAMES[1], "", *NAMES[2:3], *NAMES[4:6], ""],
    ]
    assert not wrong(read(report(table3(header, order=order), render)), VALUES["2021"])


@grids
@pytest.mark.parametrize("lost", [1, 2])
def test_table_4_with_labels_beside_their_figures(lost: int, render: Render) -> None:
    rest = [name for i, name in enumerate(RESULTS) if i != lost]
    for names in ([*rest, ""] * 3, ["", *rest] * 3):
        assert not reported(read(report(table4(names), render)), "4")


@layouts
def test_two_labels_of_table_4(render: Render) -> None:
    assert not wrong(read(report(table4(without(RESULTS, 1, 2) * 3), render)), VALUES["2021"])
