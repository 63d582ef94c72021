"""The empty table of a template above the same table filled in: the filled one counts, unless other words stand between them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    HEADINGS,
    Part,
    figures,
    markdown,
    printed,
    read,
    report,
    reported,
    tab_cells,
    tsv,
    wrong,
)

VALUES, OTHERS = figures(), figures(first=5001)
PARTS = printed(VALUES)
LAYOUTS = {"tsv": tsv, "markdown": markdown, "tab_cells": tab_cells}


def _lines(table_no: str, layout: str, fill: str | None) -> list[str]:
    """A print of a table with one and the same text in all its cells, or with figures of its own."""
    parts = [p for p in (PARTS if fill is not None else printed(OTHERS)) if p.table_no == table_no]
    filled = [
        [[row[0], *(fill for _ in row[1:])] for row in p.rows] if fill is not None else p.rows for p in parts
    ]
    return LAYOUTS[layout]([row for p, rows in zip(parts, filled, strict=True) for row in [*p.header, *rows]])


def _text(table_no: str, layout: str, *above: str) -> str:
    heading = HEADINGS[table_no]
    return report(PARTS, LAYOUTS[layout]).replace(heading, "\n".join([heading, "", *above]), 1)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("fill", ["", "XX", "××", "____"])
@pytest.mark.parametrize("table_no", ["2", "3"])
def test_the_filled_table_counts(table_no: str, fill: str, layout: str) -> None:
    reading = read(_text(table_no, layout, *_lines(table_no, layout, fill)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("fill", ["0", None])
def test_of_two_with_figures_neither_counts(fill: str | None, layout: str) -> None:
    reading = read(_text("3", layout, *_lines("3", layout, fill)))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("words", ["下属事业单位：", "以下为局属单位填报数", "合计"])
def test_words_between_the_two_leave_it_open(words: str, layout: str) -> None:
    reading = read(_text("3", layout, *_lines("3", layout, ""), "", words, ""))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


def test_a_pattern_with_a_figure_is_none() -> None:
    above = [line.replace("XX", "7", 1) if "重复申请" in line else line for line in _lines("3", "tsv", "XX")]
    reading = read(_text("3", "tsv", *above))
    assert not wrong(reading, VALUES)
    assert not {
        key
        for key in reported(reading, "3")
        if key.row_key == "rejected_repeat" and key.col_key == "natural_person"
    }


def test_a_table_of_blanks_that_is_printed_once_is_one_of_blanks() -> None:
    blank: list[Part] = [
        replace(p, rows=[[row[0], *("" for _ in row[1:])] for row in p.rows]) if p.table_no == "3" else p
        for p in PARTS
    ]
    reading = read(report(blank, tsv))
    assert {c["status"] for c in reading.cells if c["table_no"] == "3"} == {"blank"}
