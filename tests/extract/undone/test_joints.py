"""Cells that any sign may set apart: told by its use, refused where it may be a cell's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.undone.signs.joints import joints
from assets.extract.undone.signs.rarecells import with_tabs
from tests.extract.joined import GRANTED, PARTS, VALUES, misread, with_blanks
from tests.extract.printed import (
    Part,
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.turns import in_turn

# Signs that no cell is made of, and signs that are also printed for a cell without a figure.
PLAIN = [" │ ", "│", " & ", "&", " ‖ ", "§", " || ", "||", " :: ", "::", "<>", " ### ", " → ", " => "]
DASHES = [" ~ ", "~", " \\ ", " / ", "\u3000/\u3000", " · ", " - ", " --- ", " — ", "*"]


def by(sign: str) -> Callable[[Rows], list[str]]:
    return lambda rows: [sign.join(row) for row in rows]


@pytest.mark.parametrize("sign", PLAIN + DASHES)
def test_any_sign_between_cells(sign: str) -> None:
    reading = read(report(PARTS, by(sign)))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("sign", [" / ", " - ", " & "])
def test_labels_that_have_the_sign_in_them(sign: str) -> None:
    values = figures("2019")
    reading = read(report(printed(values, "2019"), by(sign)))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


@pytest.mark.parametrize(
    ("sign", "keep"),
    [*((sign, 3) for sign in PLAIN), *((sign, 11) for sign in (" ~ ", " \\ ", " / ", " - "))],
)
def test_blank_cells_keep_their_places(sign: str, keep: int) -> None:
    parts, left = with_blanks(PARTS, keep=keep)
    reading = read(report(parts, by(sign)))
    assert reported(reading) == set(left)
    assert not misread(reading, left)


@pytest.mark.parametrize("sign", [" & ", " │ ", " || "])
def test_blank_cells_between_single_spaces(sign: str) -> None:
    parts, left = with_blanks(PARTS)
    reading = read(report(parts, lambda rows: [" ".join(line.split()) for line in by(sign)(rows)]))
    assert reported(reading) == set(left)
    assert not misread(reading, left)


@pytest.mark.parametrize("sign", [" / ", " - ", "~", " — "])
def test_a_sign_that_may_be_a_cell_is_not_counted_where_spaces_are_lost(sign: str) -> None:
    parts, left = with_blanks(PARTS)
    reading = read(report(parts, lambda rows: [" ".join(line.split()) for line in by(sign)(rows)]))
    assert not misread(reading, left)


@in_turn
@pytest.mark.parametrize("sign", [" & ", "~", " / ", " || ", "||", " │ ", "*"])
@pytest.mark.parametrize("keep", [2, 3, 7])
def test_blank_cells_that_vanished(sign: str, keep: int) -> None:
    parts, left = with_blanks(PARTS, keep=keep)
    reading = read(report(parts, lambda rows: [sign.join(cell for cell in row if cell) for row in rows]))
    assert not misread(reading, left)


@in_turn
@pytest.mark.parametrize("sign", ["*", "~"])
@pytest.mark.parametrize("keep", [3, 4, 11])
def test_blank_cells_between_signs_that_touch_are_there_where_all_rows_are_as_long(
    sign: str, keep: int
) -> None:
    parts, left = with_blanks(PARTS, keep=keep)
    reading = read(report(parts, by(sign)))
    assert not misread(reading, left)
    assert {key for key in left if key.table_no == "3"} <= reported(reading)


@pytest.mark.parametrize("sign", ["*", "~"])
@pytest.mark.parametrize("change_", ["lost", "added", "a cell"])
def test_a_row_of_another_length_leaves_rows_with_blank_cells_in_doubt(sign: str, change_: str) -> None:
    parts, left = with_blanks(PARTS, keep=4)
    row = row_of(parts, "granted")
    other = {"lost": row[:-1], "added": [*row, "5"], "a cell": [*row[:3], sign, *row[4:]]}[change_]
    gone = {row[3]} if change_ == "a cell" else {row[-1]}
    reading = read(report(change(parts, "granted", other), by(sign)))
    assert not misread(reading, {key: value for key, value in left.items() if value not in gone})
    with_blank = {k for k in reported(reading) if k.row_key == "partially_granted"}
    assert not with_blank


@pytest.mark.parametrize("sign", DASHES)
def test_the_sign_as_a_cell_without_a_figure(sign: str) -> None:
    parts, left = with_blanks(PARTS, sign.strip())
    assert not misread(read(report(parts, by(sign))), left)
    row = [*GRANTED[:3], sign.strip(), *GRANTED[4:]]
    left = {key: value for key, value in VALUES.items() if value != GRANTED[3]}
    reading = read(report(change(PARTS, "granted", row), by(sign)))
    assert not misread(reading, left)
    assert len(reported(reading)) >= len(VALUES) - 7


@in_turn
@pytest.mark.parametrize("sign", ["-", "/", "—", "~"])
@pytest.mark.parametrize("gap", ["  ", " "])
def test_cells_between_spaces_of_which_most_are_signs(sign: str, gap: str) -> None:
    """Only totals are printed: the signs stand for the other columns and part nothing."""

    def render(rows: Rows) -> list[str]:
        return [gap.join(row) for row in rows]

    values = {key: value for key, value in VALUES.items() if key.col_key == "total" or key.table_no != "3"}
    rows = [
        [[row[0], *[sign] * (len(row) - 2), row[-1]] if part.table_no == "3" else row for row in part.rows]
        for part in PARTS
    ]
    parts = [Part(p.table_no, p.header, r, p.keys) for p, r in zip(PARTS, rows, strict=True)]
    text = report(parts, render)
    assert with_tabs(text.split("\n")) == text.split("\n")
    reading = read(text)
    assert not misread(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("sign", ["→", " → ", " / ", "~"])
def test_a_cell_that_has_the_sign_in_it(sign: str) -> None:
    row = [*GRANTED[:3], f"26{sign.strip()}27", *GRANTED[4:]]
    left = {key: value for key, value in VALUES.items() if value != GRANTED[3]}
    reading = read(report(change(PARTS, "granted", row), by(sign)))
    assert not misread(reading, left)
    assert len(reported(reading)) >= len(VALUES) - 7


@in_turn
@pytest.mark.parametrize("sign", [" & ", " / ", "│"])
@pytest.mark.parametrize("at", [3, 5, 7])
def test_a_figure_on_two_lines(sign: str, at: int) -> None:
    row = sign.join(GRANTED)
    broken = f"{sign.join(GRANTED[: at + 1])}\n" + sign.join(["7", *GRANTED[at + 1 :]])
    left = {key: value for key, value in VALUES.items() if value != GRANTED[at]}
    assert not misread(read(report(PARTS, by(sign)).replace(row, broken)), left)


def test_rows_between_walls() -> None:
    reading = read(report(PARTS, lambda rows: [f"│ {' │ '.join(row)} │" for row in rows]))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


def test_rows_of_latex_without_its_table() -> None:
    reading = read(report(PARTS, lambda rows: [f"{' & '.join(row)} \\\\" for row in rows]))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


def test_tables_with_a_sign_each() -> None:
    signs = iter([" & ", "~", " / "])

    def each(rows: Rows) -> list[str]:
        return by(next(signs))(rows)

    reading = read(report(PARTS, each))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


@pytest.mark.parametrize("sign", [" / ", " & ", "~", "·", " - "])
def test_other_lines_keep_the_sign(sign: str) -> None:
    prose = [
        f"网站{sign}微信{sign}微博发布信息 12 条",
        f"电话{sign}0543",
        f"2023{sign}01{sign}20",
        f"受理{sign}3{sign}4{sign}5。",
    ]
    text = report(PARTS, by(sign)).replace("没有其他事项。", "\n\n没有。\n".join(prose))
    lines = text.split("\n")
    kept = with_tabs(lines)
    assert kept != lines
    assert [line for line in lines if line in prose] == [line for line in kept if line in prose]


@pytest.mark.parametrize(
    "lines",
    [
        # the sign is a cell, and spaces part the cells
        ["一、本年新收 3 / 4 / 5 / 6 / 7"] * 20,
        # a page with few rows of such signs
        ["规章 & 0 & 0 & 0", "行政规范性文件 & 0 & 0 & 5"] * 3,
        # dates, links and ranges
        ["发布于2023-01-20 10:33，见http://a.cn/1/2/3/4", "2023/01/20 5-8 9~11"] * 20,
        # signs of figures and sentences
        ["同比增长：3，4，5，6，7%"] * 20,
    ],
)
def test_no_sign_that_parts_cells(lines: list[str]) -> None:
    assert not joints(lines)
    assert with_tabs(lines) == lines


def test_walls_of_a_box_are_left_to_it() -> None:
    box = ["┏━━━━┳━━━┓", *("┃ 一、本年新收 ┃ 1 ┃ 2 ┃ 3 ┃ 4 ┃ 5 ┃" for _ in range(12)), "┗━━━━┻━━━┛"]
    assert with_tabs(box) == box


def test_bars_in_pairs_of_which_a_line_break_parted_one() -> None:
    parts, left = with_blanks(PARTS, keep=4)
    text = report(parts, lambda rows: [" || ".join(cell for cell in row if cell) for row in rows])
    row = next(line for line in text.split("\n") if line.startswith("1.属于国家秘密"))
    assert not misread(read(text.replace(row, row.replace(" || ", " |\n| ", 1))), left)


def test_figures_in_one_cell_of_a_row_with_a_sign_as_a_cell() -> None:
    row = row_of(PARTS, "denied_three_securities")
    text = report(PARTS, by("~")).replace("~".join(row), "~".join([*row[:4], "", "", f"{row[6]} {row[7]}"]))
    assert not misread(read(text), {key: value for key, value in VALUES.items() if value not in row[4:]})
