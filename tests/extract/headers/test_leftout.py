"""Tables of cells without one of the form's columns: the header names those that are there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    Figures,
    Part,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

TABLE = forms()["2021"].table("3")
KEPT = ["tsv", "tab_cells", "csv_rows", "closed", "markdown", "trailing", "box", "grid", "html"]
ORGANISATIONS = [column.key for column in TABLE.columns if column.group]


def without(values: Figures, key: str, spans: bool, other: str = "") -> tuple[list[Part], Figures]:
    """The parts of a report whose third table lacks a column, and its figures; `other` stands over another in its place."""
    at = [column.key for column in TABLE.columns].index(key) + 1
    names = [column.zh for column in TABLE.columns]
    del names[at - 1]
    parts = printed(values)
    (third,) = (part for part in parts if part.table_no == "3")
    upper = [TABLE.header, names[0], "法人或其他组织", *[""] * (len(names) - 3), names[-1]]
    lower = ["", "", *names[1:-1], ""]
    if other:
        lower[3] = other
    header = [upper, lower] if spans else [[TABLE.header, *names]]
    rows = [[*row[:at], *row[at + 1 :]] for row in third.rows]
    left = {k: v for k, v in values.items() if (k.table_no, k.col_key) != ("3", key)}
    third = replace(third, header=header, rows=rows)
    return [third if part.table_no == "3" else part for part in parts], left


@in_turn
@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("spans", [True, False])
@pytest.mark.parametrize("key", ORGANISATIONS)
def test_a_column_left_out(key: str, spans: bool, name: str) -> None:
    values = figures()
    parts, left = without(values, key, spans)
    reading = read(report(parts, GRIDS[name]))
    assert not wrong(reading, left)
    assert reported(reading) == set(left)
    gone = {c["status"] for k, c in cells_of(reading).items() if k not in left}
    assert gone == {"uncertain"}


@pytest.mark.parametrize("name", ["tsv", "closed", "box", "html"])
def test_blank_cells_keep_their_columns(name: str) -> None:
    values = figures()
    values |= {k: "" for n, k in enumerate(values) if k.table_no == "3" and n % 3 == 0}
    parts, left = without(values, "social_org", spans=True)
    reading = read(report(parts, GRIDS[name]))
    assert not wrong(reading, left)
    assert reported(reading) == {k for k, v in left.items() if v}


@in_turn
@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("other", ["其他企业", "社会团体", "小计"])
def test_a_label_that_is_not_the_forms(other: str, name: str) -> None:
    """What stands in the place of another may be the column that seems to be left out."""
    parts, left = without(figures(), "legal_service", spans=True, other=other)
    strange = CellKey("3", "granted", ORGANISATIONS[1])
    reading = read(report(parts, GRIDS[name]))
    assert cells_of(reading)[strange]["status"] == "uncertain"
    assert not wrong(reading, left)


@in_turn
@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("lost", ["", "drop"])
def test_a_label_lost_from_a_header_of_all_columns(lost: str, name: str) -> None:
    """Rows have more figures than the header has labels, or a blank cell after as many."""
    for blank in (False, True):
        values = figures()
        if blank:
            values |= {k: "" for k in values if (k.table_no, k.col_key) == ("3", "total")}
        parts = printed(values)
        (third,) = (part for part in parts if part.table_no == "3")
        names = [TABLE.header, *(column.zh for column in TABLE.columns)]
        if lost:
            del names[3]
        else:
            names[3] = ""
        third = replace(third, header=[names])
        reading = read(report([third if p.table_no == "3" else p for p in parts], GRIDS[name]))
        assert not wrong(reading, values)


def _padded(parts: list[Part], width: int = 16) -> list[Part]:
    """The parts as a sheet holds them: each row as wide as the widest table, and more."""
    return [
        replace(
            part,
            header=[[*row, *[""] * (width - len(row))] for row in part.header],
            rows=[[*row, *[""] * (width - len(row))] for row in part.rows],
        )
        for part in parts
    ]


@in_turn
@pytest.mark.parametrize("name", ["tsv", "csv_rows", "markdown"])
@pytest.mark.parametrize("key", ORGANISATIONS)
def test_a_sheet_is_wider_than_its_table(key: str, name: str) -> None:
    parts, left = without(figures(), key, spans=True)
    reading = read(report(_padded(parts), GRIDS[name]))
    assert not wrong(reading, left)
    assert reported(reading) >= {k for k in left if k.table_no == "3"}


@pytest.mark.parametrize("name", ["tsv", "csv_rows", "markdown"])
def test_in_a_wider_sheet_a_label_may_have_fallen_out_of_a_single_row(name: str) -> None:
    """The labels behind it were drawn to the left, and the blank column is that of the totals, which the filer left blank."""
    values = figures()
    values |= {k: "" for k in values if k.table_no == "3" and k.col_key == "total"}
    names = [column.zh for column in TABLE.columns if column.key != "social_org"]
    parts = [
        replace(part, header=[[TABLE.header, *names]]) if part.table_no == "3" else part
        for part in printed(values)
    ]
    assert not wrong(read(report(_padded(parts), GRIDS[name])), values)
