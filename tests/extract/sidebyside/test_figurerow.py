"""A number alone beside the row of table 4: a page's, the rest of any figure, or the row's own, one column off."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    Rows,
    closed,
    csv_rows,
    figures,
    printed,
    read,
    report,
    reported,
    semicolons,
    trailing,
    tsv,
    wrong,
)

OWN = [key for key in forms()["2021"].cells if key.table_no == "4"]
RENDERERS = {"tsv": tsv, "csv": csv_rows, "semicolons": semicolons}
GRIDS = RENDERERS | {"closed": closed, "trailing": trailing}


def _with(row: list[str]) -> dict[CellKey, str]:
    return {**figures(), **dict(zip(OWN, row, strict=True))}


def _text(values: dict[CellKey, str], below: str, name: str, above: str | None = None) -> str:
    def render(rows: Rows) -> list[str]:
        lines = GRIDS[name](rows)
        if len(rows[-1]) != len(OWN):
            return lines
        return [*lines[:-1], *([] if above is None else [above]), lines[-1], below]

    return report(printed(values), render)


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("below", ["4", "12"])
def test_the_number_of_a_page_below_noughts_is_no_part_of_them(name: str, below: str) -> None:
    values = _with(["0"] * 15)
    reading = read(_text(values, below, name))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {*OWN}


@pytest.mark.parametrize("name", GRIDS)
def test_the_number_of_a_page_apart_from_the_row_is_no_part_of_it(name: str) -> None:
    values = _with(SMALL)
    reading = read(_text(values, "\n4", name))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {*OWN}


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("at", [0, 4, 14])
def test_a_digit_below_the_row_may_be_that_of_any_figure(name: str, at: int) -> None:
    values = figures()
    cut = {**values, OWN[at]: values[OWN[at]][:-1]}
    reading = read(_text(cut, values[OWN[at]][-1], name))
    assert not reported(reading, "4")
    assert len(reported(reading)) == len(values) - len(OWN)


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("digits", [1, 2])
def test_digits_above_the_row_may_be_those_of_any_figure(name: str, digits: int) -> None:
    values = figures()
    whole = values[OWN[7]]
    reading = read(_text({**values, OWN[7]: whole[digits:]}, "", name, above=whole[:digits]))
    assert not wrong(reading, values)


SMALL = ["1", "0", "0", "2", "3", "0", "0", "4", "0", "4", "0", "1", "0", "0", "5"]
LARGE = ["115", "96", "308", "323", "842", "316", "75", "36", "218", "645", "143", "268", "55", "243", "1709"]


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("row", [SMALL, [*SMALL[:-1], "0"], [*SMALL[:-1], "12"], LARGE, [*LARGE[:-1], "709"]])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_rows_last_figure_below_it_leaves_the_others_one_column_off(
    name: str, row: list[str], gap: str
) -> None:
    """One figure stands twice in the row, and the last one on the next line. Apart, one or two digits are a page's number."""
    if gap and len(row[-1]) < 3 and row[-1] != "0":
        return
    values = _with(row)
    moved = dict(zip(OWN, [*row[:5], row[4], *row[5:-1]], strict=True))
    reading = read(_text({**values, **moved}, gap + row[-1], name))
    assert not reported(reading, "4")


@pytest.mark.parametrize("name", GRIDS)
def test_the_rows_first_figure_above_it_leaves_the_others_one_column_off(name: str) -> None:
    values = _with(LARGE)
    moved = dict(zip(OWN, [*LARGE[1:6], *LARGE[5:]], strict=True))
    assert not reported(read(_text({**values, **moved}, "", name, above=LARGE[0])), "4")


@pytest.mark.parametrize("name", RENDERERS)
def test_several_digits_below_a_row_may_be_those_of_any_cell(name: str) -> None:
    values = _with(["11", "0", "0", "0", "11", *["0"] * 10])
    reading = read(_text({**values, OWN[0]: "1", OWN[4]: "1"}, "1 1", name))
    assert not wrong(reading, values)
