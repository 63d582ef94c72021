"""Figures that no row took, and labels that are no row's by letters alone: what stands beside them is in doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.damage import COLUMNS, PARTS, Render, grids, text_of
from tests.extract.printed import (
    Part,
    change,
    figures,
    one_a_line,
    printed,
    read,
    reported,
    row_of,
    status_of,
    tsv,
    wrong,
)
from tests.turns import in_turn

TABLE = forms()["2021"].table("3")
NOUGHTS = ("commercial", "social_org", "legal_service")
VALUES = {
    key: "0" if key.table_no == "3" and key.col_key in NOUGHTS else text for key, text in figures().items()
}
LINES = printed(VALUES)
NUMBER = re.compile(r"^(?:[0-9]\.|（.）|[一二三四]、)")


def spaced(rows: list[list[str]]) -> list[str]:
    return [line for cell in one_a_line(rows) for line in (cell, "")]


def third_table(
    parts: list[Part], rows: Callable[[Part], list[list[str]]], table_no: str = "3"
) -> list[Part]:
    """The parts with the rows of one table printed otherwise."""
    out = []
    for part in parts:
        new = rows(part) if part.table_no == table_no else part.rows
        out.append(replace(part, rows=new, keys=tuple(map(str, range(len(new))))))
    return out


by_line = pytest.mark.parametrize("render", [one_a_line, spaced], ids=lambda f: f.__name__)


def relabelled(parts: list[Part], label: Callable[[str, str], list[str]]) -> list[Part]:
    """The parts, with the label of each row of table 3 printed as the cells that `label` gives for its key and wording."""
    return [
        replace(
            p,
            rows=[
                [*label(key, row[0]), "", *row[1:]][: None if label(key, row[0]) else 99]
                for key, row in zip(p.keys, p.rows, strict=True)
            ],
        )
        if p.table_no == "3"
        else p
        for p in parts
    ]


# --- one figure a line: two whole rows are never one


@in_turn
@by_line
@pytest.mark.parametrize("printed_as", ["（一）予已公开", "（一）公开", "其中：网上申请", "（单位：件）"])
@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("numbered", [False, True])
def test_row_of_a_strange_label_before_a_known_row(
    render: Render, printed_as: str, wrapped: bool, numbered: bool
) -> None:
    """The seven figures are no first halves of those of the next row, whose noughts would be whole."""
    for at, row in enumerate(TABLE.rows[:-1]):
        after = TABLE.rows[at + 1]

        def label(key: str, text: str, row=row, after=after) -> list[str]:  # type: ignore[no-untyped-def]
            text = printed_as if key == row.key else text
            text = text if numbered else NUMBER.sub("", text)
            cut = len(text) * 2 // 3
            return [text[:cut], text[cut:]] if wrapped and key == after.key else [text]

        strange = {key: text for key, text in VALUES.items() if key.row_key != row.key}
        assert not wrong(read(text_of(relabelled(LINES, label), render)), strange | _of(row.key)), row.key


def _of(row: str) -> dict[CellKey, str]:
    """What may be reported of the row of the strange label: its own figures, where its place is certain."""
    return {key: text for key, text in VALUES.items() if key.row_key == row}


@by_line
def test_row_that_the_form_does_not_have(render: Render) -> None:
    extra = ["其中：网上申请", "31", "0", "0", "0", "0", "2", "33"]
    parts = [
        replace(p, rows=[p.rows[0], extra, *p.rows[1:]], keys=("new_received", "x", *p.keys[1:]))
        if p.table_no == "3"
        else p
        for p in LINES
    ]
    reading = read(text_of(parts, render))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", "carried_over")) == {"reported"}


# --- digits before and behind a label


@in_turn
@by_line
@pytest.mark.parametrize("key", ["penalties", "permits", "regulations", "fees"])
def test_digits_before_and_behind_a_label_under_the_header(render: Render, key: str) -> None:
    for first in ("293", "2"):
        reading = read(text_of(change(PARTS, key, [first, *row_of(PARTS, key, "2")]), render))
        assert "reported" not in status_of(reading, "2", key)
        if render is one_a_line:  # among blank lines single figures may be the numbers of pages
            assert reported(reading, "2") == {k for k in figures() if k.table_no == "2" and k.row_key != key}


@by_line
@pytest.mark.parametrize("keys", [("penalties", "coercion"), ("regulations", "normative_docs")])
def test_digits_before_one_label_may_stand_before_the_next(render: Render, keys: tuple[str, str]) -> None:
    upper, lower = keys
    row = row_of(PARTS, upper, "2")
    reading = read(text_of(change(PARTS, upper, ["29", *row, "68"]), render))
    assert "reported" not in status_of(reading, "2", upper) + status_of(reading, "2", lower)


def test_figures_on_the_line_of_their_label() -> None:
    text = text_of(PARTS, one_a_line).replace("行政处罚\n", "293\n行政处罚 ")
    assert "293\n行政处罚 " in text
    assert status_of(read(text), "2", "penalties") == ["uncertain"]


# --- labels against their number


@grids
def test_cut_label_is_not_its_sibling_against_its_number(render: Render) -> None:
    """4.反复申请 is nearer to 2.重复申请 than to its own row, but for the number."""
    parts = change(PARTS, "rejected_excessive", ["4.反复申请", *row_of(PARTS, "rejected_excessive")[1:]])
    for second in ("2.", "2.重复申请"):
        again = change(parts, "rejected_repeat", [second, *row_of(parts, "rejected_repeat")[1:]])
        for third in ("3.版物", "3.要求提供公开出版物"):
            cut = change(again, "rejected_publication", [third, *row_of(parts, "rejected_publication")[1:]])
            reading = read(text_of(cut, render))
            assert not wrong(reading, figures())
            assert len(reported(reading, "3")) >= len(TABLE.rows) * len(COLUMNS) - 2 * len(COLUMNS)


@grids
def test_number_alone_is_no_label_of_another_row(render: Render) -> None:
    """Where 5. stands first and 1. last, the last row is not the fifth by its place."""
    first, last = row_of(PARTS, "rejected_petition"), row_of(PARTS, "rejected_reconfirm")
    parts = change(PARTS, "rejected_petition", ["5.具己获取信息", *last[1:]])
    parts = change(parts, "rejected_reconfirm", ["1.", *first[1:]])
    assert not wrong(read(text_of(parts, render)), figures())
    # with its own number it is
    alone = change(PARTS, "rejected_reconfirm", ["5.", *last[1:]])
    assert set(status_of(read(text_of(alone, render)), "3", "rejected_reconfirm")) == {"reported"}


@grids
@pytest.mark.parametrize("label", ["1.不再处理其政府信息公开申请", "不再处理其政府信息公开申请"])
def test_end_of_two_labels_is_neither(render: Render, label: str) -> None:
    parts = change(PARTS, "other_overdue_correction", [label, *row_of(PARTS, "other_overdue_correction")[1:]])
    gone = [
        replace(
            p,
            rows=[r for k, r in zip(p.keys, p.rows, strict=True) if k != "other_overdue_fee"],
            keys=tuple(k for k in p.keys if k != "other_overdue_fee"),
        )
        if p.table_no == "3"
        else p
        for p in parts
    ]
    known = {k: v for k, v in figures().items() if k.row_key != "other_overdue_fee"}
    assert not wrong(read(text_of(gone, render)), known)


@grids
def test_renumbered_and_mistyped_labels_are_read(render: Render) -> None:
    """A number that is not the form's tells nothing against a label that is like no other."""
    parts = change(
        PARTS,
        "denied_enforcement_file",
        ["6.属于行政执法案件", *row_of(PARTS, "denied_enforcement_file")[1:]],
    )
    parts = change(parts, "granted", ["三、（一）予已公开", *row_of(PARTS, "granted")[1:]])
    assert reported(read(text_of(parts, render))) == set(figures())


# --- figures beside a row given as blank


@in_turn
@grids
@pytest.mark.parametrize("above", [False, True])
def test_row_is_not_blank_beside_figures_of_no_row(render: Render, above: bool) -> None:
    for key in ("partially_granted", "denied_state_secret", "other_misc"):
        label, *own = row_of(PARTS, key)
        blank, bare = [label, *[""] * len(own)], ["", *own]
        rows = [bare, blank] if above else [blank, bare]
        parts = [
            replace(
                p,
                rows=[
                    r for k, row in zip(p.keys, p.rows, strict=True) for r in (rows if k == key else [row])
                ],
                keys=tuple(n for k in p.keys for n in ([k, f"{k}-"] if k == key else [k])),
            )
            for p in PARTS
        ]
        reading = read(text_of(parts, render))
        assert not wrong(reading, figures())
        assert "blank" not in status_of(reading, "3", key)


def test_blank_row_stays_blank() -> None:
    label, *own = row_of(PARTS, "partially_granted")
    reading = read(text_of(change(PARTS, "partially_granted", [label, *[""] * len(own)]), tsv))
    assert set(status_of(reading, "3", "partially_granted")) == {"blank"}


@grids
def test_few_figures_above_the_first_row(render: Render) -> None:
    """,,906,806 above 规章: figures slid off some row, and nothing tells which."""
    parts = [
        replace(p, rows=[["", "", "906", "806"], *p.rows], keys=("x", *p.keys))
        if "regulations" in p.keys
        else p
        for p in PARTS
    ]
    reading = read(text_of(parts, render))
    assert set(status_of(reading, "2", "regulations")) == {"uncertain"}
    assert set(status_of(reading, "2", "normative_docs")) == {"reported"}


# --- rows of figures slid against labels


@grids
def test_rows_slid_against_their_labels(render: Render) -> None:
    """Figures beside pieces of labels and labels without figures, by turns: no row of the table is known."""

    def slid(part: Part) -> list[list[str]]:
        rows = []
        for at, row in enumerate(part.rows):
            blank = [""] * len(row[1:])
            apart = [["理结果", *row[1:]], [row[0], *blank]] if 4 <= at < 9 else [row]
            rows += apart
        return rows

    reading = read(text_of(third_table(PARTS, slid), render))
    assert not reported(reading, "3")
    assert "blank" not in {cell["status"] for cell in reading.cells if cell["table_no"] == "3"}


@grids
def test_figures_of_table_4_among_the_words_of_its_header(render: Render) -> None:
    """Half of the row stands one row higher, among the last words of labels: the cells left are not blank."""

    def halves(part: Part) -> list[list[str]]:
        (row,) = part.rows
        upper = [text if at % 3 else "持" for at, text in enumerate(row)]
        return [upper, ["" if at % 3 else text for at, text in enumerate(row)]]

    reading = read(text_of(third_table(PARTS, halves, "4"), render))
    assert not wrong(reading, figures())
    assert "blank" not in {cell["status"] for cell in reading.cells if cell["table_no"] == "4"}


@grids
def test_blank_cell_of_table_4_below_its_header(render: Render) -> None:
    """Whatever numbers stand higher up, the blank cell is one."""

    def lacking(part: Part) -> list[list[str]]:
        (row,) = part.rows
        return [[*row[:7], "", *row[8:]]]

    parts = [
        replace(p, header=[list(map(str, range(15))), *p.header]) if p.table_no == "4" else p for p in PARTS
    ]
    assert len(reported(read(text_of(third_table(parts, lacking, "4"), render)), "4")) == 14
