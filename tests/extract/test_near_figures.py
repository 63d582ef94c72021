"""Figures that programs set near each other or near words: which of them are two, and which may be one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.model import Run
from assets.extract.readers import items
from schemas.form import CellKey
from tests.extract.printed import (
    HEADINGS,
    Figures,
    Rows,
    aligned,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    status_of,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
GRANTED = [key for key in VALUES if key.table_no == "3" and key.row_key == "granted"]


def with_values(changes: dict[CellKey, str]) -> Figures:
    return {key: changes.get(key, value) for key, value in VALUES.items()}


@pytest.mark.parametrize(
    ("row", "col", "cell", "value"),
    [
        ("regulations", "issued", "22（其中修订 16 件）", "22"),
        ("regulations", "issued", "22 (含 修订 16 件)", "22"),
        ("regulations", "repealed", "31 批次", "31"),
    ],
)
def test_spaces_round_the_digits_of_a_cell(row: str, col: str, cell: str, value: str) -> None:
    key = CellKey("2", row, col)
    reading = read(report(printed(with_values({key: cell})), running))
    assert not wrong(reading, with_values({key: value}))
    assert key in reported(reading, "2")


@pytest.mark.parametrize("cell", ["22（其中修订 16 件", "22（其中修订 16 件）9", "22（废止 16 件）"])
def test_brackets_that_do_not_close_or_explain_nothing(cell: str) -> None:
    key = CellKey("2", "regulations", "issued")
    reading = read(report(printed(with_values({key: cell})), running))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k != key} | {key: "22"})
    assert key not in reported(reading, "2")


def test_a_heading_that_one_figure_runs_into() -> None:
    key = next(k for k in VALUES if k.table_no == "2" and k.row_key == "fees")
    text = report([p for p in printed(VALUES) if p.table_no == "2"], running)
    row = next(line for line in text.splitlines() if line.startswith("行政事业性收费"))
    assert key in reported(read(text.replace(row, row + HEADINGS["3"])), "2")
    assert key not in reported(read(text.replace(row, row + "三千余元")), "2")


def shared(first: str, second: str) -> tuple[Figures, str]:
    """One figure a line, and the last two of a row on one."""
    values = with_values({GRANTED[-2]: first, GRANTED[-1]: second})
    text = report(printed(values), one_a_line)
    assert f"\n{first}\n{second}\n" in text
    return values, text.replace(f"\n{first}\n{second}\n", f"\n{first} {second}\n")


@pytest.mark.parametrize("pair", [("835", "8626"), ("0", "8626"), ("0", "0"), ("8", "1234567")])
def test_two_figures_on_a_line(pair: tuple[str, str]) -> None:
    values, text = shared(*pair)
    reading = read(text)
    assert not wrong(reading, values)
    assert set(GRANTED) <= reported(reading, "3")


@pytest.mark.parametrize("pair", [("12", "345"), ("7", "5"), ("1234", "567"), ("70", "9")])
def test_digits_on_a_line_that_may_be_those_of_one_figure(pair: tuple[str, str]) -> None:
    _, text = shared(*pair)
    assert not set(GRANTED) & reported(read(text), "3")


def near(rows: Rows) -> list[str]:
    """Columns in line, the last with one space before it."""
    lines = aligned([row[:7] for row in rows], step=6)
    return [f"{line} {row[7]}" if len(row) == 8 else line for line, row in zip(lines, rows, strict=True)]


def near_values(other: str, total: str) -> Figures:
    """A row with a blank, and in all rows the same two figures at the end."""
    ends = {"other_org": other, "total": total}
    blank = CellKey("3", "granted", "research")
    changes = {key: ends[key.col_key] for key in VALUES if key.table_no == "3" and key.col_key in ends}
    return with_values({**changes, blank: ""})


def test_a_row_with_a_blank_and_two_figures_one_space_apart() -> None:
    values = near_values("0", "12")
    reading = read(report([p for p in printed(values) if p.table_no == "3"], near))
    assert not wrong(reading, values)
    assert {key for key in GRANTED if values[key]} <= reported(reading, "3")
    assert status_of(reading, "3", "granted", "research") == ["blank"]


@pytest.mark.parametrize("ends", [("1", "12"), ("12", "345"), ("7", "0")])
def test_a_row_with_a_blank_and_digits_that_may_be_those_of_one_figure(ends: tuple[str, str]) -> None:
    reading = read(report([p for p in printed(near_values(*ends)) if p.table_no == "3"], near))
    assert not set(GRANTED) & reported(reading, "3")


def test_a_row_with_a_blank_where_one_space_is_between_all() -> None:
    values = near_values("0", "0")
    noughts = {key: "0" if key.table_no == "3" and text else text for key, text in values.items()}
    reading = read(report([p for p in printed(noughts) if p.table_no == "3"], running))
    assert not set(GRANTED) & reported(reading, "3")


def test_units_that_are_pieces_of_labels() -> None:
    """直接起诉 cut to its letters: 起 alone on a line is no unit that a narrow cell broke off, as 件 is."""
    cut = [run for run in items(["直接", "起", "诉", "5 6"]) if isinstance(run, Run)]
    assert [f.text for f in cut[0].before] == ["直接", "起", "诉"]
    narrow = [run for run in items(["新收数量 23 件", "件", "6 起"]) if isinstance(run, Run)]
    assert [[cell.text for cell in run.cells] for run in narrow] == [["23 件", "6 起"]]


@pytest.mark.parametrize("note", ["（更正为16）", "（原16）", "（应为：16）"])
def test_a_figure_that_another_in_brackets_corrects_is_a_cell(note: str) -> None:
    """It has no one reading, and the figures beside it stay where they are."""
    key = GRANTED[2]
    reading = read(report(printed(with_values({key: f"22{note}"})), running))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k != key})
    assert {*GRANTED} - reported(reading, "3") == {key}


@in_turn
@pytest.mark.parametrize("note", ["（上年16）", "（同比增16%）", "（较上年减少16件）"])
@pytest.mark.parametrize("render", [running, tsv])
def test_a_note_about_the_year_before(render: Callable[[Rows], list[str]], note: str) -> None:
    """It tells nothing where the column itself asks for last year's figure, or for the change."""
    values = figures("2019")
    keys = [CellKey("2", "permits", column) for column in ("prev_items", "change", "decisions")]
    noted = {key: f"{value}{note}" if key in keys else value for key, value in values.items()}
    reading = read(report(printed(noted, "2019"), render))
    assert not wrong(reading, values)
    assert {*keys} & reported(reading, "2") == {keys[2]}
