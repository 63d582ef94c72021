"""Rows of one width whose cells stand one after the other: a cell a line between bars, or a whole table on one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.readers.bars.equalrows import width_of_rows
from schemas.form import CellKey
from tests.extract.printed import (
    Part,
    Rows,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)
from tests.turns import in_turn

ORGS = ("commercial", "research", "social_org", "legal_service", "other_org")


def _padded(rows: Rows) -> Rows:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def bars_behind(rows: Rows) -> list[str]:
    return [f"{cell} |" for row in _padded(rows) for cell in row]


def bars_in_front(rows: Rows) -> list[str]:
    return [f"| {cell}" for row in _padded(rows) for cell in row]


def bars_in_front_of_rows_apart(rows: Rows) -> list[str]:
    return [line for row in _padded(rows) for line in [*(f"| {cell}" for cell in row), ""]]


def on_one_line(rows: Rows) -> list[str]:
    return ["| " + " | ".join(cell for row in _padded(rows) for cell in row) + " |"]


def on_one_line_by_tabs(rows: Rows) -> list[str]:
    return ["\t".join(cell for row in _padded(rows) for cell in row)]


RENDERERS: dict[str, Callable[[Rows], list[str]]] = {
    f.__name__: f
    for f in (bars_behind, bars_in_front, bars_in_front_of_rows_apart, on_one_line, on_one_line_by_tabs)
}


def _spread(part: Part) -> Part:
    """The part with labels that span three columns, as the form prints table 3."""
    if part.table_no != "3":
        return part
    header = [["", "", *row] for row in part.header]
    return replace(part, header=header, rows=[[label, "", "", *rest] for label, *rest in part.rows])


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("spread", [False, True])
def test_every_cell_is_read(name: str, form: str, spread: bool) -> None:
    values = figures(form)
    parts = [_spread(part) if spread else part for part in printed(values, form)]
    reading = read(report(parts, RENDERERS[name]))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


@in_turn
@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("columns", [ORGS, ("total",), ("natural_person",), ("natural_person", "other_org")])
def test_blank_columns_keep_their_place(name: str, columns: tuple[str, ...]) -> None:
    values = figures()
    for key in [k for k in values if k.table_no == "3" and k.col_key in columns]:
        values[key] = ""
    parts = [_spread(part) for part in printed(values)]
    reading = read(report(parts, RENDERERS[name]))
    assert not wrong(reading, {k: v for k, v in values.items() if v})
    left = {k for k, v in values.items() if v}
    assert not {k for k in left if cells_of(reading)[k]["status"] in ("blank", "not_applicable")}
    if columns == ORGS and name in ("bars_behind", "bars_in_front", "on_one_line"):
        assert left <= reported(reading)
        assert status_of(reading, "3", "rejected_reconfirm", *ORGS) == ["blank"] * 5


@pytest.mark.parametrize("name", RENDERERS)
def test_figures_under_a_column_that_is_no_column_of_the_form_are_not_the_next_ones(name: str) -> None:
    """小计 before 总计, and nothing in 总计: the subtotals are no totals."""
    values = figures()

    def with_subtotal(part: Part) -> Part:
        if part.table_no != "3":
            return part
        header = [[*row[:-1], "小计" if "其他" in row else "", row[-1]] for row in part.header]
        return replace(part, header=header, rows=[[*row[:-1], row[-1], ""] for row in part.rows])

    reading = read(report([_spread(with_subtotal(p)) for p in printed(values)], RENDERERS[name]))
    for key in [k for k in values if k.col_key == "total" and k.table_no == "3"]:
        values[key] = ""
    assert not wrong(reading, values)


@pytest.mark.parametrize("name", RENDERERS)
def test_a_column_left_out_costs_no_wrong_figure(name: str) -> None:
    values = figures()

    def without(part: Part) -> Part:
        if part.table_no != "3":
            return part
        at = next(row.index("社会公益组织") for row in part.header if "社会公益组织" in row)
        cut = lambda row: [*row[:at], *row[at + 1 :]]  # noqa: E731
        return replace(part, header=list(map(cut, part.header)), rows=list(map(cut, part.rows)))

    reading = read(report([_spread(without(p)) for p in printed(values)], RENDERERS[name]))
    for key in [k for k in values if k.col_key == "social_org"]:
        values[key] = ""
    assert not wrong(reading, values)
    assert "blank" not in {c["status"] for k, c in cells_of(reading).items() if values.get(k)}


@in_turn
@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("key", ["granted", "denied_process_info"])
@pytest.mark.parametrize("damage", ["long", "blank", "words", "no label"])
def test_a_damaged_row_costs_no_wrong_figure(name: str, key: str, damage: str) -> None:
    values = figures()
    parts = printed(values)
    label, *cells = row_of(parts, key)
    row = {
        "long": [label, *cells[:3], "77", *cells[3:]],
        "blank": [label, *[""] * 7],
        "words": [label, "无", "同上", *cells[2:]],
        "no label": ["", *cells],
    }[damage]
    for at, column in enumerate(("natural_person", *ORGS, "total")):
        own = CellKey("3", key, column)
        values[own] = values[own] if damage != "blank" and (damage != "words" or at > 1) else ""
    reading = read(report(change(parts, key, row), RENDERERS[name]))
    assert not {k for k in wrong(reading, values) if k.row_key != key or damage != "long"}


@pytest.mark.parametrize("name", RENDERERS)
def test_a_lost_cell_costs_no_wrong_figure(name: str) -> None:
    values = figures()
    for key in [k for k in values if k.row_key == "granted"]:
        values[key] = ""
    mark = "cell that is lost"
    label, first, _, *cells = row_of(printed(figures()), "granted")
    text = report(change(printed(figures()), "granted", [label, first, mark, *cells]), RENDERERS[name])
    for lost in (f"{mark} |\n", f"| {mark}\n", f"{mark} | ", f"{mark}\t"):
        text = text.replace(lost, "")
    assert not wrong(read(text), values)


def test_two_widths_are_none() -> None:
    assert width_of_rows(["规章", "1", "2", "3"] * 4) == 4
    assert width_of_rows(["规章", "1", "2", "3"] * 4 + ["行政许可", "5"]) == 0
    assert width_of_rows(["1", "2", "3", "4"] * 6) == 0
    assert width_of_rows(["规章", "", "", ""] * 6) == 0
