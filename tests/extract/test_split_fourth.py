"""Table 4 printed as two tables, one for the review and one for both suits, blank cells in one of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    Figures,
    Part,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)
from tests.turns import in_turn

TABLE = forms()["2021"].table("4")
NAMES = [column.zh for column in TABLE.columns]
KEPT = ["tsv", "tab_cells", "closed", "markdown", "box", "grid", "html"]


def split(values: Figures, name: str) -> str:
    """A report whose fourth table is two, a blank line between them."""
    parts = printed(values)
    (fourth,) = (part for part in parts if part.table_no == "4")
    row = fourth.rows[0]
    review = Part("4", [["行政复议", *[""] * 4], NAMES], [row[:5]], ("all",))
    blank = [""] * 4
    header = [["行政诉讼", *[""] * 9], ["未经复议直接起诉", *blank, "复议后起诉", *blank], NAMES * 2]
    suits = Part("4", header, [row[5:]], ("all",))
    whole = report([replace(p, rows=[], header=[]) if p is fourth else p for p in parts], GRIDS["tsv"])
    two = [line for part in (review, suits) for line in [*GRIDS[name](part.header + part.rows), "", ""]]
    return whole.replace(HEADINGS["4"], "\n".join([HEADINGS["4"], "", *two]))


@in_turn
@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("blank", [(), ("suit_direct",), ("suit_after_review",)])
def test_one_of_the_suits_blank(blank: tuple[str, ...], name: str) -> None:
    values = figures() | {CellKey("4", row, c.key): "" for row in blank for c in TABLE.columns}
    reading = read(split(values, name))
    assert not wrong(reading, values)
    assert {k for k, v in values.items() if v and k.table_no == "4"} == reported(reading, "4")
    for row in blank:
        assert set(status_of(reading, "4", row)) == {"blank"}


@pytest.mark.parametrize("name", ["closed", "markdown", "html"])
def test_the_review_blank(name: str) -> None:
    values = figures() | {CellKey("4", "review", c.key): "" for c in TABLE.columns}
    reading = read(split(values, name))
    assert not wrong(reading, values)
    assert {k for k, v in values.items() if v and k.table_no == "4"} == reported(reading, "4")


@pytest.mark.parametrize("name", KEPT)
def test_a_blank_row_above_the_figures_is_none(name: str) -> None:
    values = figures()
    text = split(values, name)
    reading = read(text)
    (fourth,) = (part for part in printed(values) if part.table_no == "4")
    row = fourth.rows[0]
    lines = text.split("\n")
    at = next(
        n
        for n, line in enumerate(lines)
        if (row[0] in line and row[4] in line) or line.strip("\t ") == row[0]
    )
    blank = GRIDS[name]([[""] * 5])
    with_blank = read("\n".join([*lines[:at], *blank, *lines[at:]]))
    assert not wrong(reading, values)
    assert not wrong(with_blank, values)
    assert set(status_of(with_blank, "4", "review")) != {"blank"}
