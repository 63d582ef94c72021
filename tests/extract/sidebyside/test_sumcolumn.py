"""A column 合计 behind the last group of table 4."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    Part,
    Rows,
    figures,
    html,
    markdown,
    printed,
    python_lists,
    read,
    report,
    reported,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
SPREAD = [
    ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9, "合计"],
    [
        "结果维持",
        "结果纠正",
        "其他结果",
        "尚未审结",
        "总计",
        "未经复议直接起诉",
        *[""] * 4,
        "复议后起诉",
        *[""] * 4,
        "",
    ],
    [*[""] * 5, *["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2, ""],
]
DROPPED = [[cell for cell in row if cell] for row in SPREAD]
REPEATED = [
    ["行政复议"] * 5 + ["行政诉讼"] * 10 + ["合计"],
    [*SPREAD[2][5:10], *["未经复议直接起诉"] * 5, *["复议后起诉"] * 5, "合计"],
    [*SPREAD[2][5:10] * 3, "合计"],
]


def text_of(header: Rows, render, *, first: bool = False, named: bool = True) -> str:  # type: ignore[no-untyped-def]
    def with_sum(part: Part) -> Part:
        if part.table_no != "4":
            return part
        (row,) = part.rows
        return replace(part, header=header, rows=[["999", *row] if first else [*row, "999"]])

    own = header if named else [[c for c in row if c != "其他结果"] for row in header]
    return report(
        [replace(p, header=own) if p.table_no == "4" else p for p in map(with_sum, printed(VALUES))], render
    )


@in_turn
@pytest.mark.parametrize("render", [tsv, html, markdown, python_lists])
@pytest.mark.parametrize("header", [SPREAD, DROPPED, REPEATED])
def test_the_sum_of_all_is_no_figure_of_the_form(header: Rows, render) -> None:  # type: ignore[no-untyped-def]
    reading = read(text_of(header, render))
    assert not wrong(reading, VALUES)
    if header is not DROPPED or render is tsv:
        assert len(reported(reading, "4")) == 15


def test_a_header_that_does_not_tell_of_it_or_lacks_columns() -> None:
    for text in (
        text_of([["行政复议", "行政诉讼"], *DROPPED[1:]], tsv),
        text_of(DROPPED, tsv, first=True).replace("合计", ""),
        text_of(DROPPED, tsv, named=False),
    ):
        assert not reported(read(text), "4")
    assert not wrong(read(text_of([["合计", *DROPPED[0][:2]], *DROPPED[1:]], tsv, first=True)), VALUES)


def test_numbers_of_rows_beside_headers_that_lost_their_last_blanks() -> None:
    header = [["", *map(str, range(15))], *([str(n), *row] for n, row in enumerate(SPREAD))]
    header = [row[:16] for row in header]

    def render(rows: Rows) -> list[str]:
        return [line.rstrip() for line in tsv(rows)]

    parts = [
        replace(p, header=header, rows=[["3", *p.rows[0]]]) if p.table_no == "4" else p
        for p in printed(VALUES)
    ]
    text = report(parts, render).replace("\t合计", "")
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


def test_a_header_with_a_row_shorter_than_the_sum_stands() -> None:
    text = text_of([*SPREAD[:1], SPREAD[1][:6], *SPREAD[2:]], tsv)
    assert not wrong(read(text), VALUES)
    assert not wrong(read(text_of([*SPREAD[:1], ["未经复议直接起诉"], *SPREAD[1:]], tsv)), VALUES)
