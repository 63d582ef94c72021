"""The row of table 4 with a cell too many, or with two figures in one cell."""

from __future__ import annotations

import pytest

from schemas.form import forms
from tests.extract.printed import (
    Rows,
    cells_of,
    csv_rows,
    figures,
    markdown,
    printed,
    read,
    report,
    reported,
    tsv,
    wrong,
)

_VALUES = figures()
_TABLE = forms()["2021"].table("4")
_OWN = [_VALUES[key] for _, keys in _TABLE.keys for key in keys]
_NAMES = [column.zh for column in _TABLE.columns]
_TOPS = [["行政复议"] * 5 + ["行政诉讼"] * 10, ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]]
_HEADER = [_TOPS[0], [*_TOPS[1], *["未经复议直接起诉"] * 5, *["复议后起诉"] * 5], _NAMES * 3]


def _text(rows: Rows, render) -> str:  # type: ignore[no-untyped-def]
    whole = report([part for part in printed(_VALUES) if part.table_no != "4"], tsv)
    above, below = whole.split("五、存在", 1)
    table = "\n".join(render(rows))
    return f"{above}四、政府信息公开行政复议、行政诉讼情况\n\n{table}\n\n五、存在{below}"


def _read(rows: Rows, render) -> int:  # type: ignore[no-untyped-def]
    reading = read(_text(rows, render))
    assert not wrong(reading, _VALUES)
    return len(reported(reading, "4"))


def _doubled(row: list[str], at: int = 5, text: str | None = None) -> list[str]:
    return [*row[:at], row[at - 1] if text is None else text, *row[at:]]


def test_a_total_in_both_halves_of_a_merged_cell() -> None:
    header = [_doubled(_HEADER[0], text="行政诉讼"), *map(_doubled, _HEADER[1:])]
    assert _read([*header, _doubled(_OWN)], tsv) == 15
    assert _read([*header, _doubled(_OWN, text="7")], tsv) == 0


def test_the_number_of_a_row_under_a_blank_corner() -> None:
    header = [["", *row] for row in _HEADER]
    assert _read([*header, ["0", *_OWN]], markdown) == 15
    assert _read([*header, ["0", *_OWN[:2], "", "", *_OWN[4:]]], markdown) == 13


def test_a_figure_too_many_is_no_number_of_a_row() -> None:
    assert _read([*([*row, ""] for row in _HEADER), ["0", *_OWN]], markdown) == 0


@pytest.mark.parametrize("render", [tsv, csv_rows])
def test_two_figures_in_one_cell_beside_an_empty_one(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(_text([*_HEADER, [*_OWN[:13], "0 0", ""]], render))
    own = {
        key.col_key: cell["value"]
        for key, cell in cells_of(reading).items()
        if key[:2] == ("4", "suit_after_review")
    }
    assert (own["pending"], own["total"]) == (0, 0)


def test_thousands_set_apart_are_one_figure() -> None:
    reading = read(_text([*_HEADER, [*_OWN[:13], "1 234", ""]], tsv))
    assert not [
        cell for key, cell in cells_of(reading).items() if key.table_no == "4" and cell["value"] in (1, 234)
    ]


def test_a_rule_below_the_names_is_no_row() -> None:
    numbers = [[str(n) for n in range(15)], ["---"] * 15, ["str"] * 15]
    rows = [*numbers, *_HEADER, _OWN]
    drawn = [f"│ {' ┆ '.join(row)} │" for row in rows]
    edge = "─" * 30
    reading = read(_text(rows, lambda _: [f"┌{edge}┐", *drawn[:3], f"╞{'═' * 30}╡", *drawn[3:], f"└{edge}┘"]))
    assert not wrong(reading, _VALUES)
    assert len(reported(reading, "4")) == 15
