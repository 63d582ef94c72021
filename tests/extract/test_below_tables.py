"""What stands right below a table's last row, or around all of them, and is no part of a cell: headings, notes, blank rows, frames."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    cells_of,
    compact,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    tab_cells,
    tsv,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
LAST = CellKey("3", "carried_forward", "total")
_NAMES = (
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
)


def _unnumbered(text: str) -> str:
    """Headings without their numbers, right below the table above."""
    for number, name in zip("二三四五", _NAMES, strict=True):
        text = text.replace(f"\n\n{number}、{name}", f"\n{name}").replace(f"\n{number}、{name}", f"\n{name}")
    return text.replace("\n\n收到和", "\n收到和").replace("\n\n政府信息公开行政", "\n政府信息公开行政")


def test_a_heading_without_a_number_ends_the_last_cell() -> None:
    text = _unnumbered(report(PARTS, tab_cells))
    assert f"\t{VALUES[LAST]}\n政府信息公开行政复议" in text
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("note", ["说明：上年结转2件。", "注：含简易程序", "备注:本表由办公室填报"])
def test_a_note_below_the_last_cell_is_none_of_it(note: str) -> None:
    text = report(PARTS, tab_cells).replace(f"\t{VALUES[LAST]}\n", f"\t{VALUES[LAST]}\n{note}\n")
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert LAST in reported(reading)


def test_digits_below_a_figure_still_go_on_with_its_cell() -> None:
    """A figure that is cut over two lines is none that ends where the line does."""
    text = report(PARTS, tab_cells).replace(f"\t{VALUES[LAST]}\n", f"\t{VALUES[LAST]}\n5\n")
    assert LAST not in reported(read(text))


def test_a_note_amid_a_row_does_not_cut_it() -> None:
    key = CellKey("3", "carried_forward", "research")
    text = report(PARTS, tab_cells).replace(f"\t{VALUES[key]}\n", f"\t{VALUES[key]}\n注：含信函\n")
    assert not wrong(read(text), VALUES)


def _framed(rows: Rows) -> list[str]:
    return one_a_line(rows)


def _in_a_frame(text: str) -> str:
    return "\n\t" + "\n".join(line for line in text.split("\n") if line.strip()) + "\n\n\n"


def test_one_cell_around_the_whole_page_is_its_frame() -> None:
    reading = read(_in_a_frame(_unnumbered(report(PARTS, _framed))))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_figure_lost_within_a_frame_moves_no_other() -> None:
    key = CellKey("3", "granted", "research")
    lines = _in_a_frame(_unnumbered(report(PARTS, _framed))).split("\n")
    lines.remove(VALUES[key])
    reading = read("\n".join(lines))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != "granted"})


def _numbered_with_blank_row(rows: Rows) -> list[str]:
    """A data frame's numbers of columns above, a row without a cell below."""
    width = max(map(len, rows))
    full = [row + [""] * (width - len(row)) for row in rows]
    return ["", *tsv([[str(n) for n in range(width)]]), *tsv(full), *tsv([[""] * width]), ""]


def test_a_blank_row_below_the_last_goes_on_with_none() -> None:
    reading = read(report(PARTS, _numbered_with_blank_row))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def _with_blank_rows_of_bars(rows: Rows) -> list[str]:
    width = max(map(len, rows))
    full = [row + [""] * (width - len(row)) for row in rows]
    lines = []
    for row in full:
        if row[0].startswith("第二十条") and lines:
            lines += compact([[""] * width])
        lines += compact([row])
    return lines


def test_bars_alone_as_many_as_a_rows_are_a_blank_row() -> None:
    reading = read(report(PARTS, _with_blank_rows_of_bars))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def _without_walls(rows: Rows) -> list[str]:
    """Bars between cells alone: a blank cell at either end leaves one there. A page ends amid the longest table."""
    is_third = rows[-1][0].startswith("四、")
    full = (
        [[row[0], "", *row[1:]] if row[0][:1] in "一二四" else ["", *row] for row in rows]
        if is_third
        else rows
    )
    width = max(map(len, full))
    lines = [" | ".join(row + [""] * (width - len(row))) for row in full]
    if not is_third:
        return lines
    at = len(lines) - 6
    return [*lines[:at], "— 2 —", "青岚县林业局2022年政府信息公开工作年度报告", *lines[at:]]


def test_a_total_column_left_blank_is_blank_on_the_next_page_too() -> None:
    parts = [replace(p, rows=[[*row[:-1], ""] for row in p.rows]) if p.table_no == "3" else p for p in PARTS]
    values = {k: "" if k.table_no == "3" and k.col_key == "total" else v for k, v in VALUES.items()}
    reading = read(report(parts, _without_walls))
    assert not wrong(reading, values)
    lower = [k for k in VALUES if k.row_key in ("other_misc", "total_handled", "carried_forward")]
    assert {k for k in lower if k.col_key != "total"} <= reported(reading)


def test_a_figure_lost_on_the_next_page_is_told_of_no_column() -> None:
    parts = [replace(p, rows=[[*row[:-1], ""] for row in p.rows]) if p.table_no == "3" else p for p in PARTS]
    text = report(parts, _without_walls)
    key = CellKey("3", "other_misc", "research")
    reading = read(text.replace(f" {VALUES[key]} |", ""))
    values = {k: v for k, v in VALUES.items() if k.row_key != "other_misc"}
    assert not wrong(reading, values)
    assert cells_of(reading)[key]["status"] != "reported"
