"""Tables whose cells are set apart by a program that breaks one thing: a border, a column, a label, a figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.places.positions import display_width
from schemas.form import CellKey
from tests.extract.printed import (
    Part,
    Rows,
    change,
    closed,
    csv_rows,
    figures,
    markdown,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
(FOURTH,) = (part for part in PARTS if part.table_no == "4")
NO_TOTALS = [replace(p, rows=[[*row[:-1], ""] for row in p.rows]) if p.table_no == "3" else p for p in PARTS]


def of_third(rows: Rows) -> bool:
    return rows[-1][0].startswith("四、")


# --- bars between cells, rows alone between blank lines


def rows_alone(rows: Rows) -> list[str]:
    """Bars between cells and none at the edges; behind the header a blank line about each row."""
    lines = [" |  ".join(row) for row in rows]
    if not of_third(rows):
        return lines
    head = next(n for n, row in enumerate(rows) if row[0].startswith("一、"))
    return [*lines[:head], *(piece for line in lines[head:] for piece in ("  ", line))]


def test_a_bar_at_the_end_of_rows_alone_is_that_of_a_blank_cell() -> None:
    reading = read(report(NO_TOTALS, rows_alone))
    assert len(reported(reading)) == len(VALUES) - 25
    assert status_of(reading, "3", "granted")[-1] == "blank"
    assert not wrong(reading, VALUES)


def test_a_cell_that_vanished_from_rows_alone_is_not_read_past() -> None:
    row = row_of(PARTS, "granted")
    reading = read(report(change(PARTS, "granted", [*row[:3], *row[4:]]), rows_alone))
    assert set(status_of(reading, "3", "granted")) == {"uncertain"}
    assert len(reported(reading)) == len(VALUES) - 7


def test_rows_alone_that_are_closed_have_no_blank_at_their_end() -> None:
    def render(rows: Rows) -> list[str]:
        return [f"{line} |" if " | " in line else line for line in rows_alone(rows)]

    reading = read(report(PARTS, render))
    assert len(reported(reading)) == len(VALUES)


# --- labels that take up more cells in some rows than in others, and no totals


def with_wide_labels(row: list[str]) -> list[str]:
    wide = 2 if row[0][1] == "、" else 1 if row[0][0] == "（" else 0
    return [row[0], *[""] * wide, *row[1:]]


def test_rows_of_several_lengths_end_with_a_cell_for_each_column() -> None:
    parts = [replace(p, rows=[*map(with_wide_labels, p.rows)]) if p.table_no == "3" else p for p in NO_TOTALS]
    reading = read(report(parts, closed))
    assert len(reported(reading)) == len(VALUES) - 25
    assert not wrong(reading, VALUES)
    # one row lacks a cell: its figures no longer stand where those of the others do
    for at in (2, 4):
        row = with_wide_labels(row_of(NO_TOTALS, "carried_over"))
        less = change(parts, "carried_over", [*row[: at + 1], *row[at + 2 :]])
        assert not wrong(read(report(less, closed)), VALUES)


@pytest.mark.parametrize("is_total_printed", [True, False])
def test_rows_of_several_lengths_that_were_filled_up_at_their_end_are_not_read_from_there(
    is_total_printed: bool,
) -> None:
    """Sparse rows of bars, filled up behind the last column; those under a label of a group begin a cell later."""

    def render(rows: Rows) -> list[str]:
        if not of_third(rows):
            return [" | ".join(row) + " |" for row in rows]
        with_groups = [["（三）不予公开", *row] if row[0][1] == "." else row for row in rows]
        return [" | ".join(row) + " | " + "|" * (10 - len(row)) for row in with_groups]

    def kept(row: list[str]) -> set[int]:
        return {0, 2 if row[0][1] == "." else 1, 4, *([7] if is_total_printed else [])}

    rows = next(p for p in PARTS if p.table_no == "3").rows
    sparse = [[cell if at in kept(row) else "" for at, cell in enumerate(row)] for row in rows]
    parts = [replace(p, rows=sparse) if p.table_no == "3" else p for p in PARTS]
    assert not wrong(read(report(parts, render)), VALUES)


# --- table 4 in a grid of more columns


def with_phantoms(rows: Rows, at: tuple[int, ...] = (3, 8, 12)) -> Rows:
    """Empty columns among those of table 4."""
    return [
        [cell for n, cell in enumerate(row) for cell in ([cell] if n not in at else ["", cell])]
        for row in rows
    ]


def of_fourth(rows: Rows) -> list[Part]:
    part = replace(FOURTH, header=with_phantoms(FOURTH.header), rows=rows)
    return [part if p is FOURTH else p for p in PARTS]


def test_table_4_is_read_under_its_labels_in_a_grid_with_empty_columns() -> None:
    reading = read(report(of_fourth(with_phantoms(FOURTH.rows)), closed))
    assert len(reported(reading)) == len(VALUES)
    # a blank cell under its label is blank
    row = [*FOURTH.rows[0][:6], "", *FOURTH.rows[0][7:]]
    blank = read(report(of_fourth(with_phantoms([row])), closed))
    assert len(reported(blank)) == len(VALUES) - 1
    assert not wrong(blank, VALUES)


@pytest.mark.parametrize("at", [4, 9])
def test_a_figure_beside_its_label_leaves_table_4_unknown(at: int) -> None:
    (row,) = with_phantoms(FOURTH.rows)
    slid = [*row[:3], row[4], "", *row[5:]]
    assert not reported(read(report(of_fourth([slid]), closed)), "4")
    less = [*row[:at], *row[at + 1 :], ""]  # a cell vanished, and the row was filled up
    assert not reported(read(report(of_fourth([less]), closed)), "4")


def test_a_wide_cell_under_a_wide_label_is_one_column() -> None:
    """A program that draws a table anew cuts one column in two: its label and its figure lie over both."""

    def render(rows: Rows) -> list[str]:
        wide = {4: ' colspan="2"'} if len(rows[-1]) == 15 else {}
        lines = ["".join(f"<td{wide.get(n, '')}>{text}</td>" for n, text in enumerate(row)) for row in rows]
        return ["<table>", *(f"<tr>{line}</tr>" for line in lines), "</table>"]

    blank = [*FOURTH.rows[0][:7], "", *FOURTH.rows[0][8:]]
    for row, count in ((FOURTH.rows[0], 15), (blank, 14)):
        reading = read(report([replace(p, rows=[row]) if p is FOURTH else p for p in PARTS], render))
        assert len(reported(reading, "4")) == count
        assert not wrong(reading, VALUES)


def test_a_blank_at_the_end_of_table_4_where_blanks_keep_their_places() -> None:
    row = [*FOURTH.rows[0][:-1], ""]
    parts = [replace(p, rows=[row]) if p is FOURTH else p for p in PARTS]
    assert not reported(read(report(parts, markdown)), "4")
    for key, at in (("granted", 3), ("rejected_repeat", 4), ("denied_other_law", 2)):
        whole = row_of(parts, key)
        parts = change(parts, key, [*whole[:at], "", *whole[at + 1 :]])
    reading = read(report(parts, markdown))
    assert len(reported(reading, "4")) == 14
    assert not wrong(reading, VALUES)


# --- labels set letter by letter where columns are flush


def test_a_label_set_letter_by_letter_is_one_in_flush_columns() -> None:
    text = report(PARTS, flush)
    whole = len(reported(read(text)))
    spaced = [
        replace(
            p, header=[[" ".join(t) if t in ("结果维持", "其他结果") else t for t in row] for row in p.header]
        )
        for p in PARTS
    ]
    assert len(reported(read(report(spaced, flush)))) == whole == len(VALUES)


def _left_of(row: list[str], at: int) -> str:
    return next((text for text in row[at::-1] if text), "")


def flush(rows: Rows) -> list[str]:
    """Columns flush right, a space between them, as a data frame is printed."""
    if len(rows[-1]) < 15:
        return markdown(rows)
    rows = [[text or _left_of(row, at) or rows[-2][at] for at, text in enumerate(row)] for row in rows]
    widths = [max(display_width(row[at]) for row in rows) for at in range(15)]
    return [
        " ".join(" " * (w - display_width(t)) + t for t, w in zip(row, widths, strict=True)) for row in rows
    ]


# --- a figure broken in its cell


@pytest.mark.parametrize("broken", ["{} {}", '"{}\n{}"'])
def test_a_broken_figure_of_csv_leaves_the_rest_of_its_row(broken: str) -> None:
    row = list(row_of(PARTS, "granted"))
    row[3] = "7171"
    reading = read(report(change(PARTS, "granted", row), csv_rows).replace("7171", broken.format("71", "71")))
    assert status_of(reading, "3", "granted").count("reported") == 6
    assert status_of(reading, "3", "granted")[2] == "unparsed"
    assert len(reported(reading)) == len(VALUES) - 1


def test_figures_of_two_columns_in_one_cell_of_csv_are_no_broken_ones() -> None:
    """A cell of each row holds two figures and another is empty, so that rows have as many cells as the form."""
    (third,) = (p for p in PARTS if p.table_no == "3")
    rows = [[row[0], row[1], f"{row[2]} {row[3]}", row[4], "", *row[5:]] for row in third.rows]
    reading = read(report([replace(p, rows=rows) if p is third else p for p in PARTS], csv_rows))
    assert not wrong(reading, VALUES)
    assert "blank" not in {s for key in third.keys for s in status_of(reading, "3", key)}


def test_a_cell_of_two_lines_where_blank_lines_part_the_cells() -> None:
    row = row_of(PARTS, "granted")
    lines = [line for line in report(PARTS, one_a_line).split("\n") if line]
    at = lines.index(row[0]) + 1
    broken = [*lines[:at], f"{row[1]}\n7", *lines[at + 1 :]]
    reading = read("\n\n".join(broken))
    assert status_of(reading, "3", "granted") == ["unparsed", *["reported"] * 6]
    assert not wrong(
        reading, {k: v for k, v in VALUES.items() if k != CellKey("3", "granted", "natural_person")}
    )
