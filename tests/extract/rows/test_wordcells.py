"""What stands for a figure in the first column, where a label's words stand as well; and digits that are none of a figure."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    Rows,
    aligned,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
KEYS = [c.key for c in forms()["2021"].table("3").columns]
KEY = "rejected_repeat"


def _with(first: str, drop: int | None = None, *, key: str = KEY) -> Rows:
    row = list(row_of(PARTS, key))
    row[1] = first
    if drop is not None:
        row[drop] = ""
    return [row]


@in_turn
@pytest.mark.parametrize(
    "word", ["若干", "未统计", "无法统计", "暂缺", "详见附件", "见附表", "1至2", "若⼲", "未公布", "详见"]
)
@pytest.mark.parametrize("key", [KEY, "denied_process_info", "new_received"])
def test_a_word_in_the_first_column_is_a_cell(word: str, key: str) -> None:
    """Columns set apart by spaces: the cell is neither blank nor the end of the label, and nothing moves."""
    (row,) = _with(word, key=key)
    reading = read(report(change(PARTS, key, row), aligned))
    lost = CellKey("3", key, KEYS[0])
    assert cells_of(reading)[lost]["status"] in ("unparsed", "uncertain")
    assert not {k: v for k, v in wrong(reading, VALUES).items() if k != lost}
    assert {k for k in VALUES if k.row_key == key} - {lost} <= reported(reading, "3")


@pytest.mark.parametrize("word", ["若干", "1至2", "I7", "l3", "见附表", "暂缺", "0/0", "约5", "10余件"])
def test_a_word_before_all_figures_makes_the_row_too_long(word: str) -> None:
    """In running text the row has one cell more than columns: a subtotal's, or half of a figure."""
    row = row_of(PARTS, KEY)
    reading = read(report(change(PARTS, KEY, [f"{row[0]} {word}", *row[1:]]), running))
    assert "reported" not in status_of(reading, "3", KEY)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("word", ["若干", "I7", "1至2"])
def test_a_word_for_the_first_figure_takes_its_place(word: str) -> None:
    (row,) = _with(word)
    reading = read(report(change(PARTS, KEY, row), running))
    lost = CellKey("3", KEY, KEYS[0])
    assert cells_of(reading)[lost]["status"] == "unparsed"
    assert not wrong(reading, VALUES)
    assert {k for k in VALUES if k.row_key == KEY} - {lost} <= reported(reading, "3")


def test_two_figures_in_a_word_are_no_last_one() -> None:
    """The label goes on below the line of the figures: 1至2 is not the figure 2 behind words."""
    label = "（二）部分公开（区分处理的，"
    row = list(row_of(PARTS, "partially_granted"))

    def render(rows: Rows) -> list[str]:
        lines = aligned(rows)
        at = next((n for n, line in enumerate(lines) if line.startswith(label)), None)
        if at is not None:
            lines[at : at + 1] = [aligned([[label, "1至2", *row[2:]]])[0], "只计这一情形，不计其他情形）"]
        return lines

    reading = read(report(PARTS, render))
    assert not {k for k in wrong(reading, VALUES) if k.row_key == "partially_granted"}
    (cell,) = status_of(reading, "3", "partially_granted", KEYS[0])
    assert cell in ("unparsed", "uncertain")


@pytest.mark.parametrize("piece", ["不予处理", "（五）不予处理", "其他", "无法提供"])
def test_a_piece_of_a_label_is_no_cell(piece: str) -> None:
    """A row that lacks its first figure, and a group's label beside its own."""
    row = list(row_of(PARTS, KEY))
    row[0], row[1] = f"{row[0]}  {piece}", ""
    reading = read(report(change(PARTS, KEY, row), aligned))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", KEY, KEYS[0]) != ["unparsed"]


@pytest.mark.parametrize("most", [1, 2])
def test_few_whole_rows_among_rows_that_lack_a_figure(most: int) -> None:
    """All sums are blank, and in one row or two a figure is broken in two: as many figures as columns by chance."""
    parts = PARTS
    broken = [*[r.key for r in forms()["2021"].table("3").rows]][:most]
    for row in forms()["2021"].table("3").rows:
        own = list(row_of(parts, row.key))
        own[-1] = ""
        if row.key in broken:
            own[1] = f"{own[1]}7 8"
        parts = change(parts, row.key, own)
    reading = read(report(parts, running))
    assert not reported(reading, "3")


def test_rows_that_lack_nothing_stand_by_themselves() -> None:
    """Many rows are whole, some lack a figure."""
    parts = PARTS
    lacking = [r.key for r in forms()["2021"].table("3").rows][2::3]
    for key in lacking:
        own = list(row_of(parts, key))
        own[3] = ""
        parts = change(parts, key, own)
    reading = read(report(parts, running))
    assert not wrong(reading, VALUES)
    assert {k for k in VALUES if k.table_no == "3" and k.row_key not in lacking} <= reported(reading, "3")
