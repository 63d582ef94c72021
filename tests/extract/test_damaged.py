"""Damaged labels and rows: what can be known is read, and what a careless reader would take is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.damage import (
    COLUMNS,
    PARTS,
    VALUES,
    Render,
    filled_up,
    grids,
    text_of,
    third,
)
from tests.extract.printed import (
    cells_of,
    change,
    closed,
    figures,
    printed,
    read,
    reported,
    row_of,
    running,
    status_of,
    tab_cells,
    tsv,
    wrong,
)

# --- rows filled up or moved


@filled_up
def test_row_filled_up_behind_a_cell_that_vanished(render: Render) -> None:
    row = row_of(PARTS, "granted")
    for at in (1, 3, 6):
        short = [*row[:at], *row[at + 1 :], ""]
        reading = read(text_of(change(PARTS, "granted", short), render))
        assert set(status_of(reading, "3", "granted")) == {"uncertain"}
        assert not wrong(reading, VALUES)
        assert len(reported(reading)) == len(VALUES) - 7


@filled_up
def test_rows_moved_to_the_right(render: Render) -> None:
    parts = PARTS
    for key in ("granted", "unable_unclear"):
        row = row_of(PARTS, key)
        parts = change(parts, key, [row[0], "", *row[1:-1]])
    assert not wrong(read(text_of(parts, render)), VALUES)


def test_first_cells_left_blank_where_rows_differ_in_length() -> None:
    """Labels of groups written once: no program made all rows equally long, and none cut a cell off; beside it, one that did."""
    parts = PARTS
    for key in ("granted", "unable_unclear"):
        row = row_of(PARTS, key)
        parts = change(parts, key, [row[0], "", *row[2:]])
    (third_part,) = (part for part in parts if part.table_no == "3")
    grouped = [["某一组", *row] if row[0].startswith(("（一）", "1.")) else row for row in third_part.rows]
    even = [["", *row] if len(row) == 8 else row for row in grouped]
    read_ = {}
    for name, rows in {"uneven": grouped, "even": even}.items():
        changed = [replace(p, rows=rows) if p is third_part else p for p in parts]
        reading = read(text_of(changed, closed))
        assert not wrong(reading, VALUES)
        read_[name] = len(reported(reading, "3"))
    assert read_ == {"uneven": 25 * 7 - 2, "even": 23 * 7}


@grids
def test_blank_totals_and_first_cells_that_stay_blanks(render: Render) -> None:
    """Where other cells are blank, too, or totals mostly, blanks are the filer's."""
    total, inner = row_of(PARTS, "granted"), row_of(PARTS, "rejected_repeat")
    parts = change(PARTS, "granted", [*total[:-1], ""])
    parts = change(parts, "rejected_repeat", [*inner[:3], "", *inner[4:]])
    reading = read(text_of(parts, render))
    assert len(reported(reading)) == len(VALUES) - 2
    assert not wrong(reading, VALUES)
    habit = read(text_of(third(lambda row: [*row[:-1], ""]), render))
    assert len(reported(habit, "3")) == 25 * 6
    once = read(text_of(change(PARTS, "granted", [total[0], "", *total[2:]]), render))
    assert len(reported(once, "3")) == 25 * 7 - 1
    noughts = read(text_of(change(PARTS, "granted", [total[0], *"000000", ""]), render))
    assert status_of(noughts, "3", "granted") == ["reported"] * 6 + ["blank"]


@filled_up
def test_only_row_filled_up(render: Render) -> None:
    (fourth,) = (p for p in PARTS if p.table_no == "4")
    row = fourth.rows[0]
    parts = [replace(p, rows=[[*row[:3], *row[4:], ""]]) if p is fourth else p for p in PARTS]
    assert not wrong(read(text_of(parts, render)), VALUES)


@pytest.mark.parametrize("render", [tsv, tab_cells], ids=lambda f: f.__name__)
def test_cells_behind_tabs_are_as_printed(render: Render) -> None:
    row = row_of(PARTS, "granted")
    parts = change(PARTS, "granted", [*row[:-1], ""])
    parts = [replace(p, rows=[[*p.rows[0][:-1], ""]]) if p.table_no == "4" else p for p in parts]
    reading = read(text_of(parts, render))
    assert len(reported(reading)) == len(VALUES) - 2
    assert not wrong(reading, VALUES)


# --- a page's number


@pytest.mark.parametrize("number", ["3", "３", "  3"])
def test_number_alone_is_no_fee(number: str) -> None:
    text = text_of(PARTS)
    key = CellKey("2", "fees", "fee_amount")
    label = "行政事业性收费"
    paged = text.replace(f"{label} {VALUES[key]}\n", f"{label}\n\n{number}\n")
    assert paged != text
    reading = read(paged)
    assert cells_of(reading)[key]["status"] == "uncertain"
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k != key})
    # right below its label a figure is the row's
    below = read(text.replace(f"{label} {VALUES[key]}\n", f"{label}\n{VALUES[key]}\n"))
    assert len(reported(below)) == len(VALUES)


def test_page_between_label_and_row() -> None:
    row = row_of(PARTS, "rejected_repeat")
    figures_ = " ".join(row[1:])
    text = text_of(PARTS).replace(f"{row[0]} {figures_}\n", f"{row[0]}\n\n5\n\n{figures_}\n")
    reading = read(text)
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)
    # with a figure less the number may be the row's own, and right above it digits of its first figure
    rest = " ".join(row[2:])
    for printed_ in (f"{row[0]}\n\n5\n\n{rest}\n", f"{row[0]}\n5\n{figures_}\n"):
        doubted = read(text_of(PARTS).replace(f"{row[0]} {figures_}\n", printed_))
        assert not wrong(doubted, {k: v for k, v in VALUES.items() if k.row_key != "rejected_repeat"})
        assert set(status_of(doubted, "3", "rejected_repeat")) == {"uncertain"}


# --- labels and rows


def test_sums_of_groups_beside_their_labels() -> None:
    text = text_of(PARTS)
    label = row_of(PARTS, "denied_state_secret")[0]
    sums = text.replace(label, f"（三）不予公开 1 2 3 4 5 6 21\n{label}")
    reading = read(sums)
    assert sums != text
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)
    # where a row of the group lacks a figure the other may be its own
    row = row_of(PARTS, "denied_state_secret")
    lacking = sums.replace(" ".join(row), " ".join(row[:-1]))
    assert not wrong(read(lacking), VALUES)


@pytest.mark.parametrize("gloss", ["（第 15 条）", " （第 16 条第 1 款）", " (第15条)"])
def test_clause_in_brackets_behind_a_label(gloss: str) -> None:
    label = row_of(PARTS, "denied_third_party")[0]
    reading = read(text_of(PARTS).replace(label, label + gloss))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


@grids
def test_label_with_several_wrong_letters(render: Render) -> None:
    row = row_of(PARTS, "unable_needs_creation")
    parts = change(PARTS, "unable_needs_creation", ["2.没有现存信息须另行制做", *row[1:]])
    assert len(reported(read(text_of(parts, render)))) == len(VALUES)


@grids
def test_label_of_another_row_with_the_number_of_this_one(render: Render) -> None:
    """A label copied from the row before: whose the figures are is not known."""
    row = row_of(PARTS, "rejected_repeat")
    parts = change(PARTS, "rejected_repeat", ["2.信访举报投诉类申请", *row[1:]])
    reading = read(text_of(parts, render))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != "rejected_repeat"})


@pytest.mark.parametrize("odd", ["3+2", "12→15", "2023年5件", "约5"])
def test_odd_first_cell_of_a_flat_row(odd: str) -> None:
    row = row_of(PARTS, "partially_granted")
    reading = read(text_of(change(PARTS, "partially_granted", [row[0], odd, *row[2:]])))
    assert status_of(reading, "3", "partially_granted") == ["unparsed", *["reported"] * 6]
    assert not wrong(reading, VALUES)


def test_letter_for_nought() -> None:
    noughts = VALUES | {CellKey("3", "granted", c): "0" for c in COLUMNS[1:4]}
    row = row_of(PARTS, "granted")
    for letter in ("o", "O", "〇"):
        for render in (running, tsv):
            parts = change(PARTS, "granted", [*row[:2], *[letter] * 3, *row[5:]])
            reading = read(text_of(parts, render))
            assert len(reported(reading)) == len(VALUES)
            assert not wrong(reading, noughts)
    # before a line it is a mark, and a row of nothing else is none of noughts
    marked = read(text_of(PARTS).replace("\n规章", "\no 规章").replace("\n行政许可", "\no\n行政许可"))
    assert not wrong(marked, VALUES)


def test_year_in_brackets_behind_each_label() -> None:
    years = [("（2021年）", printed(figures(first=901))), ("（2022年）", PARTS)]
    parts = [
        replace(
            p,
            rows=[
                [row[0] + year, *row[1:]]
                for at in range(len(p.rows))
                for year, of in years
                for row in [next(q for q in of if q.table_no == "3").rows[at]]
            ],
        )
        if p.table_no == "3"
        else p
        for p in PARTS
    ]
    reading = read(text_of(parts))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)
