"""Figures whose row or column their place does not tell after all: none of them is given, or only what is sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    TITLE,
    Part,
    Rows,
    aligned,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)

VALUES = figures("2019")
OLD = TITLE.replace("2022", "2020")
# The first row, printed so, lacks a reading, and the second is whole; or the first is, and the second lacks a figure.
BELOW = {
    "short": ("0  0  5", "0  0"),
    "shorter": ("0  0  5", "0"),
    "count": ("0  0  5", "原5项，现3项  0  0"),
}


def split(rows: Rows, labels: list[str], lines: list[str]) -> list[str]:
    """The block whose labels are these, printed as `lines`; the others as rows."""
    if not any(row[0] in labels for row in rows):
        return running(rows)
    out: list[str] = []
    for row in rows:
        if row[0] not in labels:
            out += running([row])
        elif row[0] == labels[0]:
            out += lines
    return out


@pytest.mark.parametrize("kind", list(BELOW))
def test_two_labels_and_then_the_figures_of_both_one_of_them_short(kind: str) -> None:
    lines = ["行政处罚", "行政强制", *BELOW[kind]]
    text = report(
        printed(VALUES, "2019"), lambda rows: split(rows, ["行政处罚", "行政强制"], lines), title=OLD
    )
    own = {key for key in reported(read(text), "2") if key.row_key in ("penalties", "coercion")}
    assert "行政强制\n0  0  5" in text
    assert not own


def test_one_label_with_its_figures_below_it_is_not_in_doubt() -> None:
    lines = ["行政处罚", "0 0 5", "行政强制", "0 0 7"]
    text = report(
        printed(VALUES, "2019"), lambda rows: split(rows, ["行政处罚", "行政强制"], lines), title=OLD
    )
    own = {key for key in reported(read(text), "2") if key.row_key in ("penalties", "coercion")}
    assert len(own) == 6


@pytest.mark.parametrize("first", ["1 2 3", "原5项，现3项 0 0", "？ 0 0"])
def test_figures_above_their_labels_of_which_one_has_no_reading(first: str) -> None:
    lines = [first, "行政处罚", "0 0 0", "行政强制"]
    text = report(
        printed(VALUES, "2019"), lambda rows: split(rows, ["行政处罚", "行政强制"], lines), title=OLD
    )
    assert not {key for key in reported(read(text), "2") if key.row_key == "penalties"}


def test_the_last_letter_of_a_label_that_a_page_parts_from_its_beginning_is_no_sign() -> None:
    lines = [
        "第二十条第（五）项",
        "信息内容                 上一年项     本年增/      处理决定",
        "-2-",
        "",
        OLD,
        "                         目数量       减           数量",
        "行政许可                 0            11           0",
        "其他对外管理服务事项     0            0            153",
    ]
    text = report(printed(VALUES, "2019"), running, title=OLD)
    start, end = text.index("第二十条第（五）项"), text.index("第二十条第（六）项")
    cell = cells_of(read(text[:start] + "\n".join(lines) + "\n" + text[end:]))
    assert cell[CellKey("2", "permits", "change")]["value"] in (11.0, None)


@pytest.mark.parametrize("mark", [",", ";"])
def test_groups_named_in_another_order_in_rows_of_fewer_cells(mark: str) -> None:
    """The groups of table 4 stand in lines of their own, of two cells each, which are no rows of its block."""
    values = figures("2021")
    parts: list[Part] = printed(values)
    fourth = parts[-1]
    upper = [["行政诉讼", "行政复议"], ["未经复议直接起诉", "复议后起诉"]]
    row = fourth.rows[0]
    parts[-1] = replace(fourth, header=[*upper, fourth.header[-1]], rows=[[*row[5:], *row[:5]]])
    text = report(parts, lambda rows: [mark.join(f'"{cell}"' for cell in row) for row in rows])
    assert '"行政诉讼"' in text
    assert not wrong(read(text), values)


def test_the_only_whole_row_out_of_line_with_all_others_shows_no_columns() -> None:
    """Of the others, those in line with it have their total below its last column but one."""

    def crooked(rows: Rows) -> list[str]:
        if len(rows) < 20:
            return aligned(rows)
        lines = aligned(rows[:2])
        for at, row in enumerate(rows[2:]):
            lines += aligned([[row[0], row[1], row[7]]], step=50, label=105 if at % 5 else 100)
        return lines

    values = figures("2021")
    own = {key for key in reported(read(report(printed(values), crooked)), "3") if key.col_key == "other_org"}
    assert own == {CellKey("3", "new_received", "other_org")}


def test_the_only_row_with_a_figure_for_the_last_column() -> None:
    values = figures("2021")

    def without_total(rows: Rows) -> list[str]:
        if not any(len(row) == 8 and row[1].isdigit() for row in rows):
            return running(rows)
        lines = []
        for row in rows:
            kept = row[:7] if len(row) == 8 and row[1].isdigit() else row
            lines.append("　".join([*kept, *(["3"] if row[0].startswith("2.申请人逾期") else [])]))
        return lines

    reading = read(report(printed(values), without_total))
    assert CellKey("3", "other_overdue_fee", "total") not in reported(reading)
