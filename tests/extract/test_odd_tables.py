"""Tables that a filer or a converter made odd, but that a careful human reads without doubt; and those one does not.

Each oddity is printed in every layout. Beside each stands the text that a careless reading of it would get wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.odd import (
    HEADER,
    LAYOUTS,
    PARTS,
    TABLE_3,
    THIRD,
    VALUES,
    doubted,
    every_layout,
    instead_of,
    some_layouts,
    third,
    whole,
)
from tests.extract.printed import (
    PLAIN,
    Part,
    Rows,
    aligned,
    cells_of,
    change,
    closed,
    figures,
    one_line,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn


@every_layout
def test_table_3_turned(layout: str) -> None:
    header = [["项目", *(row.zh for row in TABLE_3.rows)]]
    rows = [[column.zh, *(row[1 + i] for row in THIRD.rows)] for i, column in enumerate(TABLE_3.columns)]
    reading = read(report(third(header, rows), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    if layout != "one_a_line":
        assert len(reported(reading, "3")) == len(TABLE_3.rows) * 7
    doubted(third([], rows), layout, "3")


def inserted(at: int, label: str, figure: Callable[[int], str]) -> list[Part]:
    return third(
        [[*HEADER[:at], label, *HEADER[at:]]],
        [[*row[:at], figure(i), *row[at:]] for i, row in enumerate(THIRD.rows)],
    )


@in_turn
@some_layouts
@pytest.mark.parametrize("at", [2, 7])
def test_a_subtotal_of_the_organisations(layout: str, at: int) -> None:
    whole(inserted(at, "小计", lambda i: str(5000 + i)), layout)


@in_turn
@some_layouts
@pytest.mark.parametrize("at", [1, 2, 7, 8])
def test_a_column_without_a_header(layout: str, at: int) -> None:
    rows = [[*row[:at], str(5000 + i), *row[at:]] for i, row in enumerate(THIRD.rows)]
    doubted(third([HEADER], rows), layout, "3")


def test_a_subtotal_under_labels_that_are_cut() -> None:
    """w3m sets each label over its figures and cuts it where the column ends."""
    at = [50, 56, 64, 72, 82, 92, 96, 100]

    def line(row: list[str]) -> str:
        text = row[0]
        for x, cell in zip(at, row[1:], strict=True):
            wide = sum(2 if ord(c) > 0x2E7F else 1 for c in text)
            text += (" " * (x - wide) + cell) if cell else ""
        return text

    header = [
        line(["", "申请人情况", *[""] * 7]),
        line(["", "自然", "法人或其他组织", *[""] * 5, "总"]),
        line(["", "人", "商业企", "科研机", "社会公益", "法律服务", "其", "小", "计"]),
        line(["", "", "业", "构", "组织", "机构", "他", "计", ""]),
    ]
    rows = [[r[0][:24], *r[1:7], str(500 + i), r[7]] for i, r in enumerate(THIRD.rows)]
    plain = report(PARTS, aligned).split("\n")
    first = next(i for i, text in enumerate(plain) if text.startswith(HEADER[0]))
    text = "\n".join([*plain[:first], *header, *map(line, rows), *plain[first + 1 + len(rows) :]])
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) > 150
    mute = "\n".join([*plain[:first], *map(line, rows), *plain[first + 1 + len(rows) :]])
    assert not reported(read(mute), "3")


@every_layout
def test_last_year_beside_this_year(layout: str) -> None:
    parts = [
        replace(
            part,
            header=[[*part.header[0], ""], [*part.header[1], part.header[1][1].replace("本年", "上年")]],
            rows=[[*row, str(9000 + i)] for i, row in enumerate(part.rows)],
        )
        if part.table_no == "2" and len(part.header[1]) == 2
        else part
        for part in PARTS
    ]
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    if layout != "aligned":
        assert len(reported(reading)) == len(VALUES)


@every_layout
def test_a_column_of_units(layout: str) -> None:
    whole(inserted(1, "单位", lambda i: "件"), layout, but=14)


def test_numbered_rows_and_columns_of_a_program() -> None:
    """pandas prints the number of each row and of each column."""

    def numbered(rows: Rows) -> list[str]:
        head = ",".join(["", *map(str, range(len(rows[0])))])
        return [head, *(",".join([str(i), *row]) for i, row in enumerate(rows))]

    text = report(PARTS, numbered)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


HALVES = {
    "in the middle": (HEADER[:4], [HEADER[0], *HEADER[4:]], 4),
    "before the total": (HEADER[:7], [HEADER[0], *HEADER[7:]], 7),
}


@in_turn
@some_layouts
@pytest.mark.parametrize("where", HALVES)
def test_a_table_cut_in_two_side_by_side(layout: str, where: str) -> None:
    left, right, at = HALVES[where]
    one = replace(THIRD, header=[left], rows=[row[:at] for row in THIRD.rows])
    two = replace(THIRD, header=[right], rows=[[row[0], *row[at:]] for row in THIRD.rows])
    reading = read(report(instead_of("3", one, two), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) >= 7 * (len(THIRD.rows) - 3)
    bare = [replace(one, header=[]), replace(two, header=[])]
    doubted(instead_of("3", *bare), layout, "3")
    doubted(instead_of("3", one, replace(two, header=[left])), layout, "3")


@pytest.mark.parametrize("layout", ["tsv", "closed", "html", "running"])
def test_a_row_that_stands_twice_in_a_half(layout: str) -> None:
    rows = [*THIRD.rows[:5], [THIRD.rows[4][0], *["9"] * 7], *THIRD.rows[5:]]
    one = replace(THIRD, header=[HEADER[:4]], rows=[row[:4] for row in rows], keys=())
    two = replace(THIRD, header=[[HEADER[0], *HEADER[4:]]], rows=[[row[0], *row[4:]] for row in THIRD.rows])
    reading = read(report(instead_of("3", one, two), LAYOUTS[layout]))
    left = {c.key for c in TABLE_3.columns[:3]}
    row = TABLE_3.rows[4].key
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != row or k.col_key not in left})
    assert {c["reason"] for k, c in cells_of(reading).items() if k.row_key == TABLE_3.rows[4].key} >= {
        "row-repeated"
    }


# --- another year's table, another agency's


@some_layouts
def test_the_last_row_under_the_label_of_the_first(layout: str) -> None:
    rows = [*THIRD.rows[:-1], [THIRD.rows[0][0], *THIRD.rows[-1][1:]]]
    in_doubt = {"new_received", "carried_forward"}
    for printed_rows in (rows, rows[1:]):
        reading = read(report(third(THIRD.header, printed_rows), LAYOUTS[layout]))
        assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key not in in_doubt})


@some_layouts
def test_group_rows_with_subtotals(layout: str) -> None:
    groups = {
        "granted": "三、本年度办理结果",
        "denied_state_secret": "（三）不予公开",
        "unable_not_held": "（四）无法提供",
        "rejected_petition": "（五）不予处理",
        "other_overdue_correction": "（六）其他处理",
    }
    rows: Rows = []
    for key, row in zip(THIRD.keys, THIRD.rows, strict=True):
        if key in groups:
            rows.append([groups[key], *(str(8000 + len(rows) * 10 + i) for i in range(7))])
        rows.append(row)
    reading = read(report(third(THIRD.header, rows), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)


# --- whole tables on one line


@pytest.mark.parametrize("blank", [None, 3])
def test_a_table_on_one_line(blank: int | None) -> None:
    parts = PARTS
    if blank is not None:
        rows = [[*r[:blank], "", *r[blank + 1 :]] if i == 6 else r for i, r in enumerate(THIRD.rows)]
        parts = third(THIRD.header, rows)
    reading = read(report(parts, one_line))
    values = dict(VALUES)
    if blank is not None:
        values.pop(CellKey("3", TABLE_3.rows[6].key, TABLE_3.columns[blank - 1].key))
    assert not wrong(reading, values)
    # table 4, one row under its header, is not told from a row of a table by its labels
    assert reported(reading) >= {key for key in values if key.table_no == "3"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "{'规章': {'本年制发件数': 3, '现行有效件数': None}}",
            [["", "本年制发件数", "现行有效件数"], ["规章", "3", ""]],
        ),
        (
            "[{'类别': '规章', '数': '3'}, {'类别': '乙', '数': '4'}]",
            [["类别", "数"], ["规章", "3"], ["乙", "4"]],
        ),
        ('{"一、本年新收": [1, 2, null]}', [["一、本年新收", "1", "2", ""]]),
        ("['（三）不予\\n公开', '1']\n['乙', 2]", [["（三）不予\n公开", "1"], ["乙", "2"]]),
        ("[1]", []),
        ("[见附件]", []),
        ("['甲', '1'", []),
    ],
)
def test_lists_of_rows(text: str, rows: Rows) -> None:
    from assets.extract.model import GridRow
    from assets.extract.readers import items

    found = [[c.text for c in item.cells] for item in items(text.split("\n")) if isinstance(item, GridRow)]
    assert found == rows


# --- forms of another kind, and several reports


def test_a_row_with_a_blank_among_rows_with_a_figure_too_many() -> None:
    """Seven figures in a table of eight columns are not those of the form's seven."""
    rows = [[*row[:7], str(5000 + i), row[7]] for i, row in enumerate(THIRD.rows)]
    rows[5] = [rows[5][0], *rows[5][2:]]
    text = report(third([HEADER], rows), PLAIN["running"])
    assert not reported(read(text), "3")


@pytest.mark.parametrize("cut", range(2, 9))
def test_a_label_over_two_cells(cut: int) -> None:
    """A wall of the rows below runs through the labels that span their two columns."""
    values = figures()

    def parted(rows: Rows) -> list[str]:
        return closed([[row[0][:cut], row[0][cut:], *row[1:]] if len(row) == 8 else row for row in rows])

    reading = read(report(printed(values), parted))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) > 0.9 * sum(key.table_no == "3" for key in values)


def test_two_cells_that_only_resemble_a_label_are_none() -> None:
    """A row that the form does not have, its label over two cells."""
    values = figures()
    parts = change(printed(values), "granted", ["（一）予以公示", *["7"] * 7])

    def parted(rows: Rows) -> list[str]:
        return closed(
            [["（一）予以", "公示", *row[1:]] if row[0] == "（一）予以公示" else row for row in rows]
        )

    reading = read(report(parts, parted))
    assert not wrong(reading, values)


@pytest.mark.parametrize("space", [" ", ""])
def test_a_figure_in_the_cell_of_the_label_leaves_no_blank(space: str) -> None:
    """A wall stands one column too far right: the first figure is in the label's cell, and the next one is empty."""
    values = figures()

    slides = ("行政规范性文件", "1.属于国家秘密")

    def slid(rows: Rows) -> list[str]:
        return closed([[row[0] + space + row[1], "", *row[2:]] if row[0] in slides else row for row in rows])

    reading = read(report(printed(values), slid))
    assert not wrong(reading, values)
    assert "blank" not in {cell["status"] for cell in cells_of(reading).values()}
