"""Headers of table 4 whose cells name the whole path to their column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    Part,
    Rows,
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
from tests.turns import in_turn

_TABLE = forms()["2021"].tables[2]
_LABELS = {
    "review": ("行政复议",),
    "suit_direct": ("行政诉讼", "未经复议直接起诉"),
    "suit_after_review": ("行政诉讼", "复议后起诉"),
}
_NAMES = {column.key: column.zh for column in _TABLE.columns}
_ORDERS = {
    "form": ("upheld", "corrected", "other", "pending", "total"),
    "total second": ("upheld", "total", "pending", "corrected", "other"),
    "turned": ("total", "pending", "other", "corrected", "upheld"),
}


def _fourth(values: dict[CellKey, str], order: Sequence[str], header: Rows) -> list[Part]:
    keys = [(row, column) for row in _LABELS for column in order]
    row = [values[CellKey("4", *key)] for key in keys]
    return [replace(p, header=header, rows=[row]) if p.table_no == "4" else p for p in printed(values)]


@in_turn
@pytest.mark.parametrize("order", _ORDERS)
@pytest.mark.parametrize("sign", ["<br>", "-", " / ", "_", ""])
def test_each_cell_a_path(sign: str, order: str) -> None:
    values = figures()
    header = [[sign.join([*_LABELS[row], _NAMES[column]]) for row in _LABELS for column in _ORDERS[order]]]
    reading = read(report(_fourth(values, _ORDERS[order], header), markdown))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {key for key in values if key.table_no == "4"}


@in_turn
@pytest.mark.parametrize("render", [markdown, tsv])
@pytest.mark.parametrize("order", _ORDERS)
def test_spans_repeated_in_all_that_they_cover(order: str, render: object) -> None:
    values = figures()
    names = [_NAMES[column] for column in _ORDERS[order]]
    header = [
        [_LABELS[row][0] for row in _LABELS for _ in names],
        [*names, *(_LABELS[row][1] for row in ("suit_direct", "suit_after_review") for _ in names)],
        names * 3,
    ]
    reading = read(report(_fourth(values, _ORDERS[order], header), render))  # type: ignore[arg-type]
    assert not wrong(reading, values)
    assert reported(reading, "4") == {key for key in values if key.table_no == "4"}


def test_paths_of_which_one_is_of_nothing_are_not_the_forms_order() -> None:
    values = figures()
    order = _ORDERS["turned"]
    header = [["-".join([*_LABELS[row], _NAMES[column]]) for row in _LABELS for column in order]]
    header[0][3] = header[0][4]
    reading = read(report(_fourth(values, order, header), markdown))
    assert not wrong(reading, values)
    assert not reported(reading, "4")


def test_numbers_of_rows_and_columns_are_no_part_of_a_path() -> None:
    values = figures()
    names = [_NAMES[column] for column in _ORDERS["form"]]
    header = [
        [_LABELS[row][0] for row in _LABELS for _ in names],
        [*names, *(_LABELS[row][1] for row in ("suit_direct", "suit_after_review") for _ in names)],
        names * 3,
    ]

    def with_index(rows: Rows) -> list[str]:
        if len(rows) != len(header) + 1:
            return csv_rows(rows)
        numbered = [["", *map(str, range(len(rows[0])))], *([str(n), *row] for n, row in enumerate(rows))]
        return csv_rows(numbered)

    reading = read(report(_fourth(values, _ORDERS["form"], header), with_index))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {key for key in values if key.table_no == "4"}
