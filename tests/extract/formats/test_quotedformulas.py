"""Cells that a program wrote as formulas of a text: `="12"`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.formats.quotedformulas import without_formulas
from tests.extract.printed import Rows, closed, csv_rows, figures, printed, read, report, reported, tsv, wrong

VALUES = figures()
PARTS = printed(VALUES)


def _formulas(rows: Rows, form: str) -> Rows:
    return [[form.format(cell) if cell.isdecimal() else cell for cell in row] for row in rows]


@pytest.mark.parametrize("form", ['="{}"', '"=""{}"""'])
@pytest.mark.parametrize("kind", [tsv, closed])
def test_a_formula_is_its_text(form: str, kind: Callable[[Rows], list[str]]) -> None:
    found = read(report(PARTS, lambda rows: kind(_formulas(rows, form))))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


@pytest.mark.parametrize("form", ['="{}"', '"=""{}"""'])
@pytest.mark.parametrize("sign", [",", ";"])
def test_formulas_between_commas(form: str, sign: str) -> None:
    def rendered(rows: Rows) -> list[str]:
        quoted = [[cell if cell.isdecimal() else f'"{cell}"' for cell in row] for row in rows]
        return [sign.join(row) for row in _formulas(quoted, form)]

    found = read(report(PARTS, rendered))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_thousands_stay_in_one_cell() -> None:
    assert without_formulas(['"规章",="1,234",="0",="0",="7"']) == ['"规章","1,234","0","0","7"']


@pytest.mark.parametrize(
    "line", ['<td class="12" width="40">0</td>', '规章,="12', "规章,=12,=13,=14,=15", '令x="12", y="13"']
)
def test_what_is_no_such_cell_stays(line: str) -> None:
    lines = [line] * 5
    assert without_formulas(lines) is lines


def test_a_calculation_is_no_figure() -> None:
    text = report(PARTS, csv_rows).replace(",150,", ',="150"+"3",').replace(",150\n", ',="150"+"3"\n')
    found = read(text)
    assert not wrong(found, VALUES)
    assert len(reported(found)) < len(VALUES)
