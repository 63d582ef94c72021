"""Table 4 without one of its columns (assets/extract/sidebyside/fewerfourth.py)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import GRIDS, Figures, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

TABLE = forms()["2021"].table("4")
NAMES = [column.zh for column in TABLE.columns]
KEPT = ["tsv", "tab_cells", "closed", "markdown", "html"]


def _without(values: Figures, column: str, name: str, names: list[str], *, spans: str = "blank") -> str:
    """A report whose fourth table has not the column; merged cells are blank where they go on, repeated, or left out."""
    kept = [c.key for c in TABLE.columns if c.key != column]
    row = [values[CellKey("4", r.key, key)] for r in TABLE.rows for key in kept]

    def over(label: str, width: int) -> list[str]:
        return [label, *({"blank": [""], "repeated": [label], "left out": []}[spans] * (width - 1))]

    upper = [*over("行政复议", 4), *over("行政诉讼", 8)]
    lower = [*over("", 4), *over("未经复议直接起诉", 4), *over("复议后起诉", 4)]
    header = [upper, lower[1:] if spans == "left out" else lower, names]
    parts = [
        replace(part, header=header, rows=[row]) if part.table_no == "4" else part for part in printed(values)
    ]
    return report(parts, GRIDS[name])


@in_turn
@pytest.mark.parametrize("spans", ["blank", "repeated", "left out"])
@pytest.mark.parametrize("column", ["total", "pending"])
@pytest.mark.parametrize("name", KEPT)
def test_the_columns_that_are_there_are_read(name: str, column: str, spans: str) -> None:
    values = figures()
    names = [c.zh for c in TABLE.columns if c.key != column] * 3
    reading = read(_without(values, column, name, names, spans=spans))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {k for k in values if k.table_no == "4" and k.col_key != column}


@pytest.mark.parametrize("name", KEPT)
def test_names_in_another_order_tell_nothing(name: str) -> None:
    values = figures()
    names = NAMES[:4] * 2 + [NAMES[1], NAMES[0], *NAMES[2:4]]
    reading = read(_without(values, "total", name, names))
    assert not reported(reading, "4")


@pytest.mark.parametrize("name", KEPT)
def test_another_column_in_one_group_tells_nothing(name: str) -> None:
    values = figures()
    names = NAMES[:4] * 2 + [*NAMES[:3], NAMES[4]]
    reading = read(_without(values, "total", name, names))
    assert not reported(reading, "4")


@pytest.mark.parametrize("name", ["tsv", "tab_cells"])
def test_a_figure_less_tells_nothing(name: str) -> None:
    values = figures()
    kept = [values[CellKey("4", r.key, c.key)] for r in TABLE.rows for c in TABLE.columns[:4]]
    header = [["行政复议", "行政诉讼"], ["未经复议直接起诉", "复议后起诉"], NAMES[:4] * 3]
    parts = [replace(p, header=header, rows=[kept[:-1]]) if p.table_no == "4" else p for p in printed(values)]
    assert not reported(read(report(parts, GRIDS[name])), "4")


def test_a_blank_row_between_the_labels() -> None:
    values = figures()
    names = NAMES[:4] * 3
    text = _without(values, "total", "closed", names)
    line = next(line for line in text.split("\n") if names[0] in line and "复议后" not in line)
    reading = read(text.replace(line, "|" + " |" * 12 + "\n" + line))
    assert not wrong(reading, values)
