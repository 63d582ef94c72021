"""Digits on the line below the row of table 4: the number of a page, or the rest of its last cell and of no other."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    Rows,
    csv_rows,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    tsv,
    wrong,
)

OWN = [key for key in forms()["2021"].cells if key.table_no == "4"]
RENDERERS = {"tsv": tsv, "csv": csv_rows}


def _with(row: list[str]) -> dict[CellKey, str]:
    return {**figures(), **dict(zip(OWN, row, strict=True))}


def _text(values: dict[CellKey, str], below: str, name: str) -> str:
    def render(rows: Rows) -> list[str]:
        lines = RENDERERS[name](rows)
        return [*lines, below] if len(rows[-1]) == len(OWN) else lines

    return report(printed(values), render)


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("row", [["0"] * 15, ["3", "0", "12", "0", "15", *["0"] * 10]])
def test_the_number_of_a_page_below_a_row_that_ends_in_a_nought_is_no_part_of_it(
    name: str, row: list[str]
) -> None:
    values = _with(row)
    reading = read(_text(values, "4", name))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {*OWN}


@pytest.mark.parametrize("name", RENDERERS)
def test_digits_below_a_row_go_on_with_its_last_cell_or_with_none(name: str) -> None:
    values = _with([*["0"] * 14, "12"])
    reading = read(_text({**values, OWN[-1]: "1"}, "2", name))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {*OWN[:-1]}
    assert status_of(reading, "4", "suit_after_review", "total") == ["uncertain"]


@pytest.mark.parametrize("name", RENDERERS)
def test_several_digits_below_a_row_may_be_those_of_any_cell(name: str) -> None:
    values = _with(["11", "0", "0", "0", "11", *["0"] * 10])
    reading = read(_text({**values, OWN[0]: "1", OWN[4]: "1"}, "1 1", name))
    assert not wrong(reading, values)
