"""Tables that lost an edge: blank last cells behind bars, an upper border, the rest of a broken label, table 4 in two halves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.readers.drawn import boxes
from schemas.form import CellKey
from tests.extract.printed import (
    Figures,
    Part,
    Rows,
    box,
    closed,
    csv_rows,
    figures,
    grid,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
NO_TOTALS = [replace(p, rows=[[*row[:-1], ""] for row in p.rows]) if p.table_no == "3" else p for p in PARTS]
OF_REVIEW = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def of_third(rows: Rows) -> bool:
    return rows[-1][0].startswith("四、")


# --- bars between cells and none at the edges; a label that is printed down a cell cuts the table in two


def in_two_blocks(rows: Rows, *, closed_below: str = "") -> list[str]:
    """The rows of table 3 without the blank cells of its header, cut below the first two by lines of one letter each."""
    if not of_third(rows):
        return [" | ".join(row).rstrip(" |") for row in rows]
    head = next(n for n, row in enumerate(rows) if row[0].startswith("一、"))
    header = [" | ".join(cell for cell in row if cell) for row in rows[:head]]
    lines = [" | ".join(row) for row in rows[head:]]
    return [
        *header,
        *lines[:2],
        "",
        *"三、本年度办理结",
        "",
        *(f"{line}{closed_below}" for line in lines[2:]),
    ]


def test_blank_last_cells_of_a_block_are_blank_where_the_block_above_shows_it() -> None:
    reading = read(report(NO_TOTALS, in_two_blocks))
    assert len(reported(reading)) == len(VALUES) - 25
    assert status_of(reading, "3", "granted")[-1] == "blank"
    assert not wrong(reading, VALUES)


def test_a_bar_that_closes_the_rows_of_one_block_only_is_no_blank_cell() -> None:
    reading = read(report(PARTS, lambda rows: in_two_blocks(rows, closed_below=" |")))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


def test_a_cell_that_vanished_above_a_blank_total_is_not_read_past() -> None:
    def render(rows: Rows) -> list[str]:
        lines = in_two_blocks(rows)
        at = next((n for n, line in enumerate(lines) if "属于国家秘密" in line), None)
        if at is not None:
            label, _, *rest = lines[at].split(" | ")
            lines[at] = " | ".join([label, *rest])
        return lines

    reading = read(report(NO_TOTALS, render))
    assert set(status_of(reading, "3", "denied_state_secret")) == {"uncertain"}
    assert not wrong(reading, VALUES)


# --- a table drawn without its upper border


def transposed() -> list[Part]:
    """Table 4 with its rows below each other."""
    values = {k: v for k, v in VALUES.items() if k.table_no == "4"}
    rows = [
        [
            label,
            *(
                values[CellKey("4", key, column)]
                for column in ("upheld", "corrected", "other", "pending", "total")
            ),
        ]
        for key, label in (
            ("review", "行政复议"),
            ("suit_direct", "未经复议直接起诉"),
            ("suit_after_review", "复议后起诉"),
        )
    ]
    (fourth,) = (part for part in PARTS if part.table_no == "4")
    return [
        *(part for part in PARTS if part.table_no != "4"),
        replace(fourth, header=[["类别", *OF_REVIEW]], rows=rows),
    ]


def without_upper_border(rows: Rows) -> list[str]:
    return box(rows)[1:]


def test_the_row_above_the_first_border_is_the_header() -> None:
    reading = read(report(transposed(), without_upper_border))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


def test_columns_exchanged_in_a_header_without_upper_border_are_read_by_it() -> None:
    parts = transposed()
    other = replace(parts[-1], header=[["类别", "结果纠正", "结果维持", *OF_REVIEW[2:]]])
    reading = read(report([*parts[:-1], other], without_upper_border))
    of_review = {k.col_key: k for k in VALUES if k.table_no == "4" and k.row_key == "review"}
    got = {c["col_key"]: c["value"] for c in reading.cells if c["row_key"] == "review"}
    assert got["corrected"] == float(VALUES[of_review["upheld"]])
    assert got["upheld"] == float(VALUES[of_review["corrected"]])


# --- two walls that open a line: a first column of no width


def with_two_walls(rows: Rows) -> list[str]:
    """Table 3 as a grid whose rows below the first, and the borders between them, begin with two walls."""
    lines = grid(rows)
    if not of_third(rows):
        return lines
    head = next(n for n, line in enumerate(lines) if "一、" in line) + 1
    inner = [f"||{line[2:]}" for line in lines[head:-1]]
    return [*lines[:head], *inner, lines[-1]]


def test_two_walls_that_borders_between_rows_have_too_are_one() -> None:
    reading = read(report(PARTS, with_two_walls))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


def test_two_walls_without_such_a_border_hold_a_blank_cell() -> None:
    lines = ["++------+---+", "||规章  | 1 |", "++------+---+"]
    assert [[cell.text for cell in row.cells] for row in boxes.read(lines, 1, 0)] == [["", "规章", "1"]]


# --- a label broken in its cell, whose rest is a row of its own


def broken(rows: Rows, *, sign: str) -> list[str]:
    """Closed rows, in which some labels are broken before what looks like a number, or like another label."""
    lines = []
    for row in rows:
        at = max(map(row[0].find, ("第三方合法", "三类内部", "四类过程")))
        if at > 0:
            lines += closed(
                [[f"（三）不予公开{row[0][:at]}{sign}", *row[1:]], [row[0][at:], *[""] * (len(row) - 1)]]
            )
        else:
            lines += closed([row])
    return lines


def test_the_rest_of_a_label_behind_a_sign_for_a_break_is_put_to_it() -> None:
    reading = read(report(PARTS, lambda rows: broken(rows, sign="\\\\")))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


def test_a_row_with_figures_below_such_a_sign_is_a_row() -> None:
    def render(rows: Rows) -> list[str]:
        return [line.replace("（一）予以公开 ", "（一）予以公开\\\\ ") for line in closed(rows)]

    reading = read(report(PARTS, render))
    assert not wrong(reading, VALUES)
    assert "reported" in status_of(reading, "3", "partially_granted")


# --- table 4 as two tables under captions


def halves(
    values: Figures, *, captions: tuple[str, str] = ("行政复议", "行政诉讼"), joint: str = " | "
) -> list[str]:
    row = [values[key] for key in VALUES if key.table_no == "4"]
    rule = ["---"] if joint == " | " else []
    return [
        captions[0],
        *rule,
        joint.join(OF_REVIEW),
        joint.join(row[:5]),
        "",
        captions[1],
        *rule,
        joint.join(["未经复议直接起诉", "复议后起诉"]),
        joint.join(OF_REVIEW * 2),
        joint.join(row[5:]),
    ]


@pytest.mark.parametrize("joint", [" | ", ","])
def test_two_halves_under_their_captions(joint: str) -> None:
    def render(rows: Rows) -> list[str]:
        return (
            csv_rows(rows)
            if rows[-1][0] != VALUES[CellKey("4", "review", "upheld")]
            else halves(VALUES, joint=joint)
        )

    reading = read(report(PARTS, render))
    assert len(reported(reading, "4")) == 15
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("joint", [" | ", ","])
def test_a_half_without_its_caption_is_not_read(joint: str) -> None:
    def render(rows: Rows) -> list[str]:
        is_fourth = rows[-1][0] == VALUES[CellKey("4", "review", "upheld")]
        return halves(VALUES, captions=("情况如下", "行政诉讼"), joint=joint) if is_fourth else csv_rows(rows)

    assert not reported(read(report(PARTS, render)), "4")
