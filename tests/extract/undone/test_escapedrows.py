r"""Tables whose rows stand on one line with every bar escaped (assets/extract/undone/bars/escapedrows.py)."""

from __future__ import annotations

import pytest

from assets.extract.undone.bars.escapedrows import with_escaped_rows_apart
from schemas.form import CellKey
from tests.extract.printed import (
    Part,
    Rows,
    change,
    figures,
    markdown,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)


def _filled(rows: Rows) -> Rows:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def framed(parts: list[Part], lose: str = "", more: str = "") -> str:
    """The whole report on one line in the cell of a frame; `lose` is taken out of it, `more` gets a blank cell behind it."""
    lines = report(parts, lambda rows: markdown(_filled(rows))).split("\n")
    title, rest = lines[0], [line for line in lines[1:] if line]
    headings = [
        f"**{line}**" if line[1:2] == "、" and not line.startswith("|") and len(line) < 30 else line
        for line in rest
    ]
    text = " ".join(headings).replace("|", "\\|")
    text = text.replace(lose, "", 1) if lose else text
    text = text.replace(more, f"{more}  \\|", 1) if more else text
    return f"{title}\n\n|  |\n| --- |\n| {text} |\n"


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_rows_are_cut_where_the_rule_says(form: str) -> None:
    values = figures(form)
    reading = read(framed(printed(values, form)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_a_blank_cell_is_one() -> None:
    values = figures()
    key = CellKey("3", "granted", "research")
    row = row_of(printed(values), "granted")
    row[3] = ""
    reading = read(framed(change(printed(values), "granted", row)))
    assert status_of(reading, "3", "granted", "research") == ["blank"]
    assert reported(reading) == set(values) - {key}


@pytest.mark.parametrize("row", ["granted", "denied_other_law", "carried_forward"])
@pytest.mark.parametrize("column", [0, 3, 6])
def test_a_row_with_a_cell_too_few_or_too_many_is_not_cut(row: str, column: int) -> None:
    values = figures()
    key = [k for k in values if k.table_no == "3" and k.row_key == row][column]
    cell = f" {values[key]} \\|"
    for text in (framed(printed(values), lose=cell), framed(printed(values), more=cell)):
        lines = text.split("\n")
        assert with_escaped_rows_apart(lines) == (lines, None)
        assert not wrong(read(text), values)


def test_lines_without_a_rule_stay() -> None:
    lines = [r"\| 规章 \| 1 \| 2 \| \| 文件 \| 3 \| 4 \| \| 许可 \| 5 \| 6 \| \| 处罚 \| 7 \| 8 \|"]
    assert with_escaped_rows_apart(lines) == (lines, None)
