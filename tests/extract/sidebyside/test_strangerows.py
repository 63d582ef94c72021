"""Heads of other things where the names of the rows of table 4 stand."""

from __future__ import annotations

import pytest

from tests.extract.odd import fourth
from tests.extract.printed import GRIDS, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
FOURTH = next(part for part in printed(VALUES) if part.table_no == "4")
LAYOUTS = {name: GRIDS[name] for name in ("tsv", "closed", "html")}


def _read(others: dict[str, str], layout: str):  # type: ignore[no-untyped-def]
    header = [[others.get(cell, cell) for cell in cells] for cells in FOURTH.header]
    return read(report(fourth(header, FOURTH.rows), LAYOUTS[layout]))


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("first", "second"), [("一审", "二审"), ("作为被告", "作为第三人"), ("上半年", "下半年")]
)
def test_suits_parted_otherwise(layout: str, first: str, second: str) -> None:
    reading = _read({"未经复议直接起诉": first, "复议后起诉": second}, layout)
    left = {key: value for key, value in VALUES.items() if not key.row_key.startswith("suit")}
    assert not wrong(reading, left)


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("other", ["信访复查", "行政裁决", "行政调解"])
def test_another_deed_in_place_of_reviews(layout: str, other: str) -> None:
    reading = _read({"行政复议": other}, layout)
    assert not wrong(reading, {key: value for key, value in VALUES.items() if key.row_key != "review"})


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["行改复议", "行政复议情况", "行政复议（件）"])
def test_a_damaged_name_is_the_forms(layout: str, name: str) -> None:
    assert len(reported(_read({"行政复议": name}, layout), "4")) == len(FOURTH.rows[0])
