"""Rows with semicolons between cells whose figures have commas of thousands."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import Rows, cells_of, change, figures, printed, read, report, row_of, wrong

VALUES = figures("2021")
KEY = CellKey("2", "permits", "decisions")


def spaced(rows: Rows) -> list[str]:
    return ["; ".join(row) for row in rows]


def close(rows: Rows) -> list[str]:
    return [";".join(row) for row in rows]


@pytest.mark.parametrize("rows", [spaced, close])
@pytest.mark.parametrize(("figure", "value"), [("1,194", 1194), ("1,194,000", 1194000)])
def test_a_comma_of_thousands_sets_no_cells_apart(rows, figure: str, value: int) -> None:
    parts = printed(VALUES)
    label, *_ = row_of(parts, "permits", "2")
    reading = read(report(change(parts, "permits", [label, figure]), rows))
    assert not wrong(reading, {**VALUES, KEY: str(value)})
    cell = cells_of(reading)[KEY]
    assert (cell["status"], cell["value"]) == ("reported", value)
