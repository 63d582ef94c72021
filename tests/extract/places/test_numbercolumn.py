"""Numbers of rows between labels and figures, or behind these, that no column's name tells."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Part,
    Rows,
    aligned,
    csv_rows,
    figures,
    html,
    printed,
    read,
    report,
    reported,
    running,
    tab_cells,
    trailing,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
_RENDER = [tsv, tab_cells, trailing, csv_rows, html, aligned]


def _numbered(name: str, *, is_first: bool, blank: bool) -> tuple[list[Part], dict[CellKey, str]]:
    parts, values = printed(VALUES), dict(VALUES)
    part = next(p for p in parts if p.table_no == "3")
    names = [key.col_key for key in VALUES if key.table_no == "3" and key.row_key == "granted"]
    rows: Rows = []
    for n, (key, row) in enumerate(zip(part.keys, part.rows, strict=True), 1):
        cells = list(row)
        if blank:
            cells[1 + n % 6] = ""
            values[CellKey("3", key, names[n % 6])] = ""
        rows.append([cells[0], str(n), *cells[1:]] if is_first else [*cells, str(n)])
    header = [[r[0], name, *r[1:]] if is_first else [*r, name] for r in part.header]
    return [Part("3", header, rows, part.keys) if p is part else p for p in parts], values


@in_turn
@pytest.mark.parametrize("render", _RENDER)
@pytest.mark.parametrize("name", ["", "行次"])
@pytest.mark.parametrize("is_first", [True, False])
def test_every_row_with_a_blank(render, name: str, is_first: bool) -> None:  # type: ignore[no-untyped-def]
    parts, values = _numbered(name, is_first=is_first, blank=True)
    assert not wrong(read(report(parts, render)), values)


@in_turn
@pytest.mark.parametrize("render", [tsv, tab_cells, trailing, csv_rows, html])
@pytest.mark.parametrize("is_first", [True, False])
def test_rows_are_read_without_their_numbers(render, is_first: bool) -> None:  # type: ignore[no-untyped-def]
    parts, values = _numbered("", is_first=is_first, blank=False)
    reading = read(report(parts, render))
    assert not wrong(reading, values)


@pytest.mark.parametrize("render", [tsv, trailing, running, aligned])
def test_figures_that_count_on_in_some_rows_are_figures(render) -> None:  # type: ignore[no-untyped-def]
    values = dict(VALUES)
    for n, key in enumerate([k for k in VALUES if k.table_no == "3" and k.col_key == "natural_person"], 1):
        values[key] = str(n) if n < 14 else "0"
    reading = read(report(printed(values), render))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 175
